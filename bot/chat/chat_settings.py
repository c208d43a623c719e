"""What holds in the chat that an update is from: its settings, and the language of its interface."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from bot import cards
from bot.chat.addressing import numbers_of_migration
from bot.store import DEFAULT_SETTINGS, StoreError

if TYPE_CHECKING:
    from telegram import Update

    from bot.cards import Phrasebook
    from bot.chat.context import Context
    from bot.store import ChatSettings, SettingsTable


class Settings:
    """The settings of all chats, read from the database when the first is asked for, then kept in memory.

    So no question waits for the database to learn that its chat has chosen nothing, as nearly all have.
    A chat that has chosen takes about 500 bytes. While the database cannot be read a chat has the settings
    that hold where nothing was chosen.
    """

    def __init__(self, table: SettingsTable) -> None:
        self._table = table
        self._chosen: dict[bytes, ChatSettings] | None = None  # by chat; None until they were read
        self._reading = asyncio.Lock()  # one reads them, the others wait

    async def of(self, chat: int) -> ChatSettings:
        """What a chat has chosen."""
        try:
            return (await self._all()).get(self._table.key(chat), DEFAULT_SETTINGS)
        except StoreError:  # the database tells by itself; it is tried again with the next update
            return DEFAULT_SETTINGS

    async def choose(self, chat: int, settings: ChatSettings) -> None:
        """Keeps what a chat has chosen; raises StoreError, and then nothing has changed."""
        chosen = await self._all()
        await self._table.choose(chat, settings)
        chosen[self._table.key(chat)] = settings

    async def forget(self, member: int) -> None:
        """Leaves nothing of what was chosen in a private chat, after the database has forgotten it."""
        (await self._all()).pop(self._table.key(member), None)

    async def _all(self) -> dict[bytes, ChatSettings]:
        """What the chats have chosen; raises StoreError."""
        if self._chosen is None:
            async with self._reading:
                if self._chosen is None:
                    self._chosen = await self._table.all()
        return self._chosen

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
        with contextlib.suppress(StoreError):  # where only writing fails they are kept until the next restart
            chosen = await self._all()
            settings = chosen.pop(self._table.key(before), None)
            if settings is not None:
                chosen[self._table.key(after)] = settings
                await self._table.move(before, after)


def book_for(update: Update, settings: ChatSettings) -> Phrasebook:
    """The texts for a chat: in the language that it chose, else that of who is alone with the bot."""
    user = update.effective_user
    alone = user if user and _number(update) == user.id else None
    return cards.phrasebook_of(settings.language or (alone.language_code if alone else None))


def _number(update: Update) -> int | None:
    """The chat that an update is from; where there is none (inline), the private one of its sender."""
    place = update.effective_chat or update.effective_user
    return place.id if place else None
