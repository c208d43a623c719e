"""What came while the bot was away for too long."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from telegram.ext import filters

from bot import cards
from bot.bounded_dict import BoundedDict
from bot.chat.addressing import is_from_a_person, question_in

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.clock import MonotonicClock, TelegramTime
    from bot.chat.context import Context
    from bot.chat.outbox import Outbox

TOO_OLD = 600.0  # seconds; nobody waits for an answer any more
AGAIN = 600.0  # seconds after which a chat may be told once more
MOST_CHATS = 10_000  # that are known to have been told


class ExpiredFilter(filters.UpdateFilter):
    """Messages that were written, or edited, too long ago to be of interest."""

    def __init__(self, time: TelegramTime) -> None:
        super().__init__()
        self._time = time

    def filter(self, update: Update) -> bool:
        message = update.message or update.edited_message
        if message is None:
            return False
        return self._time.now() - (message.edit_date or message.date).timestamp() > TOO_OLD


class ExpiredQuestions:
    """Tells a chat, once, that what it asked has waited for too long."""

    def __init__(self, outbox: Outbox, clock: MonotonicClock) -> None:
        self._outbox = outbox
        self._clock = clock
        self._told_at: BoundedDict[int, float] = BoundedDict(MOST_CHATS)

    async def pass_over(self, update: Update, _: Context) -> None:
        message, now = update.message, self._clock.now()
        if message is None or not _was_for_us(message, update):
            return
        if now - self._told_at.get(message.chat_id, -math.inf) >= AGAIN:
            self._told_at[message.chat_id] = now
            await self._outbox.reply(message, cards.too_late_card())


def _was_for_us(message: Message, update: Update) -> bool:
    question = question_in(update, message.get_bot().bot)
    if question:
        return question.pleasantry is None
    return message.chat_id > 0 and is_from_a_person(message)
