"""What date expressions mean within their document: a story told in order, with asides.

The story keeps the last date of its main line (`story.py`). A date without a year takes it from there, or as
the rules of `years.py` say. Dates in brackets, behind "since" or "until" and in flashbacks are resolved the
same way and leave the main line where it was (`asides.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.dates.calendar_arithmetic import coarsened, month_number, shifted, value_of, week_of, weekday_of
from bot.dates.events import Dated, apposed_to, of_event
from bot.dates.expression import (
    Apposed,
    Calendar,
    Clock,
    Expression,
    FromEvent,
    Known,
    Meaning,
    Now,
    Same,
    Shift,
    Stretch,
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

    from bot.dates.surroundings import Scene
    from bot.dates.timeline import Timeline

SENTENCE = 100  # characters before and behind a date that may say that it is of every year
BESIDE = re.compile(r",?[ ][(]?(?:[^\W\d_]{1,4}[ ])?")  # ", in ", " ("

Value = Calendar | Stretch
Told = tuple[Value, Basis]


def mentions(text: str, told: Sequence[Scene[Expression]], language: str, story: Timeline) -> list[Mention]:
    """The dates of a document; what cannot be known from it is left out."""
    years = [year for one in told if (year := year_said(one.expression.meaning)) is not None]
    first_year = years[0] if years else None
    now = story.now
    last_year = max([*years, *([now.year] if now and now.year else [])], default=None)
    return list(Resolver(text, told, signs_of(language), story, first_year, last_year).mentions())


@dataclass(frozen=True, slots=True)
class Resolver:
    """One reading of one document from beginning to end."""

    text: str
    told: Sequence[Scene[Expression]]
    signs: Signs
    story: Timeline
    first_year: int | None  # that the document names: for dates before any other
    last_year: int | None  # that it names, or was written in
    dated: list[Dated] = field(default_factory=list)  # what was told so far

    def mentions(self) -> Iterator[Mention]:
        """The dates that have a value, in order."""
        for number, scene in enumerate(self.told):
            self.story.enter(scene)
            told = self._resolved(number, scene, scene.expression.meaning)
            date = told and historical(told[0])
            if not told or not date:
                continue
            one = scene.expression
            self.story.move(scene, told[0], self.signs)
            if isinstance(told[0], Calendar):
                self.dated.append(Dated(one.start, one.end, told[0]))
            if not isinstance(one.meaning, Within):
                yield Mention(one.start, one.end, self.text[one.start : one.end], date, told[1])

    def _resolved(self, number: int, scene: Scene[Expression], meaning: Meaning) -> Told | None:
        if isinstance(meaning, Calendar):
            return self._calendar(number, meaning)
        if isinstance(meaning, Stretch):
            return self._stretch(number, meaning)
        if isinstance(meaning, Within):
            return self._calendar(number, meaning.outer)
        if isinstance(meaning, Known):
            return value_of(meaning.date), Basis.ALIAS
        if isinstance(meaning, Now):
            return self._now(scene, meaning)
        value = self._from_story(number, scene, meaning)
        return (value, Basis.COMPLETED) if value else None

    def _from_story(self, number: int, scene: Scene[Expression], meaning: Meaning) -> Calendar | None:
        if isinstance(meaning, Shift):
            return self._shift(number, meaning)
        if isinstance(meaning, Same):
            return self._same(meaning)
        if isinstance(meaning, Clock):
            return self._day_of_paragraph(number, scene)
        if isinstance(meaning, Apposed):
            return self._apposed(scene, meaning)
        if isinstance(meaning, FromEvent):
            return self._from_event(number, meaning)
        return self._weekday(scene, meaning) if isinstance(meaning, Weekday) else None

    def _calendar(self, number: int, date: Calendar) -> Told | None:
        if date.has_year:
            return date, Basis.EXPLICIT
        if date.is_short:
            value = self._with_century(date)
        elif date.month is None:
            value = self._day_of_month(date)
        elif self._is_habit(self.told[number]):
            value = None
        else:
            year = year_of(self._yearless(number, date))
            value = None if year is None else self._of_year(year, date)
        return (value, Basis.COMPLETED) if value else None

    def _of_year(self, year: int, date: Calendar) -> Calendar:
        """About 1910 he came. In [May] he left: about May 1910."""
        main = self.story.main
        is_approximate = bool(main and main.year == year and main.is_approximate)
        return date._replace(year=year, is_approximate=date.is_approximate or is_approximate)

    def _is_habit(self, scene: Scene[Expression]) -> bool:
        """It is held annually in June: of no year in particular."""
        start, end = scene.expression.start, scene.expression.end
        begin = max(scene.sentence, start - SENTENCE)
        stop = SENTENCE_END.search(self.text, end, end + SENTENCE)
        return bool(self.signs.habit.search(self.text, begin, stop.start() if stop else end + SENTENCE))

    def _yearless(self, number: int, date: Calendar) -> Yearless:
        return Yearless(date, number, self.told, self.text, self.story, self.signs, self.first_year)

    def _stretch(self, number: int, said: Stretch) -> Told | None:
        begin, finish = said
        if begin is None or finish is None:
            return None
        crosses = (begin.month or 0, begin.day or 0) > (finish.month or 0, finish.day or 0)
        if begin.has_year and begin.year is not None:
            year = finish.year if finish.has_year else begin.year + crosses
            return Stretch(begin, finish._replace(year=year)), Basis.EXPLICIT
        first = self._calendar(number, begin)
        if not first or not isinstance(first[0], Calendar) or first[0].year is None:
            return None
        year = first[0].year
        main = self.story.main
        if crosses and main and (finish.month or 0) <= (month_number(main) or 0):
            year -= 1  # from October to March, told in March
        return Stretch(begin._replace(year=year), finish._replace(year=year + crosses)), Basis.COMPLETED

    def _day_of_month(self, date: Calendar) -> Calendar | None:
        """On the 20th: of the month last named."""
        base = self.story.last or self.story.main
        if not base or not base.month or base.month > 12:
            return None
        return _in_year_of(base, date)._replace(month=base.month)

    def _with_century(self, date: Calendar) -> Calendar | None:
        """'99, in a story of 1917, is the nearest such year, but none to come: 1899."""
        main, now = self.story.main, self.story.now
        near = main.year if main else self.first_year
        if near is None and now:
            near = now.year
        if near is None or date.year is None:
            return None
        year = (near - date.year + 50) // 100 * 100 + date.year
        is_to_come = bool(self.last_year and year > self.last_year)
        return date._replace(year=year - 100 * is_to_come, is_short=False)

    def _shift(self, number: int, said: Shift) -> Calendar | None:
        scene = self.told[number]
        if date := self._date_beside(number, said.unit):
            return date
        is_near = said.unit in {Unit.DAY, Unit.WEEK} and not scene.is_quoted
        base = self.story.last if is_near else self.story.main or self.story.last
        if not base:
            return None
        if said.month:
            return _neighbour(base, said.steps, said.month)
        if said.inner:
            return _within_year(shifted(base, said.steps, said.unit), said.inner)
        if said.unit == Unit.WEEK and abs(said.steps) == 1:
            # seven days, none of which was named; "next week" in the mouth of someone lies about in his month
            return coarsened(base, Unit.MONTH) if scene.is_quoted else None
        moved = shifted(base, said.steps, said.unit)
        return moved and moved._replace(is_approximate=moved.is_approximate or said.is_approximate)

    def _date_beside(self, number: int, unit: Unit) -> Calendar | None:
        """Two years later, in 1804: the date that follows at once says when it was."""
        if not is_same_clause(self.text, self.told, number):
            return None
        here, there = self.told[number : number + 2]
        said = there.expression.meaning
        is_beside = BESIDE.fullmatch(self.text, here.expression.end, there.expression.start)
        if not is_beside or not isinstance(said, Calendar) or not said.has_year:
            return None
        return coarsened(said, unit)

    def _same(self, said: Same) -> Calendar | None:
        """That day is the one last told, or, far from it, the day that opened a paragraph of the section."""
        base = self.story.last
        if not base:
            return None
        if said.inner:
            return None if base.span else _in_year_of(base, said.inner)
        if said.unit == Unit.DAY and said.is_far and not base.day:
            return next(reversed(self.story.openings or self.story.days), None)
        return coarsened(base, said.unit)

    def _day_of_paragraph(self, number: int, scene: Scene[Expression]) -> Calendar | None:
        """At noon: of the day that its clause names ("At noon on 3 May"), or that its paragraph told last."""
        if is_same_clause(self.text, self.told, number):
            there = self.told[number + 1].expression.meaning
            if isinstance(there, Calendar) and there.day and (day := self._calendar(number + 1, there)):
                return day[0] if isinstance(day[0], Calendar) else None
        last = self.story.last
        return last if last and last.day and self.story.block == scene.block else None

    def _apposed(self, scene: Scene[Expression], said: Apposed) -> Calendar | None:
        date = apposed_to(self.text, self.dated, scene.expression.start)
        if not date and said.is_kept and self.dated and self.dated[-1].start >= scene.sentence:
            return self.dated[-1].date if self.dated[-1].date.day else None
        return date

    def _from_event(self, number: int, said: FromEvent) -> Calendar | None:
        """On 27 June, two days after the invasion: that day; else counted from where the event was told."""
        one = self.told[number].expression
        if date := apposed_to(self.text, self.dated, one.start):
            return date
        if is_same_clause(self.text, self.told, number):
            return None  # two months after it was signed in 1994
        event = of_event(self.text, self.dated, one, said.unit, self.signs.label)
        return event and shifted(event, said.steps, said.unit)

    def _now(self, scene: Scene[Expression], said: Now) -> Told | None:
        """Seen from the day of writing; in a narrative only years and months: its "today" is any time."""
        style, main = self.story.style, self.story.main
        if (scene.is_quoted and style != Style.NEWS) or (style == Style.LOG and main):
            base = coarsened(main, said.unit) if main and not said.steps else main  # the story's own now
            moved = base and shifted(base, said.steps, said.unit)
            return (moved, Basis.COMPLETED) if moved else None
        if style == Style.NARRATIVE and said.unit in {Unit.DAY, Unit.WEEK}:
            return None
        written, now = self.story.written, self.story.now
        if written and said.unit == Unit.DAY and not said.steps:
            return value_of(written), Basis.PUBLICATION
        seen = now and shifted(now, said.steps, said.unit)
        if not seen:
            return None
        return week_of(seen) if said.unit == Unit.WEEK else seen, Basis.PUBLICATION

    def _weekday(self, scene: Scene[Expression], said: Weekday) -> Calendar | None:
        """The nearest such day behind the one of its paragraph; in a report the one before it was written.

        Not "on a Monday", "every Monday", "its Monday show".
        """
        is_news = self.story.is_report
        base = self.story.now if is_news else self.story.last
        is_far = not is_news and scene.block != self.story.block
        if not base or not base.day or is_far or not (said.is_certain or self.signs.on.search(scene.before)):
            return None
        step = (said.number - weekday_of(base)) % 7
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
    """The next spring, the previous April: the first one behind or before the story's date."""
    if base.year is None or base.span:
        return None
    here, there = month_number(base), month_number(Calendar(None, month)) or 0
    if count > 0:
        return Calendar(base.year + (here is None or there <= here), month)
    return Calendar(base.year - (here is None or there >= here), month)
