"""The table of concepts and what a word of a language means by it."""

from __future__ import annotations

import pytest

from bot.questions import understand
from bot.questions.query_words import is_stop
from bot.questions.word_forms.concepts import (
    LANGUAGES,
    concepts,
    concepts_of,
    language_of_word,
    unspaced_words,
)
from bot.search.words.traditional import simplified
from tests.search.worlds import story


@pytest.mark.parametrize(
    ("word", "language", "english"),
    [
        ("founded", "en", "founded"),
        ("gründeten", "de", "founded"),  # any form of a word
        ("fundaron", "es", "founded"),
        ("основали", "ru", "founded"),
        ("創立", "zh", "founded"),  # in either writing
        ("病逝", "zh", "die"),  # what tells of it, where it means nothing else
        ("хлопнул", "ru", None),
        ("start", "en", "begin"),  # not each event that "start" tells of
    ],
)
def test_a_word_means_its_concept_in_any_form(word: str, language: str, english: str | None) -> None:
    first = next((concept.meaning["en"][0] for concept in concepts_of(word, language)), None)

    assert first == english


@pytest.mark.parametrize(
    ("typed", "language", "own"),
    [
        ("club", None, "en"),
        ("Verein", "de", "de"),
        ("клуб", None, "ru"),
        ("клуб", "de", "ru"),
        ("协会", None, "zh"),
        ("BTC", "es", "es"),
    ],
)
def test_a_word_is_of_the_language_of_its_script(typed: str, language: str | None, own: str) -> None:
    assert language_of_word(typed, language) == own


def test_each_row_has_its_words_once_and_most_have_all_languages() -> None:
    for concept in concepts():
        for language in LANGUAGES:
            words = concept.words(language)
            assert len(words) == len(set(words)), concept
    whole = [concept for concept in concepts() if all(map(concept.meaning.get, LANGUAGES))]
    assert len(whole) > 0.98 * len(concepts())


def test_chinese_of_the_table_is_simplified_and_says_something() -> None:
    words = [word for concept in concepts() for word in concept.words("zh")]

    assert [word for word in words if simplified(word) != word or is_stop(word)] == []


def test_the_longest_word_of_the_table_is_taken() -> None:
    assert unspaced_words().findall("创始人的天文台建成") == ["创始人", "天文台", "建成"]


@pytest.mark.parametrize(
    ("question", "text", "word", "form"),
    [
        # to English from any language, to the others from English
        ("谁创办了俱乐部?", "The rowers met in 1921.", "俱乐部", "club"),
        ("когда арендовали помещение?", "The lease was signed in 1921.", "арендовали", "leas"),
        ("wann wurde der Vertrag für das Dach gemacht?", "The roof leaked in 1921.", "Dach", "roof"),
        ("cuándo se quemó el techo?", "The roof leaked in 1921.", "techo", "roof"),
        ("when did they rent it?", "В 1921 году дом стали арендовать.", "rent", "арендов"),
        ("when did they rent it?", "1921年他们租用了房子。", "rent", "租用"),
        # and between two others
        ("когда арендовали помещение?", "1921年他们租用了房子。", "арендовали", "租用"),
        # a word that only tells of it
        ("谁去世了?", "He was buried in 1921.", "去世", "buri"),
    ],
)
def test_what_no_text_holds_is_looked_for_in_other_languages(
    question: str, text: str, word: str, form: str
) -> None:
    forms = {
        w.typed: [form.term for form in w.forms] for w in understand(question, story((text,))).query.words
    }

    assert form in forms[word]
