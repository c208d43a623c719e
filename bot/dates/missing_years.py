"""The year of a date that names none: rules asked in order, the first that knows it decides.

A rule gives the year, or None where it knows none; its docstring is an example, with the date in brackets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dates.calendar_arithmetic import is_quarter, month_number, weekday_of
from bot.dates.expression import Calendar
from bot.dates.reading import year_said
from bot.dates.tense import FUTURE
from bot.dates.value import WINTER, month_length

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.dates.expression import Expression
    from bot.dates.reading import DocumentReading
    from bot.dates.surroundings import Occurrence

LIST = 8  # dates that may share the year of the last one
JOINT = 14  # characters between dates of a list: ", and "
BACK = 5  # months back, at which a date may rather lie ahead
NEXT = 4  # expressions to come that may tell
AHEAD = 1  # months that a report may look ahead in the past tense; later ones it means of the year before
JUST_PAST = 2  # months that it may look back at where a verb tells of what is to come
AROUND = 2  # months before and behind its writing that a text may mean which tells of other years
RECENT = 2  # years before or behind its writing that a text names which tells of its own time
LATE = (11, 12)  # months after which January and February mean the next year
SUMMER_BEGINS = 6
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Yearless:
    """A date without a year, occurrences[number], and what the narrative had come to before it."""

    date: Calendar
    number: int
    reading: DocumentReading

    @property
    def here(self) -> Occurrence[Expression]:
        """Where it stands."""
        return self.reading.occurrences[self.number]

    @property
    def month(self) -> int:
        """Of a season or quarter the first one."""
        return month_number(self.date) or 0

    @property
    def main(self) -> tuple[int, int] | None:
        """Year and month that the narrative has come to, the month 0 where only the year is known."""
        base = self.reading.timeline.main
        return None if not base or base.year is None or base.span else (base.year, month_number(base) or 0)


def of_its_clause(yearless: Yearless) -> int | None:
    """China's [September 4th] crackdown in 2017; on [3 May], 10 May and 7 June 1921."""
    reading, number = yearless.reading, yearless.number
    if reading.first_year is None:
        return None
    passed: list[Occurrence[Expression]] = []
    while reading.is_same_clause(number):
        here, there = reading.occurrences[number : number + 2]
        passed.append(there)
        meaning = there.expression.meaning
        is_apart = there.expression.start - here.expression.end > JOINT
        if isinstance(meaning, Calendar) and meaning.month and is_apart:
            return None  # a low in January, after the May 2007 high
        if year := year_said(meaning):  # seldom: only then is it worth asking what stands before each
            return None if any(reading.signs.side.search(other.before) for other in passed) else year
        if not isinstance(meaning, Calendar) or number >= yearless.number + LIST:
            return None
        number += 1
    return None


def of_the_heading(yearless: Yearless) -> int | None:
    """Under "2010": a heading or an entry "[March]: the boat was launched"."""
    here, year = yearless.here, yearless.reading.timeline.year_above
    return year if here.level or here.is_entry else None


def looking_back(yearless: Yearless) -> int | None:
    """In April 2005 it was calmer than in [November]: it cannot be a month to come."""
    if not yearless.main or not yearless.reading.signs.back.search(yearless.here.before):
        return None
    year, month = yearless.main
    return year - 1 if month and yearless.month > month else None


def coming_to(yearless: Yearless) -> int | None:
    """In December 1864 they won. On [April 1] they won. On April 9, 1865 it ended."""
    if (
        yearless.reading.timeline.is_report
        or not yearless.main
        or yearless.main[1] - (yearless.month or 12) < BACK
    ):
        return None
    here = yearless.reading.occurrences[yearless.number]
    for there in yearless.reading.occurrences[yearless.number + 1 : yearless.number + 1 + NEXT]:
        year = year_said(there.expression.meaning)
        if there.block > here.block + 2 or year is not None:
            return year if there.block <= here.block + 2 and year == yearless.main[0] + 1 else None
    return None


def of_a_report(yearless: Yearless) -> int | None:
    """Written in October 2025: in [December] it fell, which is the last one; in [December] it will fall."""
    timeline = yearless.reading.timeline
    return _seen_from_its_writing(yearless) if timeline.is_report and not timeline.is_history else None


