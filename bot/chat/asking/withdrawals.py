"""Questions that are taken back: an edit takes the command or the mention away, and the answer with it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot import cards
from bot.chat.addressing import message_of, place_of
from bot.store import StoreError

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox
    from bot.store import Store

LOG = logging.getLogger(__name__)


class Withdrawals:
    """Hears of edited messages that are no questions, or no more."""

    def __init__(self, outbox: Outbox, store: Store) -> None:
        self._outbox = outbox
        self._store = store

    async def take_back(self, update: Update, context: Context) -> None:
        """Deletes the answer to what was a question, if it had one, and forgets the question."""
        message = message_of(update)
        try:
            answer = await self._store.answer_to(place_of(message))
        except StoreError as error:
            LOG.error("The earlier answer could not be looked up: %s", error)  # noqa: TRY400 - expected, no trace
            return
        if answer is None:
            return
        await self._outbox.delete(message.chat_id, answer, cards.withdrawn_card(context.book))
        try:
            await self._store.forget_question(place_of(message))
        except StoreError as error:
            LOG.warning("A question that was taken back could not be forgotten: %s", error)
