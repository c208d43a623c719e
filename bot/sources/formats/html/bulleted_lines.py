"""Lines that are items of a list by hand, marked or all alike, within what seems to be one paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.draft import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

BULLET = re.compile(r"[*•·‣◦▪●–-][ \t]+(?=\S)")
FEWEST = 2  # lines with a mark
ROLL = re.compile(r"[^\W\d_][^\n—–]{1,60}[ ](?:—|–|-)[ ](?=\w)[^\n]{2,120}")  # "Ann Reed — treasurer"
FEWEST_OF_ROLL = 4  # lines


def bulleted_parts(text: str) -> Iterator[Part]:
    """The items of a text whose lines all have marks but for those that introduce them, or say who is what.

    Any other text is one part.

    >>> [part.text for part in bulleted_parts(chr(10).join(["Keepers:", "* Ann Reed", "* Bo Holm"]))]
    ['Keepers:', 'Ann Reed', 'Bo Holm']
    """
    lines = text.split("\n")
    if len(lines) >= FEWEST_OF_ROLL and all(map(ROLL.fullmatch, lines)):
        yield from (Part(line, 1, BlockKind.ITEM) for line in lines)
        return
    first = next((n for n, line in enumerate(lines) if BULLET.match(line)), len(lines))
    if len(lines) - first < FEWEST or not all(map(BULLET.match, lines[first:])):
        yield Part(text, 1)
        return
    if first:
        yield Part("\n".join(lines[:first]), 1)
    for line in lines[first:]:
        yield Part(BULLET.sub("", line, count=1), 1, BlockKind.ITEM)
