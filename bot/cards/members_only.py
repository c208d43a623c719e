"""To those who are no members of the bot's groups, where only members are answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.formatting import card
from bot.cards.languages import ENGLISH

if TYPE_CHECKING:
    from bot.cards.card import Card
    from bot.cards.phrasebook import Phrasebook


def members_only_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("members_only"))


def members_later_card(book: Phrasebook = ENGLISH) -> Card:
    """While Telegram does not say who is a member."""
    return card(book.line("members_later"))
