"""Which passages have dates that fit the dates that a question names, and how well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.arrays import Columns, offsets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from bot.dates import HistoricalDate
    from bot.sources.passage_table import PassageTable

    Floats = NDArray[np.floating[Any]]
    Whole = NDArray[np.int64]

DAYS_OF_MONTH, DAYS_OF_YEAR = 31, 372  # of a calendar made to compare days, not to count them
# What a date far from the only end of an open period counts: of "after the ban" what came next is wanted.
FARTHEST = 0.5
# What a date that is wider than the asked one counts, by the share of it that was asked:
# a day of a month or a month of a year; a day of a year.
PARTS = ((1 / 40, 0.5), (1 / 400, 0.25))
# Dates are kept by how many days they last, so that those around a day are neighbours: a day, a month, a
# season, a year, a decade, a century, and longer.
LASTING = np.array([1, 31, 124, 372, 3_720, 37_200])
ENDLESS = (1 << 31) - 1


def ordinal(day: tuple[int, int, int]) -> int:
    """A day as a number that keeps the order of days."""
    year, month, number = day
    return year * DAYS_OF_YEAR + (month - 1) * DAYS_OF_MONTH + number


@dataclass(frozen=True, slots=True, eq=False)
class Periods(Columns):
    """The dates that passages name, and their own ones, in classes by length, then by first day."""

    firsts: NDArray[np.int32]
    lasts: NDArray[np.int32]
    passages: NDArray[np.int32]
    classes: NDArray[np.int64]  # where each class begins, and the end

    @classmethod
    def of(cls, passage_table: PassageTable) -> Periods:
        """The dates of all passages."""
        days = np.array(
            [(ordinal(date.first), ordinal(date.last)) for date in passage_table.all_dates()], np.int32
        ).reshape(-1, 2)
        named = np.repeat(np.arange(len(passage_table)), np.diff(passage_table.mention_offsets))
        own = np.flatnonzero(passage_table.own_dates >= 0)
        dates = np.concatenate((passage_table.mention_dates, passage_table.own_dates[own]))
        passages = np.concatenate((named, own)).astype(np.int32)
        firsts, lasts = days[dates, 0], days[dates, 1]
        kinds = np.searchsorted(LASTING, lasts - firsts + 1)
        order = np.lexsort((firsts, kinds))
        many = np.bincount(kinds, minlength=len(LASTING) + 1)
        return cls(firsts[order], lasts[order], passages[order], offsets(many))

    def fitting(self, dates: Sequence[HistoricalDate]) -> tuple[Whole, Floats]:
        """The passages with a date that fits an asked one, in order, and how well the best does, 0 to 1."""
        rows = [row for date in dates for row in self._near(date)]
        best = np.zeros(max((int(passages.max()) + 1 for passages, _ in rows), default=0))
        for passages, values in rows:
            np.maximum.at(best, passages, values)
        some = (best > 0).nonzero()[0]
        return some, best[some]

    def _near(self, date: HistoricalDate) -> Iterator[tuple[NDArray[np.int32], Floats]]:
        """Passages of dates that share a day with a stretch, and how well each fits."""
        first, last = ordinal(date.first), ordinal(date.last)
        for kind in range(len(self.classes) - 1):
            begin, inside, after, end = self._marks(kind, first, last)
            if inside < after:
                yield self.passages[inside:after], _nearness(date, slice(inside, after), self)
            for some in (slice(begin, inside), slice(after, end)):
                values = _fit(self.firsts[some], self.lasts[some], first, last)
                fit = (values > 0).nonzero()[0]
                if len(fit):
                    yield self.passages[some][fit], (values * _nearness(date, some, self))[fit]

    def _marks(self, kind: int, first: int, last: int) -> list[int]:
        """Where dates of a class begin that may touch a stretch, surely lie in it, may not, come after it.

        Those that begin within it surely lie in it when even the longest of the class would.
        """
        begin, end = self.classes[kind : kind + 2].tolist()
        longest = int(LASTING[kind]) if kind < len(LASTING) else ENDLESS
        wanted = np.array((first - longest + 1, first, last - longest + 2, last + 1))
        # Of the type of what is searched, or that would all be copied.
        marks = self.firsts[begin:end].searchsorted(wanted.clip(-ENDLESS, ENDLESS).astype(np.int32))
        places: list[int] = (begin + np.maximum.accumulate(marks)).tolist()
        return places


def _nearness(date: HistoricalDate, some: slice, periods: Periods) -> Floats:
    """What some dates count for being near the only end of an open period; 1 where it has two."""
    if not date.is_open:
        return np.ones(some.stop - some.start)
    if date.begin:
        gaps = periods.firsts[some] - ordinal(date.first)
    else:
        gaps = ordinal(date.last) - periods.lasts[some]
    years = np.maximum(gaps, 0) / DAYS_OF_YEAR
    years += 1  # in place: of a million dates, each copy costs more than the sum
    near: Floats = np.divide(1 - FARTHEST, years, out=years)
    near += FARTHEST
    return near


def _fit(firsts: NDArray[np.int32], lasts: NDArray[np.int32], first: int, last: int) -> Floats:
    inside = (firsts >= first) & (lasts <= last)
    values = inside.astype(np.float64)
    wider = (~inside & (lasts >= first)).nonzero()[0]
    share = (last - first + 1) / (lasts[wider].astype(np.int64) - firsts[wider] + 1)
    for least, value in reversed(PARTS):
        values[wider[share >= least]] = value
    return values
