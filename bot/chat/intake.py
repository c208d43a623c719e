"""Taking updates in: raw from Telegram, read one by one, handed on in order."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.error import InvalidToken, TelegramError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.chat.wire import RawBot

LOG = logging.getLogger(__name__)
POLL = 30  # seconds that Telegram holds a request open while there is nothing new
SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 30.0  # seconds between attempts while Telegram cannot be reached
WANTED = (
    Update.MESSAGE, Update.EDITED_MESSAGE, Update.INLINE_QUERY, Update.MY_CHAT_MEMBER,
)  # fmt: skip


class Intake:
    """Asks Telegram for updates and hands each to `take`, which returns as soon as it has it in its keeping.

    python-telegram-bot's own polling stops for ever at one update that it cannot read; here it is set aside.
    """

    def __init__(self, bot: RawBot, take: Callable[[Update], Awaitable[None]]) -> None:
        self._bot = bot
        self._take = take
        self._offset: int | None = None
        self._last_poll: float | None = None

    @property
    def last_poll_age(self) -> float | None:
        """Seconds since Telegram last answered, None before the first time."""
        return None if self._last_poll is None else time.monotonic() - self._last_poll

    async def run(self) -> None:
        """Takes updates in until it is cancelled; raises InvalidToken when the token is revoked."""
        pause = SHORTEST_PAUSE
        while True:
            try:
                updates = await self._poll()
            except InvalidToken:
                raise
            except TelegramError as error:
                LOG.warning("No updates (%s); next try in %.0f s", _reason(error), pause)
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
                continue
            pause = SHORTEST_PAUSE
            for raw in updates:
                await self.take(raw)

    async def take(self, raw: dict[str, Any]) -> None:
        """Hands on one update as Telegram sent it; one that cannot be read is told about and passed over."""
        self._offset = raw["update_id"] + 1
        try:
            update = Update.de_json(raw, self._bot)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the next one may be fine
            LOG.error("Update %s cannot be read: %s", raw["update_id"], type(error).__name__)  # noqa: TRY400
            return
        await self._take(update)

    async def _poll(self) -> list[dict[str, Any]]:
        wanted: dict[str, Any] = {"timeout": POLL, "allowed_updates": list(WANTED)}
        if self._offset is not None:
            wanted["offset"] = self._offset
        updates = await self._bot.raw_updates(**wanted)
        self._last_poll = time.monotonic()
        return updates


def _reason(error: TelegramError) -> str:
    """The kind of an error and of what is behind it; its message may quote what Telegram sent."""
    behind = f", {type(error.__cause__).__name__}" if error.__cause__ else ""
    return type(error).__name__ + behind
