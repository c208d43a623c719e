"""Markdown into headings and paragraphs, each with its level, line and exact place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources import markdown

CASES = {  # text -> (level, line, text) of its blocks
    "": [],
    "\n\n  \n": [],
    "One.\n\nTwo.": [(0, 1, "One."), (0, 3, "Two.")],
    "One\nline.\n\n\nTwo.": [(0, 1, "One\nline."), (0, 5, "Two.")],
    "# Rise\nText.": [(1, 1, "Rise"), (0, 2, "Text.")],
    "Text.\n## The move to Tokyo ##\nMore.": [(0, 1, "Text."), (2, 2, "The move to Tokyo"), (0, 3, "More.")],
    "# C#\nText.": [(1, 1, "C#"), (0, 2, "Text.")],
    "#web3 is no heading": [(0, 1, "#web3 is no heading")],
    "####### seven": [(0, 1, "####### seven")],
    "Rise\n====\nText.": [(1, 1, "Rise"), (0, 3, "Text.")],
    "Rise\n----\nText.": [(2, 1, "Rise"), (0, 3, "Text.")],
    "Two\nlines\n---\nText.": [(0, 1, "Two\nlines"), (0, 4, "Text.")],
    "One.\n\n---\n\nTwo.\n* * *\nThree.": [(0, 1, "One."), (0, 5, "Two."), (0, 7, "Three.")],
    "<!-- note -->\nText.": [(0, 2, "Text.")],
    "One.\n<!-- a\nlong\nnote -->\nTwo.": [(0, 1, "One."), (0, 5, "Two.")],
    "```\n# no heading\n```\nText.": [(0, 2, "# no heading"), (0, 4, "Text.")],
    "  indented text  \n": [(0, 1, "indented text")],
    "- one\n- two": [(0, 1, "- one\n- two")],
}


@pytest.mark.parametrize("text", CASES)
def test_blocks_are_found_with_level_line_and_place(text: str) -> None:
    found = markdown.blocks(text)

    assert [(one.level, one.line, text[one.start : one.end]) for one in found] == CASES[text]


def test_places_and_lines_count_from_the_given_start() -> None:
    text = "---\ntitle: x\n---\n# Rise\nText."

    found = markdown.blocks(text, start=16, line=3)

    assert [(one.line, text[one.start : one.end]) for one in found] == [(4, "Rise"), (5, "Text.")]


@given(st.text(alphabet="ab #=-*_`<!->\n.", max_size=80))
def test_blocks_follow_each_other_and_lines_are_true(text: str) -> None:
    found = markdown.blocks(text)

    assert all(one.end <= after.start for one, after in pairwise(found))
    for one in found:
        assert text[one.start : one.end].strip() == text[one.start : one.end] != ""
        assert text.count("\n", 0, one.start) + 1 == one.line
