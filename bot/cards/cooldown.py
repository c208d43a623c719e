"""To whoever asked too much: that a cool-down has begun, and how long it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.card import line
from bot.cards.formatting import card, duration

if TYPE_CHECKING:
    from bot.cards.card import Card


def cooldown_card(seconds: float) -> Card:
    return card(line(f"That was a lot at once. I answer again in {duration(seconds)}."))


def inline_cooldown(seconds: float) -> str:
    """What stands over an inline query that is not answered; up to 64 characters."""
    return f"Too much at once; I answer again in {duration(seconds)}"


def press_cooldown(seconds: float) -> str:
    """What whoever pressed a button too often sees; up to 200 characters."""
    return f"That was a lot at once. I count votes again in {duration(seconds)}."
