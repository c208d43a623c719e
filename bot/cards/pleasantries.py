"""Short lines: to whoever greets or thanks, and about answers that stand somewhere already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.card import Card
from bot.cards.languages import ENGLISH
from bot.cards.refusals import how_to_card
from bot.questions.messages.pleasantries import Pleasantry

if TYPE_CHECKING:
    from bot.cards.phrasebook import Phrasebook

LINES = {
    Pleasantry.THANKS: "you_are_welcome",
    Pleasantry.ABOUT_BOT: "about_bot",
    Pleasantry.GREETING: "greeting_returned",
    Pleasantry.FAREWELL: "farewell_returned",
    Pleasantry.LAUGHTER: "laughter_returned",
    Pleasantry.ASSENT: "ask_whenever",
    Pleasantry.SYMBOLS: "ask_in_words",
}


def pleasantry_card(kind: Pleasantry, book: Phrasebook = ENGLISH, example: str = "") -> Card:
    """What a pleasantry is answered with; a bare question mark is told how to ask."""
    return Card((book.line(LINES[kind]),)) if kind in LINES else how_to_card(book, example)


def answered_above_card(book: Phrasebook = ENGLISH) -> Card:
    """Under an answer that was asked for again."""
    return Card((book.line("answered_above"),))


def correction_later_card(book: Phrasebook = ENGLISH) -> Card:
    """To whoever edited a question whose answer cannot be looked up."""
    return Card((book.line("correction_later"),))


def withdrawn_card(book: Phrasebook = ENGLISH) -> Card:
    """In the place of an answer whose question was taken back."""
    return Card((book.line("question_withdrawn"),))
