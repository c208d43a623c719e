"""Which dates of a library make a dated statement.

It is a date that says when its sentence took place, one a sentence; a passage whose words hold none is one
statement itself where its heading or message dates it. What only stands behind a dated paragraph is none:
much of it is no event, or of another time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.browsing.date_numbers import EXACT
from bot.dates import Basis
from bot.sources.passage_table import BASES, NONE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.browsing.date_numbers import DateNumbers
    from bot.sources.passage_table import PassageTable

    Numbers = NDArray[np.int32]

OF_PASSAGE = frozenset({Basis.HEADING, Basis.STAMP})  # date a passage as a whole
IF_NAMED = frozenset({Basis.INHERITED})  # does so where its words name that time too: "after the ban of 1983"
OF_DOCUMENT = frozenset({Basis.TITLE, Basis.FILE_NAME})  # do so where they are exact: a report of its day
LEAST_TELLING = 20  # bytes of a passage of such a report: "Welcome" and "Present: all" are of every meeting


def _passages_that_name_their_date(
    table: PassageTable, days: DateNumbers, owners: NDArray[np.int32]
) -> NDArray[np.bool_]:
    """By passage, whether some date in its words overlaps its own; `owners` are the mentions' passages."""
    own = table.own_dates[owners]
    dated = own != NONE
    named, own = table.mention_dates[dated], own[dated]
    overlaps = (days.begins[named] <= days.lasts[own]) & (days.begins[own] <= days.lasts[named])
    naming = np.zeros(len(table), np.bool_)
    naming[owners[dated][overlaps]] = True
    return naming


def statement_rows(table: PassageTable, days: DateNumbers) -> tuple[Numbers, Numbers, Numbers]:
    """Passages, mentions and dates of all statements; the mention is NONE for a passage's own date."""
    many = len(table)
    owners = np.repeat(np.arange(many, dtype=np.int32), np.diff(table.mention_offsets))
    marked = np.flatnonzero(table.are_statements)
    has_own = np.zeros(many, np.bool_)
    has_own[owners[marked]] = True
    dated = np.flatnonzero((table.own_dates != NONE) & ~has_own)
    bases, dates = table.own_bases[dated], table.own_dates[dated]
    whole = np.isin(bases, [BASES.index(basis) for basis in OF_PASSAGE])
    exact = np.isin(bases, [BASES.index(basis) for basis in OF_DOCUMENT])
    inherited = np.isin(bases, [BASES.index(basis) for basis in IF_NAMED])
    named = _passages_that_name_their_date(table, days, owners)[dated]
    telling = table.texts.rows.sizes[dated] >= LEAST_TELLING
    kept = whole | (inherited & named) | (exact & telling & (days.precisions[dates] <= EXACT))
    passages = np.concatenate((owners[marked], dated[kept].astype(np.int32)))
    mentions = np.concatenate((marked.astype(np.int32), np.full(np.count_nonzero(kept), NONE, np.int32)))
    return passages, mentions, np.concatenate((table.mention_dates[marked], dates[kept]))
