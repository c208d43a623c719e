"""What is cited: sources, the documents read from them, and their passages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.dates import Block, HistoricalDate, Mention, PassageDate, Style


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
class Document:
    """A source and its text as it was read, with line ends as newlines; blocks in reading order."""

    source: Source
    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a source, word for word: the unit that is searched and shown."""

    source: Source
    text: str  # a substring of the document's text
    line: int  # of the file, from 1
    headings: tuple[str, ...] = ()  # that it stands under, outermost first
    mentions: tuple[Mention, ...] = ()  # dates named in it, in order; spans are offsets into `text`
    date: PassageDate | None = None
