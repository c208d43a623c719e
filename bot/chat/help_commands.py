"""Finding one's way: what the bot is, how to ask it, what it has read."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram import ChatMember

from bot import cards
from bot.chat.addressing import message_of

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.context import Context
    from bot.chat.outbox import Outbox
    from bot.live import LiveLibrary

LOG = logging.getLogger(__name__)


class HelpCommands:
    """Answers that do not depend on a question."""

    def __init__(self, live: LiveLibrary, outbox: Outbox) -> None:
        self._live = live
        self._outbox = outbox

    async def start(self, update: Update, _: Context) -> None:
        await self._outbox.reply(message_of(update), cards.start_card(self._live.current))

    async def help(self, update: Update, context: Context) -> None:
        await self._outbox.reply(message_of(update), cards.help_card(context.bot.username))

    async def unknown_command(self, update: Update, _: Context) -> None:
        message = message_of(update)
        command = (message.text or message.caption or "/").split()[0]
        await self._outbox.reply(message, cards.unknown_command_card(command))

    async def no_text(self, update: Update, _: Context) -> None:
        await self._outbox.reply(message_of(update), cards.text_only_card())

    async def forwarded(self, update: Update, _: Context) -> None:
        await self._outbox.reply(message_of(update), cards.forwarded_card())

    async def joined_or_left(self, update: Update, _: Context) -> None:
        """Names a group's number in the log when the bot comes or goes: ADMIN_CHAT wants it."""
        change = update.my_chat_member
        if change and change.new_chat_member.status not in {ChatMember.LEFT, ChatMember.BANNED}:
            self._outbox.reopen(change.chat.id)
        if change and change.chat.id < 0:
            LOG.info("In the group %d the bot is now: %s", change.chat.id, change.new_chat_member.status)
