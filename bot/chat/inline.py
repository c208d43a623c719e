"""Inline queries: an answer to post in any chat, or a way into the private chat."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot import cards
from bot.answers import Answer
from bot.chat.outbox import article
from bot.today import day_of

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.clock import TelegramTime
    from bot.chat.context import Context
    from bot.chat.outbox import Outbox
    from bot.live import LiveLibrary


class InlineQueries:
    """Answers queries while they are typed."""

    def __init__(self, live: LiveLibrary, outbox: Outbox, time: TelegramTime) -> None:
        self._live = live
        self._outbox = outbox
        self._time = time

    async def typed(self, update: Update, context: Context) -> None:
        query = update.inline_query
        if query is None:
            return
        text = query.query.strip()
        today = day_of(datetime.fromtimestamp(self._time.now(), UTC))  # an inline query has no date
        result = self._live.without(context.settings.hidden_sources).answer(text, top=1, today=today)
        if isinstance(result, Answer):
            title, description = cards.inline_title(result), cards.inline_description(result)
            offers = [article("1", title, description, cards.inline_card(result))]
        else:
            offers = []
        await self._outbox.answer_inline(query, offers, cards.inline_invitation(is_empty=not text))
