"""How common words are: the table holds what it should, and every line of it is found."""

from __future__ import annotations

import pytest

from bot.search.words.analysis import fold
from bot.search.words.commonness import RAREST, TABLE, is_name, is_word, rarity
from tests.search import frequencies

LINES = TABLE.read_bytes().splitlines()
UNKNOWN = ["", " ", "\n", "the the", "the\n", "0", "~", "\U0010ffff", "z" * 100, "adress", "\ud800"]


@pytest.mark.parametrize("line", [*LINES[:3], *LINES[1000::10000], *LINES[-3:]])
def test_a_word_is_as_rare_as_its_line_says(line: bytes) -> None:
    word, value = line.decode().split()

    assert rarity(word) == float(value)
    assert is_word(word)


def test_lines_are_sorted_words_as_they_look_folded() -> None:
    words = [line.split()[0] for line in LINES]

    assert words == sorted(set(words))
    assert all(fold(word.decode()) == word.decode() for word in words)


@pytest.mark.parametrize("word", UNKNOWN, ids=ascii)
def test_what_the_table_lacks_is_as_rare_as_can_be(word: str) -> None:
    assert rarity(word) == RAREST
    assert not is_word(word)


def test_a_table_is_made_of_the_shares_of_words() -> None:
    made = frequencies.table([{"the": 3, "zhao's": 1}, {"the": 1, "дом": 1}])

    assert made == "the 0.288\nдом 0.693\n".encode()


@pytest.mark.parametrize(
    ("typed", "is_it"),
    [
        ("Tokyo", True), ("2017", True), ("binance", True), ("lompoc", True),
        ("exchange", False), ("the", False), ("биржа", False), ("бинанс", False), ("", False),
    ],
)  # fmt: skip
def test_names_are_told_by_capitals_figures_or_rarity(typed: str, is_it: bool) -> None:
    assert is_name(typed) == is_it
