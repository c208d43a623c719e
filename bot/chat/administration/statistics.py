"""/stats and /export, and the weekly message to the admins' group: what was asked and how it ended."""

from __future__ import annotations

import asyncio
import csv
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import TYPE_CHECKING

from bot import cards
from bot.cards import Usage
from bot.chat.addressing import message_of
from bot.chat.delivery.outgoing_message import Attachment
from bot.pictures import can_draw
from bot.store import KEPT, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from telegram import Update

    from bot.cards import Card, Phrasebook
    from bot.chat.chat_settings import Settings
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox
    from bot.library import Library
    from bot.publishing.live import LiveLibrary
    from bot.store import ExportedQuestion, Statistics, Store

WEEK = 7  # days
PERIODS = {"day": 1, "week": WEEK, "month": 30}
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # how what a spreadsheet may run begins
COLUMNS = ("asked (UTC)", "outcome", "question", "source", "passage", "up", "down")


class StatisticsCommands:
    """Counts what was asked, for admins; nobody's name or number is in it."""

    def __init__(self, live: LiveLibrary, outbox: Outbox, store: Store, settings: Settings) -> None:
        self._live = live
        self._outbox = outbox
        self._store = store
        self._settings = settings

    async def send_week(self, week: str, chat: int) -> None:
        """Sends a chat the last seven days unless the report of the week was sent; raises StoreError."""
        if await self._store.statistics.claim(week):
            statistics = await self._store.statistics.since(last_days(WEEK)[0])
            book = cards.phrasebook_of((await self._settings.of(chat)).language)
            await self._outbox.send(chat, self._card(statistics, WEEK, book))

    async def stats(self, update: Update, context: Context) -> None:
        """/stats, /stats month, /stats 14: the last seven days, or as many as wanted."""
        message, book = message_of(update), context.book
        days = wanted_days(context.args or ())
        if days is None:
            await self._outbox.reply(message, cards.stats_how_card(book))
            return
        try:
            statistics = await self._store.statistics.since(last_days(days)[0])
        except StoreError:
            await self._outbox.reply(message, cards.later_card(book))
            return
        card = self._card(statistics, days, book)
        is_beside = can_draw() and cards.fits_caption(card)
        if not is_beside:
            await self._outbox.reply(message, card)
        if not can_draw():
            return
        from bot.pictures.bars import draw_bars  # noqa: PLC0415 - needs Pillow

        picture = cards.stats_picture(statistics, last_days(days), book)
        drawn = Attachment("questions.png", await asyncio.to_thread(draw_bars, picture), is_picture=True)
        await self._outbox.attach(message, card if is_beside else replace(card, lines=card.lines[:1]), drawn)

    def _card(self, statistics: Statistics, days: int, book: Phrasebook) -> Card:
        """The last so many days in words."""
        usage = usage_of(self._live.current, statistics)
        return cards.stats_card(statistics, usage, last_days(days), book)

    async def export(self, update: Update, context: Context) -> None:
        """/export: every question that is remembered, as a file for spreadsheets."""
        message, book = message_of(update), context.book
        try:
            questions = await self._store.statistics.questions(last_days(KEPT.days)[0])
        except StoreError:
            await self._outbox.reply(message, cards.later_card(book))
            return
        content = exported(questions, self._live.current).encode("utf-8-sig")  # spreadsheets want the mark
        file = Attachment(f"questions-{datetime.now(UTC):%Y-%m-%d}.csv", content)
        await self._outbox.attach(message, cards.export_card(len(questions), book), file)


def wanted_days(arguments: Sequence[str]) -> int | None:
    """How many days are wanted, 7 when none are named; None for what is neither a number nor a period."""
    if not arguments:
        return WEEK
    wanted = arguments[0].lower()
    is_number = len(wanted) <= 3 and wanted.isascii() and wanted.isdecimal()
    days = PERIODS.get(wanted, int(wanted) if is_number else 0)
    return days if 0 < days <= KEPT.days else None


def last_days(number: int) -> list[date]:
    """The last so many days (UTC), today the last."""
    today = datetime.now(UTC).date()
    return [today - timedelta(days=before) for before in reversed(range(number))]


def usage_of(library: Library, statistics: Statistics) -> Usage:
    """The passages that answered and are still in the library, and the sources of which none did."""
    passages = library.index.passages
    numbers = {passages.find(reference): times for reference, times in statistics.shown.most_common()}
    used = tuple((passages[number], times) for number, times in numbers.items() if number is not None)
    files = {passage.source.file for passage, _ in used}
    return Usage(used, tuple(source for source in library.sources if source.file not in files))


def exported(questions: Iterable[ExportedQuestion], library: Library) -> str:
    """Questions as CSV; no cell is taken for a formula."""
    passages, text = library.index.passages, StringIO()
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for question in questions:
        number = passages.find(question.passage) if question.passage else None
        passage = None if number is None else passages[number]
        cells = (
            f"{question.asked_at:%Y-%m-%d %H:%M}",
            question.outcome,
            question.words,
            passage.source.title if passage else "",
            " ".join(passage.text.split()) if passage else "",
        )
        rows.writerow([*map(_harmless, cells), question.votes_up, question.votes_down])
    return text.getvalue()


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet runs."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
