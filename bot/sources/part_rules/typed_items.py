"""Paragraphs that are items of a list typed by hand, below the line that they go on from."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.dated_lines import is_entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sources.draft import Draft, Part

DASH = re.compile(r"[-–—•·*][ \t]+(?=\w)")
GOES_ON = (":", "：", ";", "；")
FEWEST_ENTRIES, LONGEST_ENTRY = 3, 100  # lines that begin with dates, and characters of each
FEWEST = 2  # below a line that is no entry of a chronicle: one may be what somebody said


def with_typed_items(parts: Sequence[Part], _: Draft) -> list[Part]:
    """Parts in which paragraphs with dashes, behind one that does not end with its line, are items.

    So they have the date of the entry that they belong to: "1981: a new mill;", "- a museum opens."
    """
    result = list(parts)
    for n, part in enumerate(parts):
        if part.kind is not BlockKind.PARAGRAPH or not part.text.endswith(GOES_ON):
            continue
        stop = n + 1
        while stop < len(parts) and _is_dashed(parts[stop]):
            stop += 1
        if stop - n - 1 >= (1 if is_entry(part.text) else FEWEST):
            for item in range(n + 1, stop):
                text = DASH.sub("", parts[item].text, count=1)
                result[item] = replace(parts[item], text=text, kind=BlockKind.ITEM)
    return _with_short_entries(result)


def _with_short_entries(parts: Sequence[Part]) -> list[Part]:
    """Parts in which lines that begin with their dates are items, where several follow each other.

    So the line above tells of them all: "Winners", "2007 - Ann Reed", "2008 - Bo Holm".
    """
    result = list(parts)
    for are_short, run in groupby(range(len(parts)), key=lambda n: _is_short_entry(parts[n])):
        numbers = list(run)
        if are_short and len(numbers) >= FEWEST_ENTRIES:
            for n in numbers:
                result[n] = replace(parts[n], kind=BlockKind.ITEM)
    return result


def _is_short_entry(part: Part) -> bool:
    is_line = part.kind is BlockKind.PARAGRAPH and len(part.text) <= LONGEST_ENTRY and "\n" not in part.text
    return is_line and not part.text.endswith(GOES_ON) and is_entry(part.text)


def _is_dashed(part: Part) -> bool:
    is_line = part.kind is BlockKind.PARAGRAPH and "\n" not in part.text
    return is_line and DASH.match(part.text) is not None
