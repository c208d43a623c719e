"""Lines that somebody marked as items of a list by hand, within what a format takes for one paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.draft import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

BULLET = re.compile(r"[*•·‣◦▪●–-][ \t]+(?=\S)")
FEWEST = 2  # lines with a mark


def bulleted_parts(text: str) -> Iterator[Part]:
    """The items of a text whose lines all have marks but for those that introduce them; else the whole text.

    >>> [part.text for part in bulleted_parts(chr(10).join(["Keepers:", "* Ann Reed", "* Bo Holm"]))]
    ['Keepers:', 'Ann Reed', 'Bo Holm']
    """
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if BULLET.match(line)), len(lines))
    if len(lines) - first < FEWEST or not all(map(BULLET.match, lines[first:])):
        yield Part(text, 1)
        return
    if first:
        yield Part("\n".join(lines[:first]), 1)
    for line in lines[first:]:
        yield Part(BULLET.sub("", line, count=1), 1, BlockKind.ITEM)
