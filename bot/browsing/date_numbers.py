"""The different dates of a library as numbers: what statements are ordered and chosen by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.dates import HistoricalDate, Precision
from bot.search.periods import ordinal

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.sources.passage_table import PassageTable

    Whole = NDArray[np.int64]

EXACT = Precision.MONTH  # or a day: what is known to lie in one month of one year


@dataclass(frozen=True, slots=True)
class DateNumbers:
    """The different dates of a library as numbers, by the number of the date.

    A date begins where its beginning begins; one whose beginning is open stands where its end begins.
    """

    begins: Whole
    begin_lasts: Whole  # last day of the beginning: of "2017/2019" the last of 2017
    lasts: Whole  # last day of the whole, an open end left out
    years: Whole
    month_days: Whole  # month * 100 + day of what is known to be one day, else 0
    months: Whole  # of what is known to lie in one month, else 0
    precisions: Whole

    @classmethod
    def of(cls, table: PassageTable) -> DateNumbers:
        """Those of all dates that stand in the table."""
        columns = np.array(list(map(numbers_of, table.all_dates())), np.int64).reshape(-1, 7).T
        return cls(*columns)


def numbers_of(date: HistoricalDate) -> tuple[int, int, int, int, int, int, int]:
    """What the columns of DateNumbers hold of a date, in their order."""
    begin, finish = date.begin or date.finish, date.finish or date.begin
    assert begin
    assert finish
    first, last = begin.stretches()[0][0], begin.stretches()[-1][1]
    is_exact = not date.is_interval and not date.is_approximate and date.precision <= EXACT
    return (
        ordinal(first),
        ordinal(last),
        ordinal(finish.stretches()[-1][1]),
        first.year,
        first.month * 100 + first.day if is_exact and begin.day else 0,
        first.month if is_exact else 0,
        date.precision,
    )
