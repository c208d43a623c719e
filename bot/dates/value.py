"""What a date is: an EDTF subset from day to century, intervals, open ends, years before 1.

Nothing here reads prose. A wrong date cannot exist: values are checked when they are made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import ClassVar, NamedTuple

FARTHEST_YEAR = 9999  # four digits are what EDTF level 0 writes
GREGORIAN = 1583  # first full year of the Gregorian calendar; before it every fourth year is a leap year
MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SPRING, SUMMER, AUTUMN, WINTER = range(21, 25)
FIRST_QUARTER = 33

POINT = re.compile(
    r"""
    (?P<century> \d{2} ) XX                        # 19XX
    | (?P<decade> \d{3} ) X                        # 199X
    | (?P<year> -?\d{4} )                          # 2017, -0489
      (?: - (?P<month> \d{2} )                     # 2017-10, 2014-24 (winter), 2017-33 (first quarter)
          (?: - (?P<day> \d{2} ) )? )?             # 2017-09-04
    """,
    re.VERBOSE | re.ASCII,
)


class Precision(IntEnum):
    """How long a stretch of time a date names; a coarser one is greater."""

    DAY = 1
    MONTH = 2
    SEASON = 3
    QUARTER = 4
    YEAR = 5
    DECADE = 6
    CENTURY = 7


class _YearMonthDay(NamedTuple):
    """What a `Day` is made of, unchecked."""

    year: int
    month: int
    day: int


class Day(_YearMonthDay):
    """A day of the Gregorian calendar, before 1583 of the Julian one; astronomical years (0 is 1 BC)."""

    __slots__ = ()
    MIN: ClassVar[Day]
    MAX: ClassVar[Day]


Day.MIN = Day(-FARTHEST_YEAR, 1, 1)
Day.MAX = Day(FARTHEST_YEAR, 12, 31)


def month_length(year: int, month: int) -> int:
    """Days of a month; 1500-02-29 existed, 1900-02-29 did not."""
    if month == 2 and year % 4 == 0 and (year < GREGORIAN or year % 100 or year % 400 == 0):
        return 29
    return MONTH_LENGTHS[month - 1]


@dataclass(frozen=True, slots=True)
class Point:
    """One EDTF value without a slash. `month` is 1 to 12, a season 21 to 24 or a quarter 33 to 36.

    `year` is the first year of a decade or century. Raises ValueError for what no calendar holds.
    """

    year: int
    month: int | None = None
    day: int | None = None
    span: Precision | None = None  # DECADE or CENTURY; None for what the other fields tell
    is_approximate: bool = False

    def __post_init__(self) -> None:
        if not -FARTHEST_YEAR <= self.year <= FARTHEST_YEAR:
            raise ValueError(f"year {self.year} is out of reach: {-FARTHEST_YEAR} to {FARTHEST_YEAR}")
        if self.month is not None and not (
            1 <= self.month <= 12 or SPRING <= self.month <= WINTER or 33 <= self.month <= 36
        ):
            raise ValueError(f"there is no month {self.month}")
        if self.day is not None and not self._has_day():
            raise ValueError(f"there is no day {self.day} in month {self.month} of {self.year}")
        if self.span and not self._may_span():
            raise ValueError(f"year {self.year} begins no {self.span.name.lower()}")

    def _has_day(self) -> bool:
        month, day = self.month, self.day
        return bool(month and day and month <= 12 and 1 <= day <= month_length(self.year, month))

    def _may_span(self) -> bool:
        years = {Precision.DECADE: 10, Precision.CENTURY: 100}.get(self.span or Precision.DAY)
        return bool(years and self.year >= 0 and self.year % years == 0 and self.month is None)

    def __str__(self) -> str:
        if self.span == Precision.CENTURY:
            text = f"{self.year // 100:02d}XX"
        elif self.span == Precision.DECADE:
            text = f"{self.year // 10:03d}X"
        else:
            text = f"{'-' if self.year < 0 else ''}{abs(self.year):04d}"
            text += f"-{self.month:02d}" if self.month else ""
            text += f"-{self.day:02d}" if self.day else ""
        return text + ("~" if self.is_approximate else "")

    @property
    def precision(self) -> Precision:
        """The stretch of time that this value names."""
        if self.span:
            return self.span
        if self.month is None:
            return Precision.YEAR
        if self.day is not None:
            return Precision.DAY
        return (Precision.MONTH, Precision.SEASON, Precision.QUARTER)[(self.month > 12) + (self.month > 24)]

    def stretches(self) -> tuple[tuple[Day, Day], ...]:
        """First and last day; two stretches for a winter, which its year may begin or end."""
        year, month = self.year, self.month
        if self.span:
            last = min(year + (9 if self.span == Precision.DECADE else 99), FARTHEST_YEAR)
            return ((Day(year, 1, 1), Day(last, 12, 31)),)
        if month is None:
            return ((Day(year, 1, 1), Day(year, 12, 31)),)
        if self.day is not None:
            return ((Day(year, month, self.day), Day(year, month, self.day)),)
        if month == WINTER:
            return (_months(year, 1, 2), (Day(year, 12, 1), _months(year + 1, 1, 2)[1]))
        if month > 12:
            begin = 3 * (month - FIRST_QUARTER) + 1 if month >= FIRST_QUARTER else 3 * (month - SPRING) + 3
            return (_months(year, begin, begin + 2),)
        return (_months(year, month, month),)


def _months(year: int, first: int, last: int) -> tuple[Day, Day]:
    return Day(year, first, 1), Day(year, last, month_length(year, last))


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A stretch of past time as exact as its source says it. Equal and hashable by value.

    `begin` or `finish` is None for an open end; both are the same for what is no interval.

    >>> HistoricalDate.parse("2017-10").last
    Day(year=2017, month=10, day=31)
    """

    begin: Point | None
    finish: Point | None

    def __post_init__(self) -> None:
        if self.begin is None and self.finish is None:
            raise ValueError("an interval needs a beginning or an end")
        if self.begin and self.finish and self.first > self.last:
            raise ValueError(f"{self.begin} lies behind {self.finish}")

    @classmethod
    def parse(cls, edtf: str) -> HistoricalDate:
        """The date that an EDTF text names. Raises ValueError that says what was wanted."""
        return _parsed(edtf)

    @classmethod
    def of(cls, point: Point) -> HistoricalDate:
        """The date of one value."""
        return cls(point, point)

    def __str__(self) -> str:
        if self.begin == self.finish:
            return str(self.begin)
        return f"{self.begin or '..'}/{self.finish or '..'}"

    @property
    def first(self) -> Day:
        """The first day it may mean; Day.MIN for an open beginning."""
        return self.begin.stretches()[0][0] if self.begin else Day.MIN

    @property
    def last(self) -> Day:
        """The last day it may mean; Day.MAX for an open end."""
        return self.finish.stretches()[-1][1] if self.finish else Day.MAX

    @property
    def precision(self) -> Precision:
        """Of an interval that of its coarser end."""
        if self.begin and self.begin is self.finish:
            return self.begin.precision
        return max(point.precision for point in (self.begin, self.finish) if point)

    @property
    def is_interval(self) -> bool:
        """Whether it has two ends that were named, or an open one."""
        return self.begin is not self.finish and self.begin != self.finish

    @property
    def is_open(self) -> bool:
        """Whether one end is open, as in "since 2017"."""
        return self.begin is None or self.finish is None

    @property
    def is_approximate(self) -> bool:
        """Whether an end is only about right, as in "c. 2014"."""
        return any(point.is_approximate for point in (self.begin, self.finish) if point)

    def _stretches(self) -> tuple[tuple[Day, Day], ...]:
        if self.begin and not self.is_interval:
            return self.begin.stretches()
        return ((self.first, self.last),)

    def covers(self, other: HistoricalDate) -> bool:
        """Whether `other` lies within this date in at least one reading of both."""
        if self.begin and other.begin and other.begin.year < self.begin.year:
            return False  # as most do not, which needs no look at their days
        return any(
            first <= inner and inner_last <= last
            for first, last in self._stretches()
            for inner, inner_last in other._stretches()
        )

    def overlaps(self, other: HistoricalDate) -> bool:
        """Whether some day may belong to both."""
        return any(
            first <= other_last and other_first <= last
            for first, last in self._stretches()
            for other_first, other_last in other._stretches()
        )


@lru_cache(maxsize=4096)
def _parsed(edtf: str) -> HistoricalDate:
    if "/" not in edtf:
        return HistoricalDate.of(_point(edtf, edtf))
    begin, finish = edtf.split("/", 1)
    return HistoricalDate(
        None if begin == ".." else _point(begin, edtf), None if finish == ".." else _point(finish, edtf)
    )


def _point(text: str, whole: str) -> Point:
    match = POINT.fullmatch(text.removesuffix("~"))
    if not match or text.startswith("-0000"):
        raise ValueError(f"a date is written such as 2017, 2017-10 or 2017-09-04, not {whole[:40]!r}")
    approximate = text.endswith("~")
    if match["century"]:
        return Point(int(match["century"]) * 100, span=Precision.CENTURY, is_approximate=approximate)
    if match["decade"]:
        return Point(int(match["decade"]) * 10, span=Precision.DECADE, is_approximate=approximate)
    month, day = (int(match[name]) if match[name] else None for name in ("month", "day"))
    return Point(int(match["year"]), month, day, is_approximate=approximate)
