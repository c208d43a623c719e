"""The running text of a web page, and how much of it leads elsewhere or stands out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.prose import LONGEST_HEADING

if TYPE_CHECKING:
    from bot.sources.draft import Part

YEAR_LAST = re.compile(r"(?<!\w)[12]\d{3}$")
AROUND_LINKS = re.compile(r"[\s\[\]|·•‹›«»<>/–—-]")
GAPS = 3  # characters between the pieces of what stands out as a whole


@dataclass(frozen=True, slots=True)
class TextRun:
    """The text between two blocks, and its characters within links and in bold or large letters."""

    raw: str
    linked: int
    bold: int
    bold_lines: frozenset[str] = frozenset()  # those that stand out as a whole and end with a break

    def is_link(self, text: str) -> bool:
        """Whether what a reader sees of it is nothing but links, be it "[ Home | News ]"."""
        return self.linked > 0 and self.linked >= len(AROUND_LINKS.sub("", text))

    def is_bold_line(self, part: Part) -> bool:
        """Whether a part that blank lines set apart is one line that stands out as a whole."""
        is_line = part.kind is BlockKind.PARAGRAPH and len(part.text) <= LONGEST_HEADING
        return is_line and part.text in self.bold_lines

    def is_bold(self, text: str) -> bool:
        """Whether what a reader sees of it is one line that stands out as a whole."""
        return "\n" not in text and self.bold > 0 and self.bold + GAPS >= len(text)


@dataclass(slots=True)
class RunningText:
    """The running text that is being collected."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0  # characters within links
    links: int = 0  # open ones
    bold: int = 0  # characters within what stands out
    bolds: int = 0  # open nodes that make it stand out
    bold_lines: set[str] = field(default_factory=set)  # that have ended with a break
    line_start: int = 0  # the piece that the line begins with
    bold_before: int = 0  # characters within what stands out before the line

    def add(self, text: str) -> None:
        """More text, within what is open; a year that ends one node stands apart from the next words."""
        if text[:1].isupper() and self.pieces and YEAR_LAST.search(self.pieces[-1]):
            self.pieces.append(" ")
        self.pieces.append(text)
        if self.links:
            self.linked += len(text.strip())
        if self.bolds:
            self.bold += len(text.strip())

    def break_line(self) -> None:
        """A break that stands in the text."""
        line = " ".join("".join(self.pieces[self.line_start :]).split())
        if line and self.bold - self.bold_before + GAPS >= len(line):
            self.bold_lines.add(line)
        self.add("\n")
        self.line_start, self.bold_before = len(self.pieces), self.bold

    def take(self) -> TextRun:
        """What was collected, which begins anew."""
        run = TextRun("".join(self.pieces), self.linked, self.bold, frozenset(self.bold_lines))
        self.pieces.clear()
        self.bold_lines.clear()
        self.linked = self.bold = self.line_start = self.bold_before = 0
        return run
