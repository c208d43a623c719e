"""About a group's chronicle: what was remembered, what was taken out, and why neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.card import clipped
from bot.cards.formatting import LONGEST_NAME, LONGEST_PROBLEM, card
from bot.cards.languages import ENGLISH

if TYPE_CHECKING:
    from bot.cards.card import Card
    from bot.cards.phrasebook import Phrasebook
    from bot.dates import HistoricalDate


def remember_how_card(book: Phrasebook = ENGLISH) -> Card:
    """To whoever remembers nothing in particular."""
    return card(*book.lines("remember_how"))


def managers_only_card(book: Phrasebook = ENGLISH) -> Card:
    """To a member who decides for the group and may not."""
    return card(book.line("managers_only"))


def remember_no_text_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("remember_no_text"))


def no_date_card(text: str, book: Phrasebook = ENGLISH) -> Card:
    """To whoever gave a date that is none."""
    return card(book.line("unreadable_date", text=clipped(text, LONGEST_NAME)))


def remembered_card(date: HistoricalDate, title: str, book: Phrasebook = ENGLISH) -> Card:
    """What a message is remembered as, and how it is taken out again."""
    return card(
        book.line("remembered", date=book.date(date), title=clipped(title, LONGEST_NAME)),
        book.line("remembered_undo"),
    )


def forget_how_card(book: Phrasebook = ENGLISH) -> Card:
    """To whoever takes out what is no entry of a chronicle."""
    return card(book.line("forget_how"))


def not_yours_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("not_yours"))


def taken_out_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("taken_out"))


def not_written_card(why: str, book: Phrasebook = ENGLISH) -> Card:
    """To whoever wanted a change that could not be made."""
    return card(book.line("not_written", why=clipped(why, LONGEST_PROBLEM)))
