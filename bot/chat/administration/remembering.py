"""/remember and /forget: a message of a group becomes a passage of its chronicle, and is taken out again."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram.constants import ChatType

from bot import cards
from bot.chat.addressing import message_of, own_number, place_of
from bot.edits import EditError
from bot.edits.chronicle import (
    ChronicleEntry,
    EntryGoneError,
    NoDateError,
    chronicle_file,
    date_and_title,
    entry_number,
    with_entry,
    without_entry,
)
from bot.store import MessageId, StoreError
from bot.today import day_of

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.cards import Card, Phrasebook
    from bot.chat.administration.publishing import Publishing
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox
    from bot.chat.permissions.chat_admins import ChatAdmins
    from bot.dates import HistoricalDate
    from bot.store import KeptEntry, Store


@dataclass(frozen=True, slots=True)
class _Wish:
    """A message that is to be remembered, and how."""

    command: Message
    message: Message
    date: HistoricalDate
    entry: ChronicleEntry
    group: str  # its title


class Remembering:
    """Writes messages into the chronicle of their group, and takes them out again."""

    def __init__(self, outbox: Outbox, store: Store, publishing: Publishing, admins: ChatAdmins) -> None:
        self._outbox = outbox
        self._store = store
        self._publishing = publishing
        self._admins = admins
        self._writing = asyncio.Lock()  # of two who remember a message the second finds the first one's entry

    async def remember(self, update: Update, context: Context) -> None:
        """For the admins of a group, as a reply to a message in it."""
        command, book = message_of(update), context.book
        replied = command.reply_to_message
        if command.chat.type == ChatType.PRIVATE or replied is None or replied.forum_topic_created:
            await self._outbox.reply(command, cards.remember_how_card(book))
            return
        if not await self._admins.manages(command):
            await self._outbox.reply(command, cards.managers_only_card(book))
            return
        text = command.quote.text if command.quote else replied.text or replied.caption or ""
        if not text.strip() or (replied.from_user and replied.from_user.id == context.bot.id):
            await self._outbox.reply(command, cards.remember_no_text_card(book))
            return
        try:
            date, title = date_and_title(" ".join(context.args or ()), day_of(replied.date))
        except NoDateError as error:
            await self._outbox.reply(command, cards.no_date_card(str(error), book))
            return
        author = (replied.author_signature or _name(replied)) if context.settings.names else ""
        number = entry_number(self._store.pseudonym(command.chat_id), command.message_id, command.date)
        url = replied.link and replied.link.partition("?")[0]  # without the thread, which may be "None"
        entry = ChronicleEntry(number, date, title, text, author, url)
        await self._write(_Wish(command, replied, date, entry, command.chat.title or ""), book)

    async def _write(self, wish: _Wish, book: Phrasebook) -> None:
        work = self._publish(wish)
        outcome, progress = await self._publishing.with_progress(wish.command, work, book)
        if not isinstance(outcome, str):
            await self._publishing.progress.end(
                wish.command, progress, cards.not_written_card(str(outcome), book)
            )
            return
        card = cards.remembered_card(wish.date, wish.group, book)
        sent = await self._publishing.progress.end(wish.command, progress, card)
        await self._note(wish, sent, outcome)

    def _file_of(self, wish: _Wish) -> str:
        return chronicle_file(wish.group, self._store.pseudonym(wish.command.chat_id))

    async def _publish(self, wish: _Wish) -> str | EditError | StoreError:
        """Writes an entry in the place of the earlier one of its message; its file, or why it cannot be."""
        change = self._publishing.change_by(wish.command, f"remember {wish.entry.number}")
        async with self._writing:
            try:
                earlier = await self._store.chronicle.entry_of(place_of(wish.message))
                file = earlier.file if earlier else self._file_of(wish)
                await self._publishing.proposals.edit(
                    file, lambda text: with_entry(_without(text, earlier), wish.group, wish.entry), change
                )
            except (EditError, StoreError) as error:
                return error
            await self._note(wish, None, file)
        return file

    async def _note(self, wish: _Wish, sent: int | None, file: str) -> None:
        """Keeps whose message it was; where that cannot be written the admins alone can take it out."""
        author = own_number(wish.message)
        with contextlib.suppress(StoreError):
            await self._store.chronicle.note(place_of(wish.message), sent, author, file, wish.entry.number)

    async def forget(self, update: Update, context: Context) -> None:
        """For whoever wrote what was remembered, and for admins; as a reply to it, or to our card of it."""
        command, book = message_of(update), context.book
        work = self._forgotten(command, book)
        outcome, progress = await self._publishing.with_progress(command, work, book)
        await self._publishing.progress.end(command, progress, outcome)

    async def _forgotten(self, command: Message, book: Phrasebook) -> Card:
        replied = command.reply_to_message
        if replied is None:
            return cards.forget_how_card(book)
        try:
            entry = await self._store.chronicle.entry_of(MessageId(command.chat_id, replied.message_id))
            if entry is None:
                return cards.forget_how_card(book)
            if not await self._may_take_out(command, entry):
                return cards.not_yours_card(book)
            await self._take_out(command, entry)
        except (EditError, StoreError) as error:
            return cards.not_written_card(str(error), book)
        return cards.taken_out_card(book)

    async def _may_take_out(self, command: Message, entry: KeptEntry) -> bool:
        member = own_number(command)
        is_author = member is not None and self._store.chronicle.wrote(member, entry)
        return is_author or await self._admins.manages(command)

    async def _take_out(self, command: Message, entry: KeptEntry) -> None:
        change = self._publishing.change_by(command, f"forget {entry.number}")
        try:
            await self._publishing.proposals.edit(
                entry.file,
                lambda text: without_entry(text, entry.number),
                change,
                is_urgent=True,  # it is its author's right
            )
        except EntryGoneError:  # taken out by hand, or just before a crash
            await self._store.chronicle.forget(entry)
            raise
        await self._store.chronicle.forget(entry)


def _name(message: Message) -> str:
    if message.sender_chat:
        return message.sender_chat.title or ""
    return message.from_user.full_name if message.from_user else ""


def _without(chronicle: str, earlier: KeptEntry | None) -> str:
    """A chronicle without what the same message was remembered as before."""
    if earlier is None:
        return chronicle
    try:
        return without_entry(chronicle, earlier.number)
    except EntryGoneError:  # taken out by hand
        return chronicle
