"""Names in the letters of another script."""

from __future__ import annotations

import pytest

from bot.questions.word_forms.transliteration import in_other_letters
from tests.search.worlds import story


@pytest.mark.parametrize(
    ("typed", "text", "written"),
    [
        ("уэллс", "Wells spoke.", "wells"),
        ("хиндсдейлом", "Hindsdale spoke.", "hindsdale"),
        ("фэрфилде", "Fairfield burned.", "fairfield"),
        ("гитлер", "Hitler spoke.", "hitler"),
        ("джон", "John spoke.", "john"),
        ("жуков", "Zhukov spoke.", "zhukov"),
        ("гокс", "Gox closed.", "gox"),
        ("чжао", "Zhao spoke.", "zhao"),
        ("шварценеггер", "Schwarzenegger spoke.", "schwarzenegger"),
        ("ulyanov", "Говорил Ульянов.", "ульянов"),
        ("shcherbakov", "Встретили Щербакова.", "щербакова"),
        ("wright", "Говорил Райт.", None),  # too few letters in common
        ("пела", "People spoke.", None),  # a word of Russian has to be very like
        ("завод", "David spoke.", None),
        ("дом", "Он ушел домой.", None),  # of the same script
        ("赵", "Zhao spoke.", None),
        ("ян", "Jan spoke.", None),  # too short
    ],
)
def test_a_name_is_known_by_its_sound(typed: str, text: str, written: str | None) -> None:
    found = in_other_letters(typed, story((text,)))

    assert (written in found) if written else not found


def test_of_a_name_that_may_be_said_in_many_ways_the_likeliest_are_looked_at() -> None:
    assert in_other_letters("jejejejejejejejejejeje", story(("Говорил Жежежежежежежеже.",))) == []
