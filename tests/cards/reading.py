"""What a member reads of a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import cards
from tests.chat.rules import parse_html

if TYPE_CHECKING:
    from bot.cards import Card


def text_of(card: Card) -> str:
    return parse_html(cards.html(card)).text
