"""HTTP/1.1 on one connection: a request is read, and its answer written, in whatever way."""

from __future__ import annotations

import asyncio
import socket
import struct
from dataclasses import dataclass
from email.utils import formatdate
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

LARGEST_HEAD = 65_536  # bytes


@dataclass(frozen=True, slots=True)
class Request:
    """What a client wants; header names are in lower case."""

    verb: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes


async def read_request(reader: asyncio.StreamReader) -> Request:
    """The next request on a connection; IncompleteReadError when the other side is gone."""
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").rstrip().split("\r\n")
    verb, target, _ = first.split(" ", 2)
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = await _read_chunks(reader)
    else:
        body = await reader.readexactly(int(headers.get("content-length", 0)))
    path, _, query = target.partition("?")
    return Request(verb, unquote(path), query, headers, body)


async def _read_chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int(await reader.readline(), 16):
        body += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return body


class Exchange:
    """A request that waits for its answer."""

    def __init__(
        self, writer: asyncio.StreamWriter, carry_out: Callable[[], Awaitable[tuple[int, bytes]]]
    ) -> None:
        self._writer = writer
        self._carry_out = carry_out
        self.status: int | None = None  # of the answer, when it has begun

    async def outcome(self) -> tuple[int, bytes]:
        """Carries the call out: the status and the body that the client should get."""
        return await self._carry_out()

    async def answer(
        self,
        status: int,
        body: bytes,
        content_type: str = "application/json",
        *,
        length: int | None = None,
        pause: float = 0.0,
    ) -> None:
        """Writes an answer; `length` if it is to lie about that, `pause` seconds after each byte."""
        self.status = status
        head = [
            f"HTTP/1.1 {status} {HTTPStatus(status).phrase}",
            "Server: nginx",
            f"Date: {formatdate(usegmt=True)}",
            f"Content-Type: {content_type}",
            f"Content-Length: {len(body) if length is None else length}",
        ]
        whole = "\r\n".join(head).encode() + b"\r\n\r\n" + body
        pieces = [whole] if not pause else [whole[at : at + 1] for at in range(len(whole))]
        for piece in pieces:
            self._writer.write(piece)
            await self._writer.drain()
            if pause:
                await asyncio.sleep(pause)

    def reset(self) -> None:
        """Ends the connection with RST."""
        connection = self._writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._writer.transport.abort()

    def close(self) -> None:
        """Ends the connection with what has been written."""
        self._writer.close()


async def talk(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    answer: Callable[[Request, asyncio.StreamWriter], Awaitable[None]],
) -> None:
    """Answers requests on one connection until the other side goes; then what is being done stops."""
    reading = asyncio.ensure_future(read_request(reader))
    answering: asyncio.Future[None] | None = None
    try:
        while True:
            request = await reading
            reading = asyncio.ensure_future(read_request(reader))  # notices when the other side goes
            answering = asyncio.ensure_future(answer(request, writer))
            await asyncio.wait({reading, answering}, return_when=asyncio.FIRST_COMPLETED)
            if not answering.done():
                await _unless_gone(reading, answering)
            await answering
            if request.headers.get("connection", "").lower() == "close":
                await _flushed(writer)
                break
    except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        pass
    finally:
        writer.transport.abort()  # before anything is waited for: that may be cancelled
        await _given_up(reading, answering)


async def _flushed(writer: asyncio.StreamWriter) -> None:
    writer.close()
    await writer.wait_closed()


async def _unless_gone(reading: asyncio.Future[Request], answering: asyncio.Future[None]) -> None:
    """Waits for the answer to be written, or raises what ended the connection."""
    if reading.exception():
        await reading
    await answering


async def _given_up(*tasks: asyncio.Future[Request] | asyncio.Future[None] | None) -> None:
    begun = [task for task in tasks if task is not None]
    for task in begun:
        task.cancel()
    await asyncio.gather(*begun, return_exceptions=True)
