"""When a handler fails: a friendly line for the member, a trace without anybody's words for the log."""

from __future__ import annotations

import logging
import traceback
from typing import TYPE_CHECKING

from telegram import Update
from telegram.error import NetworkError, TelegramError

from bot import cards
from bot.chat.delivery.telegram_errors import reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram import Message

    from bot.cards import Phrasebook
    from bot.chat.chat_settings import Settings
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox

LOG = logging.getLogger(__name__)


class ErrorHandler:
    """Takes what handlers raise."""

    def __init__(self, outbox: Outbox, settings: Settings, pseudonym: Callable[[int], str]) -> None:
        self._outbox = outbox
        self._pseudonym = pseudonym  # what a chat is called in the log
        self._settings = settings

    async def failed(self, update: object, context: Context) -> None:
        error = context.error
        if error is None:
            return
        where = "".join(traceback.format_tb(error.__traceback__))
        number, chat = "?", "unknown"
        if isinstance(update, Update):
            place = update.effective_chat or update.effective_user
            number, chat = str(update.update_id), self._pseudonym(place.id) if place else chat
        LOG.error("Update %s failed: %s (chat %s)\n%s", number, reason(error), chat, where)
        LOG.debug("Its message: %s", error)  # may quote what a member wrote
        is_line_down = type(error) is NetworkError
        if isinstance(update, Update) and update.message and not is_line_down:
            await self._apologise(update.message, await self._settings.book_of(update))

    async def _apologise(self, message: Message, book: Phrasebook) -> None:
        try:
            await self._outbox.reply(message, cards.error_card(book))
        except TelegramError as error:
            LOG.warning("Not even an apology could be sent (%s)", reason(error))
