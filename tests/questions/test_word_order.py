"""Words of an index are found by how they begin and how they end."""

from __future__ import annotations

import pytest

from bot.questions.word_forms.word_order import in_order
from bot.search.spelling import Spelling

WORDS = {"miete": 1, "mieten": 2, "mietvertrag": 1, "jahresmiete": 1, "verein": 3}


@pytest.mark.parametrize(
    ("letters", "longest", "words"),
    [
        ("miet", None, ["miete", "mieten", "mietvertrag"]),
        ("miete", 5, ["miete"]),  # as long as that
        ("miete", 4, []),
        ("x", None, []),
        ("z", None, []),  # behind the last
    ],
)
def test_words_are_found_by_their_beginning(letters: str, longest: int | None, words: list[str]) -> None:
    assert list(in_order(Spelling.of(WORDS)).beginning(letters, longest)) == words


def test_words_are_found_by_their_end() -> None:
    order = in_order(Spelling.of(WORDS))

    assert set(order.ending("miete")) == {"miete", "jahresmiete"}
    assert not list(order.ending("mietex"))


def test_words_are_put_in_order_once() -> None:
    spelling = Spelling.of(WORDS)

    assert in_order(spelling) is in_order(spelling)
