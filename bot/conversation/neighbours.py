"""What stands next to what is shown: the dated statement before or after it, or the next passage."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bot.answers import Quotation
from bot.answers.dating import DatedSentence
from bot.answers.quotation import quoted_sentence
from bot.sentences import sentences
from bot.sources.passage_references import reference_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answers.quotation import Unseen
    from bot.browsing.chronology import Chronology, DatedStatement
    from bot.sentences import Span
    from bot.sources.passage_table import PassageTable
    from bot.sources.source import Passage

MOST_STATEMENTS = 150  # that are looked at for one of the same document, and for who came next


def statements_from(chronology: Chronology, now: Quotation, *, is_later: bool) -> Iterator[DatedStatement]:
    """The statements from what is shown on, the nearest in time first; none where it has no date."""
    if now.date is None:
        return
    go = chronology.after if is_later else chronology.before
    number, date = chronology.library.index.passages.find(reference_to(now.passage)), now.date.date
    sentence = now.sentence or (0, 0)
    while number is not None and (statement := go(number, date, sentence[0])):
        yield statement
        number, date, sentence = statement.passage, statement.date, statement.sentence


def neighbour(
    chronology: Chronology, now: Quotation, is_unseen: Unseen, *, is_later: bool
) -> Quotation | None:
    """The statement before or after in time that is not of the same words, nor was shown."""
    statements = statements_from(chronology, now, is_later=is_later)
    return _first_other(chronology, statements, now, is_unseen)


def _first_other(
    chronology: Chronology, statements: Iterable[DatedStatement], now: Quotation, is_unseen: Unseen
) -> Quotation | None:
    first = chronology.library.index.passages.find(reference_to(now.passage))
    for statement in statements:
        passage = chronology.passage_of(statement)
        # of the same date it would be the same card
        is_within = statement.passage == first and now.date is not None and statement.date != now.date.date
        is_other = is_within or passage.text != now.passage.text  # a text may be kept twice
        if is_other and is_unseen(passage, statement.sentence):
            dated = DatedSentence(statement.date, statement.basis, statement.sentence, 0.0)
            return Quotation(passage, statement.sentence, (dated,))
    return None


def neighbour_in_document(
    chronology: Chronology, now: Quotation, is_unseen: Unseen, *, is_later: bool
) -> Quotation | None:
    """The neighbour in time that the document of what is shown tells of, where some is near; else any."""

    def goes_on(passage: Passage, sentence: Span) -> bool:
        return passage.source == now.passage.source and is_unseen(passage, sentence)

    statements = islice(statements_from(chronology, now, is_later=is_later), MOST_STATEMENTS)
    return _first_other(chronology, statements, now, goes_on) or neighbour(
        chronology, now, is_unseen, is_later=is_later
    )


def beside_in_document(
    passages: PassageTable, now: Quotation, is_unseen: Unseen, *, is_later: bool
) -> Quotation | None:
    """What stands next in the document of what is shown: all that tells the order of what has no date."""
    at = passages.find(reference_to(now.passage))
    step = 1 if is_later else -1
    while at is not None and 0 <= at + step < len(passages):
        at += step
        passage = passages[at]
        if passage.source != now.passage.source:
            return None
        sentence = next(iter(sentences(passage.text)), (0, len(passage.text)))
        if is_unseen(passage, sentence):
            return quoted_sentence(passage, sentence)
    return None


def in_same_year(chronology: Chronology, now: Quotation, is_unseen: Unseen) -> Quotation | None:
    """Another statement of the year of what is shown, the next one later in it first."""
    year = now.date.date.first.year if now.date else None
    for is_later in (True, False):
        there = neighbour_in_document(chronology, now, is_unseen, is_later=is_later)
        if there and there.date and there.date.date.first.year == year:
            return there
    return None
