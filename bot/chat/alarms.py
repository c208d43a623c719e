"""Errors told to the admins' chat: what the log says at ERROR, each kind at most once an hour.

No line of the log above DEBUG holds what a member wrote; of other libraries' lines only the name is told.
"""

from __future__ import annotations

import asyncio
import logging
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot import cards
from bot.bounded_dict import BoundedDict
from bot.chat.delivery.telegram_errors import reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.cards import Card
    from bot.chat.chat_settings import Settings
    from bot.chat.clock import MonotonicClock
    from bot.chat.delivery.outbox import Outbox

LOG = logging.getLogger(__name__)
ONCE_IN = 3600.0  # seconds
OURS = "bot."
VARYING = re.compile(r"\b[0-9a-f]{12}\b | [0-9]+", re.VERBOSE)  # the pseudonym of a chat, or a number
MOST_KINDS = 200  # that are kept in mind
MOST_WAITING = 20  # alarms that wait for a connection


@dataclass(frozen=True, slots=True)
class _Sent:
    """When an error of some kind was told of last, and how often it came since."""

    at: float
    missed: int = 0


class Alarms(logging.Handler):
    """Hear the log. `redacted` takes out of a line what nobody may see."""

    def __init__(self, redacted: Callable[[str], str], clock: MonotonicClock) -> None:
        super().__init__(logging.ERROR)
        self.errors = 0  # heard so far
        self._redacted = redacted
        self._clock = clock
        self._loop = asyncio.get_running_loop()
        self._sent: BoundedDict[str, _Sent] = BoundedDict(MOST_KINDS)
        self._waiting: asyncio.Queue[tuple[str, int]] = asyncio.Queue(MOST_WAITING)

    def emit(self, record: logging.LogRecord) -> None:
        self.errors += 1
        line = _first_line(record)
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._take, self._redacted(line))

    def _take(self, line: str) -> None:
        kind, now = VARYING.sub("#", line), self._clock.now()
        before = self._sent.get(kind)
        if before and now - before.at < ONCE_IN:
            self._sent[kind] = replace(before, missed=before.missed + 1)
        elif not self._waiting.full():
            self._sent[kind] = _Sent(now)
            self._waiting.put_nowait((line, before.missed if before else 0))

    async def tell(self, outbox: Outbox, settings: Settings, chat: int) -> None:
        """Sends what was heard, and what will be, until it is cancelled."""
        while True:
            line, missed = await self._waiting.get()
            book = cards.phrasebook_of((await settings.of(chat)).language)
            await self._tell(outbox, chat, cards.alarm_card(line, missed, book))
            self._waiting.task_done()

    async def all_sent(self) -> None:
        """Waits until what was heard has been sent."""
        await self._waiting.join()

    @staticmethod
    async def _tell(outbox: Outbox, chat: int, card: Card) -> None:
        try:
            await outbox.send(chat, card)
        except TelegramError as error:  # a warning: an error would be an alarm again
            LOG.warning("An alarm could not be sent to ADMIN_CHAT (%s)", reason(error))


def _first_line(record: logging.LogRecord) -> str:
    if not record.name.startswith(OURS):
        return f"{record.name} reports an error; the log says more"
    return record.getMessage().partition("\n")[0]
