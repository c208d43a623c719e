"""To whoever follows a link to a passage: the passage alone, with its date and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.card import Span, clipped, line
from bot.cards.excerpt import excerpt
from bot.cards.formatting import LONGEST_NAME, bold, card, italic, origin_of, title_of
from bot.cards.languages import ENGLISH

if TYPE_CHECKING:
    from bot.cards.card import Card, TextLine
    from bot.cards.phrasebook import Phrasebook
    from bot.sources.source import Passage


def passage_card(passage: Passage, book: Phrasebook = ENGLISH) -> Card:
    """A passage word for word, a long one from its beginning, with its own date and heading."""
    shown = excerpt(passage.text, None)
    return card(
        *([line(bold(book.date(passage.date.date)))] if passage.date else []),
        *([line(italic(clipped(passage.headings[-1], LONGEST_NAME)))] if passage.headings else []),
        line(passage.text[shown.start : shown.end], " …" if shown.cut_after else "", quoted=True),
        _source_line(passage, book),
    )


def passage_gone_card(book: Phrasebook = ENGLISH) -> Card:
    """For a link to a passage that a reload took away."""
    return card(book.line("passage_gone"))


def _source_line(passage: Passage, book: Phrasebook) -> TextLine:
    source, place = passage.source, passage.place
    within = [Span(clipped(place.label, LONGEST_NAME), link=place.url)] if place and place.label else []
    parts: list[Span | str] = [*within, *origin_of(source, book)]
    return line("— ", title_of(source), *(piece for part in parts for piece in (", ", part)))