def _seen_from_its_writing(yearless: Yearless) -> int | None:
    reading, date = yearless.reading, yearless.date
    now = reading.timeline.now
    if not now or now.year is None or not now.month:
        return None
    ahead = yearless.month - (month_number(now) or 0)  # months
    if is_quarter(date):
        return now.year - (ahead > 0)
    if reading.outlook(yearless.here) == FUTURE:
        return now.year + (ahead < -JUST_PAST)
    return now.year - (ahead > AHEAD)


def after_november(yearless: Yearless) -> int | None:
    """It began in November 1916. In [January] it ended."""
    is_next = yearless.main and yearless.main[1] in LATE and yearless.date.month in {1, 2}
    return yearless.main[0] + 1 if yearless.main and is_next else None


def of_winter(yearless: Yearless) -> int | None:
    """In July 1943 they hoped. Over the [winter] they starved: it ends in the next year."""
    is_next = yearless.main and yearless.main[1] >= SUMMER_BEGINS and yearless.date.month == WINTER
    return yearless.main[0] + 1 if yearless.main and is_next else None


def of_the_main_line(yearless: Yearless) -> int | None:
    """In 1917 they came. In [May] they won."""
    return yearless.main[0] if yearless.main else None


def of_its_paragraph(yearless: Yearless) -> int | None:
    """In [March] they met. It was 1917. But: in [December] they met. On 3 February 1917 they parted."""
    year, reading = yearless.reading.years_behind[yearless.number], yearless.reading
    if year is None:
        return None
    behind = reading.occurrences[yearless.number + 1 : yearless.number + 1 + NEXT]
    meaning = next(
        (row.expression.meaning for row in behind if year_said(row.expression.meaning) == year), None
    )
    month = meaning.month or MONTHS if isinstance(meaning, Calendar) else MONTHS
    return year - (yearless.month - month >= BACK)


def of_its_writing(yearless: Yearless) -> int | None:
    """Written in November 2009: he died on [13 October]. He had come in 1976.

    Only a day around the writing: a history of 1917 names no year either in "It began on 4 April"; or the
    month of writing or one beside it, where a text names a year of its own time first.
    """
    timeline, year = yearless.reading.timeline, _seen_from_its_writing(yearless)
    if year is None or timeline.lists or not (timeline.now and timeline.now.year):
        return None
    first = yearless.reading.first_year
    is_recent = first is not None and abs(timeline.now.year - first) <= RECENT
    months = 12 * (timeline.now.year - year) + (month_number(timeline.now) or 0) - yearless.month
    if not yearless.date.day:
        return year if is_recent and abs(months) <= 1 else None
    return year if abs(months) <= AROUND else None


def first_named(yearless: Yearless) -> int | None:
    """In [March] they met. The chapel was of 1917, says the next paragraph."""
    return None if yearless.reading.timeline.lists else yearless.reading.first_year


YEARS: tuple[Callable[[Yearless], int | None], ...] = (
    of_its_clause,
    of_the_heading,
    looking_back,
    coming_to,
    of_a_report,
    after_november,
    of_winter,
    of_the_main_line,
    of_its_paragraph,
    of_its_writing,
    first_named,
)


def year_of(yearless: Yearless) -> int | None:
    """The year by the first rule that knows it, or one beside it that has such a day of the week."""
    year = next((year for rule in YEARS if (year := rule(yearless)) is not None), None)
    return None if year is None else _of_its_weekday(yearless, year)


def _of_its_weekday(yearless: Yearless, year: int) -> int:
    """On Monday, [8 December], said at the beginning of 1960, was in 1958."""
    number, date = _weekday_beside(yearless), yearless.date
    if number is None or not date.day:
        return year
    years = (year, year - 1, year + 1)
    return next((other for other in years if _falls_on(date, other, number)), year)


def _weekday_beside(yearless: Yearless) -> int | None:
    """The day of the week that stands before a date, or in brackets behind it."""
    here, reading = yearless.here, yearless.reading
    before = reading.signs.weekday_before.search(here.before)
    match = before or reading.signs.weekday_behind.match(reading.text, here.expression.end)
    return reading.signs.weekdays[match[1]] if match else None


def _falls_on(date: Calendar, year: int, number: int) -> bool:
    """Whether a day of that year is such a day of the week."""
    assert date.month
    assert date.day
    exists = date.month <= MONTHS and date.day <= month_length(year, date.month)
    return exists and weekday_of(date._replace(year=year)) == number
