"""Texts and rows in flat arrays are what they were made of, in part, joined and chosen too."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.arrays import Rows, Strings, Vocabulary

TEXTS = st.lists(st.text(st.characters(), max_size=8), max_size=20)  # lone surrogates too
ROWS = st.lists(st.lists(st.integers(0, 99), max_size=4), max_size=8)


def rows_of(lists: list[list[int]]) -> Rows:
    return Rows.of(np.array([value for row in lists for value in row], np.int32), map(len, lists))


def lists_of(rows: Rows) -> list[list[int]]:
    return [rows[number].tolist() for number in range(len(rows))]


@given(ROWS, st.integers(0, 8), st.integers(0, 8))
def test_rows_come_back_as_they_were(lists: list[list[int]], first: int, many: int) -> None:
    rows = rows_of(lists)
    last = min(first + many, len(lists))
    first = min(first, last)

    part = rows.part(first, last)

    assert lists_of(rows) == lists
    assert rows.sizes.tolist() == list(map(len, lists))
    assert lists_of(part) == lists[first:last]
    assert lists_of(Rows.joined([part, rows, part])) == lists[first:last] + lists + lists[first:last]


@given(ROWS)
def test_values_of_chosen_rows_say_whose_they_are(lists: list[list[int]]) -> None:
    numbers = np.arange(len(lists))[::-1]

    places, owners = rows_of(lists).chosen(numbers)

    pairs = list(zip(rows_of(lists).values[places].tolist(), owners.tolist(), strict=True))
    assert pairs == [(value, owner) for owner, row in enumerate(lists[::-1]) for value in row]


@given(TEXTS)
def test_texts_come_back_as_they_were(texts: list[str]) -> None:
    strings = Strings.of(texts)

    assert list(strings) == texts
    assert [strings[i] for i in range(len(strings))] == texts
    assert list(strings[1:3]) == texts[1:3]
    assert list(Strings.joined([strings[:1], strings[1:], strings])) == texts + texts


@given(st.lists(st.text("abé中", max_size=4)), st.text("abé中", max_size=3))
def test_texts_are_found_by_their_beginnings(texts: list[str], beginning: str) -> None:
    numbers = Strings.of(texts).beginning_with(beginning).tolist()
    assert numbers == [number for number, text in enumerate(texts) if text.startswith(beginning)]


@given(TEXTS)
def test_a_vocabulary_comes_back_as_it_was(texts: list[str]) -> None:
    vocabulary = Vocabulary.of(dict.fromkeys(texts))

    again = Vocabulary.of_arrays(dict(vocabulary.arrays("numbers")), "numbers")

    assert again == vocabulary == {text: number for number, text in enumerate(dict.fromkeys(texts))}


@pytest.mark.parametrize("number", [1, -1])
def test_there_is_no_text_beyond_the_last(number: int) -> None:
    with pytest.raises(IndexError):
        Strings.of(["a"])[number]


def test_many_texts_are_decoded_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.arrays.strings.AT_ONCE", 2)

    assert list(Strings.of(["a", "", "é", "bc", "d"])) == ["a", "", "é", "bc", "d"]
