"""What is cited: sources, the documents read from them, and their passages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.dates import Basis, HistoricalDate, Mention, Style


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader needs to find the original of a passage again."""

    title: str
    file: str  # path within the knowledge folder, with forward slashes
    url: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: HistoricalDate | None = None
    language: str | None = None  # ISO 639-1, None when the head does not say
    style: Style | None = None  # None when the head does not say
    aliases: tuple[str, ...] = ()  # other names of the document's subject


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (level 1 to 6) or a paragraph (level 0): the document's text[start:end], from line `line`."""

    start: int
    end: int
    line: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A source and its text as it was read, with line ends as newlines; blocks in reading order."""

    source: Source
    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PassageDate:
    """The one date of a passage as a whole, and where it comes from (its own words, or inherited)."""

    date: HistoricalDate
    basis: Basis


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a source, word for word: the unit that is searched and shown."""

    source: Source
    text: str  # a substring of the document's text
    line: int  # of the file, from 1
    headings: tuple[str, ...] = ()  # that it stands under, outermost first
    mentions: tuple[Mention, ...] = ()  # dates named in it, in order; spans are offsets into `text`
    date: PassageDate | None = None
