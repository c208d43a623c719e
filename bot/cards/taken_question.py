"""Over a reply to several questions: which of them it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.card import TextLine, clipped
from bot.cards.languages import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.cards.phrasebook import Phrasebook
    from bot.questions import Question

LONGEST_TAKEN = 120  # characters of one of several questions


def taken_lines(question: Question, book: Phrasebook = ENGLISH) -> Iterable[TextLine]:
    """Which of several questions in a message this is for."""
    if question.left:
        yield book.line("taken_question", question=clipped(question.taken, LONGEST_TAKEN))
