"""How many statements the years of a timeline have, in one line: "2013 ▁ 2017 █ 2025 ▅"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dates import HistoricalDate, Point

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.cards.phrasebook import Phrasebook

BARS = "▁▂▃▄▅▆▇█"
EMPTY = "·"
MOST_NAMED = 6  # years that are all named
MOST_BARS = 20  # between the first and the last year, when there are more
STEPS = (1, 2, 5)  # a bar stands for so many years, ten times as many, a hundred times ...
EARLY = 100  # years before it are named with their era


def density_line(counts: Mapping[int, int], book: Phrasebook) -> str:
    """A bar for each year that has any; for many years a row of bars between the first and the last.

    `counts` are by year, in order; 0 is 1 BC. Nothing for less than two years, nor for few alike ones.
    """
    if len(counts) < 2:
        return ""
    if len(counts) <= MOST_NAMED:
        if len(set(counts.values())) == 1:
            return ""
        most = max(counts.values())
        return " ".join(f"{_named(year, book)} {_bar(count, most)}" for year, count in counts.items())
    first, last = min(counts), max(counts)
    bars = _binned(counts, first, _step(last - first + 1))
    most = max(bars)
    row = "".join(_bar(count, most) if count else EMPTY for count in bars)
    return f"{_named(first, book)} {row} {_named(last, book)}"


def _step(years: int) -> int:
    """Years of a bar: the fewest of 1, 2, 5, 10, 20 ... with which there are not too many bars."""
    factor = 1
    while True:
        for step in STEPS:
            if years <= step * factor * MOST_BARS:
                return step * factor
        factor *= 10


def _binned(counts: Mapping[int, int], first: int, step: int) -> list[int]:
    bars = [0] * ((max(counts) - first) // step + 1)
    for year, count in counts.items():
        bars[(year - first) // step] += count
    return bars


def _bar(count: int, most: int) -> str:
    return BARS[-(-count * len(BARS) // most) - 1]


def _named(year: int, book: Phrasebook) -> str:
    return str(year) if year >= EARLY else book.date(HistoricalDate.of(Point(year)))
