"""Dates in words, never more exact than they are stored."""

from __future__ import annotations

import pytest

from bot.dates import Basis, HistoricalDate, find_dates, say, say_basis

SAID = [
    ("0001", "1 AD"),
    ("0000", "1 BC"),
    ("0099", "99 AD"),
    ("0100", "100"),
    ("2017-09-04", "4 September 2017"),
    ("2017-10", "October 2017"),
    ("2014-24", "winter 2014"),
    ("2017-33", "Q1 2017"),
    ("2017", "2017"),
    ("2014~", "c. 2014"),
    ("199X", "1990s"),
    ("19XX", "20th century"),
    ("10XX", "11th century"),
    ("-0489", "490 BC"),
    ("0070", "70 AD"),
    ("2024-04/2024-09", "April – September 2024"),
    ("2016-12/2017-01", "December 2016 – January 2017"),
    ("2017-08-02/2017-08-05", "2 – 5 August 2017"),
    ("2017-08-30/2017-09-05", "30 August – 5 September 2017"),
    ("1939/1945", "1939 – 1945"),
    ("2017-10/..", "since October 2017"),
    ("../2013", "until 2013"),
]


@pytest.mark.parametrize(("edtf", "words"), SAID)
def test_a_date_is_said_as_a_reader_would_write_it(edtf: str, words: str) -> None:
    assert say(HistoricalDate.parse(edtf)) == words


@pytest.mark.parametrize(
    "edtf", ["2017-09-04", "2017-10", "2014-24", "2017-33", "2017", "199X", "19XX", "-0489"]
)
def test_what_is_said_is_found_again(edtf: str) -> None:
    date = HistoricalDate.parse(edtf)

    assert [mention.date for mention in find_dates(f"in {say(date)}")] == [date]


def test_only_an_explicit_date_needs_no_basis() -> None:
    assert [basis for basis in Basis if not say_basis(basis)] == [Basis.EXPLICIT]
