"""To whoever asked: the passage that answers, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import Answer, Refusal
from bot.cards.formatting import bold, card
from bot.cards.languages import ENGLISH
from bot.cards.quotations import quotation_lines
from bot.cards.refusals import refusal_card
from bot.cards.taken_question import taken_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.cards.card import Card, TextLine
    from bot.cards.phrasebook import Phrasebook

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
        *([book.line("unsure")] if result.is_unsure else []),
    )


def _correction_lines(result: Answer, book: Phrasebook) -> Iterator[TextLine]:
    """Which words were read as others."""
    for correction in result.question.corrections[:MOST_CORRECTIONS]:
        yield book.line("correction", read=bold(correction.read), typed=correction.typed)


def too_long_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("too_long"))


def too_late_card(book: Phrasebook = ENGLISH) -> Card:
    """To a chat whose questions waited for too long."""
    return card(book.line("too_late"))


def error_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("error"))
