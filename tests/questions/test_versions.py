"""Versions by their short names."""

from __future__ import annotations

import pytest

from bot.answers import Answer, answer
from tests.search.worlds import story

CHANGES = story(
    (
        "Plover 2.0 came out on 3 May 2011.",
        "Plover 3.0.0 was released in June 2014 and was small.",
        "Plover 3.1.0 was released in July 2015 and was small, too.",
        "Work on it had begun in 2009.",
    )
)


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("when did plover 2 come out?", "2011-05-03"),
        ("when was plover v3 released?", "2014-06"),
        ("when was plover 3.1 released?", "2015-07"),
        ("when was plover 3.1.0 released?", "2015-07"),
    ],
)
def test_a_version_is_found_by_its_short_name(question: str, date: str) -> None:
    result = answer(question, CHANGES)

    assert isinstance(result, Answer)
    assert result.date is not None
    assert str(result.date.date) == date
