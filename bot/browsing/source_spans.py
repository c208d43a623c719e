"""Of what time each source of a library tells, and how much: for a list of the sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.dates import HistoricalDate, Point

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.browsing.chronology import Chronology
    from bot.sources.source import Source


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """What a source covers."""

    source: Source
    passages: int
    statements: int
    span: HistoricalDate | None  # from its first statement to its last; None when it has none


def source_spans(chronology: Chronology) -> list[SourceSpan]:
    """What each source covers, in reading order."""
    table, searched = chronology.library.index.passages, chronology.library.index.searched
    used = table.source_of if searched is None else table.source_of[searched]
    passages = np.bincount(used, minlength=len(table.sources))
    owners = table.source_of[chronology.passages]
    statements = np.bincount(owners, minlength=len(table.sources))
    firsts, lasts = _ends(chronology, owners, len(table.sources))
    return [
        SourceSpan(
            table.source(number),
            int(passages[number]),
            int(statements[number]),
            _between(chronology, firsts[number], lasts[number]) if statements[number] else None,
        )
        for number in np.flatnonzero(passages).tolist()
    ]


def _ends(chronology: Chronology, owners: NDArray[np.int32], many: int) -> tuple[list[int], list[int]]:
    """By source the position of its statement that begins first, and of the one that ends last.

    `owners` are the statements' sources; the numbers of a source without any mean nothing.
    """
    positions = np.arange(len(chronology))
    by_last = np.argsort(chronology.last_days, kind="stable")
    rank = np.empty(len(chronology), np.int64)
    rank[by_last] = positions
    first, last = np.full(many, len(chronology)), np.full(many, -1)
    np.minimum.at(first, owners, positions)
    np.maximum.at(last, owners, rank)
    return first.tolist(), [int(by_last[at]) if at >= 0 else -1 for at in last.tolist()]


def _between(chronology: Chronology, first: int, last: int) -> HistoricalDate:
    """From the beginning of one statement's date to the end of another's."""
    begin, finish = chronology.date(first), chronology.date(last)
    return HistoricalDate(_exact(begin.begin or begin.finish), _exact(finish.finish or finish.begin))


def _exact(point: Point | None) -> Point:
    assert point
    return Point(point.year, point.month, point.day, point.span)
