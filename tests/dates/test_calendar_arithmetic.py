"""Counting in the calendar, at its edges."""

from __future__ import annotations

import pytest

from bot.dates import HistoricalDate
from bot.dates.calendar_arithmetic import (
    around,
    coarsened,
    days_from,
    is_quarter,
    month_number,
    neighbour,
    shifted,
    value_of,
    week_of,
    weekday_of,
)
from bot.dates.expression import Calendar, Interval, Unit
from bot.dates.resolver import historical


def calendar(edtf: str) -> Calendar:
    value = value_of(HistoricalDate.parse(edtf))
    assert isinstance(value, Calendar)
    return value


def written(value: Calendar | Interval | None) -> str:
    return str(historical(value)) if value else "-"


# a date, how many units, what comes out
SHIFTS = """
2017-05-31 1 day 2017-06-01
2017-12-31 1 day 2018-01-01
2016-02-28 1 day 2016-02-29
2017-02-28 1 day 2017-03-01
2017-01-01 -1 day 2016-12-31
0400-12-31 1 day 0401-01-01
0401-01-01 -1 day 0400-12-31
2000-12-31 1 day 2001-01-01
2017-05-03 2 week 2017-05-17
2017-05 2 day -
2017 1 week -
2017-05-31 1 month 2017-06
2017-12 1 month 2018-01
2017-01 -1 month 2016-12
2017-01 -13 month 2015-12
2017 1 month -
2017-24 1 month -
2017-33 1 month -
2017-05-31 1 year 2018
2017-05 -2 year 2015
2017-36 1 year 2018-36
2017-24 1 year 2018
2017-36 1 decade 2027~
2017 1 decade 2027~
2017 -1 century 1917~
201X 1 year -
20XX 1 decade -
2017~ 1 year 2018~
2017-05~ 1 month 2017-06~
2017-05-31~ 1 day 2017-06-01~
"""


@pytest.mark.parametrize("row", SHIFTS.strip().split("\n"))
def test_a_date_is_shifted_as_exactly_as_the_unit(row: str) -> None:
    date, count, unit, wanted = row.split()

    assert written(shifted(calendar(date), int(count), Unit(unit))) == wanted


# a date, the unit, the one that it lies in
COARSENED = """
2017-05-31 day 2017-05-31
2017-05-31 month 2017-05
2017-05-31 year 2017
2017-05 day -
2017-12 month 2017-12
2017-21 month -
2017-33 month -
2017-33 year 2017
2017 month -
201X year -
2017-05-31~ year 2017~
"""


@pytest.mark.parametrize("row", COARSENED.strip().split("\n"))
def test_a_date_lies_in_its_month_and_year(row: str) -> None:
    date, unit, wanted = row.split()

    assert written(coarsened(calendar(date), Unit(unit))) == wanted


# a date, the one unit that holds all of it
AROUND = """
2017-05-31 2017-05-31
2017-05-01/2017-05-31 2017-05
2017-05/2017-06 2017
2017-05-31/2017-06 2017
2017/2018 -
2017/.. -
../2017 -
201X 201X
201X/2019 -
2015/201X -
2017-05/2017-06~ 2017~
"""


@pytest.mark.parametrize("row", AROUND.strip().split("\n"))
def test_the_whole_of_a_date_lies_in_one_unit_or_none(row: str) -> None:
    date, wanted = row.split()

    assert written(around(HistoricalDate.parse(date))) == wanted


@pytest.mark.parametrize("edtf", ["2017-05-31", "2017-05/2018-02", "2014~", "../1850", "1990/..", "199X"])
def test_a_date_of_the_calendar_is_as_exact_as_it_was(edtf: str) -> None:
    date = HistoricalDate.parse(edtf)

    assert historical(value_of(date)) == date


def test_the_months_of_seasons_and_quarters_are_their_first() -> None:
    months = [21, 22, 23, 24, 33, 34, 35, 36, 1, 12]

    assert [month_number(Calendar(2017, month)) for month in months] == [3, 6, 9, 12, 1, 4, 7, 10, 1, 12]
    assert month_number(Calendar(2017)) is None


def test_only_quarters_are_quarters() -> None:
    months = (None, 1, 12, 21, 24, 33, 36)

    assert [is_quarter(Calendar(2017, month)) for month in months] == [False] * 5 + [True] * 2


# a date, which way, a month; the nearest such month on that side
NEIGHBOURS = """
2017-05 1 5 2018-05
2017-05 1 6 2017-06
2017-05 1 4 2018-04
2017-05 -1 5 2016-05
2017-05 -1 4 2017-04
2017-05 -1 6 2016-06
2017-05 0 12 2017-12
2017-05 0 1 2017-01
2017 1 5 2018-05
2017 -1 5 2016-05
2017-22 -1 22 2016-22
2017-22 1 23 2017-23
201X 1 5 -
"""


@pytest.mark.parametrize("row", NEIGHBOURS.strip().split("\n"))
def test_the_next_month_of_a_name_is_behind_a_date_and_the_last_before_it(row: str) -> None:
    date, way, month, wanted = row.split()

    assert written(neighbour(calendar(date), int(way), int(month))) == wanted


@pytest.mark.parametrize(
    ("date", "number"),
    [("2000-01-01", 5), ("2017-09-04", 0), ("2017-09-10", 6), ("1600-02-29", 1), ("0001-01-01", 0)],
)
def test_a_day_has_its_weekday(date: str, number: int) -> None:
    assert weekday_of(calendar(date)) == number


@pytest.mark.parametrize("day", ["2017-09-04", "2017-09-07", "2017-09-10"])
def test_a_week_runs_from_monday_to_sunday(day: str) -> None:
    assert written(week_of(calendar(day))) == "2017-09-04/2017-09-10"


def test_days_are_counted_over_centuries() -> None:
    assert written(days_from(calendar("1900-02-28"), 1)) == "1900-03-01"
    assert written(days_from(calendar("2017-09-04"), 146_097)) == "2417-09-04"
    assert written(days_from(calendar("2017-09-04"), -146_097)) == "1617-09-04"
