"""Texts in lines that fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.wrapping import ELLIPSIS, wrapped
from tests.timeline_pictures.bundled_fonts import FONTS

SIZE, WIDTH = 40, 300
LETTERS = st.text(st.sampled_from("ab Ж東东年，。“”.,-🙂ไ\n"), max_size=80)


@given(LETTERS, st.integers(1, 5))
def test_no_line_is_too_wide_and_there_are_no_more_than_wanted(text: str, most: int) -> None:
    lines = wrapped(text, FONTS, SIZE, WIDTH, most)

    assert len(lines) <= most
    assert all(FONTS.width(line, SIZE) <= WIDTH for line in lines)


@given(LETTERS)
def test_nothing_is_lost_where_there_is_room(text: str) -> None:
    lines = wrapped(text, FONTS, SIZE, WIDTH, 1_000)

    assert "".join("".join(lines).split()) == "".join(text.split())


ROWS = [
    ("one two three four five six", 2, ["one two three", "four five six"]),
    ("one two three four five six seven", 2, ["one two three", f"four five six{ELLIPSIS}"]),
    ("W" * 12, 5, ["W" * 8, "W" * 4]),
    ("东方红一号月球，一", 3, ["东方红一号月", "球，一"]),  # no line begins with a comma
    ("", 3, []),
]


@pytest.mark.parametrize(("text", "most", "lines"), ROWS)
def test_where_lines_end(text: str, most: int, lines: list[str]) -> None:
    assert wrapped(text, FONTS, SIZE, WIDTH, most) == lines
