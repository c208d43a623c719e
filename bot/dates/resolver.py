"""What date expressions mean within their document: a narrative told in order, with digressions.

A timeline keeps the last date of the main line (`timeline.py`). A date without a year takes it from there, or
as the rules of `years.py` say. Dates in brackets, behind "since" or "until" and in flashbacks are resolved
the same way and leave the main line where it was (`digressions.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from bot.dates.calendar_arithmetic import coarsened, month_number, shifted, value_of, week_of, weekday_of
from bot.dates.events import Dated, apposed_to, of_event
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
    Unit,
    Weekday,
    Within,
)
from bot.dates.mention import Basis, Mention, Style
from bot.dates.signs import Signs, signs_of
from bot.dates.surroundings import SENTENCE_END
from bot.dates.value import HistoricalDate, Point
from bot.dates.years import Yearless, is_same_clause, year_of, year_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.dates.surroundings import Occurrence
    from bot.dates.timeline import Timeline

SENTENCE = 100  # characters before and behind a date that may say that it is of every year
BESIDE = re.compile(r",?[ ][(]?(?:[^\W\d_]{1,4}[ ])?")  # ", in ", " ("

Value = Calendar | Interval


class Resolved(NamedTuple):
    """What an expression means in its document, and how that is known."""

    value: Value
    basis: Basis


def mentions(
    text: str, occurrences: Sequence[Occurrence[Expression]], language: str, timeline: Timeline
) -> list[Mention]:
    """The dates of a document; what cannot be known from it is left out."""
    said_years = (year_said(occurrence.expression.meaning) for occurrence in occurrences)
    years = [year for year in said_years if year is not None]
    first_year = years[0] if years else None
    now = timeline.now
    last_year = max([*years, *([now.year] if now and now.year else [])], default=None)
    return list(Resolver(text, occurrences, signs_of(language), timeline, first_year, last_year).mentions())


@dataclass(frozen=True, slots=True)
class Resolver:
    """One reading of one document from beginning to end."""

    text: str
    occurrences: Sequence[Occurrence[Expression]]
    signs: Signs
    timeline: Timeline
    first_year: int | None  # that the document names: for dates before any other
    last_year: int | None  # that it names, or was written in
    dated: list[Dated] = field(default_factory=list)  # what was told so far

    def mentions(self) -> Iterator[Mention]:
        """The dates that have a value, in order."""
        for number, occurrence in enumerate(self.occurrences):
            self.timeline.enter(occurrence)
            expression = occurrence.expression
            resolved = self._resolved(number, occurrence, expression.meaning)
            date = resolved and historical(resolved.value)
            if not resolved or not date:
                continue
            start, end, value = expression.start, expression.end, resolved.value
            self.timeline.move(occurrence, value, self.signs)
            if isinstance(value, Calendar):
                self.dated.append(Dated(start, end, value))
            if not isinstance(expression.meaning, Within):
                yield Mention(start, end, self.text[start:end], date, resolved.basis)

    def _resolved(self, number: int, occurrence: Occurrence[Expression], meaning: Meaning) -> Resolved | None:
        if isinstance(meaning, Calendar):
            return self._calendar(number, meaning)
        if isinstance(meaning, Interval):
            return self._interval(number, meaning)
        if isinstance(meaning, Within):
            return self._calendar(number, meaning.outer)
        if isinstance(meaning, Known):
            return Resolved(value_of(meaning.date), Basis.ALIAS)
        if isinstance(meaning, Now):
            return self._now(occurrence, meaning)
        value = self._from_timeline(number, occurrence, meaning)
        return Resolved(value, Basis.COMPLETED) if value else None

    def _from_timeline(
        self, number: int, occurrence: Occurrence[Expression], meaning: Meaning
    ) -> Calendar | None:
        if isinstance(meaning, Shift):
            return self._shift(number, meaning)
        if isinstance(meaning, Same):
            return self._same(meaning)
        if isinstance(meaning, ClockTime):
            return self._day_of_paragraph(number, occurrence)
        if isinstance(meaning, Apposed):
            return self._apposed(occurrence, meaning)
        if isinstance(meaning, FromEvent):
            return self._from_event(number, meaning)
        return self._weekday(occurrence, meaning) if isinstance(meaning, Weekday) else None

    def _calendar(self, number: int, date: Calendar) -> Resolved | None:
        if date.has_year:
            return Resolved(date, Basis.EXPLICIT)
        if date.is_short:
            value = self._with_century(date)
        elif date.month is None:
            value = self._day_of_month(date)
        elif self._is_habit(self.occurrences[number]):
            value = None
        else:
            year = year_of(self._yearless(number, date))
            value = None if year is None else self._of_year(year, date)
        return Resolved(value, Basis.COMPLETED) if value else None

    def _of_year(self, year: int, date: Calendar) -> Calendar:
        """About 1910 he came. In [May] he left: about May 1910."""
        main = self.timeline.main
        is_approximate = bool(main and main.year == year and main.is_approximate)
        return date._replace(year=year, is_approximate=date.is_approximate or is_approximate)

    def _is_habit(self, occurrence: Occurrence[Expression]) -> bool:
        """It is held annually in June: of no year in particular."""
        start, end = occurrence.expression.start, occurrence.expression.end
        begin = max(occurrence.sentence, start - SENTENCE)
        stop = SENTENCE_END.search(self.text, end, end + SENTENCE)
        return bool(self.signs.habit.search(self.text, begin, stop.start() if stop else end + SENTENCE))

    def _yearless(self, number: int, date: Calendar) -> Yearless:
        return Yearless(date, number, self.occurrences, self.text, self.timeline, self.signs, self.first_year)

    def _interval(self, number: int, meaning: Interval) -> Resolved | None:
        begin, finish = meaning
        if begin is None or finish is None:
            return None
        crosses = (begin.month or 0, begin.day or 0) > (finish.month or 0, finish.day or 0)
        if begin.has_year and begin.year is not None:
            year = finish.year if finish.has_year else begin.year + crosses
            return Resolved(Interval(begin, finish._replace(year=year)), Basis.EXPLICIT)
        first = self._calendar(number, begin)
        if not first or not isinstance(first.value, Calendar) or first.value.year is None:
            return None
        year = first.value.year
        main = self.timeline.main
        if crosses and main and (finish.month or 0) <= (month_number(main) or 0):
            year -= 1  # from October to March, told in March
        return Resolved(
            Interval(begin._replace(year=year), finish._replace(year=year + crosses)), Basis.COMPLETED
        )

    def _day_of_month(self, date: Calendar) -> Calendar | None:
        """On the 20th: of the month last named."""
        base = self.timeline.last or self.timeline.main
        if not base or not base.month or base.month > 12:
            return None
        return _in_year_of(base, date)._replace(month=base.month)

    def _with_century(self, date: Calendar) -> Calendar | None:
        """'99, in a narrative of 1917, is the nearest such year, but none to come: 1899."""
        main, now = self.timeline.main, self.timeline.now
        near = main.year if main else self.first_year
        if near is None and now:
            near = now.year
        if near is None or date.year is None:
            return None
        year = (near - date.year + 50) // 100 * 100 + date.year
        is_to_come = bool(self.last_year and year > self.last_year)
        return date._replace(year=year - 100 * is_to_come, is_short=False)

    def _shift(self, number: int, meaning: Shift) -> Calendar | None:
        occurrence = self.occurrences[number]
        if date := self._date_beside(number, meaning.unit):
            return date
        is_near = meaning.unit in {Unit.DAY, Unit.WEEK} and not occurrence.is_quoted
        base = self.timeline.last if is_near else self.timeline.main or self.timeline.last
        if not base:
            return None
        if meaning.month:
            return _neighbour(base, meaning.steps, meaning.month)
        if meaning.inner:
            return _within_year(shifted(base, meaning.steps, meaning.unit), meaning.inner)
        if meaning.unit == Unit.WEEK and abs(meaning.steps) == 1:
            # seven days, none of which was named; "next week" in the mouth of someone lies about in his month
            return coarsened(base, Unit.MONTH) if occurrence.is_quoted else None
        moved = shifted(base, meaning.steps, meaning.unit)
        return moved and moved._replace(is_approximate=moved.is_approximate or meaning.is_approximate)

    def _date_beside(self, number: int, unit: Unit) -> Calendar | None:
        """Two years later, in 1804: the date that follows at once says when it was."""
        if not is_same_clause(self.text, self.occurrences, number):
            return None
        here, there = self.occurrences[number : number + 2]
        meaning = there.expression.meaning
        is_beside = BESIDE.fullmatch(self.text, here.expression.end, there.expression.start)
        if not is_beside or not isinstance(meaning, Calendar) or not meaning.has_year:
            return None
        return coarsened(meaning, unit)

    def _same(self, meaning: Same) -> Calendar | None:
        """That day is the one last told, or, far from it, the day that opened a paragraph of the section."""
        base = self.timeline.last
        if not base:
            return None
        if meaning.inner:
            return None if base.span else _in_year_of(base, meaning.inner)
        if meaning.unit == Unit.DAY and meaning.is_far and not base.day:
            return next(reversed(self.timeline.openings or self.timeline.days), None)
        return coarsened(base, meaning.unit)

    def _day_of_paragraph(self, number: int, occurrence: Occurrence[Expression]) -> Calendar | None:
        """At noon: of the day that its clause names ("At noon on 3 May"), or that its paragraph told last."""
        if is_same_clause(self.text, self.occurrences, number):
            there = self.occurrences[number + 1].expression.meaning
            if isinstance(there, Calendar) and there.day and (day := self._calendar(number + 1, there)):
                return day.value if isinstance(day.value, Calendar) else None
        last = self.timeline.last
        return last if last and last.day and self.timeline.block == occurrence.block else None

    def _apposed(self, occurrence: Occurrence[Expression], meaning: Apposed) -> Calendar | None:
        date = apposed_to(self.text, self.dated, occurrence.expression.start)
        if not date and meaning.is_kept and self.dated and self.dated[-1].start >= occurrence.sentence:
            return self.dated[-1].date if self.dated[-1].date.day else None
        return date

    def _from_event(self, number: int, meaning: FromEvent) -> Calendar | None:
        """On 27 June, two days after the invasion: that day; else counted from where the event was told."""
        expression = self.occurrences[number].expression
        if date := apposed_to(self.text, self.dated, expression.start):
            return date
        if is_same_clause(self.text, self.occurrences, number):
            return None  # two months after it was signed in 1994
        event = of_event(self.text, self.dated, expression, meaning.unit, self.signs.label)
        return event and shifted(event, meaning.steps, meaning.unit)

    def _now(self, occurrence: Occurrence[Expression], meaning: Now) -> Resolved | None:
        """Seen from the day of writing; in a narrative only years and months: its "today" is any time."""
        style, main = self.timeline.style, self.timeline.main
        if (occurrence.is_quoted and style != Style.NEWS) or (style == Style.LOG and main):
            base = coarsened(main, meaning.unit) if main and not meaning.steps else main
            moved = base and shifted(base, meaning.steps, meaning.unit)
            return Resolved(moved, Basis.COMPLETED) if moved else None
        if style == Style.NARRATIVE and meaning.unit in {Unit.DAY, Unit.WEEK}:
            return None
        written, now = self.timeline.written, self.timeline.now
        if written and meaning.unit == Unit.DAY and not meaning.steps:
            return Resolved(value_of(written), Basis.PUBLICATION)
        seen = now and shifted(now, meaning.steps, meaning.unit)
        if not seen:
            return None
        return Resolved(week_of(seen) if meaning.unit == Unit.WEEK else seen, Basis.PUBLICATION)

    def _weekday(self, occurrence: Occurrence[Expression], meaning: Weekday) -> Calendar | None:
        """The nearest such day behind the one of its paragraph; in a report the one before it was written.

        Not "on a Monday", "every Monday", "its Monday show".
        """
        is_news = self.timeline.is_report
        base = self.timeline.now if is_news else self.timeline.last
        is_far = not is_news and occurrence.block != self.timeline.block
        is_certain = meaning.is_certain or self.signs.on.search(occurrence.before)
        if not base or not base.day or is_far or not is_certain:
            return None
        step = (meaning.number - weekday_of(base)) % 7
        return shifted(base, step - 7 * (is_news and step > 0), Unit.DAY)


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


def _in_year_of(base: Calendar, inner: Calendar) -> Calendar:
    """A month or day of a year, only about right where that is."""
    return inner._replace(year=base.year, is_approximate=inner.is_approximate or base.is_approximate)


def _within_year(year: Calendar | None, inner: Calendar) -> Calendar | None:
    """A month or day of a year that was counted: "May of the following year"."""
    return inner._replace(year=year.year) if year and not year.is_approximate else None


def _neighbour(base: Calendar, count: int, month: int) -> Calendar | None:
    """The next spring, the previous April: the first one behind or before the narrative's date."""
    if base.year is None or base.span:
        return None
    here, there = month_number(base), month_number(Calendar(None, month)) or 0
    if count > 0:
        return Calendar(base.year + (here is None or there <= here), month)
    return Calendar(base.year - (here is None or there >= here), month)
