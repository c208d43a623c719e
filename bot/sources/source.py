"""What is cited: sources, the documents read from them, and their passages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.dates import Block, HistoricalDate, Mention, PassageDate, Style


class TitleOrigin(StrEnum):
    """Where the title of a document was taken from."""

    HEAD = "head"
    HEADING = "first heading"
    LINE = "first line"
    FILE = "file name"


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
class Place:
    """Where a passage stands within its source, as a citation says it: a page, a message, who wrote it."""

    label: str = ""  # "page 12", "Ann Reed"
    url: str | None = None  # leads to this very place


@dataclass(frozen=True, slots=True)
class Document:
    """A source and its text as a reader sees it: no markup, entities decoded, wrapped lines joined."""

    source: Source
    text: str
    blocks: tuple[Block, ...]  # in reading order
    places: tuple[Place | None, ...] = ()  # of each block; empty where none is known
    date: PassageDate | None = None  # in its title or its file's name, or of the record that it is
    title_origin: TitleOrigin = TitleOrigin.HEAD
    format: str = "Markdown"
    left_out: tuple[tuple[str, int], ...] = ()  # what is neither indexed nor shown, and its characters
    written: HistoricalDate | None = None  # what "today" counts from: as its words say, else its head


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, item, row or message of a source, word for word: the unit that is searched and shown."""

    source: Source
    text: str  # a substring of the document's text
    line: int  # of the file, from 1
    headings: tuple[str, ...] = ()  # that it stands under, outermost first
    mentions: tuple[Mention, ...] = ()  # dates named in it, in order; spans are offsets into `text`
    date: PassageDate | None = None
    context: str = ""  # what introduces it: searched with it, not shown
    place: Place | None = None  # where the source is one of many places
