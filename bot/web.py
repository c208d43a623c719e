"""A small HTTP server for what stands on the same machine: h11 reads what comes, asyncio carries it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import h11

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

LONGEST_HEAD = 16_384  # bytes of the request line and the headers
LONGEST_BODY = 1_048_576  # bytes; an update has a few thousand
MOST_CONNECTIONS = 128
PATIENCE = 30.0  # seconds that a request may take to come, be answered and go out
CHUNK = 65_536  # bytes that are read at once


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """What is answered."""

    status: int
    body: bytes = b""
    content_type: str = "text/plain; charset=utf-8"


class RefusedError(Exception):
    """A request that cannot be answered otherwise than by a status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Request:
    """A request whose body is still on its way: whoever is not let in need not be listened to."""

    def __init__(self, head: h11.Request, read: Callable[[], Awaitable[h11.Event]]) -> None:
        self.verb = head.method.decode("ascii")
        self.path = head.target.split(b"?", 1)[0].decode("latin-1")
        self._headers = {bytes(name).lower(): bytes(value) for name, value in head.headers}
        self._read = read

    def header(self, name: str) -> bytes:
        """A header's value, nothing where there is none."""
        return self._headers.get(name.lower().encode("ascii"), b"")

    async def body(self) -> bytes:
        """All of it, up to LONGEST_BODY."""
        body = b""
        while isinstance(event := await self._read(), h11.Data):
            body += event.data
            if len(body) > LONGEST_BODY:
                raise RefusedError(413)
        return body


class WebServer:
    """Answers requests until it is closed; never more than MOST_CONNECTIONS at once."""

    def __init__(self, answer: Callable[[Request], Awaitable[HttpResponse]]) -> None:
        self._answer = answer
        self._server: asyncio.Server | None = None
        self._talks: set[asyncio.Task[None]] = set()

    async def open(self, host: str, port: int) -> int:
        """Listens; the port, which is a free one if 0 was asked for. Raises OSError."""
        self._server = await asyncio.start_server(self._begin, host, port)
        return int(self._server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Stops listening, and ends the connections that are open."""
        if self._server:
            self._server.close()
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if len(self._talks) >= MOST_CONNECTIONS:
            writer.transport.abort()
            return
        talk = asyncio.create_task(_Talk(reader, writer, self._answer).run())
        self._talks.add(talk)
        talk.add_done_callback(self._talks.discard)


class _Talk:
    """One connection, with one request after the other."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        answer: Callable[[Request], Awaitable[HttpResponse]],
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._answer = answer
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=LONGEST_HEAD)

    async def run(self) -> None:
        try:
            while True:
                async with asyncio.timeout(PATIENCE):
                    await self._exchange()
                self._http.start_next_cycle()
        except (OSError, TimeoutError, h11.ProtocolError):  # also: the connection must be closed now
            pass
        finally:
            self._writer.close()

    async def _exchange(self) -> None:
        try:
            head = await self._next()
            if not isinstance(head, h11.Request):
                raise ConnectionResetError
            response = await self._answer(Request(head, self._next))
        except RefusedError as refused:
            response = HttpResponse(refused.status)
        except h11.RemoteProtocolError as error:
            response = HttpResponse(error.error_status_hint)
        await self._send(response)

    async def _next(self) -> h11.Event:
        """What comes next; ConnectionResetError when the other side has gone."""
        while True:
            event = self._http.next_event()
            if event is h11.NEED_DATA:
                if self._http.they_are_waiting_for_100_continue:
                    go_on = h11.InformationalResponse(status_code=100, headers=[])
                    self._writer.write(self._http.send(go_on) or b"")
                self._http.receive_data(await self._reader.read(CHUNK))
            elif isinstance(event, h11.ConnectionClosed):
                raise ConnectionResetError
            elif isinstance(event, h11.Event):
                return event
            else:  # the request before this one has not been answered yet
                raise ConnectionResetError

    async def _send(self, response: HttpResponse) -> None:
        headers = [
            ("Content-Type", response.content_type),
            ("Content-Length", str(len(response.body))),
        ]
        head = h11.Response(status_code=response.status, headers=headers)
        for event in (head, h11.Data(data=response.body), h11.EndOfMessage()):
            self._writer.write(self._http.send(event) or b"")
        await self._writer.drain()
