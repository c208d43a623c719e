"""To admins: questions without a good answer; to members: that theirs is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.cards.card import Card, TextLine, clipped, line
from bot.cards.formatting import GAP, LONGEST_NAME, card
from bot.cards.languages import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.cards.phrasebook import Phrasebook

LONGEST_WORDS = 200  # characters of a question
MOST_WORDINGS = 8


@dataclass(frozen=True, slots=True)
class GapEntry:
    """Questions without a good answer that are alike."""

    key: str  # by which buttons name them
    wordings: tuple[str, ...]  # different ones, the newest first
    refused: int
    voted_down: int  # answers
    wishes: int  # askers who wish to be told
    last_asked: datetime
    nearest: str | None  # heading or title
    is_answered_now: bool  # one that was refused


@dataclass(frozen=True, slots=True)
class GapPage:
    """Some of the entries, and where they stand among all of them."""

    entries: Sequence[GapEntry]
    number: int  # of the page, from 0
    last: int  # number of the last page
    first: int  # number of its first entry, from 1
    total: int
    days: int  # that are looked at


def gaps_card(page: GapPage, book: Phrasebook = ENGLISH) -> Card:
    """A page of questions without a good answer, most asked first."""
    if not page.total:
        return Card((book.line("gaps_none", n=page.days),))
    return card(
        book.line("gaps_title", n=page.days),
        GAP,
        *(
            text_line
            for number, entry in enumerate(page.entries, page.first)
            for text_line in _entry_lines(number, entry, book)
        ),
    )


def _entry_lines(number: int, entry: GapEntry, book: Phrasebook) -> tuple[TextLine, ...]:
    words = clipped(entry.wordings[0], LONGEST_WORDS)
    counts = ", ".join(_counts(entry, book))
    return line(f"{number}. ", words), line("    ", counts), *_nearest_line(entry, book)


def _counts(entry: GapEntry, book: Phrasebook) -> list[str]:
    counts = (
        ("gap_refused", entry.refused), ("gap_voted_down", entry.voted_down), ("gap_wishes", entry.wishes),
    )  # fmt: skip
    return [book.text(key, n=count) for key, count in counts if count]


def _nearest_line(entry: GapEntry, book: Phrasebook) -> tuple[TextLine, ...]:
    if entry.nearest is None:
        return ()
    key = "gap_answered_now" if entry.is_answered_now else "gap_nearest"
    return (line("    ", book.text(key, title=clipped(entry.nearest, LONGEST_NAME))),)


def gap_card(entry: GapEntry, book: Phrasebook = ENGLISH) -> Card:
    """One entry: all its wordings, and what is known of it."""
    wordings = [line("• ", clipped(words, LONGEST_WORDS)) for words in entry.wordings[:MOST_WORDINGS]]
    more = len(entry.wordings) - MOST_WORDINGS
    return card(
        book.line("gap_title"),
        *wordings,
        *([book.line("gap_more_wordings", n=more)] if more > 0 else []),
        GAP,
        line(", ".join(_counts(entry, book))),
        book.line("gap_last_asked", date=book.day(entry.last_asked)),
        *(TextLine(text_line.spans[1:]) for text_line in _nearest_line(entry, book)),
    )


def gaps_elsewhere_card(book: Phrasebook = ENGLISH) -> Card:
    """To an admin who asks for members' words where others read them."""
    return Card((book.line("gaps_elsewhere"),))


def gaps_later_card(book: Phrasebook = ENGLISH) -> Card:
    """While the database cannot be read."""
    return Card((book.line("gaps_later"),))


def news_card(words: str, asked_at: datetime, answer: Card | None, book: Phrasebook = ENGLISH) -> Card:
    """To whoever wished it: their question is answered, with the answer if the library has one."""
    key = "news_settled" if answer is None else "news_answered"
    heading = book.lines(key, date=book.day(asked_at), question=clipped(words, LONGEST_WORDS))
    return card(*heading, *((GAP, *answer.lines) if answer else ()))
