"""The year of a date that names none: rules asked in order, the first that knows it decides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dates.calendar_arithmetic import month_number
from bot.dates.expression import Calendar, Expression, Interval, Meaning
from bot.dates.value import WINTER

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.dates.signs import Signs
    from bot.dates.surroundings import Occurrence
    from bot.dates.timeline import Timeline

CLAUSE = 80  # characters: how far behind a date its year may stand
CLAUSE_END = re.compile(r"[.;:!?\n—。；！？]")
JOINT = 14  # characters between dates of a list: ", and "
BACK = 5  # months back, at which a date may rather lie ahead
NEXT = 4  # expressions to come that may tell
AHEAD = 1  # months that a report may look ahead; later ones it means of the year before
LATE = (11, 12)  # months after which January and February mean the next year
SUMMER_BEGINS = 6


@dataclass(frozen=True, slots=True)
class Yearless:
    """A date without a year, occurrences[number], and what the narrative had come to before it."""

    date: Calendar
    number: int
    occurrences: Sequence[Occurrence[Expression]]
    text: str
    timeline: Timeline
    signs: Signs
    first_year: int | None  # that the document names

    @property
    def month(self) -> int:
        """Of a season or quarter the first one."""
        return month_number(self.date) or 0

    @property
    def main(self) -> tuple[int, int] | None:
        """Year and month that the narrative has come to, the month 0 where only the year is known."""
        base = self.timeline.main
        return None if not base or base.year is None or base.span else (base.year, month_number(base) or 0)


def is_same_clause(text: str, occurrences: Sequence[Occurrence[Expression]], number: int) -> bool:
    """Whether the next expression stands in the clause of this one."""
    if number + 1 == len(occurrences):
        return False
    here, there = occurrences[number : number + 2]
    gap = text[here.expression.end : there.expression.start]
    return there.block == here.block and len(gap) <= CLAUSE and not CLAUSE_END.search(gap)


def year_said(meaning: Meaning) -> int | None:
    """The year that an expression names by its own words."""
    if isinstance(meaning, Interval):
        meaning = meaning.begin or meaning.finish or meaning
    if isinstance(meaning, Calendar) and meaning.has_year and not meaning.span:
        return meaning.year
    return None


def of_its_clause(yearless: Yearless) -> int | None:
    """China's [September 4th] crackdown in 2017; in [March], April and May 2019."""
    if not is_same_clause(yearless.text, yearless.occurrences, yearless.number):
        return None
    here, there = yearless.occurrences[yearless.number : yearless.number + 2]
    meaning = there.expression.meaning
    is_apart = there.expression.start - here.expression.end > JOINT
    if isinstance(meaning, Calendar) and meaning.month and is_apart:
        return None  # a low in January, after the May 2007 high
    return None if yearless.signs.side.search(there.before) else year_said(meaning)


def looking_back(yearless: Yearless) -> int | None:
    """In April 2005 it was calmer than in [November]: it cannot be a month to come."""
    if not yearless.main or not yearless.signs.back.search(yearless.occurrences[yearless.number].before):
        return None
    year, month = yearless.main
    return year - 1 if month and yearless.month > month else None


def coming_to(yearless: Yearless) -> int | None:
    """In December 1864 they won. On [April 1] they won. On April 9, 1865 it ended."""
    if yearless.timeline.is_report or not yearless.main or yearless.main[1] - (yearless.month or 12) < BACK:
        return None
    here = yearless.occurrences[yearless.number]
    for there in yearless.occurrences[yearless.number + 1 : yearless.number + 1 + NEXT]:
        year = year_said(there.expression.meaning)
        if there.block > here.block + 2 or year is not None:
            return year if there.block <= here.block + 2 and year == yearless.main[0] + 1 else None
    return None


def of_a_report(yearless: Yearless) -> int | None:
    """Written in October 2025: in [December] it fell, which is the last one."""
    if not yearless.main or not yearless.main[1] or not yearless.timeline.is_report:
        return None
    return yearless.main[0] - (yearless.month > yearless.main[1] + AHEAD)


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


def first_named(yearless: Yearless) -> int | None:
    """In [March] they met. It was 1917."""
    return yearless.first_year


YEARS: tuple[Callable[[Yearless], int | None], ...] = (
    of_its_clause,
    looking_back,
    coming_to,
    of_a_report,
    after_november,
    of_winter,
    of_the_main_line,
    first_named,
)


def year_of(yearless: Yearless) -> int | None:
    """What the first rule says that knows the year."""
    return next((year for rule in YEARS if (year := rule(yearless)) is not None), None)
