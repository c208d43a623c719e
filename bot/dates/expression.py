"""What a date expression says by itself, before its document tells what it means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.dates.value import HistoricalDate, Precision


class Unit(StrEnum):
    """The units in which a text counts time."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Calendar(NamedTuple):
    """A place in the calendar with gaps: "4 September" has no year, "the 20th" only a day.

    `month` is 1 to 12, a season 21 to 24 or a quarter 33 to 36; `year` is astronomical.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    span: Precision | None = None  # DECADE or CENTURY, else None
    is_approximate: bool = False
    is_short: bool = False  # a year or decade said without its century: '39, '60s

    @property
    def has_year(self) -> bool:
        """Whether the words alone say which year (decade, century) is meant."""
        return self.year is not None and not self.is_short


class Interval(NamedTuple):
    """From one place in the calendar to another, either with gaps; None is an open end."""

    begin: Calendar | None
    finish: Calendar | None


class ListedDate(NamedTuple):
    """A date of a list, and where the words for it stand."""

    start: int
    end: int
    date: Calendar


class DateList(NamedTuple):
    """Dates that share a word: "5 and 9 May 1945", "4, 5 and 6 May", "the 4th and 9th centuries"."""

    dates: tuple[ListedDate, ...]


class EitherWay(NamedTuple):
    """Numbers that may be day and month or month and day: "4/9/2017"; a document shows how it writes them."""

    day_first: Calendar
    month_first: Calendar
    is_dotted: bool  # 4.9.2017, which nobody writes with the month first


class Shift(NamedTuple):
    """So many units from a moment that the context knows: "two days later", "the next year"."""

    steps: int
    unit: Unit
    is_approximate: bool = False
    month: int | None = None  # "the following spring", "the previous April"
    inner: Calendar | None = None  # "May of the following year", "the 2nd of the next month", "次年3月"
    is_bare: bool = False  # "next year", which a report means of its own day; not "the next year"


class Same(NamedTuple):
    """Points back at a date: "that day", "June of that year", "later that month"."""

    unit: Unit
    inner: Calendar | None = None
    is_far: bool = False  # "that day", which may reach over paragraphs; not "the same day"
    is_now: bool = False  # "este año": of its own day in a report, and in a text that named no date yet


class ClockTime(NamedTuple):
    """A time of the day that the paragraph last told: "at noon", "10:57"."""


class Apposed(NamedTuple):
    """Another name of the date right before it: "On 1 July 1916, the first day of the battle"."""

    is_kept: bool  # an anniversary, which is kept on its day: "On 14 July 1790 they kept the anniversary"


class FromEvent(NamedTuple):
    """So many units from an event that the words name: "two days after the fall of Girona"."""

    steps: int
    unit: Unit


class Now(NamedTuple):
    """So many units from when the words were said: "last year", "two years ago", "today"."""

    steps: int
    unit: Unit
    is_approximate: bool = False
    month: int | None = None  # "last May", "next spring"
    inner: Calendar | None = None  # "去年9月"


class Weekday(NamedTuple):
    """A day of the week by itself, 0 is Monday."""

    number: int
    is_certain: bool = False  # "Thursday's vote"; "a Thursday" is any
    step: int | None = None  # "last Friday" -1, "this Friday" 0, "next Friday" 1
    weeks: int | None = None  # "Tuesday of the following week" 1, "上周五" -1
    is_spoken: bool = False  # whether such weeks are counted from the day of speaking


class Known(NamedTuple):
    """The nickname of an event whose date the documents' admin wrote down."""

    date: HistoricalDate


class NoDate(NamedTuple):
    """The name of something, or a cross-reference: "Straße des 17. Juni", "see January 2006"."""


Meaning = (
    Calendar
    | Interval
    | DateList
    | EitherWay
    | Shift
    | Same
    | ClockTime
    | Apposed
    | FromEvent
    | Now
    | Weekday
    | Known
    | NoDate
)


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression where it stands: source[start:end]."""

    start: int
    end: int
    meaning: Meaning
