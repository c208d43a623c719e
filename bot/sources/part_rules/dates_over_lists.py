"""Paragraphs that are only a date, over a list of what was then, as headings: "1991" over its events."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.dated_lines import is_date_alone
from bot.sources.prose import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.sources.draft import Draft, Part

LEVEL = 6  # below all headings that are marked as such
LONGEST = 40  # characters of a line that names what stands below
FEWEST = 2  # of a text: one alone may be the day of its writing


def with_dates_over_lists(parts: Sequence[Part], _: Draft) -> Iterator[Part]:
    """Parts in which dates alone over items, or in a list of their own over what was then, are headings.

    There have to be several. What stands below may have the form of a heading itself, as timelines of web
    pages have it.
    """
    dated = {n for n, (part, below) in enumerate(pairwise(parts)) if _heads_list(part, below)}
    if len(dated) < FEWEST:
        yield from parts
        return
    for n, part in enumerate(parts):
        if n in dated:
            below = parts[n + 1]
            level = max(below.level - 1, 1) if below.kind is BlockKind.HEADING else LEVEL
            yield replace(part, kind=BlockKind.HEADING, level=level, is_link=False)
        elif n + 1 in dated and _is_line(part):
            yield replace(part, kind=BlockKind.HEADING, level=LEVEL - 1)
        else:
            yield part


def _is_line(part: Part) -> bool:
    """Whether a paragraph only names what stands below: "--- Release of 2.2 ---"."""
    is_short = part.kind is BlockKind.PARAGRAPH and len(part.text) <= LONGEST
    return is_short and not (part.is_link or SENTENCE_END.search(part.text))


def _heads_list(part: Part, below: Part) -> bool:
    if part.kind is BlockKind.PARAGRAPH:
        heads = below.kind in {BlockKind.ITEM, BlockKind.HEADING}
    else:
        heads = part.kind is BlockKind.ITEM
    return heads and is_date_alone(part.text) and not is_date_alone(below.text)
