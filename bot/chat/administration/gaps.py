"""/gaps: questions without a good answer, for admins to decide on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot import cards
from bot.chat.addressing import message_of
from bot.chat.buttons import Alert
from bot.store import KEPT, GapState, StoreError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from telegram import Update

    from bot.cards import Button, Card, GapEntry, GapPage, Phrasebook
    from bot.chat.administration.admin_services import AdminServices
    from bot.chat.administration.gap_list import GapList
    from bot.chat.administration.gap_news import GapNews
    from bot.chat.buttons import Press
    from bot.chat.context import Context
    from bot.store import Gap

    Rows = tuple[tuple[Button, ...], ...]

WEEK = timedelta(days=7)
PAGE, ENTRY, DECIDE = "gaps", "gap", "gapdo"  # kinds of buttons
STATES = {"a": GapState.ANSWERED, "p": GapState.PASSED_OVER}


class Gaps:
    """Shows them, and notes what admins decide; each button says what it leads to."""

    def __init__(self, listed: GapList, news: GapNews, services: AdminServices) -> None:
        self._list = listed
        self._news = news
        self._admins = services.admins
        self._outbox = services.outbox
        self._buttons = services.buttons
        self._actions: list[tuple[str, str]] = []
        services.on_press(PAGE, self._turned)
        services.on_press(ENTRY, self._opened)
        services.on_press(DECIDE, self._decided)

    def add_action(self, label: str, kind: str) -> None:
        """Puts a button under each entry: the key of its text, and its kind; its argument names the entry."""
        self._actions.append((label, kind))

    async def entry(self, key: str) -> GapEntry | None:
        """The entry that such a button names, None when nothing is left of it; raises StoreError."""
        return await self._list.entry(key)

    async def mark_answered(self, words: str) -> None:
        """All questions like one are answered: those who wished it are told. Raises StoreError."""
        await self._decide(await self._list.questions_like(words), GapState.ANSWERED)

    async def show(self, update: Update, context: Context) -> None:
        """Replies with the list of the last week, or of all that is kept."""
        message, book = message_of(update), context.book
        if not self._admins.are_alone_in(message.chat_id):
            await self._outbox.reply(message, cards.gaps_elsewhere_card(book))
            return
        is_week = [word.lower() for word in context.args or ()] == ["week"]
        try:
            page = await self._list.page(0, WEEK if is_week else KEPT)
            card = self._page_card(message.chat_id, page, book)
        except StoreError:
            card = cards.gaps_later_card(book)
        await self._outbox.reply(message, card)

    async def _turned(self, press: Press) -> str | Alert:
        """Shows another page of the list."""
        return await self._edited(press, self._page_of)

    async def _opened(self, press: Press) -> str | Alert:
        """Shows an entry of the list."""
        return await self._edited(press, self._entry_of)

    async def _decided(self, press: Press) -> str | Alert:
        """Notes what an admin decides on an entry, and shows the list again."""
        return await self._edited(press, self._page_after_decision)

    async def _edited(self, press: Press, card_of: Callable[[Press], Awaitable[Card | None]]) -> str | Alert:
        """Shows what was pressed for."""
        try:
            card = await card_of(press)
        except StoreError:
            return Alert(press.book.text("gaps_later"))
        if card is None:
            return Alert(press.book.text("gap_gone"))
        await self._outbox.edit_pressed(press.chat, press.message, card)
        return ""

    async def _page_of(self, press: Press) -> Card:
        number, days = map(int, press.arguments[-2:])
        page = await self._list.page(number, timedelta(days=days))
        return self._page_card(press.chat, page, press.book)

    async def _entry_of(self, press: Press) -> Card | None:
        key, number, days = press.arguments
        entry = await self._list.entry(key)
        if entry is None:
            return None
        rows = self._entry_rows(press, entry, int(number), int(days))
        return replace(cards.gap_card(entry, press.book), buttons=rows)

    async def _page_after_decision(self, press: Press) -> Card | None:
        action, key = press.arguments[:2]
        questions = await self._list.questions(key)
        if not questions:
            return None
        await self._decide(questions, STATES[action])
        return await self._page_of(press)

    async def _decide(self, questions: Sequence[Gap], state: GapState) -> None:
        if questions:
            await self._list.decide(questions, state)
        if state is GapState.ANSWERED and any(question.is_wished for question in questions):
            self._news.start()

    def _page_card(self, chat: int, page: GapPage, book: Phrasebook) -> Card:
        entries = tuple(
            self._buttons.button(str(place), ENTRY, chat, entry.key, page.number, page.days)
            for place, entry in enumerate(page.entries, page.first)
        )
        turns = (("◀", page.number - 1), ("▶", page.number + 1))
        arrows = tuple(
            self._buttons.button(text, PAGE, chat, to, page.days)
            for text, to in turns
            if 0 <= to <= page.last
        )
        return replace(cards.gaps_card(page, book), buttons=(entries, arrows))

    def _entry_rows(self, press: Press, entry: GapEntry, number: int, days: int) -> Rows:
        chat, book = press.chat, press.book
        decisions = tuple(
            self._buttons.button(book.text(label), DECIDE, chat, action, entry.key, number, days)
            for label, action in (("gap_answered", "a"), ("gap_pass_over", "p"))
        )
        actions = tuple(
            self._buttons.button(book.text(label), kind, chat, entry.key) for label, kind in self._actions
        )
        back = (self._buttons.button(book.text("gap_back"), PAGE, chat, number, days),)
        return decisions, actions, back
