"""To those who manage a chat: its post of each day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.card import Card, clipped
from bot.cards.formatting import LONGEST_NAME, card
from bot.cards.languages import ENGLISH

if TYPE_CHECKING:
    from bot.cards.phrasebook import Phrasebook
    from bot.store import DailyPost


def daily_card(post: DailyPost | None, book: Phrasebook = ENGLISH) -> Card:
    """When there is a post, or how to get one."""
    if post is None:
        return card(*book.lines("daily_off"))
    return card(*book.lines("daily_on", hour=f"{post.hour}:00", zone=post.zone))


def unknown_zone_card(name: str, book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("daily_unknown_zone", zone=clipped(name, LONGEST_NAME)))


def line_card(book: Phrasebook, key: str) -> Card:
    """One line that stands in the texts of all languages."""
    return card(book.line(key))
