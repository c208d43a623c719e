"""To whoever asked what nothing answers: what was not found, and what is near it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import Refusal, RefusalReason
from bot.cards.card import Card, TextLine, clipped, line
from bot.cards.formatting import GAP, LONGEST_NAME, card
from bot.cards.languages import ENGLISH
from bot.cards.taken_question import taken_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.cards.phrasebook import Phrasebook

MOST_WORDS = 5  # of a question that a refusal repeats
LONGEST_WORD = 40  # characters
MOST_TOPICS = 3


def refusal_card(refusal: Refusal, book: Phrasebook = ENGLISH) -> Card:
    """An honest "nothing on that"; how to ask, where nothing was asked."""
    if refusal.reason is RefusalReason.EMPTY:
        return how_to_card(book)
    if refusal.reason is RefusalReason.NO_WORDS:
        return Card(book.lines("no_words", example=book.text("example_question")))
    topics = [line("• ", clipped(topic, LONGEST_NAME)) for topic in refusal.topics[:MOST_TOPICS]]
    return card(
        *taken_lines(refusal.question, book),
        book.line("not_found"),
        *_unknown_words(refusal.unknown, book),
        *([GAP, book.line("topics_near"), *topics] if topics else []),
    )


def how_to_card(book: Phrasebook = ENGLISH) -> Card:
    """For a question without words."""
    return Card(book.lines("how_to_ask", example=book.text("example_question")))


def _unknown_words(words: Sequence[str], book: Phrasebook) -> Iterable[TextLine]:
    """The words that no source holds, if there are any."""
    if words:
        shown = ", ".join(
            book.text("quoted", text=clipped(word, LONGEST_WORD)) for word in words[:MOST_WORDS]
        )
        yield book.line("unknown_words_and_more" if len(words) > MOST_WORDS else "unknown_words", words=shown)
