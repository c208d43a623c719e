"""What holds in the chat that an update is from: its settings, and the language of its interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import cards
from bot.bounded_dict import BoundedDict
from bot.chat.addressing import numbers_of_migration
from bot.store import DEFAULT_SETTINGS, StoreError

if TYPE_CHECKING:
    from telegram import Update

    from bot.cards import Phrasebook
    from bot.chat.context import Context
    from bot.store import ChatSettings, SettingsTable

MOST_CHATS = 10_000  # whose settings are kept in memory


class Settings:
    """The settings of all chats, read once from the database and then kept in memory.

    While the database cannot be read a chat has those that hold where nothing was chosen.
    """

    def __init__(self, table: SettingsTable) -> None:
        self._table = table
        self._known: BoundedDict[int, ChatSettings] = BoundedDict(MOST_CHATS)

    async def of(self, chat: int) -> ChatSettings:
        """What a chat has chosen."""
        known = self._known.get(chat)
        if known is None:
            try:
                known = await self._table.of(chat)
            except StoreError:  # the database tells by itself; it is tried again with the next update
                return DEFAULT_SETTINGS
            self._known[chat] = known
        return known

    async def choose(self, chat: int, settings: ChatSettings) -> None:
        """Keeps what a chat has chosen; raises StoreError, and then nothing has changed."""
        await self._table.choose(chat, settings)
        self._known[chat] = settings

    def forget(self, chat: int) -> None:
        """Lets the database be asked again: what it holds of a chat has gone."""
        self._known.pop(chat, None)

    async def read(self, update: Update, context: Context) -> None:
        """Gives all who work on an update, before they do, the settings and the language of its chat."""
        number = _number(update)
        if number is not None:
            context.settings = await self.of(number)
            context.book = book_for(update, context.settings)

    async def book_of(self, update: Update) -> Phrasebook:
        """The texts for the chat of an update whose handler failed."""
        number = _number(update)
        return book_for(update, DEFAULT_SETTINGS if number is None else await self.of(number))

    async def follow(self, update: Update, _: Context) -> None:
        """A group that became a supergroup has another number, and keeps its settings."""
        before, after = numbers_of_migration(update)
        try:
            await self._table.move(before, after)
        except StoreError:  # until the next restart at least
            self._known[after] = await self.of(before)
        else:
            self.forget(after)
        self.forget(before)


def book_for(update: Update, settings: ChatSettings) -> Phrasebook:
    """The texts for a chat: in the language that it chose, else that of who is alone with the bot."""
    user = update.effective_user
    alone = user if user and _number(update) == user.id else None
    return cards.phrasebook_of(settings.language or (alone.language_code if alone else None))


def _number(update: Update) -> int | None:
    """The chat that an update is from; where there is none (inline), the private one of its sender."""
    place = update.effective_chat or update.effective_user
    return place.id if place else None
