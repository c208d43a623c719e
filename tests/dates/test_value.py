"""Laws of HistoricalDate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dates import Day, HistoricalDate, Point, Precision
from bot.dates.value import month_length


@st.composite
def points(draw: st.DrawFn) -> Point:
    kind = draw(st.sampled_from(["day", "month", "year", "decade", "century"]))
    about = draw(st.booleans())
    if kind == "decade":
        return Point(draw(st.integers(0, 999)) * 10, span=Precision.DECADE, is_approximate=about)
    if kind == "century":
        return Point(draw(st.integers(0, 99)) * 100, span=Precision.CENTURY, is_approximate=about)
    year = draw(st.integers(-9998, 9998))
    if kind == "year":
        return Point(year, is_approximate=about)
    if kind == "month":
        month = draw(st.sampled_from([*range(1, 13), *range(21, 25), *range(33, 37)]))
        return Point(year, month, is_approximate=about)
    month = draw(st.integers(1, 12))
    return Point(year, month, draw(st.integers(1, month_length(year, month))), is_approximate=about)


@st.composite
def dates(draw: st.DrawFn) -> HistoricalDate:
    begin, finish = draw(points()), draw(points())
    kind = draw(st.sampled_from(["point", "interval", "since", "until"]))
    if kind == "since":
        return HistoricalDate(begin, None)
    if kind == "until":
        return HistoricalDate(None, finish)
    if kind == "point" or begin.stretches()[0][0] > finish.stretches()[-1][1]:
        return HistoricalDate.of(begin)
    return HistoricalDate(begin, finish)


@given(dates())
def test_what_is_written_is_read_back(date: HistoricalDate) -> None:
    assert HistoricalDate.parse(str(date)) == date


@given(dates())
def test_a_date_does_not_end_before_it_begins(date: HistoricalDate) -> None:
    assert date.first <= date.last


@given(dates())
def test_a_date_covers_and_overlaps_itself(date: HistoricalDate) -> None:
    assert date.covers(date)
    assert date.overlaps(date)


@given(dates(), dates())
def test_what_covers_overlaps_and_overlapping_is_mutual(date: HistoricalDate, other: HistoricalDate) -> None:
    assert date.overlaps(other) == other.overlaps(date)
    assert date.overlaps(other) or not date.covers(other)


WRONG = [
    "",
    "soon",
    "2017-13",
    "2017-00",
    "2017-02-30",
    "1900-02-29",
    "2017-2-3",
    "20170904",
    "99999",
    "12345678901234567890",
    "-0000",
    "2017/2016",
    "../..",
    "2017-24-01",
    "201XX",
    "XXXX",
    "2017-10/",
    "/",
    "2017~~",
    "２０１７",
    "2017-25",
    "2017-37",
]


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_date_is_refused_with_a_plain_message(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        HistoricalDate.parse(text)


# EDTF, first day, last day, precision
STRETCHES = [
    ("2017-09-04", (2017, 9, 4), (2017, 9, 4), Precision.DAY),
    ("2016-02", (2016, 2, 1), (2016, 2, 29), Precision.MONTH),
    ("1500-02-29", (1500, 2, 29), (1500, 2, 29), Precision.DAY),
    ("2014-21", (2014, 3, 1), (2014, 5, 31), Precision.SEASON),
    ("2014-24", (2014, 1, 1), (2015, 2, 28), Precision.SEASON),
    ("2017-34", (2017, 4, 1), (2017, 6, 30), Precision.QUARTER),
    ("2017", (2017, 1, 1), (2017, 12, 31), Precision.YEAR),
    ("-0489", (-489, 1, 1), (-489, 12, 31), Precision.YEAR),
    ("199X", (1990, 1, 1), (1999, 12, 31), Precision.DECADE),
    ("19XX", (1900, 1, 1), (1999, 12, 31), Precision.CENTURY),
    ("2024-04/2024-09", (2024, 4, 1), (2024, 9, 30), Precision.MONTH),
    ("2017-09-04/2018", (2017, 9, 4), (2018, 12, 31), Precision.YEAR),
    ("2017-10/..", (2017, 10, 1), Day.MAX, Precision.MONTH),
    ("../2013", Day.MIN, (2013, 12, 31), Precision.YEAR),
]


@pytest.mark.parametrize(("text", "first", "last", "precision"), STRETCHES)
def test_a_date_knows_its_stretch(text: str, first: Day, last: Day, precision: Precision) -> None:
    date = HistoricalDate.parse(text)

    assert (date.first, date.last, date.precision) == (first, last, precision)


# one, other, overlaps
MEETINGS = [
    ("2014-24", "2014-01", True),  # a winter may begin or end with its year
    ("2014-24", "2014-12", True),
    ("2014-24", "2015-02", True),
    ("2014-24", "2014-07", False),
    ("2017-10", "2017", True),
    ("2017-10", "2017-09", False),
    ("2017-10/..", "2025", True),
    ("2017-10/..", "2016", False),
]


@pytest.mark.parametrize(("date", "other", "meet"), MEETINGS)
def test_dates_meet_where_a_day_may_belong_to_both(date: str, other: str, *, meet: bool) -> None:
    assert HistoricalDate.parse(date).overlaps(HistoricalDate.parse(other)) is meet
