"""Time as the chat knows it: it only goes forward, whatever anybody does to the clock on the wall."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


@dataclass(frozen=True, slots=True)
class MonotonicClock:
    """Seconds since some moment, and how to wait for a number of them."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


class TelegramTime:
    """What time it is where messages are dated, by the last answer of Telegram that said so.

    Before the first of them it is what the clock on the wall says: that may be wrong, and set right by a day.
    """

    def __init__(self) -> None:
        self._last_answer: tuple[float, float] | None = None  # its date, and when on a clock that never jumps

    def note(self, date: str) -> None:
        """Takes the Date of an answer, such as Wed, 25 Nov 2026 20:00:58 GMT; what is none is passed over."""
        try:
            self._last_answer = parsedate_to_datetime(date).timestamp(), time.monotonic()
        except (ValueError, OverflowError):
            return

    def now(self) -> float:
        """Seconds since 1970."""
        if self._last_answer is None:
            return time.time()
        dated, heard_at = self._last_answer
        return dated + time.monotonic() - heard_at
