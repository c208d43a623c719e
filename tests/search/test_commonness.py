"""How common words are: the table holds what it should, and every line of it is found."""

from __future__ import annotations

import pytest

from bot.search.words.analysis import fold
from bot.search.words.commonness import RAREST, TABLE, TABLES, is_name, is_word, rarity
from tests.search import frequencies

LINES = TABLE.read_bytes().splitlines()
LINES_OF = {language: path.read_bytes().splitlines() for language, path in TABLES.items()}
UNKNOWN = ["", " ", "\n", "the the", "the\n", "0", "~", "\U0010ffff", "z" * 100, "adress", "\ud800"]


@pytest.mark.parametrize("line", [*LINES[:3], *LINES[1000::10000], *LINES[-3:]])
def test_a_word_is_as_rare_as_its_line_says(line: bytes) -> None:
    word, value = line.decode().split()

    assert rarity(word) == float(value)
    assert is_word(word)


@pytest.mark.parametrize("language", TABLES)
def test_a_word_of_a_language_is_as_rare_as_its_line_says_or_as_in_english(language: str) -> None:
    for line in LINES_OF[language][::5000]:
        word, value = line.decode().split()
        assert rarity(word, language) == min(float(value), rarity(word))


@pytest.mark.parametrize("lines", [LINES, *LINES_OF.values()], ids=["", *TABLES])
def test_lines_are_sorted_words_as_they_look_folded(lines: list[bytes]) -> None:
    words = [line.split()[0] for line in lines]

    assert words == sorted(set(words))
    assert all(fold(word.decode()) == word.decode() for word in words)


@pytest.mark.parametrize("word", UNKNOWN, ids=ascii)
def test_what_the_table_lacks_is_as_rare_as_can_be(word: str) -> None:
    assert rarity(word) == RAREST
    assert not is_word(word)


def test_a_table_is_made_of_the_shares_of_words() -> None:
    made = frequencies.table([{"the": 3, "zhao's": 1}, {"the": 1, "дом": 1}])

    assert made == "the 0.288\nдом 0.693\n".encode()


def test_a_table_of_a_language_holds_its_words_folded() -> None:
    made = frequencies.folded_table({"año": 0.25, "ano": 0.25, "2020": 0.5, "él": 0.125})

    assert made == b"ano 0.7\nel 2.1\n"


@pytest.mark.parametrize(
    ("typed", "language", "is_it"),
    [
        ("Verein", "de", False),  # nouns have a capital
        ("verein", "de", False),
        ("kremer", "de", False),
        ("quenby", "de", True),
        ("Madrid", "es", True),
        ("dejaron", "es", False),
        ("dejaron", None, True),  # of no word of English
        ("número", "es", False),
    ],
)
def test_names_are_told_by_the_words_of_the_language(typed: str, language: str | None, is_it: bool) -> None:
    assert is_name(typed, language) == is_it


@pytest.mark.parametrize(
    ("typed", "is_it"),
    [
        ("Tokyo", True), ("2017", True), ("binance", True), ("lompoc", True),
        ("exchange", False), ("the", False), ("биржа", False), ("бинанс", False), ("", False),
    ],
)  # fmt: skip
def test_names_are_told_by_capitals_figures_or_rarity(typed: str, is_it: bool) -> None:
    assert is_name(typed) == is_it
