"""Everyday words and short forms, with what texts say instead: "went bust" for a bankruptcy.

What texts say instead counts little where they hold the word itself, and half of it where none does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.questions.word_forms.compounds import compounds_of
from bot.questions.word_forms.concepts import concepts_of, language_of_word
from bot.questions.word_forms.english_words import EVERYDAY
from bot.questions.word_forms.inflection import other_forms
from bot.search.query import Form
from bot.search.words.analysis import fold, term
from bot.search.words.stopwords import ADVERBS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.search.index import Index
    from bot.search.query import QueryWord

WEIGHT = 0.5  # of what texts say instead against the word as typed, where no text holds that
KNOWN_WEIGHT = 0.15  # the same where some text holds it
KNOWN_FORM_WEIGHT = 0.25  # the same in a language whose stems are its own
TELLING_WEIGHT = 0.3  # of a word that only tells of it, where no text holds the word as typed
LIGHT = 0.6  # weight up to which a word stands in any text: "site", "go"; so do adverbs: "officially"
LACKED = 0.4  # what such a word still counts where no text holds it: that says little of what is told


def in_other_words(words: Iterable[QueryWord], language: str | None, index: Index) -> list[QueryWord]:
    """The words of a question with what texts say instead; `language` as in `languages`."""
    return [_widened(word, language, index) for word in words]


def _widened(word: QueryWord, language: str | None, index: Index) -> QueryWord:
    own = {form.term for form in word.forms}
    others = [other for other in _others(word, language, index) if other not in own]
    if any(map(index.knows, own)):
        return _with(word, others, KNOWN_WEIGHT if language is None else KNOWN_FORM_WEIGHT)
    widened = _with(word, others, WEIGHT)
    telling = [other for other in _telling(word, language, index) if other not in {*own, *others}]
    widened = _with(widened, telling, TELLING_WEIGHT)
    others = [*others, *telling]
    is_light = word.weight <= LIGHT or fold(word.typed) in ADVERBS
    if not is_light or any(map(index.knows, others)):
        return widened
    return replace(widened, weight=word.weight * LACKED)


def _with(word: QueryWord, others: Iterable[str], weight: float) -> QueryWord:
    return word.with_forms([Form(other, weight) for other in others])


def _others(word: QueryWord, language: str | None, index: Index) -> Iterable[str]:
    """The terms that texts may have instead, each once."""
    own = language_of_word(word.typed, language)
    words = [other for concept in concepts_of(word.typed, own) for other in concept.meaning[own]]
    if own == "en":
        return dict.fromkeys((*EVERYDAY.get(word.forms[0].term, ()), *map(term, words)))
    return _in_all_forms(words, own, index)


def _telling(word: QueryWord, language: str | None, index: Index) -> Iterable[str]:
    """The terms of what only tells of it, each once; of English none, whose own table has them."""
    own = language_of_word(word.typed, language)
    if own == "en":
        return ()
    words = [other for concept in concepts_of(word.typed, own) for other in concept.telling[own]]
    return _in_all_forms(words, own, index)


def _in_all_forms(words: Sequence[str], language: str, index: Index) -> Iterable[str]:
    """The terms of some words of a language and of their other forms, each once."""
    if language != "zh":
        spelling = index.layout.spelling
        words = [form for other in words for form in (other, *other_forms(other, language, spelling))]
    if language == "de":
        words = [*words, *(longer for word in words for longer in compounds_of(fold(word), index))]
    return dict.fromkeys(map(term, words))
