"""A clock for tests on which waiting takes no time: when everybody waits, it jumps to whoever is next."""

from __future__ import annotations

import asyncio
import heapq
import itertools

from bot.chat.clock import MonotonicClock

POLITE = 30  # turns of the event loop in which anybody who can work may do so before time goes on


class PatientClock:
    """Starts at 1,000 seconds. Nobody may wait for less than nothing."""

    def __init__(self) -> None:
        self.time = 1_000.0
        self.clock = MonotonicClock(lambda: self.time, self._sleep)
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()
        self._waking: asyncio.Task[None] | None = None

    async def _sleep(self, seconds: float) -> None:
        assert seconds >= 0
        alarm = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.time + seconds, next(self._numbers), alarm))
        if self._waking is None or self._waking.done():
            self._waking = asyncio.create_task(self._wake())
        await alarm

    async def _wake(self) -> None:
        while self._sleepers:
            for _ in range(POLITE):
                await asyncio.sleep(0)
            due, _, alarm = heapq.heappop(self._sleepers)
            if not alarm.done():  # whoever was cancelled moves no time
                self.time = max(self.time, due)
                alarm.set_result(None)
