"""To whoever follows a link to a passage: the passage alone, with its date and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.card import clipped, line
from bot.cards.excerpt import excerpt
from bot.cards.formatting import LONGEST_NAME, bold, card
from bot.cards.languages import ENGLISH
from bot.cards.quotations import source_line

if TYPE_CHECKING:
    from bot.cards.card import Card
    from bot.cards.phrasebook import Phrasebook
    from bot.sources.source import Passage


def passage_card(passage: Passage, book: Phrasebook = ENGLISH) -> Card:
    """A passage word for word, a long one from its beginning, with its own date and heading."""
    shown = excerpt(passage.text, None)
    return card(
        *([line(bold(book.date(passage.date.date)))] if passage.date else []),
        *([line(clipped(passage.headings[-1], LONGEST_NAME))] if passage.headings else []),
        line(passage.text[shown.start : shown.end], " …" if shown.cut_after else "", quoted=True),
        source_line(passage, book, cited=True),
    )


def passage_gone_card(book: Phrasebook = ENGLISH) -> Card:
    """For a link to a passage that a reload took away."""
    return card(book.line("passage_gone"))
