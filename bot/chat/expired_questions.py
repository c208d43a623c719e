"""What came while the bot was away for too long."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bot import cards
from bot.chat.addressing import is_from_a_person, question_in

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.outbox import Outbox

AGAIN = 600.0  # seconds after which a chat may be told once more


class ExpiredQuestions:
    """Tells a chat, once, that what it asked has waited for too long."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._told: dict[int, float] = {}  # when each chat was told, on a clock that never jumps

    async def passed_over(self, update: Update) -> None:
        message, now = update.message, time.monotonic()
        if message is None or not _was_for_us(message, update):
            return
        self._told = {chat: when for chat, when in self._told.items() if now - when < AGAIN}
        if message.chat_id not in self._told:
            self._told[message.chat_id] = now
            await self._outbox.reply(message, cards.too_late_card())


def _was_for_us(message: Message, update: Update) -> bool:
    is_private = message.chat_id > 0 and is_from_a_person(message)
    return is_private or question_in(update, message.get_bot().bot) is not None
