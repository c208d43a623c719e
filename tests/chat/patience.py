"""A clock for tests on which waiting takes no time: when everybody waits, it jumps to whoever is next."""

from __future__ import annotations

import asyncio
import heapq
import itertools

from bot.chat.clock import Clock

POLITE = 30  # turns of the event loop in which anybody who can work may do so before time goes on


class PatientClock:
    """Starts at 1,000 seconds."""

    def __init__(self) -> None:
        self.time = 1_000.0
        self.clock = Clock(lambda: self.time, self._sleep)
        self._sleepers: list[tuple[float, int]] = []
        self._numbers = itertools.count()

    async def _sleep(self, seconds: float) -> None:
        me = (self.time + seconds, next(self._numbers))
        heapq.heappush(self._sleepers, me)
        try:
            while True:
                for _ in range(POLITE):
                    await asyncio.sleep(0)
                if self._sleepers[0] == me:
                    self.time = max(self.time, me[0])
                    return
        finally:
            self._sleepers.remove(me)
            heapq.heapify(self._sleepers)
