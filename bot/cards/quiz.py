"""A native quiz: a sentence without its date, dates to choose from, the citation behind the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.cards.card import Card, Span, clipped
from bot.cards.formatting import card, origin_of
from bot.cards.languages import ENGLISH

if TYPE_CHECKING:
    from bot.browsing.chronology import Chronology
    from bot.browsing.quiz import Quiz
    from bot.cards.phrasebook import Phrasebook

LONGEST_QUESTION, LONGEST_CHOICE, LONGEST_EXPLANATION = 300, 100, 200  # characters, Telegram's limits


@dataclass(frozen=True, slots=True)
class QuizCard:
    """A quiz as Telegram shows it; plain texts."""

    question: str
    options: tuple[str, ...]
    right: int  # place among the options, from 0
    explanation: str


def quiz_card(chronology: Chronology, quiz: Quiz, book: Phrasebook = ENGLISH) -> QuizCard:
    """The quiz of a statement; its explanation says the date, and where the sentence stands."""
    passage = chronology.passage_of(quiz.statement)
    source, place = passage.source, passage.place
    citation = ", ".join(
        (source.title, *([place.label] if place and place.label else []), *origin_of(source, book))
    )
    question = book.text("quiz_question", sentence=Span(quiz.sentence))
    return QuizCard(
        clipped(question, LONGEST_QUESTION),
        tuple(clipped(book.date(date), LONGEST_CHOICE) for date in quiz.choices),
        quiz.right,
        clipped(Span(f"{book.date(quiz.statement.date)} – {citation}").text, LONGEST_EXPLANATION),
    )


def no_quiz_card(book: Phrasebook = ENGLISH, *, of_topic: bool) -> Card:
    """That there are too few dates, of a topic that was named or of all."""
    return card(book.line("no_quiz" if of_topic else "no_quiz_at_all"))
