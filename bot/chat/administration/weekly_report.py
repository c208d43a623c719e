"""The statistics of a week, to the admins' group on Monday morning: once, over restarts too."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.chat.delivery.telegram_errors import reason
from bot.store import StoreError

if TYPE_CHECKING:
    from bot.chat.administration.statistics import StatisticsCommands
    from bot.chat.clock import TelegramTime
    from bot.supervisor import Supervisor

LOG = logging.getLogger(__name__)
CHECKED = 600.0  # seconds between two looks at the clock
MONDAY, HOUR = 0, 9  # from when on, in the machine's time zone


class WeeklyReport:
    """Sends the statistics; a week is claimed in the database first, so that no restart sends it again."""

    def __init__(self, statistics: StatisticsCommands, time: TelegramTime) -> None:
        self._statistics = statistics
        self._time = time
        self._running: asyncio.Task[None] | None = None

    def open(self, supervisor: Supervisor, chat: int) -> None:
        """Begins to look at the clock, if it has not; the reports go to a chat."""
        if self._running is None:
            self._running = supervisor.keep("weekly report", self._run(chat))

    async def close(self) -> None:
        """Sends none any more."""
        if self._running:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    async def _run(self, chat: int) -> None:
        while True:
            await self.send_due(chat)
            await asyncio.sleep(CHECKED)

    async def send_due(self, chat: int) -> None:
        """Sends the report when it is time, and it was not sent."""
        week = due_week(datetime.fromtimestamp(self._time.now()).astimezone())
        if week is None:
            return
        try:
            await self._statistics.send_week(week, chat)
        except StoreError:  # rather none than two
            return
        except TelegramError as error:
            LOG.error("The weekly report was not sent: %s", reason(error))  # noqa: TRY400 - its words stay out


def due_week(now: datetime) -> str | None:
    """The week (ISO 8601) whose report is due on its Monday from nine o'clock on; None on other days.

    >>> due_week(datetime(2026, 11, 23, 9)), due_week(datetime(2026, 11, 23, 8))
    ('2026-W48', None)
    """
    if now.weekday() != MONDAY or now.hour < HOUR:
        return None
    year, week, _ = now.isocalendar()
    return f"{year}-W{week:02}"
