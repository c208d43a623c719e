"""The dated statements of a library in order of time: browsing, neighbours in time and daily posts use them.

A statement is a date that says when its sentence took place, one a sentence; a passage whose words hold none
is one statement itself where its heading or message dates it. What only stands behind a dated paragraph is
none: much of it is no event, or of another time. Nothing is read again: the arrays are those of the passages,
sorted; the statements that are shown are made when they are.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from bot.dates import Basis, HistoricalDate, Point, Precision
from bot.search.periods import ordinal
from bot.sentences import sentences
from bot.sources.passage_table import BASES, NONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from bot.library import Library
    from bot.sentences import Span
    from bot.sources.passage_table import PassageTable
    from bot.sources.source import Passage, Source

    Whole = NDArray[np.int64]
    Which = NDArray[np.bool_]

OF_PASSAGE = frozenset({Basis.HEADING, Basis.STAMP})  # date a passage as a whole
IF_NAMED = frozenset({Basis.INHERITED})  # does so where its words name that time too: "after the ban of 1983"
OF_DOCUMENT = frozenset({Basis.TITLE, Basis.FILE_NAME})  # do so where they are exact: a report of its day
EXACT = Precision.MONTH
LEAST_TELLING = 20  # bytes of a passage of such a report: "Welcome" and "Present: all" are of every meeting


@dataclass(frozen=True, slots=True)
class DatedStatement:
    """A sentence that tells what took place, and when."""

    date: HistoricalDate
    basis: Basis
    passage: int  # its number in the library
    sentence: Span  # in the passage
    position: int  # in the order of time, from 0
    dated_by: Span | None = None  # the words of the passage that say the date, where some do


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """What a source covers."""

    source: Source
    passages: int
    statements: int
    span: HistoricalDate | None  # from its first statement to its last; None when it has none


@dataclass(frozen=True, slots=True)
class _Days:
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
    def of(cls, table: PassageTable) -> _Days:
        """Those of all dates that stand in the table."""
        columns = np.array(list(map(_numbers, table.all_dates())), np.int64).reshape(-1, 7).T
        return cls(*columns)


def _numbers(date: HistoricalDate) -> tuple[int, int, int, int, int, int, int]:
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


@dataclass(frozen=True)
class Chronology:
    """The statements of a library by the first day of their date, wider dates first, then as read."""

    library: Library
    _days: _Days
    _passages: NDArray[np.int32]
    _mentions: NDArray[np.int32]  # NONE for a passage's own date
    _dates: NDArray[np.int32]

    @classmethod
    def of(cls, library: Library) -> Chronology:
        """The statements of a library."""
        table = library.index.passages
        days = _Days.of(table)
        passages, mentions, dates = _rows(table, days)
        order = np.lexsort((mentions, passages, -days.begin_lasts[dates], days.begins[dates]))
        return cls(library, days, passages[order], mentions[order], dates[order]).within(library)

    def within(self, library: Library) -> Chronology:
        """The statements of the same library where some of its sources are not used."""
        searched = library.index.searched
        if searched is None:
            return self
        kept = searched[self._passages]
        rows = (self._passages[kept], self._mentions[kept], self._dates[kept])
        return Chronology(library, self._days, *rows)

    def __len__(self) -> int:
        return len(self._passages)

    @cached_property
    def _begins(self) -> Whole:
        return self._days.begins[self._dates]

    @cached_property
    def _begin_lasts(self) -> Whole:
        return self._days.begin_lasts[self._dates]

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
        number, mention = int(self._passages[position]), int(self._mentions[position])
        spans = sentences(table.texts[number]) or [(0, 0)]
        date = table.date(int(self._dates[position]))
        if mention == NONE:
            return DatedStatement(date, BASES[table.own_bases[number]], number, spans[0], position)
        words = int(table.mention_starts[mention]), int(table.mention_ends[mention])
        sentence = spans[max(bisect_left(spans, (words[0] + 1, 0)) - 1, 0)]
        return DatedStatement(date, BASES[table.mention_bases[mention]], number, sentence, position, words)

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
            chosen &= about[self._passages]
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
            is_other = self._passages[at] != passage
            if is_other or (sentence is not None and self.statement(at).sentence[0] != sentence):
                return self.statement(at)
        return None

    def _position(self, passage: int, date: HistoricalDate, sentence: int | None = None) -> int:
        """Where a statement of a passage with this date stands or would stand."""
        begin, last = _numbers(date)[:2]
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
        return -int(self._begin_lasts[at]), int(self._passages[at])

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

    def source_spans(self) -> list[SourceSpan]:
        """What each source covers, in reading order."""
        table = self.library.index.passages
        many = len(table.sources)
        searched = self.library.index.searched
        used = table.source_of if searched is None else table.source_of[searched]
        passages = np.bincount(used, minlength=many)
        owners = table.source_of[self._passages]
        statements = np.bincount(owners, minlength=many)
        earliest, latest = np.full(many, len(self)), np.full(many, -1)
        np.minimum.at(earliest, owners, np.arange(len(self)))
        by_last = np.argsort(self._days.lasts[self._dates], kind="stable")
        rank = np.empty(len(self), np.int64)
        rank[by_last] = np.arange(len(self))
        np.maximum.at(latest, owners, rank)
        return [
            SourceSpan(
                table.source(number),
                int(passages[number]),
                int(statements[number]),
                self._span(int(earliest[number]), int(by_last[latest[number]]))
                if statements[number]
                else None,
            )
            for number in np.flatnonzero(passages).tolist()
        ]

    def _span(self, first: int, last: int) -> HistoricalDate:
        """From the beginning of one statement's date to the end of another's."""
        table = self.library.index.passages
        begin, finish = (table.date(int(self._dates[at])) for at in (first, last))
        return HistoricalDate(_exact(begin.begin or begin.finish), _exact(finish.finish or finish.begin))


def _exact(point: Point | None) -> Point:
    assert point
    return Point(point.year, point.month, point.day, point.span)


def _passages_that_name_their_date(
    table: PassageTable, days: _Days, owners: NDArray[np.int32]
) -> NDArray[np.bool_]:
    """By passage, whether some date in its words overlaps its own; `owners` are the mentions' passages."""
    own = table.own_dates[owners]
    dated = own != NONE
    named, own = table.mention_dates[dated], own[dated]
    overlaps = (days.begins[named] <= days.lasts[own]) & (days.begins[own] <= days.lasts[named])
    naming = np.zeros(len(table), np.bool_)
    naming[owners[dated][overlaps]] = True
    return naming


def _rows(table: PassageTable, days: _Days) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
    """Passages, mentions and dates of all statements."""
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
