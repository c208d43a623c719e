"""What breaks set apart within one paragraph of a page: paragraphs, and items of lists by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.dated_lines import begins_with_date, ends_with_date
from bot.sources.draft import Part
from bot.sources.line_groups import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

BULLET = re.compile(r"[*•·‣◦▪●–-][ \t]+(?=\S)")
GAP = re.compile(r"\n\n+")
FEWEST = 2  # lines with a mark
ROLL = re.compile(r"[^\W\d_][^\n—–]{1,60}[ ](?:—|–|-)[ ](?=\w)[^\n]{2,120}")  # "Ann Reed — treasurer"
FEWEST_OF_ROLL = 4  # lines


def parts_of(text: str) -> Iterator[Part]:
    """The paragraphs and items of a text, which blank lines divide into paragraphs."""
    for paragraph in GAP.split(text):
        yield from bulleted_parts(paragraph)


def bulleted_parts(text: str) -> Iterator[Part]:
    """The items of a text whose lines all have marks but for those that introduce them, or say who is what.

    Of a chronicle, each entry. Any other text is one part.

    >>> [part.text for part in bulleted_parts(chr(10).join(["Keepers:", "* Ann Reed", "* Bo Holm"]))]
    ['Keepers:', 'Ann Reed', 'Bo Holm']
    """
    lines = text.split("\n")
    if len(lines) >= FEWEST_OF_ROLL and all(map(ROLL.fullmatch, lines)):
        yield from (Part(line, 1, BlockKind.ITEM) for line in lines)
        return
    first = next((n for n, line in enumerate(lines) if BULLET.match(line)), len(lines))
    if len(lines) - first < FEWEST or not all(map(BULLET.match, lines[first:])):
        yield from _entries(lines)
        return
    if first:
        yield Part("\n".join(lines[:first]), 1)
    for line in lines[first:]:
        yield Part(BULLET.sub("", line, count=1), 1, BlockKind.ITEM)


def _entries(lines: list[str]) -> Iterator[Part]:
    """The entries of a chronicle as items, behind what introduces them; all else is one paragraph."""
    stretches = entries(lines, are_broken=True)
    for number, (start, stop) in enumerate(stretches):
        is_entry = len(stretches) > 1 and (number > 0 or _has_date(lines[start]))
        kind = BlockKind.ITEM if is_entry else BlockKind.PARAGRAPH
        yield Part("\n".join(lines[start:stop]), 1, kind)


def _has_date(line: str) -> bool:
    return begins_with_date(line) or ends_with_date(line)
