"""A cool-down for those who ask too much: they are told once how long it lasts, and get no answer in it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING

from bot import cards
from bot.bounded_dict import BoundedDict
from bot.chat.delivery.rate_limits import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from telegram import Update

    from bot.cards import Phrasebook
    from bot.chat.clock import MonotonicClock
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox

    Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]

KNOWN_A_SECOND = 30  # users or chats that are kept in mind a second of their limit; so many can be answered


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many updates that are responded to in so many seconds, for a user and for a chat."""

    user: tuple[int, float]
    chat: tuple[int, float]


ANSWERS = Allowance(user=(10, 300.0), chat=(15, 60.0))
COMMANDS = Allowance(user=(10, 60.0), chat=(15, 60.0))
INLINE = Allowance(user=(60, 60.0), chat=(60, 60.0))  # a client asks several times while a question is typed
PRESSES = Allowance(user=(30, 60.0), chat=(120, 60.0))


@dataclass(slots=True)
class _Usage:
    """What a user or a chat had lately, and the end of the cool-down that they were told of last."""

    window: Window
    told_until: float = -math.inf


class Cooldown:
    """Counts what each user and each chat is responded to, on a clock that never jumps."""

    def __init__(self, clock: MonotonicClock, outbox: Outbox, allowance: Allowance) -> None:
        self._clock = clock
        self._outbox = outbox
        self._allowance = allowance
        self._users, self._chats = _none_known(allowance.user), _none_known(allowance.chat)

    def limits(self, callback: Callback) -> Callback:
        """A callback that is not called during a cool-down."""

        @wraps(callback)
        async def call_unless_cooling_down(update: Update, context: Context) -> None:
            now, usages = self._clock.now(), self._usages(update)
            full = [usage for usage in usages if usage.window.opens > now]
            if not full:
                for usage in usages:
                    usage.window.add(now)
                await callback(update, context)
            elif any(usage.told_until <= now for usage in full):
                await self._tell(update, full, now, context.book)

        return call_unless_cooling_down

    def _usages(self, update: Update) -> list[_Usage]:
        """What is counted of those who take part in an update; a group may be the sender."""
        sender, chat = update.effective_sender, update.effective_chat
        usages = [_used(self._users, sender.id, self._allowance.user)] if sender else []
        return [*usages, _used(self._chats, chat.id, self._allowance.chat)] if chat else usages

    async def _tell(self, update: Update, full: list[_Usage], now: float, book: Phrasebook) -> None:
        """Says in one line that a cool-down has begun, and how long it lasts."""
        end = max(usage.window.opens for usage in full)
        for usage in full:
            usage.told_until = usage.window.opens
        seconds = math.ceil(end - now)
        if update.inline_query:
            await self._outbox.answer_inline(update.inline_query, [], cards.inline_cooldown(seconds, book))
        elif update.callback_query:
            await self._outbox.answer_press(update.callback_query, cards.press_cooldown(seconds, book))
        elif message := update.effective_message:
            await self._outbox.reply(message, cards.cooldown_card(seconds, book))


def _none_known(limit: tuple[int, float]) -> BoundedDict[int, _Usage]:
    return BoundedDict(math.ceil(KNOWN_A_SECOND * limit[1]))


def _used(known: BoundedDict[int, _Usage], number: int, limit: tuple[int, float]) -> _Usage:
    """What is counted of a user or a chat, who is now the last to be forgotten."""
    known[number] = usage = known.get(number) or _Usage(Window(*limit))
    return usage


@dataclass(frozen=True, slots=True)
class Cooldowns:
    """Each kind of update is counted apart: whoever asked a lot may still be forgotten or get help."""

    answers: Cooldown
    inline: Cooldown
    commands: Cooldown
    presses: Cooldown

    @classmethod
    def over(cls, clock: MonotonicClock, outbox: Outbox) -> Cooldowns:
        """The cool-downs of a bot."""
        return cls(*(Cooldown(clock, outbox, each) for each in (ANSWERS, INLINE, COMMANDS, PRESSES)))
