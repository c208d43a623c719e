"""How often Telegram lets a bot write: https://core.telegram.org/bots/faq, "How do I avoid this?".

Each chat has a queue of its own, so that a flooded group waits for itself. The first of a queue, as soon as
its chat may be written to, joins one more queue, of all chats: there each has one message at a time, so the
room that there is for all goes round.

Telegram cannot be asked whether a message has arrived. So as a rule one is on its way at a time, and the next
one sets out when that has arrived and was noted: a bot that is killed says one thing twice at most.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
from collections import deque
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.chat.clock import MonotonicClock

TO_A_CHAT = (1, 1.0)  # so many messages in so many seconds
TO_A_GROUP = (20, 60.0)
TO_ALL = (30, 1.0)
COMMIT_TIME = 0.02  # seconds in which a message that has arrived is noted as done
OVERLAP = 0.1  # seconds after which the next one does not wait for one that is still on its way
STEP = 0.01  # seconds between two looks whether it has arrived
MOST_CHATS = 2_000  # that are kept in mind; of those that are quiet there is nothing to know
CHATS_REFUSED_IN_A_ROW = 3  # with no message accepted between: then it is for all


class TooLateError(Exception):
    """A message would have to wait for longer than it is of use."""


class Window:
    """No more than `most` messages in any `seconds`."""

    def __init__(self, most: int, seconds: float) -> None:
        self._sent: deque[float] = deque(maxlen=most)
        self._seconds = seconds

    @property
    def opens(self) -> float:
        """The time from which there is room for one more."""
        is_full = len(self._sent) == self._sent.maxlen
        return self._sent[0] + self._seconds if is_full else -math.inf

    @property
    def is_over(self) -> float:
        """The time from which nothing that was sent counts any more."""
        return self._sent[-1] + self._seconds if self._sent else -math.inf

    def add(self, at: float) -> None:
        """Counts a message from a time on, which is none before those of all others."""
        self._sent.append(at)

    def move(self, before: float, after: float) -> None:
        """Counts a message from when it has arrived instead of from when it set out."""
        with contextlib.suppress(ValueError):
            self._sent.remove(before)
            self._sent.append(after)


class Windows:
    """All that limits the messages to one chat, or to all; `closed_until` is what Telegram asked for."""

    def __init__(self, *limits: tuple[int, float]) -> None:
        self._windows = [Window(*limit) for limit in limits]
        self.closed_until = -math.inf

    def opens(self) -> float:
        """The time from which all limits have room for one more."""
        return max(self.closed_until, *(window.opens for window in self._windows))

    def is_quiet(self, now: float) -> bool:
        """Whether there is nothing to be known about it."""
        return now >= max(self.closed_until, *(window.is_over for window in self._windows))

    def add(self, at: float) -> None:
        """Counts a message in all of them."""
        for window in self._windows:
            window.add(at)

    def move(self, before: float, after: float) -> None:
        """Counts a message from when it has arrived, in all of them."""
        for window in self._windows:
            window.move(before, after)


class RateLimits:
    """Whose turn it is, and when. Times are those of the clock."""

    def __init__(self, clock: MonotonicClock) -> None:
        self._clock = clock
        self._chats: dict[int, Windows] = {}
        self._queues: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._all = Windows(TO_ALL)
        self._turn_lock = asyncio.Lock()
        self._refused: set[int] = set()  # chats, since a message was accepted
        self._last_began = self._next_may = -math.inf

    def queue(self, chat: int) -> asyncio.Lock:
        """The queue of a chat: who holds the lock is its first, and keeps the order by holding on."""
        return self._queues.setdefault(chat, asyncio.Lock())

    async def turn(self, chat: int, deadline: float) -> float:
        """Waits until a message may go to a chat; the time it set out. Raises TooLateError."""
        await self._wait(self._windows(chat).opens, deadline)
        async with self._turn_lock:
            await self._wait(self._all.opens, deadline)
            while (wait := self._next_may - self._clock.now()) > 0:
                await self._clock.sleep(min(wait, STEP))
            now = self._clock.now()
            self._last_began, self._next_may = now, now + OVERLAP
            for windows in (self._windows(chat), self._all):
                windows.add(now)
            return now

    def arrived(self, began: float) -> None:
        """A message is no longer on its way, whatever became of it."""
        if began == self._last_began:
            self._next_may = min(self._next_may, self._clock.now() + COMMIT_TIME)

    def accepted(self, chat: int, began: float) -> None:
        """A message has arrived: it counts from now, for nobody knows how long it was on its way."""
        self._refused.clear()
        for windows in (self._windows(chat), self._all):
            windows.move(began, self._clock.now())

    def refused(self, chat: int, seconds: float) -> None:
        """Telegram asks for patience: in one chat, unless it says so to one after the other."""
        self._refused.add(chat)
        self.pause(chat, seconds)
        if len(self._refused) >= CHATS_REFUSED_IN_A_ROW:
            self._all.closed_until = max(self._all.closed_until, self._clock.now() + seconds)

    def pause(self, chat: int, seconds: float) -> None:
        """Lets a chat be for a while."""
        own = self._windows(chat)
        own.closed_until = max(own.closed_until, self._clock.now() + seconds)

    async def _wait(self, opens: Callable[[], float], deadline: float) -> None:
        while (at := opens()) > (now := self._clock.now()):
            if at > deadline:
                raise TooLateError
            await self._clock.sleep(at - now)
        if now > deadline:
            raise TooLateError

    def _windows(self, chat: int) -> Windows:
        windows = self._chats.get(chat)
        if windows is None:
            self._forget_quiet_chats()
            limits = (TO_A_CHAT, TO_A_GROUP) if chat < 0 else (TO_A_CHAT,)
            windows = self._chats[chat] = Windows(*limits)
        return windows

    def _forget_quiet_chats(self) -> None:
        if len(self._chats) < MOST_CHATS:
            return
        now = self._clock.now()
        self._chats = {chat: windows for chat, windows in self._chats.items() if not windows.is_quiet(now)}
