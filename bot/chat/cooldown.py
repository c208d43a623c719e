"""Quiet for those who ask too much: over the limit there is no answer, and no word about that either."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from bot.chat.rate_limits import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from telegram import Update

    from bot.chat.clock import MonotonicClock

    Callback = Callable[[Update, Any], Coroutine[Any, Any, None]]

TO_A_USER = (10, 300.0)  # so many answers in so many seconds
TO_A_CHAT = (15, 60.0)
MOST_KNOWN = 10_000  # users and chats that are kept in mind


class Cooldowns:
    """Counts what each user and each chat is answered, on a clock that never jumps."""

    def __init__(
        self, clock: MonotonicClock, user: tuple[int, float] = TO_A_USER, chat: tuple[int, float] = TO_A_CHAT
    ) -> None:
        self._clock = clock
        self._limits = {"user": user, "chat": chat}
        self._windows: dict[tuple[str, int], Window] = {}  # the one that was used last is the last

    def calm(self, answer: Callback) -> Callback:
        """A handler that is not called for those who have had enough."""

        @wraps(answer)
        async def answer_unless_silent(update: Update, context: Any) -> None:  # noqa: ANN401
            if self._has_room(update):
                await answer(update, context)

        return answer_unless_silent

    def _has_room(self, update: Update) -> bool:
        now = self._clock.now()
        sender, chat = update.effective_sender, update.effective_chat  # a group may be the sender
        found = [self._window("user", sender.id)] if sender else []
        found += [self._window("chat", chat.id)] if chat else []
        if any(one.opens > now for one in found):
            return False
        for one in found:
            one.add(now)
        return True

    def _window(self, kind: str, number: int) -> Window:
        window = self._windows.pop((kind, number), None) or Window(*self._limits[kind])
        self._windows[kind, number] = window
        if len(self._windows) > MOST_KNOWN:
            del self._windows[next(iter(self._windows))]
        return window
