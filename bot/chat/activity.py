"""What the bot does in a day, and how fast: for /status, the metrics, and a line a day in the log."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from bisect import bisect_left
from collections import Counter, deque
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from statistics import median
from typing import TYPE_CHECKING

from bot.store import Figures, Outcome, StoreError
from bot.today import day_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.chat.clock import MonotonicClock
    from bot.store import Store

LOG = logging.getLogger(__name__)
EVERY = 60.0  # seconds between two looks at the database and at the day
BOUNDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0)  # seconds; of the histogram
MOST_OF_A_DAY = 10_000  # latencies that the median of a day is taken from, the last ones

RECEIVED_AT: ContextVar[float | None] = ContextVar("received_at", default=None)  # by time.monotonic


def seconds_taken() -> float | None:
    """Seconds since the update that is worked on was received; None when that was in an earlier life."""
    received_at = RECEIVED_AT.get()
    return None if received_at is None else time.monotonic() - received_at


class Latency:
    """How long answers took from the receipt of the question until they were sent, in seconds."""

    def __init__(self) -> None:
        self.counts = [0] * (len(BOUNDS) + 1)  # up to each bound, and above all
        self.total = 0.0
        self._of_day: deque[float] = deque(maxlen=MOST_OF_A_DAY)

    def add(self, seconds: float) -> None:
        """Counts an answer that took so long."""
        self.counts[bisect_left(BOUNDS, seconds)] += 1
        self.total += seconds
        self._of_day.append(seconds)

    def buckets(self) -> list[tuple[float, int]]:
        """How many took no longer than each bound; the last bound is infinite. Any thread may ask."""
        counts = list(self.counts)
        bounds = (*BOUNDS, float("inf"))
        return [(bound, sum(counts[: number + 1])) for number, bound in enumerate(bounds)]

    @property
    def median(self) -> float | None:
        """Of today's answers, None when there are none."""
        return median(list(self._of_day)) if self._of_day else None

    def begin_day(self) -> None:
        """From now on the median is that of a new day."""
        self._of_day.clear()


class Activity:
    """Counts what is answered, and looks up the figures of the day, which a restart does not lose."""

    def __init__(self, store: Store, clock: MonotonicClock, today: Callable[[], date] = day_of) -> None:
        self._store = store
        self._clock = clock
        self._began = clock.now()
        self._today = today
        self._day = today()
        self.counts: Counter[Outcome] = Counter()  # since the start
        self.latency = Latency()
        self.figures = Figures()  # of today, as they were at the last look

    @property
    def uptime(self) -> float:
        """Seconds since the start."""
        return self._clock.now() - self._began

    def note(self, outcome: Outcome) -> None:
        """An answer, or a refusal, was sent just now."""
        self.counts[outcome] += 1
        seconds = seconds_taken()
        if seconds is not None:
            self.latency.add(seconds)

    async def figures_now(self) -> Figures | None:
        """Today's figures, None when they cannot be looked up."""
        with contextlib.suppress(StoreError):
            self.figures = await self._figures_of(self._today())
            return self.figures
        return None

    async def run(self) -> None:
        """Looks each minute until it is cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(EVERY)

    async def look(self) -> None:
        """Brings the figures up to date; on a new day those of the one before stand in the log."""
        if self._day != self._today():
            await self._tell_of(self._day)
            self._day = self._today()
            self.latency.begin_day()
        await self.figures_now()

    async def _tell_of(self, day: date) -> None:
        try:
            figures = await self._figures_of(day)
        except StoreError:  # the database tells by itself
            return
        LOG.info(
            "%s: %d answered, %d refused, %d votes up, %d down; %s",
            day.isoformat(),
            figures.answered,
            figures.refused,
            figures.up,
            figures.down,
            "no latency is known"
            if self.latency.median is None
            else f"half of what was said was sent within {self.latency.median:.2f} s",
        )

    async def _figures_of(self, day: date) -> Figures:
        first, end = (
            datetime.combine(each, time_of_day()).astimezone() for each in (day, day + timedelta(days=1))
        )
        return await self._store.figures(first, end)
