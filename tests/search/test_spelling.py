"""Which word is read for one that nobody wrote."""

from __future__ import annotations

import pytest

from bot.search.spelling import Spelling

SPELLING = Spelling.of(
    {"binance": 9, "finance": 2, "tokyo": 3, "released": 1, "relaxed": 1, "the": 50, "токио": 1}
    | {"nation": 9, "motion": 2, "these": 50, "theses": 1, "disappear": 1, "committed": 1, "embarrassed": 1}
    | {"bank": 5, "l" * 32: 1, "m" * 33: 1}
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("bianance", "binance"),  # a letter more
        ("binnce", "binance"),  # a letter less
        ("tokio", "tokyo"),  # another letter
        ("releaesd", "released"),  # two swapped
        ("токоо", "токио"),
        ("vinance", "binance"),  # the commoner one
        ("fibance", "finance"),
        ("mation", "motion"),  # the one that begins alike, though another is commoner
        ("thesee", "theses"),  # one that says something, though a stop word is commoner
        ("comited", None),  # two letters fewer
        ("dissapear", "disappear"),  # the wrong letter doubled
        ("embarass", "embarrassed"), ("embarrassin", None),  # in another form of the word
        ("bnak", "bank"), ("l" * 31 + "k", "l" * 32), ("m" * 32 + "k", None),  # the shortest and the longest
        # not near enough, too short, no words
        ("kraken", None), ("binanzze", None), ("teh", None), ("2017", None), ("", None), ("a" * 4096, None),
    ],
)  # fmt: skip
def test_the_nearest_word_is_read(typed: str, read: str | None) -> None:
    assert SPELLING.nearest(typed) == read


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("bin", "binance"), ("tok", "tokyo"), ("тo", None), ("то", "токио"), ("binance", "binance"),
        ("ba", "bank"), ("the", "theses"),  # one that says something, though stop words are commoner
        ("x", None), ("binancee", None), ("a" * 4096, None),
    ],
)  # fmt: skip
def test_the_commonest_word_with_a_beginning_completes_it(typed: str, completed: str | None) -> None:
    assert SPELLING.completed(typed) == completed


def test_no_words_correct_or_complete_nothing() -> None:
    assert Spelling.of({}).nearest("binance") is None
    assert Spelling.of({}).completed("bin") is None
