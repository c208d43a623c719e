"""What date expressions mean within their document: a narrative told in order, with digressions.

A timeline keeps the last date of the main line (`timeline.py`). A date without a year takes it from there, or
as the rules of `missing_years.py` say. Dates in brackets, behind "since" or "until" and in flashbacks are
resolved the same way and leave the main line where it was (`digressions.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dates.calendar_arithmetic import is_quarter, month_number, value_of
from bot.dates.counting import from_event, of_apposition, of_clock_time, of_same, of_shift
from bot.dates.deictics import of_next, of_now, of_weekday
from bot.dates.events import Dated
from bot.dates.expression import (
    Apposed,
    Calendar,
    ClockTime,
    Expression,
    FromEvent,
    Interval,
    Known,
    Meaning,
    Now,
    Same,
    Shift,
    Weekday,
)
from bot.dates.mention import Basis, Mention
from bot.dates.missing_years import Yearless, year_of
from bot.dates.numbered_names import without_numbers_of_names
from bot.dates.reading import DocumentReading, Resolved, Value, year_said, years_behind
from bot.dates.signs import signs_of
from bot.dates.surroundings import SENTENCE_END
from bot.dates.tense import PAST
from bot.dates.value import HistoricalDate, Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.dates.block import Block
    from bot.dates.surroundings import Occurrence
    from bot.dates.timeline import Timeline

SENTENCE = 100  # characters before and behind a date that may say that it is of every year
FAR_AHEAD = 25  # years from what is told to a decade that it hardly means
DECADE = 10
CENTURY = 100  # years
RECENT = 1990  # the decade around which texts are that write years short and name none in full
AHEAD = 40  # years that a year without its century may lie behind the narrative
NOWADAYS = 2030  # about when documents are written; later years are not told without their century


def mentions(
    text: str,
    blocks: Sequence[Block],
    occurrences: Sequence[Occurrence[Expression]],
    language: str,
    timeline: Timeline,
) -> list[Mention]:
    """The dates of a document; what cannot be known from it is left out."""
    occurrences = without_numbers_of_names(text, occurrences)
    said_years = (year_said(occurrence.expression.meaning) for occurrence in occurrences)
    years = [year for year in said_years if year is not None]
    first_year = years[0] if years else None
    now = timeline.now
    last_year = max([*years, *([now.year] if now and now.year else [])], default=None)
    signs = signs_of(language)
    behind = years_behind(occurrences, signs)
    reading = DocumentReading(text, occurrences, signs, timeline, first_year, last_year, behind)
    return list(Resolver(reading, blocks).mentions())


@dataclass(frozen=True, slots=True)
class Resolver:
    """Goes through a document from beginning to end."""

    reading: DocumentReading
    blocks: Sequence[Block]

    def mentions(self) -> Iterator[Mention]:
        """The dates that have a value, in order."""
        reading, timeline, entered = self.reading, self.reading.timeline, -1
        for number, occurrence in enumerate(reading.occurrences):
            while entered < occurrence.block:
                entered += 1
                timeline.enter(self.blocks[entered])
            expression = occurrence.expression
            resolved = self._resolved(number, occurrence, expression.meaning)
            date = resolved and historical(resolved.value)
            if not resolved or not date:
                continue
            start, end, value = expression.start, expression.end, resolved.value
            timeline.move(occurrence, value, reading.signs)
            if isinstance(value, Calendar):
                reading.dated.append(Dated(start, end, value))
            yield Mention(start, end, reading.text[start:end], date, resolved.basis)

    def _resolved(self, number: int, occurrence: Occurrence[Expression], meaning: Meaning) -> Resolved | None:
        reading = self.reading
        if isinstance(meaning, Calendar):
            return self._calendar(number, meaning)
        if isinstance(meaning, Interval):
            return self._interval(number, meaning)
        if isinstance(meaning, Known):
            return Resolved(value_of(meaning.date), Basis.ALIAS)
        timeline = reading.timeline
        if isinstance(meaning, Same) and meaning.is_now and (timeline.is_report or not timeline.last):
            meaning = Now(0, meaning.unit, inner=meaning.inner)
        if isinstance(meaning, Now):
            return of_now(reading, occurrence, meaning)
        if isinstance(meaning, Shift) and meaning.is_bare and reading.timeline.is_report:
            return of_next(reading, meaning)
        value = self._from_narrative(number, occurrence, meaning)
        is_known = value is not None and not self._is_unpublished(occurrence, value)
        return Resolved(value, Basis.COMPLETED) if value and is_known else None

    def _from_narrative(
        self, number: int, occurrence: Occurrence[Expression], meaning: Meaning
    ) -> Calendar | None:
        reading = self.reading
        if isinstance(meaning, Shift):
            return of_shift(reading, number, meaning)
        if isinstance(meaning, Same):
            return of_same(reading, meaning)
        if isinstance(meaning, ClockTime):
            return self._day_of_clause(number) or of_clock_time(reading, number)
        if isinstance(meaning, Apposed):
            return of_apposition(reading, occurrence, meaning)
        if isinstance(meaning, FromEvent):
            return from_event(reading, number, meaning)
        return of_weekday(reading, occurrence, meaning) if isinstance(meaning, Weekday) else None

    def _calendar(self, number: int, date: Calendar) -> Resolved | None:
        if date.has_year:
            return Resolved(date, Basis.EXPLICIT)
        occurrence, value = self.reading.occurrences[number], None
        if date.is_short:
            value = self._with_century(date)
        elif date.month is None:
            value = self._day_of_month(date)
        elif not self._is_any(occurrence, date):
            year = year_of(Yearless(date, number, self.reading))
            value = None if year is None else self._of_year(year, date)
            if value and self._is_unpublished(occurrence, value) and year is not None:
                value = value._replace(year=year - 1)
        return Resolved(value, Basis.COMPLETED) if value else None

    def _is_unpublished(self, occurrence: Occurrence[Expression], value: Calendar) -> bool:
        """Whether what a narrative tells in the past would lie behind the day of its publication."""
        timeline = self.reading.timeline
        if timeline.is_report or not timeline.published:
            return False
        date = historical(value)
        is_later = date is not None and date.first > timeline.published.last
        return is_later and self.reading.outlook(occurrence) == PAST

    def _is_any(self, occurrence: Occurrence[Expression], date: Calendar) -> bool:
        """Whether it is of no year in particular: held annually in June; a quarter, unless in a report."""
        if is_quarter(date) and not self.reading.timeline.is_report:
            return self.reading.text[occurrence.expression.start] != "Q"
        return self._is_habit(occurrence, date)

    def _of_year(self, year: int, date: Calendar) -> Calendar:
        """About 1910 he came. In [May] he left: about May 1910."""
        main = self.reading.timeline.main
        is_approximate = bool(main and main.year == year and main.is_approximate)
        return date._replace(year=year, is_approximate=date.is_approximate or is_approximate)

    def _is_habit(self, occurrence: Occurrence[Expression], date: Calendar) -> bool:
        """It is held annually in June: of no year in particular. The annual meeting was held on 4 June."""
        text, start, end = self.reading.text, occurrence.expression.start, occurrence.expression.end
        begin = max(occurrence.sentence, start - SENTENCE)
        stop = SENTENCE_END.search(text, end, end + SENTENCE)
        finish = stop.start() if stop else end + SENTENCE
        signs = self.reading.signs
        if signs.habit.search(text, begin, finish):
            return True
        if not signs.yearly.search(text, begin, finish):
            return False
        return date.day is None or self.reading.outlook(occurrence) != PAST

    def _interval(self, number: int, meaning: Interval) -> Resolved | None:
        begin, finish = meaning
        assert begin is not None
        if finish is None:
            return Resolved(meaning, Basis.EXPLICIT)
        crosses = (begin.month or 0, begin.day or 0) > (finish.month or 0, finish.day or 0)
        if begin.has_year and begin.year is not None:
            year = finish.year if finish.has_year else begin.year + crosses
            return Resolved(Interval(begin, finish._replace(year=year)), Basis.EXPLICIT)
        first = self._calendar(number, begin)
        if not first or not isinstance(first.value, Calendar) or first.value.year is None:
            return None
        year = first.value.year
        main = self.reading.timeline.main
        if crosses and main and (finish.month or 0) <= (month_number(main) or 0):
            year -= 1  # from October to March, told in March
        whole = Interval(begin._replace(year=year), finish._replace(year=year + crosses))
        return Resolved(whole, Basis.COMPLETED)

    def _day_of_month(self, date: Calendar) -> Calendar | None:
        """On the 20th: of the month last named."""
        base = self.reading.timeline.last or self.reading.timeline.main
        if not base or not base.month or base.month > 12:
            return None
        return base._replace(day=date.day, is_approximate=date.is_approximate or base.is_approximate)

    def _day_of_clause(self, number: int) -> Calendar | None:
        """At noon on 3 May."""
        if not self.reading.is_same_clause(number):
            return None
        there = self.reading.occurrences[number + 1].expression.meaning
        day = self._calendar(number + 1, there) if isinstance(there, Calendar) and there.day else None
        return day.value if day and isinstance(day.value, Calendar) else None

    def _with_century(self, date: Calendar) -> Calendar | None:
        """'95, in a narrative of 1988, is the nearest such year, but none far ahead: 1995; '45 is 1945."""
        main, now = self.reading.timeline.main, self.reading.timeline.now
        near = main.year if main else self.reading.first_year
        if near is None and now:
            near = now.year
        if near is None and (date.span or date.day):
            near = RECENT  # the 90s, 7/29/91, in a text that names no other year
        if near is None or date.year is None:
            return None
        latest = max(near, min(near + AHEAD, NOWADAYS), self.reading.last_year or near)
        if now and now.year:
            latest = min(latest, max(near, now.year))
        ahead = near + (date.year - near) % CENTURY
        is_behind = ahead > latest or ahead - near > CENTURY // 2
        is_begun = date.span and ahead - near > FAR_AHEAD and ahead + DECADE // 2 > latest
        is_behind = is_behind or bool(is_begun)  # the twenties of a text of 2021 are a hundred years ago
        return date._replace(year=ahead - CENTURY * is_behind, is_short=False)


def historical(value: Value) -> HistoricalDate | None:
    """A value of the calendar as a date; None where no calendar holds it, such as 31 February."""
    ends = (value, value) if isinstance(value, Calendar) else value
    try:
        return HistoricalDate(*(end and _point(end) for end in ends))
    except ValueError:
        return None


def _point(date: Calendar) -> Point:
    if date.year is None or date.is_short:
        raise ValueError("no year is known")
    return Point(date.year, date.month, date.day, date.span, date.is_approximate)
