"""Quizzes made of dated statements: other real dates to choose from, none that the sentence gives away."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.browsing.chronology import Chronology
from bot.browsing.quiz import BLANK, LONGEST, NEAR, OTHER, WRONG, make_quiz
from bot.building.build import build

if TYPE_CHECKING:
    from pathlib import Path

DAYS = "".join(
    f"On {day} May {1900 + day} the ferry of the northern island number {day} was launched.\n\n"
    for day in range(1, 21)
)


def chronology_of(folder: Path, text: str) -> Chronology:
    (folder / "a.md").write_text(f"# Ferries\n\n{text}", encoding="utf-8")
    return Chronology.of(build(folder))


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Chronology:
    return chronology_of(tmp_path_factory.mktemp("ferries"), DAYS)


@given(st.integers(0, 10_000))
def test_every_quiz_asks_for_a_date_of_four_near_ones_that_it_does_not_tell(
    ferries: Chronology, seed: int
) -> None:
    quiz = make_quiz(ferries, ferries.select(), Random(seed))

    assert quiz
    date = quiz.statement.date
    assert quiz.choices[quiz.right] == date
    assert len(set(quiz.choices)) == len(quiz.choices) == WRONG + 1
    assert list(quiz.choices) == sorted(quiz.choices, key=lambda choice: choice.first)
    assert all(choice.precision is date.precision for choice in quiz.choices)
    assert all(abs(choice.first.year - date.first.year) <= NEAR for choice in quiz.choices)
    assert BLANK in quiz.sentence
    assert not any(str(choice.first.year) in quiz.sentence for choice in quiz.choices)


NO_QUIZ = [  # what is asked about beside four other days, why it makes none
    ("It sank then and there.", "without a date"),
    ("On 4 May 1955 it sank.", "too little to guess at"),
    ("On 4 May 1955 the ferry of the year 1955 sank with all its cargo.", ""),  # the year is blanked, too
    ("On 4 May 1955 the ferry No. 1955/B sank with all its cargo of iron.", "its name tells the year"),
    ("Around 4 May 1955 the ferry of the island sank with all its cargo.", "only about then"),
    (f"On 4 May 1955 the ferry sank {'and sank ' * 40}for good.", "too long"),
    ("In 1955 the ferry of the island sank with all its cargo of iron.", "no other date is a year"),
]


@pytest.mark.parametrize(("text", "why"), NO_QUIZ)
def test_what_makes_no_quiz(tmp_path: Path, text: str, why: str) -> None:
    others = "".join(f"A ferry was launched on {day} May 19{day}0.\n\n" for day in range(5, 10))
    chronology = chronology_of(tmp_path, f"{text}\n\n# Others\n\n{others}")
    asked = [
        position for position in chronology.select().tolist() if chronology.statement(position).passage == 0
    ]
    quiz = make_quiz(chronology, chronology.select()[asked], Random(1))

    assert (quiz is None) == bool(why), quiz


def test_a_date_that_the_passage_names_is_no_wrong_choice(tmp_path: Path) -> None:
    text = (
        "On 4 May 1955 the ferry of the island sank with all its cargo, as one had on 6 May 1956. "
        "Ferries sank on 5 May 1950.\n\nOne on 7 May 1957. One on 8 May 1958. One on 9 May 1959.\n"
    )
    chronology = chronology_of(tmp_path, text)
    position = next(
        at for at in chronology.select().tolist() if str(chronology.statement(at).date) == "1955-05-04"
    )
    quiz = make_quiz(chronology, chronology.select()[[position]], Random(1))

    assert quiz
    assert [str(date) for date in quiz.choices] == ["1955-05-04", "1957-05-07", "1958-05-08", "1959-05-09"]
    assert (
        quiz.sentence == f"On {BLANK} the ferry of the island sank with all its cargo, as one had on {OTHER}."
    )
    assert len(quiz.sentence) <= LONGEST


def test_dates_before_christ(tmp_path: Path) -> None:
    text = "".join(
        f"In {year} BC a temple of the eastern islands burned down.\n\n" for year in (356, 323, 301, 290)
    )
    quiz = make_quiz((chronology := chronology_of(tmp_path, text)), chronology.select(), Random(3))

    assert quiz
    assert [str(date) for date in quiz.choices] == ["-0355", "-0322", "-0300", "-0289"]


def test_without_enough_dates_there_is_no_quiz(tmp_path: Path) -> None:
    chronology = chronology_of(tmp_path, "On 4 May 1955 the ferry of the island sank with all its cargo.\n")

    assert make_quiz(chronology, chronology.select(), Random(1)) is None
    assert make_quiz(chronology, chronology.select()[:0], Random(1)) is None
