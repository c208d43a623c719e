"""Browsing: pages of dated sentences on one message that its buttons edit; passages; what sources cover."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from telegram import Message, MessageEntity

from bot import cards
from bot.browsing.selection import listing
from bot.browsing.source_spans import source_spans
from bot.cards.card import Span
from bot.chat.addressing import message_of
from bot.chat.buttons import Alert
from bot.chat.delivery.outgoing_message import Attachment
from bot.pictures import can_draw
from bot.today import day_of

if TYPE_CHECKING:
    from telegram import Update

    from bot.browsing.chronology import Chronology
    from bot.browsing.selection import Listing
    from bot.cards import Button, Card, Phrasebook
    from bot.chat.buttons import Buttons, Press
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox
    from bot.publishing.live import LiveLibrary
    from bot.store import ChatSettings

PAGE, STATEMENT, ANOTHER, SOURCES = "page", "dated", "another", "sources"  # kinds of buttons
PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class _Where:
    """For which chat buttons are made, and in whose words."""

    chat: int
    book: Phrasebook


class Browsing:
    """Shows what the library knows of a time, without a question.

    Nothing is kept of a list: its message holds the command, and each button the number that it leads to.
    """

    def __init__(self, live: LiveLibrary, outbox: Outbox, buttons: Buttons) -> None:
        self._live = live
        self._outbox = outbox
        self._buttons = buttons
        self._drawing = asyncio.Lock()
        buttons.on(PAGE, self._turned)
        buttons.on(STATEMENT, self._opened)
        buttons.on(ANOTHER, self._another)
        buttons.on(SOURCES, self._sources_turned)
        buttons.on(PICTURE, self._drawn)

    async def timeline(self, update: Update, context: Context) -> None:
        await self._list("/timeline", update, context)

    async def on_date(self, update: Update, context: Context) -> None:
        await self._list("/on", update, context)

    async def today(self, update: Update, context: Context) -> None:
        await self._list("/today", update, context)

    async def random(self, update: Update, context: Context) -> None:
        message, chronology = message_of(update), self.chronology(context.settings)
        card = self._random_card(chronology, _Where(message.chat_id, context.book))
        await self._outbox.reply(message, card)

    async def sources(self, update: Update, context: Context) -> None:
        message, chronology = message_of(update), self.chronology(context.settings)
        card = self._sources_card(chronology, 0, _Where(message.chat_id, context.book))
        await self._outbox.reply(message, card)

    async def _list(self, name: str, update: Update, context: Context) -> None:
        message = message_of(update)
        command = Span(" ".join([name, *(context.args or ())])).text  # as it will be read there again
        if len(command) > cards.LONGEST_COMMAND:
            await self._outbox.reply(message, cards.too_long_card(context.book))
            return
        selected = listing(self.chronology(context.settings), command, day_of(message.date))
        if selected and len(selected):
            card = self.first_page(selected, message.chat_id, context.book)
        else:
            card = cards.nothing_card(command, selected, context.book)
        await self._outbox.reply(message, card)

    async def _turned(self, press: Press) -> str | Alert:
        """Shows another page of a list."""
        return await self._show_page(press, int(press.arguments[0]))

    async def _opened(self, press: Press) -> str | Alert:
        """Shows a statement of a list with its passage."""
        number, edition = int(press.arguments[0]), press.arguments[1]
        page, selected = number // cards.A_PAGE, self._listing_of(press)
        if not selected:
            return _no_list(selected, press)
        if edition != selected.chronology.edition:  # another statement may have that number now
            return await self._show_page(press, page) or press.book.text("list_was_renewed")
        where = _Where(press.chat, press.book)
        turning = self._turning(STATEMENT, number, len(selected), where, edition)
        back = self._buttons.button(press.book.text("back_to_list"), PAGE, press.chat, page)
        card = cards.listed_statement_card(selected, number, press.book)
        return await self._edit(press, replace(card, buttons=(turning, (back,))))

    async def _show_page(self, press: Press, page: int) -> str | Alert:
        """Puts a page of a list into its message, the last one where there are no longer so many."""
        selected = self._listing_of(press)
        if not selected:
            return _no_list(selected, press)
        page = min(page, cards.pages_of(len(selected)) - 1)
        return await self._edit(press, self._page_card(selected, page, _Where(press.chat, press.book)))

    def _listing_of(self, press: Press) -> Listing | None:
        """The list of a message, as it is now; None where Telegram shows it no more."""
        message = press.query.message
        if not isinstance(message, Message) or not message.text:
            return None
        command = next(iter(message.parse_entities([MessageEntity.CODE]).values()), "")
        return listing(self.chronology(press.settings), command, day_of(message.date))

    def first_page(self, selected: Listing, chat: int, book: Phrasebook) -> Card:
        """The first page of a list that has any, with its buttons."""
        return self._page_card(selected, 0, _Where(chat, book))

    def _page_card(self, selected: Listing, page: int, where: _Where) -> Card:
        first, edition = page * cards.A_PAGE, selected.chronology.edition
        numbers = tuple(
            self._buttons.button(str(number + 1), STATEMENT, where.chat, number, edition)
            for number in range(first, min(first + cards.A_PAGE, len(selected)))
        )
        turning = self._turning(PAGE, page, cards.pages_of(len(selected)), where)
        picture = self._buttons.button(where.book.text("picture_button"), PICTURE, where.chat, page)
        rows = (numbers, turning, (picture,) if can_draw() else ())
        return replace(cards.listing_card(selected, page, where.book), buttons=rows)

    def _turning(self, kind: str, here: int, many: int, where: _Where, *more: str) -> tuple[Button, ...]:
        """◀ 2/5 ▶: to the one before and behind, from either end to the other; nothing where there is one."""
        if many < 2:
            return ()
        count = where.book.text("page_count", page=here + 1, pages=many)
        wanted = (("◀", (here - 1) % many), (count, here), ("▶", (here + 1) % many))
        return tuple(self._buttons.button(text, kind, where.chat, number, *more) for text, number in wanted)

    async def _drawn(self, press: Press) -> str | Alert:
        """Sends a page of a list as a picture."""
        message, selected = press.query.message, self._listing_of(press)
        if not selected or not isinstance(message, Message):
            return _no_list(selected, press)
        from bot.pictures.drawing import NoFontError, draw  # noqa: PLC0415 - needs Pillow

        first = min(int(press.arguments[0]), cards.pages_of(len(selected)) - 1) * cards.A_PAGE
        picture = cards.timeline_picture(selected, first, cards.A_PAGE, press.book)
        try:
            async with self._drawing:  # one at a time: each keeps a core busy
                drawn = await asyncio.to_thread(draw, picture)
        except NoFontError as error:
            return Alert(press.book.text("picture_no_font", script=error.script, package=error.package))
        caption = cards.picture_caption(selected)
        sent = await self._outbox.attach(message, caption, Attachment("timeline.png", drawn, is_picture=True))
        return "" if sent else press.book.text("picture_refused")

    async def _another(self, press: Press) -> str | Alert:
        """Shows another statement by chance."""
        where = _Where(press.chat, press.book)
        return await self._edit(press, self._random_card(self.chronology(press.settings), where))

    def _random_card(self, chronology: Chronology, where: _Where) -> Card:
        if not len(chronology):
            return cards.no_dates_card(where.book)
        statement = chronology.statement(random.randrange(len(chronology)))  # noqa: S311 - no secret
        another = self._buttons.button(where.book.text("another_button"), ANOTHER, where.chat)
        return replace(cards.statement_card(chronology, statement, where.book), buttons=((another,),))

    async def _sources_turned(self, press: Press) -> str | Alert:
        """Shows another page of the sources."""
        chronology, page = self.chronology(press.settings), int(press.arguments[0])
        card = self._sources_card(chronology, page, _Where(press.chat, press.book))
        return await self._edit(press, card)

    def _sources_card(self, chronology: Chronology, page: int, where: _Where) -> Card:
        spans = [span for span in source_spans(chronology) if span.passages]
        many = cards.pages_of(len(spans), cards.SOURCES_A_PAGE)
        page = min(page, many - 1)
        turning = self._turning(SOURCES, page, many, where)
        return replace(cards.sources_page_card(spans, page, where.book), buttons=(turning,))

    async def _edit(self, press: Press, card: Card) -> str | Alert:
        """Puts a card into the message whose button was pressed."""
        message = press.query.message
        if not isinstance(message, Message) or not press.is_under_its_like:
            return Alert(press.book.text("list_too_old"))
        await self._outbox.edit(press.message, message, card)
        return ""

    def chronology(self, settings: ChatSettings) -> Chronology:
        """The dated statements of the sources that a chat uses, as they are now."""
        return self._live.chronology_of(self._live.without(settings.hidden_sources))


def _no_list(selected: Listing | None, press: Press) -> Alert:
    """Why no list is shown: its message is too old, or nothing of it is left."""
    return Alert(press.book.text("list_too_old" if selected is None else "list_is_empty"))
