"""The dated statements of a library in order of time: browsing, neighbours in time and daily posts use them.

Nothing is read again: the arrays are those of the passages, sorted; of the statements only those that are
shown are made into objects.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from bot.browsing.date_numbers import DateNumbers, numbers_of
from bot.browsing.statement_rows import statement_rows
from bot.search.periods import ordinal
from bot.sentences import sentences
from bot.sources.passage_table import BASES, NONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from bot.dates import Basis, HistoricalDate
    from bot.library import Library
    from bot.sentences import Span
    from bot.sources.source import Passage

    Whole = NDArray[np.int64]
    Which = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class DatedStatement:
    """A sentence that tells what took place, and when."""

    date: HistoricalDate
    basis: Basis
    passage: int  # its number in the library
    sentence: Span  # in the passage
    position: int  # in the order of time, from 0
    dated_by: Span | None = None  # the words of the passage that say the date, where some do


@dataclass(frozen=True)
class Chronology:
    """The statements of a library by the first day of their date, wider dates first, then as read."""

    library: Library
    _days: DateNumbers
    passages: NDArray[np.int32]  # their numbers in the library, by statement
    _mentions: NDArray[np.int32]  # NONE for a passage's own date
    _dates: NDArray[np.int32]

    @classmethod
    def of(cls, library: Library) -> Chronology:
        """The statements of a library."""
        table = library.index.passages
        days = DateNumbers.of(table)
        passages, mentions, dates = statement_rows(table, days)
        order = np.lexsort((mentions, passages, -days.begin_lasts[dates], days.begins[dates]))
        return cls(library, days, passages[order], mentions[order], dates[order]).within(library)

    def within(self, library: Library) -> Chronology:
        """The statements of the same library where some of its sources are not used."""
        searched = library.index.searched
        if searched is None:
            return self
        kept = searched[self.passages]
        rows = (self.passages[kept], self._mentions[kept], self._dates[kept])
        return Chronology(library, self._days, *rows)

    def __len__(self) -> int:
        return len(self.passages)

    @cached_property
    def _begins(self) -> Whole:
        return self._days.begins[self._dates]

    @cached_property
    def _begin_lasts(self) -> Whole:
        return self._days.begin_lasts[self._dates]

    @property
    def last_days(self) -> Whole:
        """The last day of each statement's date as a number, in order; of an open end the first one."""
        return self._days.lasts[self._dates]

    @cached_property
    def years(self) -> Whole:
        """The year in which each statement's date begins, in order; 0 is 1 BC."""
        return self._days.years[self._dates]

    def passage_of(self, statement: DatedStatement) -> Passage:
        """The passage that holds a statement."""
        return self.library.passages[statement.passage]

    def statements(self, positions: Sequence[int] | Whole) -> list[DatedStatement]:
        """The statements at some positions."""
        return [self.statement(int(position)) for position in positions]

    def statement(self, position: int) -> DatedStatement:
        """The statement at a position in the order of time."""
        table = self.library.index.passages
        number, mention = int(self.passages[position]), int(self._mentions[position])
        spans = sentences(table.texts[number]) or [(0, 0)]
        date = self.date(position)
        if mention == NONE:
            return DatedStatement(date, BASES[table.own_bases[number]], number, spans[0], position)
        words = int(table.mention_starts[mention]), int(table.mention_ends[mention])
        sentence = spans[max(bisect_left(spans, (words[0] + 1, 0)) - 1, 0)]
        return DatedStatement(date, BASES[table.mention_bases[mention]], number, sentence, position, words)

    def date(self, position: int) -> HistoricalDate:
        """The date of the statement at a position."""
        return self.library.index.passages.date(int(self._dates[position]))

    def select(self, periods: Sequence[HistoricalDate] = (), about: Which | None = None) -> Whole:
        """Positions of statements that begin within any of some periods and stand in some of the passages.

        Without periods it is all of time; "2017" does not lie in September 2017. `about` is by passage.
        """
        chosen = np.ones(len(self), np.bool_) if not periods else np.zeros(len(self), np.bool_)
        for period in periods:
            first, last = ordinal(period.first), ordinal(period.last)
            rows = slice(*np.searchsorted(self._begins, (first, last + 1)).tolist())
            chosen[rows] |= self._begin_lasts[rows] <= last
        if about is not None:
            chosen &= about[self.passages]
        return np.flatnonzero(chosen)

    def on_days(self, days: Sequence[tuple[int, int]]) -> Whole:
        """Positions of statements whose date is known to be one of these days of a year (month, day)."""
        wanted = np.isin(self._days.month_days, [month * 100 + day for month, day in days])
        return np.flatnonzero(wanted[self._dates])

    def in_month(self, month: int) -> Whole:
        """Positions of statements whose date is known to be a day of this month, or the month."""
        return np.flatnonzero((self._days.months == month)[self._dates])

    @cached_property
    def edition(self) -> str:
        """Four letters that tell this library from the one before."""
        return self.library.version[:4]

    def before(
        self, passage: int, date: HistoricalDate, sentence: int | None = None
    ) -> DatedStatement | None:
        """The neighbour in time before a date that a passage shows, None at the beginning.

        It is of another passage, or of another sentence of the same one where it is said in which place of it
        the sentence that is shown begins. Statements of the same day are neighbours in the order of their
        passages, so that going on from neighbour to neighbour comes to each of them.
        """
        at = self._position(passage, date, sentence)
        return self._neighbour(range(at - 1, -1, -1), passage, sentence)

    def after(self, passage: int, date: HistoricalDate, sentence: int | None = None) -> DatedStatement | None:
        """The neighbour in time after a date that a passage shows, None at the end; otherwise as `before`."""
        return self._neighbour(range(self._position(passage, date, sentence), len(self)), passage, sentence)

    def _neighbour(self, positions: range, passage: int, sentence: int | None) -> DatedStatement | None:
        for at in positions:
            is_other = self.passages[at] != passage
            if is_other or (sentence is not None and self.statement(at).sentence[0] != sentence):
                return self.statement(at)
        return None

    def _position(self, passage: int, date: HistoricalDate, sentence: int | None = None) -> int:
        """Where a statement of a passage with this date stands or would stand."""
        begin, last = numbers_of(date)[:2]
        rows = range(*np.searchsorted(self._begins, (begin, begin + 1)).tolist())
        key = (-last, passage)
        at = rows.start + bisect_left(rows, key, key=self._place)
        while sentence is not None and at < rows.stop and self._place(at) == key:
            if self.statement(at).sentence[0] >= sentence:
                break
            at += 1
        return at

    def _place(self, at: int) -> tuple[int, int]:
        """What statements that begin on the same day are ordered by."""
        return -int(self._begin_lasts[at]), int(self.passages[at])

    def dates_near(self, position: int) -> Iterator[HistoricalDate]:
        """The different dates that begin on other days than a statement's, the nearest day first."""
        begins, table = self._begins, self.library.index.passages
        here = int(begins[position])
        before, after = np.searchsorted(begins, (here, here + 1)).tolist()
        while before > 0 or after < len(self):
            gap_before = here - int(begins[before - 1]) if before else None
            gap_after = int(begins[after]) - here if after < len(self) else None
            if gap_after is None or (gap_before is not None and gap_before <= gap_after):
                last, before = before, int(np.searchsorted(begins, begins[before - 1]))
                rows = slice(before, last)
            else:
                first, after = after, int(np.searchsorted(begins, begins[after], "right"))
                rows = slice(first, after)
            yield from (table.date(number) for number in np.unique(self._dates[rows]).tolist())

    def density(self, positions: Whole | None = None) -> dict[int, int]:
        """How many statements begin in each year that has any, in order; of all, or of those at positions."""
        years, counts = np.unique(
            self.years if positions is None else self.years[positions], return_counts=True
        )
        return dict(zip(years.tolist(), counts.tolist(), strict=True))
