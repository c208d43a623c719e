"""Rows are added to lists that people keep by hand: everything else in the file stays byte for byte."""

from __future__ import annotations

from difflib import ndiff
from pathlib import Path

import pytest

from bot.dates import HistoricalDate
from bot.edits import EditError, add_alias, add_event, add_golden
from bot.sources.aliases import read_aliases
from bot.sources.golden import read_golden

KNOWLEDGE = Path(__file__).parent.parent.parent / "knowledge"
DAY = HistoricalDate.parse("1903-05-04")
ALIASES = """\
# Who is who
names:
  # people
  - [Ann Reed, "Annie"]   # the founder
  - [Ben Poe, Benny]

events:
  - {names: ["the storm"], date: 1903-06}
"""


def changed(before: str, after: str) -> list[str]:
    """The lines that went and came."""
    rows = ndiff(before.splitlines(), after.splitlines())
    return [row for row in rows if row[0] in "+-"]


def test_names_become_a_group_of_their_own() -> None:
    assert changed(ALIASES, add_alias(ALIASES, ["Cy Lee", "CL"])) == ["+   - [Cy Lee, CL]"]


def test_a_name_joins_the_group_that_knows_the_other_one() -> None:
    assert changed(ALIASES, add_alias(ALIASES, ["ANNIE", "A. Reed"])) == [
        '-   - [Ann Reed, "Annie"]   # the founder',
        '+   - [Ann Reed, "Annie", A. Reed] # the founder',
    ]


def test_names_that_are_there_change_nothing() -> None:
    assert add_alias(ALIASES, ["Benny", "Ben Poe"]) == ALIASES


def test_an_event_is_added_with_its_date() -> None:
    assert changed(ALIASES, add_event(ALIASES, ["94"], DAY)) == [
        "+   - {names: [\"94\"], date: '1903-05-04'}"
    ]


EMPTY = ["", "# nothing yet\n", "names:\n", "names: []\nevents: []\n"]


@pytest.mark.parametrize("text", EMPTY)
def test_lists_are_begun_where_there_are_none(text: str) -> None:
    aliases, problems = read_aliases(
        add_event(add_alias(text, ["Ann", "Annie"]), ["94"], DAY), "aliases.yaml"
    )

    assert not problems
    assert aliases.names == (("Ann", "Annie"),)
    assert aliases.event_dates == {"94": DAY}


HOSTILE = [
    "no",
    "12:30:45",
    "a: b",
    "# x",
    "- x",
    "[x",
    '"',
    "'",
    "\\",
    "*a",
    "&a",
    "|",
    "2017-02-30",
    "= x",
    "、",
    "x, y",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_is_read_back_as_it_was_written(name: str) -> None:
    aliases, problems = read_aliases(add_alias(ALIASES, ["Dot", name]), "aliases.yaml")

    assert not problems
    assert aliases.names[-1] == ("Dot", name)


REFUSED = [
    (["Ann Reed", "Ben Poe"], "different groups"),
    (["Alone"], "stands alone"),
    (["Dot", "x" * 101], "1 to 100 characters"),
    (["Dot", "the storm"], "given twice"),
]


@pytest.mark.parametrize(("names", "why"), REFUSED)
def test_names_that_cannot_be_are_refused_with_the_reason(names: list[str], why: str) -> None:
    with pytest.raises(EditError, match=why):
        add_alias(ALIASES, names)


BROKEN = ["names: [", "names:\n  - [a, a]\n", "- a\n", "names: &x []\n"]


@pytest.mark.parametrize("text", BROKEN)
def test_a_file_that_is_faulty_is_left_alone(text: str) -> None:
    with pytest.raises(EditError, match=r"^aliases\.yaml, line 1|^aliases\.yaml, line 2|^aliases\.yaml"):
        add_alias(text, ["Dot", "D"])


GOLDEN = """\
# asked at every reload
- {question: "When did the ferry come?", passage: "the ferry", date: 1903}

# later
- question: Who sank it?
  passage: a storm
"""


def test_a_golden_question_is_added_at_the_end() -> None:
    after = add_golden(GOLDEN, 'Who said "no"?', "The storm: none", DAY)

    assert changed(GOLDEN, after) == [
        '+ - {question: "Who said \\"no\\"?", passage: "The storm: none", date: \'1903-05-04\'}'
    ]
    rows, problems = read_golden(after, "questions.yaml")
    assert not problems
    assert (rows[-1].question, rows[-1].date) == ('Who said "no"?', DAY)


def test_a_golden_question_that_is_there_is_replaced() -> None:
    after = add_golden(GOLDEN, "when did  the ferry come?", "a ferry", None)

    rows, _ = read_golden(after, "questions.yaml")
    assert [(row.passage, row.date) for row in rows] == [("a ferry", None), ("a storm", None)]


@pytest.mark.parametrize("name", ["aliases.yaml", "questions.yaml"])
def test_the_bundled_files_keep_every_line(name: str) -> None:
    before = (KNOWLEDGE / name).read_text(encoding="utf-8")
    after = (
        add_alias(before, ["Dot", "D."]) if name == "aliases.yaml" else add_golden(before, "Who?", "x", None)
    )

    rows = changed(before, after)
    assert len(rows) == 1
    assert rows[0].startswith("+")
