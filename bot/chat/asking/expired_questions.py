"""What came while the bot was away for too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import filters

from bot import cards
from bot.chat.addressing import is_from_a_person, question_in

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.apologies import Apologies
    from bot.chat.clock import TelegramTime
    from bot.chat.context import Context

TOO_OLD = 600.0  # seconds; nobody waits for an answer any more


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

    def __init__(self, apologies: Apologies) -> None:
        self._apologies = apologies

    async def pass_over(self, update: Update, context: Context) -> None:
        message = update.message
        if message is not None and _was_for_us(message, update):
            await self._apologies.tell_chat(message, cards.too_late_card(context.book))


def _was_for_us(message: Message, update: Update) -> bool:
    question = question_in(update, message.get_bot().bot)
    if question:
        return question.pleasantry is None
    return message.chat_id > 0 and is_from_a_person(message)
