"""To whoever follows a link to a passage: the passage with what stands around it, its date and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.card import clipped, line
from bot.cards.excerpt import excerpt
from bot.cards.formatting import LONGEST_NAME, bold, card
from bot.cards.languages import ENGLISH
from bot.cards.quotations import around_after, around_before, source_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.cards.card import Card
    from bot.cards.phrasebook import Phrasebook
    from bot.sources.source import Passage


def passage_card(
    before: Sequence[Passage], passage: Passage, after: Sequence[Passage], book: Phrasebook = ENGLISH
) -> Card:
    """A passage word for word between the paragraphs around it, which are folded; with its date and heading.

    A long one is shown from its beginning.
    """
    shown = excerpt(passage.text, None)
    text = passage.text[shown.start : shown.end]
    return card(
        *([line(bold(book.date(passage.date.date)))] if passage.date else []),
        *([line(clipped(passage.headings[-1], LONGEST_NAME))] if passage.headings else []),
        *around_before(before),
        line(bold(text) if before or after else text, " …" if shown.cut_after else "", quoted=True),
        *around_after(after),
        source_line(passage, book, cited=True),
    )


def passage_gone_card(book: Phrasebook = ENGLISH) -> Card:
    """For a link to a passage that a reload took away."""
    return card(book.line("passage_gone"))
