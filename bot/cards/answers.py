"""To whoever asked: the passage that answers, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import Answer, Refusal
from bot.cards.formatting import bold, card, code
from bot.cards.languages import ENGLISH
from bot.cards.quotations import quotation_lines
from bot.cards.refusals import refusal_card
from bot.cards.taken_question import taken_lines
from bot.dates import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.cards.card import Card, TextLine
    from bot.cards.phrasebook import Phrasebook
    from bot.dates import HistoricalDate

MOST_CORRECTIONS = 5


def answer_card(result: Answer | Refusal, book: Phrasebook = ENGLISH, *, cited: bool = False) -> Card:
    """The passage that answers and when that was, or an honest "nothing on that".

    `cited` with the full citation, where there is no button for it.
    """
    if isinstance(result, Refusal):
        return refusal_card(result, book)
    return card(
        *taken_lines(result.question, book),
        *_correction_lines(result, book),
        *quotation_lines(result.quotation, book, cited=cited),
        *_others_lines(result, book),
    )


def _correction_lines(result: Answer, book: Phrasebook) -> Iterator[TextLine]:
    """Which words were read as others."""
    for correction in result.question.corrections[:MOST_CORRECTIONS]:
        yield book.line("correction", read=bold(correction.read), typed=correction.typed)


def _others_lines(result: Answer, book: Phrasebook) -> Iterator[TextLine]:
    """Where others stand that may have been meant: all of a date that is asked for alone, or a passage."""
    query, others = result.question.query, len(result.choices) - 1
    is_of_date = len(query.dates) == 1 and _is_listed(query.dates[0])
    if others and query.wants_event and is_of_date and all(word.is_beside for word in query.words):
        yield book.line("all_of_date", command=code(f"/on {query.dates[0]}"))
    elif result.is_unsure:
        yield book.line("unsure")


def _is_listed(date: HistoricalDate) -> bool:
    """Whether /on reads a date as it is written: a day, a month, a year."""
    return date.precision <= Precision.YEAR and not date.is_interval and not date.is_approximate


def too_long_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("too_long"))


def too_late_card(book: Phrasebook = ENGLISH) -> Card:
    """To a chat whose questions waited for too long."""
    return card(book.line("too_late"))


def error_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("error"))
