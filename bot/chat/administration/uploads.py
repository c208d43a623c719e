"""Files that admins send: looked at, shown, and published by a button."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from telegram import MessageEntity
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, filters

from bot import cards
from bot.bounded_dict import BoundedDict
from bot.chat.addressing import author_number, message_of
from bot.chat.administration.publishing import Offer
from bot.chat.delivery.telegram_errors import reason
from bot.edits import EditError
from bot.publishing.additions import LARGEST, RefusedFile, SentFile, too_large
from bot.sources.folder import ALIASES, QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import Document, Message, Update

    from bot.cards import Button, Phrasebook
    from bot.chat.administration.admin_services import AdminServices
    from bot.chat.administration.publishing import Publishing
    from bot.chat.buttons import Press
    from bot.chat.clock import MonotonicClock
    from bot.chat.context import Context
    from bot.publishing.additions import Addition, Additions

ADD = "add"
AS_NEW = "asnew"  # the kind of the button
QUIET = 3.0  # seconds after which no more files are waited for
LONGEST_DOWNLOAD = 120.0  # seconds
MOST_KEPT = 5  # additions whose files are kept, to be added as new ones after all
MOST_ALBUMS = 100


class UploadFilter(filters.MessageFilter):
    """Files that are meant for the bot: all in private, elsewhere those with /add or in an album with it."""

    def filter(self, message: Message) -> bool:
        if message.document is None or message.via_bot:
            return False
        return message.chat.type == ChatType.PRIVATE or bool(message.media_group_id) or _has_add(message)


class AddFilter(filters.MessageFilter):
    """Files with /add under them."""

    def filter(self, message: Message) -> bool:
        return message.document is not None and _has_add(message)


@dataclass(slots=True)
class _Collection:
    """Files of one admin that come one after the other."""

    first: Message
    progress: int | None = None
    last_at: float = 0.0
    downloads: list[asyncio.Task[SentFile | RefusedFile]] = field(default_factory=list)
    offered: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(frozen=True, slots=True)
class _Kept:
    """Files that were looked at, and who sent them, as long as they may be published."""

    files: tuple[SentFile, ...]
    refused: tuple[RefusedFile, ...]
    who: str


class Uploads:
    """Takes files, waits until no more come, and offers them to be published."""

    def __init__(
        self, additions: Additions, publishing: Publishing, services: AdminServices, clock: MonotonicClock
    ) -> None:
        self._additions = additions
        self._publishing = publishing
        self._services = services
        self._outbox = services.outbox
        self._clock = clock
        self._collections: dict[tuple[int, int | None, int], _Collection] = {}
        self._albums: BoundedDict[str, bool] = BoundedDict(MOST_ALBUMS)  # with /add
        self._kept: BoundedDict[str, _Kept] = BoundedDict(MOST_KEPT)
        services.on_press(AS_NEW, self._as_new)

    async def received(self, update: Update, context: Context) -> None:
        """Takes an admin's file; everybody else's is left to the other handlers."""
        message = message_of(update)
        if not await self._is_wanted(message):
            return
        assert message.document
        self.collect(message, message.document, context.book)
        raise ApplicationHandlerStop

    async def refuse(self, update: Update, context: Context) -> None:
        """To a member who sends a file."""
        await self._outbox.reply(message_of(update), cards.documents_by_admins_card(context.book))

    async def _is_wanted(self, message: Message) -> bool:
        album = message.media_group_id
        if _has_add(message) and album:
            self._albums[album] = True
        is_meant = message.chat.type == ChatType.PRIVATE or _has_add(message) or album in self._albums
        return is_meant and await self._services.admins.wrote(message)

    def collect(self, message: Message, document: Document, book: Phrasebook) -> None:
        """Begins to fetch a file; with the first of several begins to wait for the others."""
        author = author_number(message)
        key = (message.chat_id, message.message_thread_id, author)
        collection = self._collections.get(key)
        download = asyncio.create_task(self._download(document))
        if collection:
            collection.downloads.append(download)
            collection.last_at = self._clock.now()
            self._services.background(_until(collection.offered))
            return
        self._collections[key] = collection = _Collection(message, last_at=self._clock.now())
        collection.downloads.append(download)
        self._services.background(self._finish(key, collection, book))

    async def _finish(
        self, key: tuple[int, int | None, int], collection: _Collection, book: Phrasebook
    ) -> None:
        """Waits for all files, and offers what they would change."""
        try:
            collection.progress = await self._publishing.progress.say(
                collection.first, cards.receiving_card(book)
            )
            while (rest := collection.last_at + QUIET - self._clock.now()) > 0:
                await self._clock.sleep(rest)
        finally:
            del self._collections[key]
        try:
            await self._offer_all(collection, book)
        finally:
            collection.offered.set()

    async def _offer_all(self, collection: _Collection, book: Phrasebook) -> None:
        sent = await asyncio.gather(*collection.downloads)
        who = self._publishing.change_by(collection.first, "").who
        kept = _Kept(
            tuple(row for row in sent if isinstance(row, SentFile)),
            tuple(row for row in sent if isinstance(row, RefusedFile)),
            who,
        )
        await self.offer(collection.first, collection.progress, kept, book)

    async def offer_files(
        self, message: Message, progress: int | None, files: Sequence[SentFile], book: Phrasebook
    ) -> None:
        """Shows what files would change that came in another way."""
        who = self._publishing.change_by(message, "").who
        await self.offer(message, progress, _Kept(tuple(files), (), who), book)

    async def offer(self, message: Message, progress: int | None, kept: _Kept, book: Phrasebook) -> None:
        """Shows what files would change, with buttons to publish them."""
        try:
            addition = await self._additions.prepare(kept.files, kept.who)
        except EditError as error:
            await self._publishing.progress.end(message, progress, cards.no_change_card(str(error), book))
            return
        addition.refused += kept.refused
        await self._publishing.progress.end(
            message, progress, self._card(addition, kept, message.chat_id, book)
        )

    def _card(self, addition: Addition, kept: _Kept, chat: int, book: Phrasebook) -> cards.Card:
        if addition.proposal is None or addition.check is None:
            return cards.nothing_taken_card(addition, book)
        number = addition.proposal.number
        more: tuple[Button, ...] = ()
        if any(row.known and row.known not in {ALIASES, QUESTIONS} for row in addition.taken):
            self._kept[number] = kept
            more = (self._services.buttons.button(book.text("button_as_new"), AS_NEW, chat, number),)
        lines = cards.addition_lines(addition, book)
        return self._publishing.card(Offer(addition.proposal, addition.check, lines, more), chat, book)

    async def _as_new(self, press: Press) -> str:
        """Offers files beside those that they would have replaced."""
        (number,) = press.arguments
        kept = self._kept.pop(number, None)
        if kept is None:
            return press.book.text("check_over")
        self._services.background(self._offer_as_new(press, number, kept))
        return press.book.text("check_reads")

    async def _offer_as_new(self, press: Press, number: str, kept: _Kept) -> None:
        before = self._publishing.proposals.get(number)
        if before:
            self._publishing.proposals.drop(before)
        try:
            addition = await self._additions.prepare(kept.files, kept.who, as_new=True)
            addition.refused += kept.refused
            card = self._card(addition, kept, press.chat, press.book)
        except EditError as error:
            card = cards.no_change_card(str(error), press.book)
        await self._outbox.edit_pressed(press.chat, press.message, card)

    @staticmethod
    async def _download(document: Document) -> SentFile | RefusedFile:
        """A file from Telegram, or why it could not be fetched."""
        name = document.file_name or "document"
        if (document.file_size or 0) > LARGEST:
            return too_large(name)
        try:
            async with asyncio.timeout(LONGEST_DOWNLOAD):
                file = await document.get_file()
                return SentFile(name, bytes(await file.download_as_bytearray()))
        except TimeoutError:
            return RefusedFile(name, "upload_not_fetched", "too slow")
        except TelegramError as error:  # its message may show the token
            return RefusedFile(name, "upload_not_fetched", reason(error))


async def _until(event: asyncio.Event) -> None:
    await event.wait()


def _has_add(message: Message) -> bool:
    """Whether /add stands at the beginning of what is written under a file."""
    caption = message.caption or ""
    entity = next(iter(message.caption_entities), None)
    if entity is None or entity.type != MessageEntity.BOT_COMMAND or entity.offset:
        return False
    name, _, addressee = caption[1 : entity.length].partition("@")
    me = message.get_bot().bot.username
    return name.lower() == ADD and addressee.lower() in {"", (me or "").lower()}
