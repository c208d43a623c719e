"""Plain text as it is found on the web."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources import plain

LONG = "In October the team arrived in Tokyo and rented a small office near the station. " * 3

A_PARAGRAPH_A_LINE = f"""
The move
Author: A. Writer

The move
First Steps: Shanghai and Before
1 The Office
{LONG}
{LONG}

2 Could they stay?
{LONG}
Join our community
Telegram:https://t.me/example
"""

WRAPPED = """A History of Ferries

The first ferry crossed the strait in 1903 and carried forty
passengers, two horses and the mail. It ran three times a
week until the war.

The War

No ferry ran from 1914 to 1918, since the boats were needed
elsewhere.
"""


def shape(text: str) -> list[tuple[int, str]]:
    return [(one.level, text[one.start : one.end]) for one in plain.read(text).blocks]


def test_a_web_page_is_read_without_its_furniture() -> None:
    read = plain.read(A_PARAGRAPH_A_LINE)

    assert (read.title, read.author) == ("The move", "A. Writer")
    assert shape(A_PARAGRAPH_A_LINE) == [
        (1, "First Steps: Shanghai and Before"),
        (2, "1 The Office"),
        (0, LONG.strip()),
        (0, LONG.strip()),
        (2, "2 Could they stay?"),
        (0, LONG.strip()),
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    found = shape(WRAPPED)

    assert [level for level, _ in found] == [0, 1, 0]
    assert found[0][1].startswith("The first ferry")
    assert found[0][1].endswith("until the war.")
    assert found[1][1] == "The War"


def test_short_lines_that_end_their_sentences_stay_apart() -> None:
    text = "Diary\n\nIt rained.\nThe ferry came.\nWe left at noon.\nNobody waved."

    assert [one for _, one in shape(text)] == text.split("\n")[2:]


@pytest.mark.parametrize("text", ["", "\n\n", " \t\n"])
def test_an_empty_text_has_no_title_and_no_blocks(text: str) -> None:
    assert plain.read(text) == plain.PlainText("", None, ())


@given(st.text(alphabet="aB1. ?:\n\t—", max_size=200))
def test_blocks_follow_each_other_and_lines_are_true(text: str) -> None:
    found = plain.read(text).blocks

    assert all(one.end <= after.start for one, after in pairwise(found))
    assert all(text.count("\n", 0, one.start) + 1 == one.line for one in found)
