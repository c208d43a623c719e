"""The Bot API on loopback: every call is written down, then carried out or gone wrong with as scripted."""

from __future__ import annotations

import asyncio
import inspect
import json
import re
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Self

from tests.chat.rules import Refused
from tests.server.chats import Chats
from tests.server.exchange import LARGEST_HEAD, Exchange, talk
from tests.server.messages import Messages
from tests.server.misbehaviour import Script
from tests.server.parameters import Parameters, read_parameters
from tests.server.receiving import Receiving
from tests.server.webhook import Webhook
from tests.server.world import TelegramWorld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.server.exchange import Request
    from tests.server.misbehaviour import Deed, ScriptRow
    from tests.server.people import Json

PATH = re.compile(r"/bot([^/]+)/([A-Za-z]+)")  # /bot123:AAE/sendMessage
FILE_PATH = re.compile(r"/file/bot([^/]+)/documents/(\w+)")
TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")


@dataclass
class Call:
    """A request of the bot."""

    at: float  # seconds, monotonic
    method: str
    parameters: Json
    deed: Deed | None = None  # what the server did instead of answering
    status: int | None = None  # of the answer, when one was begun
    ended: float | None = None  # when the answer was written, or the other side gone

    @property
    def chat(self) -> int | None:
        chat = str(self.parameters.get("chat_id", ""))
        return int(chat) if chat.lstrip("-").isdecimal() else None


class BotApiServer:
    """Serves one bot's world until the end of the block; its address is what BOT_API_URL wants."""

    def __init__(self, world: TelegramWorld | None = None) -> None:
        self.world = world or TelegramWorld()
        self.webhook = Webhook(self.world, self._answered_by_webhook)
        self.script = Script()
        self.calls: list[Call] = []
        self._methods = dict(
            _methods_of(Receiving(self.world, self.webhook), Messages(self.world), Chats(self.world))
        )
        self._server: asyncio.Server | None = None
        self._talks: set[asyncio.Task[None]] = set()
        self._port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.shut()
        await self.webhook.close()

    async def open(self) -> None:
        """Listens, on the same port as before if it did before."""
        self._server = await asyncio.start_server(
            self._begin, "127.0.0.1", self._port, limit=LARGEST_HEAD, backlog=512
        )
        self._port = self._server.sockets[0].getsockname()[1]

    async def shut(self) -> None:
        """Refuses connections and ends those there are, until it is opened again."""
        if self._server:
            self._server.close()
        for task in list(self._talks):
            task.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)

    def misbehaves(self, *rows: ScriptRow, seed: int = 0) -> Script:
        """From now on it does what these rows say, and no others."""
        self.script = Script(*rows, seed=seed)
        return self.script

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method.lower() == method.lower()]

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(talk(reader, writer, self._answer))
        self._talks.add(task)
        task.add_done_callback(self._talks.discard)

    async def _answer(self, request: Request, writer: asyncio.StreamWriter) -> None:
        if match := FILE_PATH.fullmatch(request.path):
            await self._answer_file(Exchange(writer, partial(self._file, *match.groups())))
            return
        match = PATH.fullmatch(request.path)
        if match is None:
            await Exchange(writer, _not_found).answer(*_refusal(Refused(404, "Not Found")))
            return
        await self._answer_call(match[1], match[2], request, writer)

    async def _answer_call(
        self, token: str, method: str, request: Request, writer: asyncio.StreamWriter
    ) -> None:
        asked = _read(request)
        parameters = {} if isinstance(asked, Refused) else asked.values
        call = Call(time.monotonic(), method, dict(parameters))
        self.calls.append(call)
        self.world.happened()
        exchange = Exchange(writer, lambda: self._carried_out(token, method, asked))
        call.deed = self.script.deed_for(method, call.chat)
        try:
            if call.deed:
                await call.deed(exchange)
            else:
                await exchange.answer(*await exchange.outcome())
        finally:
            call.status, call.ended = exchange.status, time.monotonic()
            self.world.happened()

    async def _carried_out(self, token: str, method: str, asked: Parameters | Refused) -> tuple[int, bytes]:
        """The status and body of what Telegram would answer."""
        try:
            self._check_token(token)
            if isinstance(asked, Refused):
                raise asked
            result = self._method(method)(asked)
            result = await result if inspect.isawaitable(result) else result
        except Refused as refused:
            return _refusal(refused)
        return 200, json.dumps({"ok": True, "result": result}, ensure_ascii=False).encode()

    def _method(self, name: str) -> Callable[[Parameters], Any]:
        carry_out = self._methods.get(name.lower())
        if carry_out is None:
            raise Refused(404, "Not Found: method not found")
        return carry_out

    def _check_token(self, token: str) -> None:
        if not TOKEN.fullmatch(token):
            raise Refused(404, "Not Found")
        if token != self.world.token or self.world.is_revoked:
            raise Refused(401, "Unauthorized")

    async def _answer_file(self, exchange: Exchange) -> None:
        status, content = await exchange.outcome()
        await exchange.answer(status, content, "application/octet-stream")

    async def _file(self, token: str, file: str) -> tuple[int, bytes]:
        try:
            self._check_token(token)
        except Refused as refused:
            return _refusal(refused)
        content = self.world.files.get(file)
        return (200, content) if content is not None else _refusal(Refused(404, "Not Found"))

    async def _answered_by_webhook(self, reply: Json) -> None:
        asked = Parameters({name: value for name, value in reply.items() if name != "method"})
        method = str(reply["method"])
        self.calls.append(Call(time.monotonic(), method, asked.values))
        await self._carried_out(self.world.token, method, asked)


def _methods_of(*parts: object) -> Iterator[tuple[str, Callable[[Parameters], Any]]]:
    """The methods of the Bot API by their names in lower case: Telegram does not mind the case."""
    for part in parts:
        for name in dir(part):
            if not name.startswith("_"):
                yield name.replace("_", ""), getattr(part, name)


def _read(request: Request) -> Parameters | Refused:
    try:
        return read_parameters(request.query, request.headers.get("content-type", ""), request.body)
    except Refused as refused:
        return refused


def _refusal(refused: Refused) -> tuple[int, bytes]:
    content: Json = {"ok": False, "error_code": refused.code, "description": refused.description}
    more = {"parameters": refused.parameters} if refused.parameters else {}
    return refused.code, json.dumps(content | more).encode()


async def _not_found() -> tuple[int, bytes]:
    return _refusal(Refused(404, "Not Found"))
