"""Counting days, months and years forwards and backwards in the calendar."""

from __future__ import annotations

import datetime

from bot.dates.expression import Calendar, Unit
from bot.dates.value import Precision, month_length

CYCLE_YEARS, CYCLE_DAYS = 400, 146_097  # after which the Gregorian calendar repeats
BASE = 10_000  # years that `datetime` is moved by, to count before year 1
MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
HALF_YEAR = 6


def shifted(base: Calendar, count: int, unit: Unit) -> Calendar | None:
    """So many units behind (before, when negative) a date, as exact as the unit; None where the date is coarser.

    Two days from a month are no date; two years from a day are a year.
    """
    if base.year is None:
        return None
    if unit in {Unit.DAY, Unit.WEEK}:
        if not (base.month and base.day):
            return None
        return _by_days(base, count * (7 if unit == Unit.WEEK else 1))
    if unit == Unit.MONTH:
        if base.month is None or base.month > 12:
            return None
        year, month = divmod(base.year * 12 + base.month - 1 + count, 12)
        return Calendar(year, month + 1)
    if base.span:
        return None
    year = base.year + count * MONTHS[unit] // 12
    if unit == Unit.YEAR:
        return Calendar(year)
    return Calendar(year, is_approximate=True)


def _by_days(base: Calendar, days: int) -> Calendar:
    assert base.year is not None
    assert base.month
    assert base.day
    cycles = (base.year - 1) // CYCLE_YEARS
    first = datetime.date(base.year - cycles * CYCLE_YEARS, base.month, 1)
    turns, ordinal = divmod(first.toordinal() - 1 + base.day - 1 + days, CYCLE_DAYS)
    moved = datetime.date.fromordinal(ordinal + 1)
    return Calendar(moved.year + (cycles + turns) * CYCLE_YEARS, moved.month, moved.day)


def weekday_of(date: Calendar) -> int:
    """0 for a Monday, of a full date."""
    assert date.year is not None
    assert date.month
    assert date.day
    year = date.year - (date.year - 1) // CYCLE_YEARS * CYCLE_YEARS
    return (datetime.date(year, date.month, 1).weekday() + date.day - 1) % 7


def coarsened(date: Calendar, unit: Unit) -> Calendar | None:
    """The day, month or year that a date lies in; None when the date is not as exact as that."""
    if date.year is None or date.span:
        return None
    if unit == Unit.YEAR:
        return Calendar(date.year)
    if unit == Unit.MONTH:
        return Calendar(date.year, date.month) if date.month and date.month <= 12 else None
    return date if date.day else None


def exists(date: Calendar) -> bool:
    """Whether day and month can be: "31 February" cannot in any year, "29 February" in some."""
    if date.month is None:
        return date.day is None or 1 <= date.day <= 31
    if date.day is None:
        return 1 <= date.month <= 36
    if not 1 <= date.month <= 12:
        return False
    return 1 <= date.day <= month_length(2000 if date.year is None else date.year, date.month)


def month_number(date: Calendar) -> int | None:
    """The month a date falls in, of a season or quarter the first one; None for a whole year."""
    if date.month is None or date.month <= 12:
        return date.month
    if date.month <= 24:
        return {21: 3, 22: 6, 23: 9, 24: 12}[date.month]
    return 3 * (date.month - 33) + 1


def is_within(date: Calendar, outer: Calendar) -> bool:
    """Whether a date names a part of `outer`, a year, month or day."""
    return (
        date.year == outer.year
        and outer.span is None
        and (outer.month is None or date.month == outer.month)
        and (outer.day is None or date.day == outer.day)
    )


def precision_of(date: Calendar) -> Precision:
    """How exact a date is that has its year."""
    if date.span:
        return date.span
    if date.day:
        return Precision.DAY
    if date.month:
        return Precision.MONTH if date.month <= 12 else Precision.SEASON
    return Precision.YEAR
