"""The dictionary, and what a word of a language means by it."""

from __future__ import annotations

import pytest

from bot.questions.query_words import is_stop
from bot.questions.word_forms.concepts import LANGUAGES, read_concepts
from bot.questions.word_forms.dictionary import all_unspaced_words, meanings_of, rows
from bot.search.words.traditional import simplified


@pytest.mark.parametrize(
    ("word", "language", "english"),
    [
        ("Munich", "en", "munich"),
        ("münchen", "de", "munich"),
        ("мюнхене", "ru", "munich"),
        ("慕尼黑", "zh", "munich"),
        ("Glocken", "de", "bell"),
        ("campanas", "es", "bell"),
        ("колокола", "ru", "bell"),
        ("xyzzy", "en", None),
    ],
)
def test_a_word_is_found_in_any_form(word: str, language: str, english: str | None) -> None:
    first = next((meaning.meaning["en"][0] for meaning in meanings_of(word, language)), None)

    assert (first and first.lower()) == english


def test_each_row_has_five_columns_of_single_words_each_once() -> None:
    for row in rows():
        (meaning,) = read_concepts(row)  # five columns, or it raises
        for language in LANGUAGES:
            words = meaning.meaning[language]
            assert len(words) == len(set(words)), row
        assert not any(map(meaning.telling.get, LANGUAGES)), row


def test_no_row_stands_twice() -> None:
    assert len(set(rows())) == len(rows())


def test_chinese_is_simplified_and_says_something() -> None:
    words = [word for row in rows() for word in row.split("|")[LANGUAGES.index("zh")].split()]

    assert [word for word in words if simplified(word) != word or is_stop(word)] == []


def test_long_words_without_spaces_are_taken_as_wholes() -> None:
    assert all_unspaced_words().findall("慕尼黑的天文台") == ["慕尼黑", "天文台"]
