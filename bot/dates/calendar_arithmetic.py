"""Counting days, months and years forwards and backwards in the calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bot.dates.expression import Calendar, Interval, Unit
from bot.dates.value import FIRST_QUARTER

if TYPE_CHECKING:
    from bot.dates.value import HistoricalDate, Point

CYCLE_YEARS, CYCLE_DAYS = 400, 146_097  # after which the Gregorian calendar repeats
YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}


def value_of(date: HistoricalDate) -> Calendar | Interval:
    """A date as a place in the calendar, or from one to another, as exact as it is."""
    begin, finish = _ends(date)
    return begin if begin and begin == finish else Interval(begin, finish)


def _ends(date: HistoricalDate) -> tuple[Calendar | None, Calendar | None]:
    return _calendar(date.begin), _calendar(date.finish)


def _calendar(point: Point | None) -> Calendar | None:
    if not point:
        return None
    return Calendar(point.year, point.month, point.day, point.span, point.is_approximate)


def around(date: HistoricalDate) -> Calendar | None:
    """The day, month or year that the whole of a date lies in; None where it is longer or open."""
    begin, finish = _ends(date)
    if begin == finish:
        return begin
    if not begin or not finish:
        return None
    if begin.year != finish.year or begin.span or finish.span:
        return None
    month = begin.month if begin.month == finish.month else None
    return Calendar(begin.year, month, is_approximate=date.is_approximate)


def shifted(base: Calendar, count: int, unit: Unit) -> Calendar | None:
    """So many units behind (before, when negative) a date, as exact as the unit.

    None where the date is coarser: two days from a month are no date; two years from a day are a year.
    """
    if base.year is None:
        return None
    if unit in {Unit.DAY, Unit.WEEK}:
        return days_from(base, count * (7 if unit == Unit.WEEK else 1)) if base.month and base.day else None
    if unit == Unit.MONTH:
        return _by_months(base, count)
    if base.span:
        return None
    if unit == Unit.YEAR and is_quarter(base):
        return base._replace(year=base.year + count)
    year = base.year + count * YEARS[unit]
    return Calendar(year, is_approximate=base.is_approximate or unit != Unit.YEAR)


def _by_months(base: Calendar, months: int) -> Calendar | None:
    if base.year is None or base.month is None or base.month > 12:
        return None
    year, month = divmod(base.year * 12 + base.month - 1 + months, 12)
    return Calendar(year, month + 1, is_approximate=base.is_approximate)


def days_from(base: Calendar, days: int) -> Calendar:
    """So many days behind a day, before it when negative."""
    assert base.year is not None
    assert base.month
    assert base.day
    cycles = (base.year - 1) // CYCLE_YEARS
    first = dt.date(base.year - cycles * CYCLE_YEARS, base.month, 1)
    turns, ordinal = divmod(first.toordinal() - 1 + base.day - 1 + days, CYCLE_DAYS)
    moved = dt.date.fromordinal(ordinal + 1)
    return base._replace(year=moved.year + (cycles + turns) * CYCLE_YEARS, month=moved.month, day=moved.day)


def is_quarter(date: Calendar) -> bool:
    """Whether it is a quarter of a year."""
    return date.month is not None and date.month >= FIRST_QUARTER


def neighbour(base: Calendar, way: int, month: int) -> Calendar | None:
    """The next spring, the previous April: the first one behind or before a date; for 0 that of its year."""
    if base.year is None or base.span:
        return None
    here, there = month_number(base), month_number(Calendar(None, month)) or 0
    if way > 0:
        return Calendar(base.year + (here is None or there <= here), month)
    return Calendar(base.year - (way < 0 and (here is None or there >= here)), month)


def weekday_of(date: Calendar) -> int:
    """0 for a Monday, of a full date."""
    assert date.year is not None
    assert date.month
    assert date.day
    year = date.year - (date.year - 1) // CYCLE_YEARS * CYCLE_YEARS
    return (dt.date(year, date.month, 1).weekday() + date.day - 1) % 7


def week_of(day: Calendar) -> Interval:
    """From Monday to Sunday."""
    monday = days_from(day, -weekday_of(day))
    return Interval(monday, days_from(monday, 6))


def coarsened(date: Calendar, unit: Unit) -> Calendar | None:
    """The day, month or year that a date lies in; None when the date is not as exact as that."""
    if date.year is None or date.span:
        return None
    if unit == Unit.YEAR:
        return date._replace(month=None, day=None)
    if unit == Unit.MONTH:
        return date._replace(day=None) if date.month and date.month <= 12 else None
    return date if date.day else None


def month_number(date: Calendar) -> int | None:
    """The month a date falls in, of a season or quarter the first one; None for a whole year."""
    if date.month is None or date.month <= 12:
        return date.month
    if date.month <= 24:
        return {21: 3, 22: 6, 23: 9, 24: 12}[date.month]
    return 3 * (date.month - 33) + 1
