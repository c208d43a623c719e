"""What is stored about a member: shown to them, and deleted when they want it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.constants import ChatType

from bot import cards
from bot.chat.addressing import message_of, own_number
from bot.store import KEPT, WORDS_KEPT, StoreError

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.asking.answering import Asking
    from bot.chat.chat_settings import Settings
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox
    from bot.store import Store


class Privacy:
    """Commands for everybody, about themselves alone."""

    def __init__(self, store: Store, outbox: Outbox, asking: Asking, settings: Settings) -> None:
        self._store = store
        self._asking = asking
        self._outbox = outbox
        self._settings = settings

    async def privacy(self, update: Update, context: Context) -> None:
        """/privacy: what is kept, of whom, and for how long."""
        card = cards.privacy_card(KEPT.days, WORDS_KEPT.days, context.book)
        await self._outbox.reply(message_of(update), card)

    async def mydata(self, update: Update, context: Context) -> None:
        """/mydata: what is kept of whoever asks, in private."""
        message = message_of(update)
        member = own_number(message)
        if member is None or message.chat.type != ChatType.PRIVATE:  # their words are nobody else's business
            await self._to_private(message, context)
            return
        try:
            card = cards.mydata_card(await self._store.remembered_of(member), context.book)
        except StoreError:
            card = cards.later_card(context.book)
        await self._outbox.reply(message, card)

    async def forgetme(self, update: Update, context: Context) -> None:
        """/forgetme: nothing of that is kept; the answer says whether the backups are rid of it, too."""
        message = message_of(update)
        member = own_number(message)
        if member is None:
            await self._to_private(message, context)
            return
        self._asking.forget(member, message.date)
        try:
            in_backups = await self._store.forget(member)
            await self._settings.forget(member)
            card = cards.forgotten_card(in_backups=in_backups, book=context.book)
        except StoreError:
            card = cards.not_now_card(context.book)
        await self._outbox.reply(message, card)

    async def _to_private(self, message: Message, context: Context) -> None:
        username = message.get_bot().bot.username or ""
        await self._outbox.reply(message, cards.only_in_private_card(username, context.book))
