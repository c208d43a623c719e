"""How the bot is, for other threads to ask."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

BEAT = 1.0  # seconds between two signs of life of the event loop


@dataclass
class Pulse:
    """How the bot is, for other threads to read. `silence` gives the seconds since Telegram's last answer."""

    silence: Callable[[], float]
    now: Callable[[], float] = time.monotonic
    _beat: float = field(init=False)

    def __post_init__(self) -> None:
        self._beat = self.now()

    @property
    def lag(self) -> float:
        """Seconds that the event loop is behind with its sign of life."""
        return max(0.0, self.now() - self._beat - BEAT)

    async def run(self) -> None:
        """Beats for as long as the loop runs."""
        while True:
            self._beat = self.now()
            await asyncio.sleep(BEAT)


@dataclass(frozen=True, slots=True)
class LatencyFigures:
    """How long answers took: how many no longer than each bound in seconds, and all of them together."""

    buckets: list[tuple[float, int]]
    total: float  # seconds
    median: float | None  # of today's


@dataclass(frozen=True, slots=True)
class Vitals:
    """Where to ask how the bot is: numbers by name, and by name and outcome; any thread may."""

    pulse: Pulse
    levels: Callable[[], dict[str, float]]
    counts: Callable[[], dict[tuple[str, str], float]]
    latency: Callable[[], LatencyFigures]
