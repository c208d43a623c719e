"""Boxes that begin a text which stands whole beside them."""

from __future__ import annotations

import pytest

from bot.sources.formats import markdown
from bot.sources.left_out import LeftOut
from bot.sources.part_rules.teasers import SHORTEST, without_teasers

WHOLE = (
    "The ferry sank in 1921. It was raised by the harbour's keeper, Ann Reed, in the spring of the year"
    " after that, and it runs still."
)
HALF = "It was raised by the harbour's keeper, Ann Reed, in the spring"
LEFT_OUT = [
    f"{WHOLE}\n\n{HALF}",  # ends amid a sentence
    f"{HALF}\n\n{HALF}\n\n{WHOLE}",  # above it, and twice
    f"{WHOLE}\n\n{HALF}...",
    f"{WHOLE}\n\n- {HALF} […]",
    f"{WHOLE}\n\n{HALF[:57]}...",  # 60 characters
    f"{WHOLE}\n\nThe ferry sank in 1921. It was raised by the harbour's keeper…",  # a whole sentence before
    f"{WHOLE}\n\nIt was raised\nby the harbour's keeper, Ann Reed, in the spr …",  # other lines, half a word
]
KEPT = [
    f"{WHOLE}\n\nIt was raised by the harbour's keeper, Ann Reed.",  # a sentence of its own
    f"{WHOLE}\n\nIt was raised by the harbour's keeper, Bo Lund, in the spring...",
    f"{WHOLE}\n\n{HALF[:56]}...",  # 59 characters
    f"{HALF}\n\n{HALF}",  # nothing whole beside it
    f"## {HALF} of 1922\n\n{HALF}",
]


@pytest.mark.parametrize("text", LEFT_OUT)
def test_the_whole_text_stands_alone(text: str) -> None:
    draft = markdown.read(text)

    assert [part.text for part in without_teasers(draft.parts, draft)] == [WHOLE]
    assert draft.left_out[LeftOut.TEASERS] >= SHORTEST


@pytest.mark.parametrize("text", KEPT)
def test_other_beginnings_stay(text: str) -> None:
    draft = markdown.read(text)

    assert list(without_teasers(draft.parts, draft)) == draft.parts
