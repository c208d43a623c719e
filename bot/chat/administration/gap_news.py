"""News for members who wished to be told: their question is answered."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot import cards
from bot.answers import Answer
from bot.chat.delivery.telegram_errors import reason
from bot.store import StoreError

if TYPE_CHECKING:
    from bot.chat.chat_settings import Settings
    from bot.chat.delivery.outbox import Outbox
    from bot.publishing.live import LiveLibrary
    from bot.store import DueNews, GapTable
    from bot.supervisor import Supervisor

LOG = logging.getLogger(__name__)


class GapNews:
    """Tells those who wished it that their question is answered, with the answer if there is one now."""

    def __init__(
        self,
        live: LiveLibrary,
        table: GapTable,
        settings: Settings,
        outbox: Outbox,
        supervisor: Supervisor,
    ) -> None:
        self._live = live
        self._table = table
        self._settings = settings
        self._outbox = outbox
        self._supervisor = supervisor
        self._telling = asyncio.Lock()

    def start(self) -> None:
        """Begins to tell all who are to be told; a chat that is slow holds nobody up."""
        self._supervisor.start("news of answers", self.tell_all())

    async def tell_all(self) -> None:
        """Tells all who are to be told: also those that an earlier life did not come to.

        Each at most once: it is noted that they were told when their turn has come, just before it is sent.
        """
        async with self._telling:
            try:
                for news in await self._table.due():
                    await self._tell(news)
            except StoreError as error:  # they are told after the next start
                LOG.warning("Not all news of answers could be told: %s", error)

    async def _tell(self, news: DueNews) -> None:
        settings = await self._settings.of(news.chat_number)
        book = cards.phrasebook_of(settings.language)
        result = self._live.without(settings.hidden_sources).answer(news.words, top=1)
        answer = cards.answer_card(result, book) if isinstance(result, Answer) else None
        card = cards.news_card(news.words, news.asked_at, answer, book)
        try:
            note = partial(self._table.mark_told, news)
            await self._outbox.send(news.chat_number, card, beneath=news.message, before=note)
        except TelegramError as error:
            LOG.warning("News of an answer could not be sent (%s)", reason(error))
