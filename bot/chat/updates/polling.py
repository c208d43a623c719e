"""Taking updates in: raw from Telegram, into the inbox, and only then the next ones."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.chat.delivery.connection import POLL_SECONDS
from bot.chat.delivery.telegram_errors import reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.chat.clock import MonotonicClock
    from bot.chat.delivery.connection import RawBot
    from bot.store import Inbox, Raw

LOG = logging.getLogger(__name__)
SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 30.0  # seconds between attempts while Telegram cannot be reached
# Turns of the event loop in which an answer sets out before more is asked for: half a millisecond earlier.
# Its request is written in the fifth.
HEAD_START = 6
MOST_CONFLICTS = 3  # running; one or two are a restart that overlaps
WANTED = (
    Update.MESSAGE, Update.EDITED_MESSAGE, Update.INLINE_QUERY, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER,
)  # fmt: skip


class TwoBotsError(Exception):
    """Another program takes this bot's updates; says so."""

    def __init__(self) -> None:
        super().__init__(
            f"Another program asks Telegram for this bot's updates (409, {MOST_CONFLICTS} times running): "
            "stop it, or let @BotFather give you a new token (/revoke)"
        )


class Polling:
    """Asks Telegram for updates; those that it gave are confirmed when the inbox has them in its keeping.

    python-telegram-bot confirms them before they are worked on, and its polling stops for ever at one that
    it cannot read.
    """

    def __init__(self, bot: RawBot, inbox: Inbox, clock: MonotonicClock) -> None:
        self._bot = bot
        self._inbox = inbox
        self._clock = clock
        self._offset: int | None = None
        self._last_poll: float | None = None
        self._conflicts = 0  # running

    @property
    def last_poll_age(self) -> float | None:
        """Seconds since Telegram last answered, None before the first time."""
        return None if self._last_poll is None else self._clock.now() - self._last_poll

    async def announce(self) -> None:
        """Tells Telegram that updates will be asked for: with a webhook it gives out none."""
        await self._bot.delete_webhook()

    async def run(self) -> None:
        """Takes updates in until it is cancelled; raises InvalidToken when that is revoked, TwoBotsError."""
        pause = SHORTEST_PAUSE
        while True:
            try:
                await self.take(await self._poll())
            except InvalidToken:
                raise
            except TelegramError as error:
                self._count(error)
                LOG.warning("No updates (%s); next try in %.0f s", reason(error), pause)
                await self._clock.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            else:
                pause = SHORTEST_PAUSE
                for _ in range(HEAD_START):
                    await asyncio.sleep(0)

    async def close(self) -> None:
        """Takes nothing more: there is nothing that is open."""

    async def take(self, updates: Iterable[Raw]) -> None:
        """Returns when the inbox has updates in its keeping."""
        taken = list(updates)
        await self._inbox.take(taken)
        self._offset = max((update["update_id"] + 1 for update in taken), default=self._offset)

    async def _poll(self) -> list[Raw]:
        wanted: dict[str, Any] = {"timeout": POLL_SECONDS, "allowed_updates": list(WANTED)}
        if self._offset is not None:
            wanted["offset"] = self._offset
        updates = await self._bot.raw_updates(**wanted)
        sound = [update for update in updates if is_update(update)]
        if len(sound) < len(updates):
            LOG.error("Telegram sent %d updates without a number", len(updates) - len(sound))
        if updates and not sound:  # they would come again at once
            raise TelegramError("No update has a number")
        self._last_poll, self._conflicts = self._clock.now(), 0
        return sound

    def _count(self, error: TelegramError) -> None:
        self._conflicts = self._conflicts + 1 if isinstance(error, Conflict) else 0
        if self._conflicts == MOST_CONFLICTS:
            raise TwoBotsError from None


def is_update(received: object) -> bool:
    """Whether something from outside has the number that makes it an update."""
    number = received.get("update_id") if isinstance(received, dict) else None
    return isinstance(number, int) and 0 <= number < 2**63
