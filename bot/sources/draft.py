"""What every format is read into: parts of a text in reading order, and what the file says of itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.dates import BlockKind

if TYPE_CHECKING:
    from bot.dates import HistoricalDate, Style
    from bot.sources.source import Place


class FormatError(Exception):
    """A file that cannot be read at all; one line says why; `line` counts from 1 (0: all of it)."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in a file that is worth a look, with its line."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of itself in its head; None or empty where it does not."""

    title: str | None = None
    url: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: HistoricalDate | None = None
    language: str | None = None  # ISO 639-1
    style: Style | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, paragraph, item, row or message as a reader sees it."""

    text: str  # no markup; a newline only where a reader sees one
    line: int  # of the file, from 1
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0  # 1 to 6 for a heading
    depth: int = 0  # nesting of an item, from 0
    stamp: HistoricalDate | None = None  # when a message was written
    context: str = ""  # what introduces it and stands elsewhere, as the message that is answered
    place: Place | None = None
    is_link: bool = False  # nothing but a link or a picture's caption, which leads elsewhere


@dataclass(slots=True)
class Draft:
    """A document as its format's reader understood it."""

    parts: list[Part] = field(default_factory=list)
    facts: Facts = field(default_factory=Facts)
    remarks: list[Remark] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)  # what is not shown, in characters
    is_titled: bool = True  # whether a heading or line on top may be its title
    format: str = ""  # where a file of one suffix may be one of several
