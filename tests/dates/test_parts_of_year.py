"""Which months the words of a date leave open."""

from __future__ import annotations

import pytest

from bot.dates import find_dates, months_left_open

PARTS = [  # a text, its language, the first and last month that its date leaves open
    ("in early 2017", "en", 1, 5),
    ("in mid-2017", "en", 4, 9),
    ("by the end of 2017", "en", 8, 12),
    ("in 2017", "en", 1, 12),
    ("Anfang 2017", "de", 1, 5),
    ("a mediados de 2017", "es", 4, 9),
    ("в конце 2017 года", "ru", 8, 12),
    ("2017年底", "zh", 8, 12),
]


@pytest.mark.parametrize(("text", "language", "first", "last"), PARTS)
def test_a_part_of_a_year_leaves_some_months_open(text: str, language: str, first: int, last: int) -> None:
    (mention,) = find_dates(text, language=language)

    months = months_left_open(mention.text)

    assert (months[0], months[-1]) == (first, last)
