"""Which chats the bot stays in: all of them, or those in CHATS."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram.error import TelegramError
from telegram.ext import filters

from bot.chat.addressing import numbers_of_migration
from bot.chat.delivery.telegram_errors import reason
from bot.chat.membership import is_out

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.context import Context
    from bot.config import Config

LOG = logging.getLogger(__name__)


class AllowedChats:
    """Leaves the chats that are not on the list; private chats are always open."""

    def __init__(self, config: Config) -> None:
        self._listed = set(config.chats)
        self._admin_chat = config.admin_chat

    def listed(self) -> frozenset[int]:
        """The groups that are listed, by the numbers that they have now."""
        return frozenset(self._listed)

    def is_closed(self, chat: int) -> bool:
        """Whether the bot does not stay in a chat: a group that is not listed, where some are."""
        return bool(self._listed) and chat < 0 and chat not in self._listed and chat != self._admin_chat

    async def leave(self, update: Update, context: Context) -> None:
        """Leaves the chat of an update, unless it was just removed from it."""
        chat, change = update.effective_chat, update.my_chat_member
        if chat is None or (change and is_out(change.new_chat_member.status)):
            return
        LOG.warning("The chat %d is not in CHATS: I leave it", chat.id)
        try:
            await context.bot.leave_chat(chat.id)
        except TelegramError as error:
            LOG.warning("The chat %d could not be left (%s)", chat.id, reason(error))

    async def follow(self, update: Update, _: Context) -> None:
        """A group that became a supergroup has another number: the settings have to be told."""
        before, after = numbers_of_migration(update)
        if before in self._listed or before == self._admin_chat:
            self._listed |= {after} if self._listed else set()
            LOG.error("The group %d is now %d: put that number into CHATS and ADMIN_CHAT", before, after)


class ElsewhereFilter(filters.UpdateFilter):
    """Updates from chats that the bot does not stay in."""

    def __init__(self, allowed_chats: AllowedChats) -> None:
        super().__init__()
        self._allowed_chats = allowed_chats

    def check_update(self, update: Update) -> bool:  # also of those without a message
        return self.filter(update)

    def filter(self, update: Update) -> bool:
        return update.effective_chat is not None and self._allowed_chats.is_closed(update.effective_chat.id)
