"""Finding one's way: how to ask in this chat, what the bot does not read, hello to a new group."""

from __future__ import annotations

import contextlib
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from telegram.constants import ChatType

from bot import cards
from bot.chat.addressing import message_of
from bot.chat.command_menus import for_admins, for_everybody, for_managers, for_oneself
from bot.chat.deep_links import links_to_questions
from bot.chat.membership import is_out
from bot.store import Speaking, StoreError

if TYPE_CHECKING:
    from telegram import ChatMemberUpdated, Message, Update

    from bot.cards import Phrasebook
    from bot.chat.chat_settings import Settings
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox
    from bot.chat.permissions.admins import Admins
    from bot.chat.permissions.chat_admins import ChatAdmins
    from bot.publishing.examples import Examples

LOG = logging.getLogger(__name__)
GROUPS = {ChatType.GROUP, ChatType.SUPERGROUP}


class HelpCommands:
    """Answers that do not depend on a question."""

    def __init__(
        self,
        outbox: Outbox,
        settings: Settings,
        examples: Examples,
        admins: Admins,
        chat_admins: ChatAdmins,
    ) -> None:
        self._outbox = outbox
        self._settings = settings
        self._examples = examples
        self._admins = admins
        self._chat_admins = chat_admins

    async def help(self, update: Update, context: Context) -> None:
        message = message_of(update)
        card = cards.help_card(await self._ways(message, context), context.book)
        await self._outbox.reply(message, card)

    async def _ways(self, message: Message, context: Context) -> cards.Ways:
        """What works where a message stands, for whoever wrote it."""
        me, is_private = context.bot.bot, message.chat.type == ChatType.PRIVATE
        hears_all = bool(me.can_read_all_group_messages)
        manages = not is_private and await self._chat_admins.manages(message)
        rules = await self._admins.wrote(message)
        examples = self._examples.of(context.book.language, context.settings.hidden_sources)
        return cards.Ways(
            username=context.bot.username,
            is_private=is_private,
            hears_mentions=hears_all,
            answers_unasked=not is_private and hears_all and context.settings.speaking is Speaking.SURE,
            is_inline=bool(me.supports_inline_queries),
            examples=examples,
            links=links_to_questions(context.bot.username, examples),
            commands=for_oneself() if is_private else for_everybody(),
            for_managers=(*(for_managers() if manages else ()), *(for_admins() if rules else ())),
        )

    async def unknown_command(self, update: Update, context: Context) -> None:
        message = message_of(update)
        command = (message.text or message.caption or "/").split()[0]
        await self._outbox.reply(message, cards.unknown_command_card(command, context.book))

    async def no_text(self, update: Update, context: Context) -> None:
        await self._outbox.reply(message_of(update), cards.text_only_card(context.book))

    async def forwarded(self, update: Update, context: Context) -> None:
        await self._outbox.reply(message_of(update), cards.forwarded_card(context.book))

    async def joined_or_left(self, update: Update, context: Context) -> None:
        """Says hello to a group; the log names its number when the bot comes or goes: ADMIN_CHAT wants it."""
        change = update.my_chat_member
        if change is None:
            return
        before, after = change.old_chat_member.status, change.new_chat_member.status
        if not is_out(after):
            self._outbox.reopen(change.chat.id)
        if change.chat.id < 0:
            LOG.info("In the group %d the bot is now: %s", change.chat.id, after)
        if is_out(before) and not is_out(after) and change.chat.type in GROUPS:
            me = context.bot.bot
            ways = cards.Ways(context.bot.username, hears_mentions=bool(me.can_read_all_group_messages))
            book = await self._book_for_group(change, context)
            await self._outbox.send(change.chat.id, cards.added_card(ways, change.chat.id, book))

    async def _book_for_group(self, change: ChatMemberUpdated, context: Context) -> Phrasebook:
        """The texts for a group that the bot came to: in its language, else from now on in its inviter's."""
        book = cards.phrasebook_of(change.from_user.language_code)
        if context.settings.language or book is context.book:
            return context.book
        with contextlib.suppress(StoreError):
            await self._settings.choose(change.chat.id, replace(context.settings, language=book.language))
        return book
