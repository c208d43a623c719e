"""How the server goes wrong: deeds, and a script of rows that says when.

    Script(
        #   method         deed                when
        ScriptRow("getUpdates",  bad_gateway(),      times=3),
        ScriptRow("sendMessage", too_many(5),        times=1, chat=group.id),
        ScriptRow("*",           Resets(),           share=0.05),
        seed=7,
    )

The first row that applies to a call is done; without one the server behaves.
"""

from __future__ import annotations

import asyncio
import json
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.server.exchange import Exchange

PAGE = "<html>\r\n<head><title>{0}</title></head>\r\n<body><h1>{0}</h1><hr>nginx</body>\r\n</html>\r\n"


class Deed(Protocol):
    """What the server does instead of answering."""

    async def __call__(self, exchange: Exchange) -> None:
        """Does it to one exchange."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers something of its own; the call is not carried out."""

    status: int
    body: bytes
    content_type: str = "application/json"

    async def __call__(self, exchange: Exchange) -> None:
        await exchange.answer(self.status, self.body, self.content_type)


def refuses(code: int, description: str, **parameters: int) -> Answers:
    """A refusal in Telegram's form."""
    content: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    return Answers(code, json.dumps(content | ({"parameters": parameters} if parameters else {})).encode())


def too_many(seconds: int) -> Answers:
    return refuses(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def internal_error() -> Answers:
    return refuses(500, "Internal Server Error")


def bad_gateway() -> Answers:
    """What stands before Telegram's servers when they are down: HTML."""
    return Answers(502, PAGE.format("502 Bad Gateway").encode(), "text/html")


def conflict() -> Answers:
    other = "terminated by other getUpdates request; make sure that only one bot instance is running"
    return refuses(409, f"Conflict: {other}")


@dataclass(frozen=True, slots=True)
class Resets:
    """The connection is reset, before the call is carried out or after it."""

    after: bool = False

    async def __call__(self, exchange: Exchange) -> None:
        if self.after:
            await exchange.outcome()
        exchange.reset()


@dataclass(frozen=True, slots=True)
class Truncates:
    """Carried out, but only a share of the answer comes.

    The JSON breaks off; or, with `announces_all`, the connection does.
    """

    share: float = 0.5
    announces_all: bool = False

    async def __call__(self, exchange: Exchange) -> None:
        status, body = await exchange.outcome()
        piece = body[: int(len(body) * self.share)]
        length = len(body) if self.announces_all else len(piece)
        await exchange.answer(status, piece, length=length)
        if self.announces_all:
            exchange.close()


@dataclass(frozen=True, slots=True)
class Drips:
    """Carried out; the answer comes byte by byte, head included."""

    pause: float = 0.005  # seconds between bytes

    async def __call__(self, exchange: Exchange) -> None:
        status, body = await exchange.outcome()
        await exchange.answer(status, body, pause=self.pause)


@dataclass(frozen=True, slots=True)
class Hangs:
    """Never answers, and keeps the connection. `after` being carried out: delivered, but timed out."""

    after: bool = False

    async def __call__(self, exchange: Exchange) -> None:
        if self.after:
            await exchange.outcome()
        await asyncio.Event().wait()  # until the other side goes


@dataclass(frozen=True, slots=True)
class Waits:
    """Answers as it should, after so many seconds."""

    seconds: float

    async def __call__(self, exchange: Exchange) -> None:
        await asyncio.sleep(self.seconds)
        await exchange.answer(*await exchange.outcome())


@dataclass(frozen=True, slots=True)
class Changes:
    """Carried out; the result is changed on its way: malformed updates among good ones."""

    change: Callable[[Any], Any]

    async def __call__(self, exchange: Exchange) -> None:
        status, body = await exchange.outcome()
        content = json.loads(body)
        if content["ok"]:
            content["result"] = self.change(content["result"])
        await exchange.answer(status, json.dumps(content).encode())


@dataclass(frozen=True, slots=True)
class ScriptRow:
    """A deed, and the calls that it is done to."""

    method: str  # "*" is every one
    deed: Deed
    times: int | None = None  # None: for ever
    share: float = 1.0  # of the calls, drawn by the seed
    chat: int | None = None  # only calls to this chat
    after: int = 0  # so many calls go well before


class Script:
    """Rows, and how often each was done."""

    def __init__(self, *rows: ScriptRow, seed: int = 0) -> None:
        self._rows = rows
        self._random = random.Random(seed)
        self.done = [0] * len(rows)
        self._met = [0] * len(rows)

    def deed_for(self, method: str, chat: int | None) -> Deed | None:
        """What is done to a call, None when it is answered as it should be."""
        for number, row in enumerate(self._rows):
            if (
                row.method.lower() in {"*", method.lower()}
                and row.chat in {None, chat}
                and self._takes(number)
            ):
                return row.deed
        return None

    def _takes(self, number: int) -> bool:
        row = self._rows[number]
        self._met[number] += 1
        if self._met[number] <= row.after or self.done[number] == row.times:
            return False
        if row.share < 1 and self._random.random() >= row.share:
            return False
        self.done[number] += 1
        return True
