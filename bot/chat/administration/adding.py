"""/add, and links to pages that admins send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.constants import ChatType
from telegram.ext import ApplicationHandlerStop, filters

from bot import cards
from bot.chat.addressing import message_of
from bot.publishing.additions import SentFile
from bot.publishing.page_fetch import LINK, FetchError

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.cards import Phrasebook
    from bot.chat.administration.admin_services import AdminServices
    from bot.chat.administration.uploads import Uploads
    from bot.chat.context import Context
    from bot.publishing.page_fetch import PageFetcher


class LinkFilter(filters.MessageFilter):
    """Messages in private that are a link and nothing else."""

    def filter(self, message: Message) -> bool:
        is_private = message.chat.type == ChatType.PRIVATE
        return is_private and LINK.fullmatch((message.text or "").strip()) is not None


class Adding:
    """Takes a file that was shared before, or fetches a page; `fetcher` is None where no page is fetched."""

    def __init__(self, uploads: Uploads, fetcher: PageFetcher | None, services: AdminServices) -> None:
        self._uploads = uploads
        self._fetcher = fetcher
        self._services = services
        self._outbox = services.outbox

    async def add(self, update: Update, context: Context) -> None:
        """/add with a link, or as a reply to a file; alone it says how to add one."""
        message, link = message_of(update), " ".join(context.args or ())
        replied = message.reply_to_message
        if replied and replied.document:
            self._uploads.collect(message, replied.document, context.book)
        elif LINK.fullmatch(link) and self._fetcher:
            self._services.background(self._add_page(self._fetcher, message, link, context.book))
        else:
            card = cards.adding_help_card(fetches_links=self._fetcher is not None, book=context.book)
            await self._outbox.reply(message, card)

    async def received_link(self, update: Update, context: Context) -> None:
        """Takes an admin's link in private; everybody else's is left to the other handlers."""
        message = message_of(update)
        if self._fetcher is None or not await self._services.admins.wrote(message):
            return
        link = (message.text or "").strip()
        self._services.background(self._add_page(self._fetcher, message, link, context.book))
        raise ApplicationHandlerStop

    async def _add_page(self, fetcher: PageFetcher, message: Message, link: str, book: Phrasebook) -> None:
        progress = await self._services.progress.say(message, cards.receiving_card(book))
        try:
            page = await fetcher.fetch(link)
        except FetchError as error:
            await self._services.progress.end(message, progress, cards.no_change_card(str(error), book))
            return
        await self._uploads.offer_files(message, progress, [SentFile(page.name, page.content)], book)
