"""The connection to the Bot API."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from telegram.error import TelegramError, TimedOut
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    import httpx
    from telegram.request import BaseRequest

POLL = 25  # seconds that Telegram holds a request for updates open while there is nothing new
AT_ONCE = 16  # messages on their way; more is slower: the HTTP pool is searched for each request
TO_SPARE = 4  # connections for other requests


class Wire(HTTPXRequest):
    """As python-telegram-bot's own, but for two things.

    That one logs answers that are no JSON, which may hold members' words; and it waits for ever for an answer
    that comes a byte at a time. Here a request ends after `longest` seconds.
    """

    def __init__(self, longest: float, **settings: Any) -> None:  # noqa: ANN401 - as they come
        super().__init__(**settings)
        self._longest = longest

    async def do_request(self, *request: Any, **more: Any) -> tuple[int, bytes]:  # noqa: ANN401
        try:
            async with asyncio.timeout(self._longest):
                return await super().do_request(*request, **more)
        except TimeoutError:
            raise TimedOut from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        try:
            answer = json.loads(payload.decode(errors="replace"))
        except (ValueError, RecursionError):
            raise TelegramError("The server's answer is no JSON") from None
        if not isinstance(answer, dict):
            raise TelegramError("The server's answer is no JSON object")
        if answer.get("ok") and "result" not in answer:
            raise TelegramError("The server's answer is no JSON with a result")
        return answer


class RawBot(ExtBot[None]):
    """A bot that gets updates as they are: reading a batch at once, one broken update would cost them all."""

    async def raw_updates(self, **wanted: object) -> list[Any]:
        """Updates as the server sent them, whatever they are; takes what getUpdates takes."""
        try:
            found = await self._post("getUpdates", wanted)
        except KeyError:  # python-telegram-bot takes for granted that there is a result
            raise TelegramError("The server's answer has no result") from None
        if not isinstance(found, list):
            raise TelegramError("The server's answer is no list of updates")
        return found


def connected(
    token: str, address: str, wires: tuple[BaseRequest, BaseRequest] | None, heard: Callable[[str], None]
) -> RawBot:
    """A bot at the Bot API of an address; `wires` replace the connections for requests and for updates.

    `heard` is told the Date of each answer.
    """
    requests, updates = wires or (wire_for_requests(heard), wire_for_updates(heard))
    return RawBot(
        token, f"{address}/bot", f"{address}/file/bot", request=requests, get_updates_request=updates
    )


def wire_for_requests(heard: Callable[[str], None]) -> Wire:
    """For all that the bot asks and says: a place for each message that is sent, and some to spare."""
    return Wire(
        longest=30,
        connection_pool_size=AT_ONCE + TO_SPARE,
        connect_timeout=10,
        read_timeout=20,
        write_timeout=20,
        pool_timeout=10,
        httpx_kwargs=_listening(heard),
    )


def wire_for_updates(heard: Callable[[str], None]) -> Wire:
    """For the one request that waits for updates."""
    return Wire(
        longest=POLL + 5,
        connection_pool_size=2,
        connect_timeout=10,
        read_timeout=POLL + 5,
        pool_timeout=5,
        httpx_kwargs=_listening(heard),
    )


def _listening(heard: Callable[[str], None]) -> dict[str, Any]:
    """Settings of the HTTP client by which it tells the Date of each answer."""

    async def tell(response: httpx.Response) -> None:
        if date := response.headers.get("date"):
            heard(date)

    return {"event_hooks": {"response": [tell]}}
