"""A list of dated sentences as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.card import line
from bot.cards.formatting import card, code
from bot.cards.languages import ENGLISH
from bot.cards.statements import short_sentence
from bot.dates import Precision
from bot.pictures import Mark, Row, TimelinePicture

if TYPE_CHECKING:
    from bot.browsing.selection import Listing
    from bot.cards.card import Card
    from bot.cards.phrasebook import Phrasebook
    from bot.dates import HistoricalDate

LONGEST_SENTENCE = 240  # characters


def timeline_picture(listing: Listing, first: int, many: int, book: Phrasebook = ENGLISH) -> TimelinePicture:
    """So many statements of a list that has any, from one on; their sources stand below."""
    chronology, shown = listing.chronology, listing.statements(first, many)
    rows = tuple(
        Row(_mark(row.date), book.date(row.date), short_sentence(chronology, row, LONGEST_SENTENCE))
        for row in shown
    )
    titles = dict.fromkeys(chronology.passage_of(row).source.title for row in shown)
    below = [f"— {title}" for title in titles]
    if len(shown) < len(listing):
        below.append(book.text("picture_part", first=first + 1, last=first + len(shown), n=len(listing)))
    ends = dict.fromkeys((rows[0].when, rows[-1].when))
    title = listing.command.partition(" ")[2] or " – ".join(ends)
    return TimelinePicture(title, rows, tuple(below))


def picture_caption(listing: Listing) -> Card:
    """Under a picture: the command that brings the list."""
    return card(line(code(listing.command)))


def _mark(date: HistoricalDate) -> Mark:
    if date.is_interval and not date.is_open:
        return Mark.STRETCH
    return Mark.DAY if date.precision is Precision.DAY and not date.is_interval else Mark.LONGER
