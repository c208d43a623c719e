"""How well the dates in passages fit the dates that a question names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from bot.search.layout import ordinal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.dates import HistoricalDate
    from bot.search.layout import Layout

    Floats = NDArray[np.floating[Any]]

# What a date that is wider than the asked one counts, by the share of it that was asked:
# a day of a month or a month of a year; a day of a year.
PARTS = ((1 / 40, 0.5), (1 / 400, 0.25))


def fits(layout: Layout, dates: Sequence[HistoricalDate]) -> Floats:
    """How well the best date of each passage fits one of the asked periods, 0 to 1."""
    values = np.zeros(len(layout.date_firsts))
    for date in dates:
        values = np.maximum(values, _fit(layout, ordinal(date.first), ordinal(date.last)))
    best = np.zeros(len(layout.context_of))
    np.maximum.at(best, layout.date_passages, values)
    return best


def _fit(layout: Layout, first: int, last: int) -> Floats:
    firsts, lasts = layout.date_firsts, layout.date_lasts
    values = ((firsts >= first) & (lasts <= last)).astype(np.float64)
    overlaps = (firsts <= last) & (lasts >= first) & (values == 0)
    share = (last - first + 1) / (lasts - firsts + 1)
    for least, value in reversed(PARTS):
        values[overlaps & (share >= least)] = value
    return values
