"""Paragraphs that are only a date, over a list of what was then, as headings: "1991" over its events."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.dates import Basis, BlockKind, find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.sources.draft import Part

LEVEL = 6  # below all headings that are marked as such
LONGEST = 40  # characters
FEWEST = 2  # of a text: one alone may be the day of its writing
DIGIT = re.compile(r"\d")
WORD = re.compile(r"\w")


def with_dates_over_lists(parts: Sequence[Part]) -> Iterator[Part]:
    """Parts in which dates alone over items are headings, where there are several."""
    dated = {n for n, (part, below) in enumerate(pairwise(parts)) if _heads_list(part, below)}
    for n, part in enumerate(parts):
        is_heading = n in dated and len(dated) >= FEWEST
        yield replace(part, kind=BlockKind.HEADING, level=LEVEL) if is_heading else part


def _heads_list(part: Part, below: Part) -> bool:
    if part.kind is not BlockKind.PARAGRAPH or below.kind is not BlockKind.ITEM:
        return False
    text = part.text
    if len(text) > LONGEST or not DIGIT.search(text):
        return False
    dates = find_dates(text)
    if len(dates) != 1 or dates[0].basis is not Basis.EXPLICIT:
        return False
    return not WORD.search(text[: dates[0].start] + text[dates[0].end :])
