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

POLL_SECONDS = 25  # seconds that Telegram holds a request for updates open while there is nothing new
CONNECTIONS = 16  # for messages on their way; more is slower: the HTTP pool is searched for each request
SPARE_CONNECTIONS = 4  # connections for other requests


class ApiRequest(HTTPXRequest):
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
            updates = await self._post("getUpdates", wanted)
        except KeyError:  # python-telegram-bot takes for granted that there is a result
            raise TelegramError("The server's answer has no result") from None
        if not isinstance(updates, list):
            raise TelegramError("The server's answer is no list of updates")
        return updates

    async def send_text(self, **content: object) -> int:
        """Sends a message whose content sendMessage takes; its number.

        python-telegram-bot's own `send_message` makes objects of the whole answer, each button among them:
        that takes five times as long as all else in here.
        """
        return await self._send("sendMessage", content)

    async def send_quiz(self, **content: object) -> int:
        """Sends a message whose content sendPoll takes; its number.

        python-telegram-bot reads no poll of a Bot API server that is older than itself.
        """
        return await self._send("sendPoll", content)

    async def _send(self, method: str, content: dict[str, object]) -> int:
        try:
            sent = await self._post(method, content)
            return int(sent["message_id"])
        except (KeyError, TypeError, ValueError):
            raise TelegramError("The server's answer has no result") from None


def connect(
    token: str, address: str, requests: tuple[BaseRequest, BaseRequest] | None, on_date: Callable[[str], None]
) -> RawBot:
    """A bot at the Bot API of an address; `requests` replace the HTTP clients: for methods, and for updates.

    `on_date` gets the Date of each answer.
    """
    request, updates_request = requests or (method_request(on_date), polling_request(on_date))
    return RawBot(
        token, f"{address}/bot", f"{address}/file/bot", request=request, get_updates_request=updates_request
    )


def method_request(on_date: Callable[[str], None]) -> ApiRequest:
    """For all that the bot asks and says: a place for each message that is sent, and some to spare."""
    return ApiRequest(
        longest=30,
        connection_pool_size=CONNECTIONS + SPARE_CONNECTIONS,
        connect_timeout=10,
        read_timeout=20,
        write_timeout=20,
        pool_timeout=10,
        httpx_kwargs=_date_hook(on_date),
    )


def polling_request(on_date: Callable[[str], None]) -> ApiRequest:
    """For the one request that waits for updates."""
    return ApiRequest(
        longest=POLL_SECONDS + 5,
        connection_pool_size=2,
        connect_timeout=10,
        read_timeout=POLL_SECONDS + 5,
        pool_timeout=5,
        httpx_kwargs=_date_hook(on_date),
    )


def _date_hook(on_date: Callable[[str], None]) -> dict[str, Any]:
    """Settings of the HTTP client by which it tells the Date of each answer."""

    async def tell(response: httpx.Response) -> None:
        if date := response.headers.get("date"):
            on_date(date)

    return {"event_hooks": {"response": [tell]}}
