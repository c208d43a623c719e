"""What stands in the form of code and is text all the same."""

from __future__ import annotations

import pytest

from bot.sources.prose import is_prose

PROSE = [
    "The mill burned down in the night. All of the barn was saved.",
    "> The mill burned down in the night.\n> All of the barn\n>\n> was saved.",  # as letters quote
    "May 16 - the boats are drawn up\nJune 16 - the new mast\nJuly 16 - they sail",
    "1921 the mill\n1925 the barn burned down\nand was built again\n1950 the mill was sold",
]
CODE = [
    "The mill burned.",  # too short to tell
    "for mill in mills:\n    if mill.burned > 3 and barn == None: print(mill); sell(barn)",
    "cat the mill file and then the barn file",
    "May 16 - the boats are drawn up and all of them are painted",  # one line
    "the mill\nthe barn\nthe boats\nthe mast\n1921 the mill\n1925 the barn\nthe house",  # fewer than half
]


@pytest.mark.parametrize("text", PROSE)
def test_sentences_and_lines_with_dates_are_text(text: str) -> None:
    assert is_prose(text)


@pytest.mark.parametrize("text", CODE)
def test_all_else_is_code(text: str) -> None:
    assert not is_prose(text)
