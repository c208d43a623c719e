"""Which passages fit a period, and that looking only near it misses none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dates import Basis, HistoricalDate, Mention, PassageDate
from bot.search.periods import DAYS_OF_YEAR, FARTHEST, PARTS, Periods, ordinal
from bot.sources.passage_table import PassageTable
from bot.sources.source import Passage, Source

SOURCE = Source("A title", "a.md")
DATES = [
    "2017-09-04", "2017-09", "2017-10", "2017", "2018", "2017-21", "2017-33", "201X", "20XX",
    "19XX", "2016/2018", "2017/..",
    "../2017", "1990/2020-03-01", "-0489", "0001", "1900/2100", "2017-12-31", "2018-01-01",
]  # fmt: skip
ASKED = [*DATES, "2017-09-05", "199X", "../1950", "2050/.."]


def passage_table(rows: list[list[str]]) -> PassageTable:
    return PassageTable.of(
        Passage(SOURCE, "text", 1, (), tuple(map(mention, row[1:])), own(row)) for row in rows
    )


def mention(edtf: str) -> Mention:
    return Mention(0, 4, "text", HistoricalDate.parse(edtf), Basis.EXPLICIT)


def own(row: list[str]) -> PassageDate | None:
    return PassageDate(HistoricalDate.parse(row[0]), Basis.EXPLICIT) if row else None


def fit(edtf: str, asked: str) -> float:
    """How well a date fits, as periods.PARTS and periods.FARTHEST say it."""
    date, wanted = HistoricalDate.parse(edtf), HistoricalDate.parse(asked)
    first, last = ordinal(wanted.first), ordinal(wanted.last)
    begin, end = ordinal(date.first), ordinal(date.last)
    nearness = 1.0
    if wanted.is_open:
        gap = max(begin - first if wanted.begin else last - end, 0)
        nearness = FARTHEST + (1 - FARTHEST) / (1 + gap / DAYS_OF_YEAR)
    if first <= begin and end <= last:
        return nearness
    share = (last - first + 1) / (end - begin + 1)
    overlaps = begin <= last and end >= first
    return nearness * max((value for least, value in PARTS if overlaps and share >= least), default=0.0)


@given(
    st.lists(st.lists(st.sampled_from(DATES), max_size=3), max_size=8),
    st.lists(st.sampled_from(ASKED), min_size=1, max_size=2),
)
def test_looking_near_a_period_finds_what_looking_at_all_dates_finds(
    rows: list[list[str]], asked: list[str]
) -> None:
    passages, values = Periods.of(passage_table(rows)).fitting(list(map(HistoricalDate.parse, asked)))

    best = [max((fit(date, one) for date in row for one in asked), default=0.0) for row in rows]
    wanted = {number: value for number, value in enumerate(best) if value}
    assert dict(zip(passages.tolist(), values.tolist(), strict=True)) == pytest.approx(wanted)
    assert passages.tolist() == sorted(passages.tolist())


@pytest.mark.parametrize(
    ("date", "asked", "value"),
    [
        ("2017-09-04", "2017", 1.0),
        ("2017-09", "2017-09-04", 0.5),  # the month of a day
        ("2017", "2017-09", 0.5),
        ("2017", "2017-09-04", 0.25),
        ("201X", "2017-09-04", 0.0),  # says next to nothing of the day
        ("2018", "2017", 0.0),
    ],
)
def test_a_wider_date_counts_less(date: str, asked: str, value: float) -> None:
    _, values = Periods.of(passage_table([[date]])).fitting([HistoricalDate.parse(asked)])

    assert values.tolist() == [value] * bool(value)
