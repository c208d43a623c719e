"""Marks that a reader of a text does not see."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.sources.cleaning import clean
from bot.sources.left_out import LeftOut

ROWS = [  # with marks of a forum -> as it shows them
    ("It is [IMG]http://example.org/a.jpg[/IMG] so.", "It is so."),
    ("[quote=Ann]It sank.[/quote] In [b]1911[/b] it [i]rose[/I].", "It sank. In 1911 it rose."),
    ("See [url=http://example.org/a]the log[/url], [size=4]now[/size].", "See the log, now."),
]
KEPT = ["the note [b] and a list[i] of [s] are [bold] or [size]d [quote", "[b]a [c] b"]


@pytest.mark.parametrize(("text", "shown"), ROWS)
def test_marks_of_forums_are_left_out(text: str, shown: str) -> None:
    left_out: Counter[str] = Counter()

    assert clean(text, left_out) == shown
    assert left_out[LeftOut.FORUM_MARKS] > 0


@pytest.mark.parametrize("text", KEPT)
def test_other_letters_in_brackets_stay(text: str) -> None:
    assert clean(text, Counter()) == text
