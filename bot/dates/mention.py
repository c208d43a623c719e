"""What the resolver is told about a document, and what it says of the dates in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.dates.value import HistoricalDate


class Basis(StrEnum):
    """Where a date comes from: how much of it stands in the words themselves."""

    EXPLICIT = "explicit"
    COMPLETED = "completed"  # from context: "On August 2" under a paragraph of 2017
    INHERITED = "inherited"  # a passage without a date, from the ones before it in its section
    PUBLICATION = "publication"  # "today", "this year": from when the document was written
    ALIAS = "alias"  # the nickname of a dated event, such as "94"
    HEADING = "heading"  # from the heading above
    TITLE = "title"  # from the title of its document
    FILE_NAME = "file name"  # from the name of its document's file
    STAMP = "stamp"  # of a message: when it was written


class Style(StrEnum):
    """How a document tells time: a narrative told in order, a report of its day, or dated entries."""

    NARRATIVE = "narrative"
    NEWS = "news"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class Mention:
    """A date expression in a text: `text` is source[start:end], word for word."""

    start: int
    end: int
    text: str
    date: HistoricalDate
    basis: Basis
    is_statement: bool = False  # whether it says when what its sentence tells took place; one a sentence

    def of(self, text: str) -> Mention:
        """The same mention in another writing of its text, as long to the character."""
        return replace(self, text=text[self.start : self.end])

    def moved(self, by: int) -> Mention:
        """The same mention in a text that begins `by` characters earlier (later when negative)."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class PassageDate:
    """The one date of a passage as a whole, and where it comes from (its own words, or inherited)."""

    date: HistoricalDate
    basis: Basis

    @classmethod
    def of(cls, mention: Mention) -> PassageDate:
        """That of a mention, as it stands."""
        return cls(mention.date, mention.basis)
