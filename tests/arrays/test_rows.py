"""Texts in flat arrays are the texts, and found by what they say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.arrays import Strings, Vocabulary

TEXTS = st.lists(st.text(st.characters(), max_size=8), max_size=20)  # lone surrogates too


@given(TEXTS)
def test_texts_come_back_as_they_were(texts: list[str]) -> None:
    found = Strings.of(texts)

    assert list(found) == texts
    assert [found[i] for i in range(len(found))] == texts
    assert list(found[1:3]) == texts[1:3]
    assert list(found.chosen(np.arange(len(texts))[::-1])) == texts[::-1]
    assert list(Strings.joined([found[:1], found[1:], found])) == texts + texts


@given(TEXTS, st.text(max_size=3))
def test_a_vocabulary_is_a_dictionary(texts: list[str], other: str) -> None:
    known = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    found = Vocabulary.of(known)

    assert dict(found) == known
    assert found.get(other) == known.get(other)
    assert (other in found) == (other in known)


def test_words_of_one_hash_are_told_apart() -> None:
    found = Vocabulary.of(["plumless", "buckeroo"])  # both have the CRC-32 0x4DDB0C25

    assert (found["plumless"], found["buckeroo"]) == (0, 1)


def test_there_is_no_text_beyond_the_last() -> None:
    with pytest.raises(IndexError):
        Strings.of(["a"])[1]
