"""The running text of a web page, and how much of it leads elsewhere or stands out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

YEAR_LAST = re.compile(r"(?<!\w)[12]\d{3}$")
AROUND_LINKS = re.compile(r"[\s\[\]|·•‹›«»<>/–—-]")
GAPS = 3  # characters between the pieces of what stands out as a whole


@dataclass(frozen=True, slots=True)
class TextRun:
    """The text between two blocks, and its characters within links and in bold or large letters."""

    raw: str
    linked: int
    bold: int

    def is_link(self, text: str) -> bool:
        """Whether what a reader sees of it is nothing but links, be it "[ Home | News ]"."""
        return self.linked > 0 and self.linked >= len(AROUND_LINKS.sub("", text))

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

    def add(self, text: str) -> None:
        """More text, within what is open; a year that ends one node stands apart from the next words."""
        if text[:1].isupper() and self.pieces and YEAR_LAST.search(self.pieces[-1]):
            self.pieces.append(" ")
        self.pieces.append(text)
        if self.links:
            self.linked += len(text.strip())
        if self.bolds:
            self.bold += len(text.strip())

    def take(self) -> TextRun:
        """What was collected, which begins anew."""
        run = TextRun("".join(self.pieces), self.linked, self.bold)
        self.pieces.clear()
        self.linked = self.bold = 0
        return run
