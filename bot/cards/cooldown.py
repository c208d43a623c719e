"""To whoever asked too much: that a cool-down has begun, and how long it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.formatting import card, duration
from bot.cards.languages import ENGLISH

if TYPE_CHECKING:
    from bot.cards.card import Card
    from bot.cards.phrasebook import Phrasebook


def cooldown_card(seconds: float, book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("cooldown", duration=duration(seconds, book)))


def inline_cooldown(seconds: float, book: Phrasebook = ENGLISH) -> str:
    """What stands over an inline query that is not answered; up to 64 characters."""
    return book.text("cooldown_inline", duration=duration(seconds, book))


def press_cooldown(seconds: float, book: Phrasebook = ENGLISH) -> str:
    """What whoever pressed a button too often sees; up to 200 characters."""
    return book.text("cooldown_press", duration=duration(seconds, book))
