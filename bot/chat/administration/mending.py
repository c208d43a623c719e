"""For admins: why an answer came, and what mends it: aliases, dated events, golden questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import cards
from bot.answers import Answer
from bot.chat.addressing import message_of
from bot.dates import HistoricalDate
from bot.edits import EditError, add_alias, add_event, add_golden, text_of
from bot.search.words.analysis import fold
from bot.search.words.commonness import rarity
from bot.sources.facts import date_of
from bot.sources.folder import ALIASES, QUESTIONS
from bot.store import StoreError
from bot.today import day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from telegram import Message, Update

    from bot.answers import Refusal
    from bot.cards import Card, Phrasebook
    from bot.cards.card import TextLine
    from bot.chat.administration.publishing import Publishing
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox
    from bot.library import Library
    from bot.publishing.live import LiveLibrary
    from bot.sources.source import Passage
    from bot.store import AskedQuestion, Store

COMMON = 10.5  # rarity below which a word is in everybody's mouth: "club" 10.1, "storm" 10.4, "token" 12.2
LONGEST_PINNED = 120  # characters of a passage that a golden question holds


class Mending:
    """Commands of admins that mend answers; each a line in a file of the knowledge folder."""

    def __init__(self, live: LiveLibrary, outbox: Outbox, store: Store, publishing: Publishing) -> None:
        self._live = live
        self._outbox = outbox
        self._store = store
        self._publishing = publishing

    async def why(self, update: Update, context: Context) -> None:
        """As a reply to an answer or a refusal: what was looked for, what stands where, what would help."""
        command, book = message_of(update), context.book
        asked = await self._asked(command)
        if asked is None:
            await self._outbox.reply(command, cards.why_how_card(book))
            return
        library = self._live.without(context.settings.hidden_sources)  # as the chat was answered
        result = _result(asked, library)
        await self._outbox.reply(command, cards.explanation_card(library.explain(result), book))

    async def alias(self, update: Update, context: Context) -> None:
        """/alias CZ = Changpeng Zhao: names that mean the same."""
        command, book = message_of(update), context.book
        names = _parts(context)
        if len(names) < 2:
            await self._outbox.reply(command, cards.alias_how_card(book))
            return
        await self._propose(
            command, names, f"alias {' = '.join(names)}", lambda text: add_alias(text, names), book
        )

    async def event(self, update: Update, context: Context) -> None:
        """/event 94 = 2017-09-04: a nickname of a dated event."""
        command, book = message_of(update), context.book
        *names, day = _parts(context) or [""]
        try:
            date = date_of(day)
        except ValueError:
            date = None
        if not names or date is None:
            card = cards.no_date_card(day, book) if names else cards.event_how_card(book)
            await self._outbox.reply(command, card)
            return
        why = f"event {', '.join(names)} = {date}"
        await self._propose(command, names, why, lambda text: add_event(text, names, date), book)

    async def _propose(
        self,
        command: Message,
        names: Sequence[str],
        why: str,
        changed: Callable[[str], str],
        book: Phrasebook,
    ) -> None:
        """Shows what a change of the aliases would do, with a button that publishes it."""
        try:
            before = self._publishing.proposals.knowledge.read(ALIASES)
            contents = {ALIASES: changed(text_of(ALIASES, before)).encode()}
        except EditError as error:
            await self._outbox.reply(command, cards.not_written_card(str(error), book))
            return
        remarks = [book.line("proposed", file=ALIASES, change=why), *_warnings(names, book)]
        await self._publishing.offer(
            command, contents, self._publishing.change_by(command, why), remarks, book
        )

    async def pin(self, update: Update, context: Context) -> None:
        """As a reply to an answer: question, passage and date become a golden question."""
        command, book = message_of(update), context.book
        asked = await self._asked(command)
        passage = self._shown(asked) if asked and not asked.earlier else None
        if asked is None or passage is None:
            await self._outbox.reply(command, cards.pin_how_card(book))
            return
        work = self._pinned(command, asked, passage, book)
        pinned, progress = await self._publishing.with_progress(command, work, book)
        await self._publishing.progress.end(command, progress, pinned)

    async def _pinned(
        self, command: Message, asked: AskedQuestion, passage: Passage, book: Phrasebook
    ) -> Card:
        """Writes a golden question; the card says so, and whether it is answered as wanted now."""
        result = _result(asked, self._live.current)
        is_answered = isinstance(result, Answer) and result.passage == passage
        date = _shown_date(asked, result if is_answered else None)
        start = asked.shown.start if asked.shown else 0
        words = clipped_words(passage.text[start:], LONGEST_PINNED)
        try:
            change = self._publishing.change_by(command, "pin")
            await self._publishing.proposals.edit(
                QUESTIONS, lambda text: add_golden(text, asked.words, words, date), change
            )
        except EditError as error:
            return cards.not_written_card(str(error), book)
        return cards.pinned_card(asked.words, date, book, is_answered=is_answered)

    def _shown(self, asked: AskedQuestion) -> Passage | None:
        """The passage that stands on the card, None when it is in no document any more."""
        passages = self._live.current.index.passages
        if asked.shown is None:
            result = _result(asked, self._live.current)
            return result.passage if isinstance(result, Answer) else None
        number = passages.find(asked.shown.passage)
        return None if number is None else passages[number]

    async def _asked(self, command: Message) -> AskedQuestion | None:
        """The question whose answer a command replies to, None when it is not known any more."""
        replied = command.reply_to_message
        if replied is None:
            return None
        try:
            return await self._store.subjects.asked(command.chat_id, replied.message_id)
        except StoreError:
            return None


def _result(asked: AskedQuestion, library: Library) -> Answer | Refusal:
    """What a question gets today; "last year" is that of when it was asked."""
    return library.answer(asked.words, today=day_of(asked.asked_at), earlier=asked.earlier)


def _shown_date(asked: AskedQuestion, result: Answer | Refusal | None) -> HistoricalDate | None:
    """The date that stands on a card."""
    if asked.shown:
        return HistoricalDate.parse(asked.shown.date) if asked.shown.date else None
    return result.date.date if isinstance(result, Answer) and result.date else None


def _parts(context: Context) -> list[str]:
    """What stands between the equals signs behind a command."""
    parts = (" ".join(part.split()) for part in " ".join(context.args or ()).split("="))
    return [part for part in parts if part]


def _warnings(names: Iterable[str], book: Phrasebook) -> list[TextLine]:
    """A line for each name that is a single word of everyday speech: questions would be taken for others."""
    words = (name for name in names if " " not in name and not name.isdecimal())
    return [book.line("common_name", name=name) for name in words if rarity(fold(name)) < COMMON]


def clipped_words(text: str, longest: int) -> str:
    """The beginning of a text, ended where a word does: it has to stand in the passage as it is."""
    line = " ".join(text.split())
    space = line.rfind(" ", 0, longest + 1)
    return line if len(line) <= longest else line[: space if space > 0 else longest]
