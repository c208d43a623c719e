"""aliases.yaml and questions.yaml: what is read, and every mistake by its line."""

from __future__ import annotations

import pytest

from bot.dates import HistoricalDate
from bot.sources.aliases import Aliases, Event, read_aliases
from bot.sources.golden import GoldenQuestion, read_golden

DAY = HistoricalDate.parse("2017-09-04")

ALIAS_MISTAKES = [
    ("- a", ["a.yaml:1: must hold names: and events:"]),
    ("name: [[a, b]]", ['a.yaml:1: "name" is neither names nor events']),
    ("names: CZ", ["a.yaml:1: names must be a list"]),
    ("names:\n  - CZ", ["a.yaml:2: wanted a list of names"]),
    ("names:\n  - [CZ]", ['a.yaml:2: "CZ" stands alone']),
    ("names:\n  - [CZ, cz, Zhao]", ['a.yaml:2: "cz" is given twice: it points at itself']),
    (
        "names:\n  - [CZ, Zhao]\n  - [Chen, CZ]",
        ['a.yaml:3: "CZ" is given twice: line 2', 'a.yaml:3: "Chen" stands alone'],
    ),
    ("names:\n  - [CZ, [Zhao]]", ["a.yaml:2: wanted a list of names"]),
    ("names:\n  - [CZ, '']", ["a.yaml:2: a name must have 1 to 100", 'a.yaml:2: "CZ" stands alone']),
    ("events:\n  - names: ['94']", ["a.yaml:2: an event needs"]),
    (
        "events:\n  - names: ['94']\n    date: soon",
        ['a.yaml:3: date must be a date such as 2017-09-04, not "soon"'],
    ),
    ("events:\n  - names: '94'\n    date: 2017", ["a.yaml:2: wanted a list of names"]),
    ("names: &a [[b, c]]", ["a.yaml:1: holds an anchor"]),
]
GOLDEN_MISTAKES = [
    ("question: x", ["q.yaml:1: must be a list of rows"]),
    ("- x", ["q.yaml:1: a row needs question:"]),
    ("- question: x", ["q.yaml:1: a row needs question:"]),
    ("- passage: x", ["q.yaml:1: a row needs question:"]),
    ("- question: x\n  passage: y\n  refuse: true", ["q.yaml:1: a row needs question:"]),
    ("- question: x\n  answer: y", ['q.yaml:2: "answer": a row needs']),
    (
        "- question: x\n  passage: y\n  date: soon",
        ['q.yaml:3: date must be a date such as 2017-10, not "soon"'],
    ),
    ("- question: x\n- question: y", ["q.yaml:1: a row needs", "q.yaml:2: a row needs"]),
]


def test_names_and_events_are_read() -> None:
    text = (
        'names:\n  - [Zhao Changpeng, CZ,  赵长鹏]\nevents:\n  - names: ["94", 九四]\n    date: 2017-09-04\n'
    )

    aliases, problems = read_aliases(text, "a.yaml")

    assert problems == []
    assert aliases == Aliases((("Zhao Changpeng", "CZ", "赵长鹏"),), (Event(("94", "九四"), DAY),))
    assert aliases.event_dates == {"94": DAY, "九四": DAY}


@pytest.mark.parametrize("text", ["", "names:\nevents:\n", "# nothing yet"])
def test_a_file_without_content_holds_no_aliases(text: str) -> None:
    assert read_aliases(text, "a.yaml") == (Aliases(), [])


@pytest.mark.parametrize(("text", "wanted"), ALIAS_MISTAKES)
def test_a_mistake_among_the_aliases_is_told_by_its_line(text: str, wanted: list[str]) -> None:
    _, problems = read_aliases(text, "a.yaml")

    assert len(problems) == len(wanted)
    assert all(str(problem).startswith(start) for problem, start in zip(problems, wanted, strict=True))


def test_golden_questions_are_read() -> None:
    text = "- {question: when?, passage: arrived, date: 2017-09-04}\n- question: lunch?\n  refuse: true\n"

    rows, problems = read_golden(text, "q.yaml")

    assert problems == []
    assert rows == (GoldenQuestion("when?", 1, "arrived", DAY), GoldenQuestion("lunch?", 2, refuse=True))


@pytest.mark.parametrize(("text", "wanted"), GOLDEN_MISTAKES)
def test_a_mistake_among_the_golden_questions_is_told_by_its_line(text: str, wanted: list[str]) -> None:
    _, problems = read_golden(text, "q.yaml")

    assert len(problems) == len(wanted)
    assert all(str(problem).startswith(start) for problem, start in zip(problems, wanted, strict=True))
