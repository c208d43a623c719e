"""First names, where texts go on with the family name."""

from __future__ import annotations

import pytest

from bot.answers import Answer, answer
from bot.questions import understand
from tests.search.worlds import story

TEXTS = (
    "In 1990 the miller Ottokar Brandl bought the mill on the Plover.",
    "In 1995 Brandl sold the mill to his neighbor.",
    "Ottokar Brandl wrote of the mill that it was loud.",
)


def test_who_is_asked_for_by_first_name_is_found_by_family_name() -> None:
    result = answer("when did ottokar sell the mill?", story(TEXTS))

    assert isinstance(result, Answer)
    assert result.date is not None
    assert str(result.date.date) == "1995"


@pytest.mark.parametrize(
    "others",
    [
        ("Ottokar Lindner came.", "Ottokar Steger came.", "Ottokar Moser came."),  # several of them
        ("Ottokar left.", "Ottokar stayed away.", "Then Ottokar came."),  # known by that name alone
    ],
)
def test_a_name_of_several_people_or_by_itself_stays_as_it_is(others: tuple[str, ...]) -> None:
    index = story((*TEXTS, *others))

    (word,) = understand("ottokar?", index).query.words

    assert [form.term for form in word.forms] == ["ottokar"]


@pytest.mark.parametrize("text", ["Ottokar mill stands there.", "OTTOKAR BRANDLHOF stands there."])
def test_no_family_name_is_one_that_is_not_written_so(text: str) -> None:
    (word,) = understand("ottokar?", story((text,))).query.words

    assert [form.term for form in word.forms] == ["ottokar"]
