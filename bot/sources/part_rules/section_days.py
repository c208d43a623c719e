"""The days that sections begin or end with, as those of lists of news do."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.dates import BlockKind, find_dates
from bot.sources.part_rules.datelines import is_dateline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sources.draft import Part

FEWEST = 2  # sections with one


def lines_of_sections(parts: Sequence[Part], language: str) -> dict[int, int]:
    """Numbers of sections' headings with those of the lines that hold their days.

    Half of the sections of their levels have one.
    """
    headings = [n for n, part in enumerate(parts) if part.kind is BlockKind.HEADING]
    sections = [(n, stop) for n, stop in pairwise((*headings, len(parts))) if _holds_more(parts, n, stop)]
    if len(sections) < FEWEST:
        return {}
    days = {n for n, part in enumerate(parts) if is_dateline(part, language)}
    for is_below in (False, True):
        lines = [(start, stop - 1 if is_below else start + 1) for start, stop in sections]
        dated = {
            start: line
            for (start, line), (_, stop) in zip(lines, sections, strict=True)
            if days.intersection(range(start, stop)) == {line} and not find_dates(parts[start].text)
        }
        levels = {parts[start].level for start in dated}
        beside = sum(parts[start].level in levels for start, _ in sections)
        if len(dated) >= max(FEWEST, beside / 2):
            return dated
    return {}


def _holds_more(parts: Sequence[Part], start: int, stop: int) -> bool:
    """Whether a section holds more than one line, be it in the sections below it."""
    has_sections = stop < len(parts) and parts[stop].level > parts[start].level
    return stop - start > (1 if has_sections else 2)
