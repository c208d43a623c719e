"""Families of words for events that histories tell of: one of them stands wherever such an event is told.

A question for an event of a family that a passage has no word of is hardly answered there: who reads only of
a life is not told when it ended. The families are rows of the table of concepts, those with a word that asks
for an event; in other languages than English an event is known by the concept that its word means.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from bot.questions.word_forms.concepts import (
    LANGUAGES,
    concepts,
    concepts_meant,
    concepts_of,
    language_of_word,
)
from bot.questions.word_forms.english_words import EVERYDAY, SYNONYMS
from bot.search.words.analysis import term

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from bot.search.query import QueryWord


def _families() -> dict[str, frozenset[str]]:
    families: dict[str, frozenset[str]] = {}
    for concept in concepts():
        family = frozenset(map(term, concept.words("en")))
        for word in map(term, concept.asked):
            families[word] = families.get(word, frozenset()) | family
    return families


EVENTS = _families()  # term of a question -> all terms that tell of such an event
_ASKED = frozenset(chain.from_iterable(concept.asked for concept in concepts()))
LIFE = frozenset(map(term, ("die", "death", "born", "birth", "marry", "wedding")))  # told in few words


def is_event(word: QueryWord, language: str | None) -> bool:
    """Whether a word of a question asks for an event; `language` as in `questions.languages`."""
    return _is_of(word, language, EVENTS.keys())


def is_of_life(word: QueryWord, language: str | None) -> bool:
    """Whether a word of a question asks for a birth, a death or a marriage."""
    return _is_of(word, language, LIFE)


def _is_of(word: QueryWord, language: str | None, events: AbstractSet[str]) -> bool:
    own = language_of_word(word.typed, language)
    if own == "en":
        return word.forms[0].term in events
    first = {concept.meaning["en"][0] for concept in concepts_meant(word.typed, own)}
    return any(word in _ASKED and term(word) in events for word in first)  # a department has not departed


def terms_of_meaning(word: QueryWord, language: str | None) -> frozenset[str]:
    """The terms that mean what a word of a question does; empty for one of no table."""
    own = language_of_word(word.typed, language)
    return _english(word.forms[0].term) if own == "en" else _of_concepts(word.typed, own)


@lru_cache(maxsize=1 << 12)
def _english(asked: str) -> frozenset[str]:
    others = (table.get(asked, ()) for table in (SYNONYMS, EVERYDAY, _reverse()))
    return EVENTS.get(asked, frozenset()).union(*others)


@lru_cache(maxsize=1 << 12)
def _of_concepts(typed: str, language: str) -> frozenset[str]:
    """The terms of a word's concepts in all languages, since a text may be in another one."""
    meant = concepts_of(typed, language)
    return frozenset(term(word) for concept in meant for other in LANGUAGES for word in concept.words(other))


@lru_cache(maxsize=1)
def _reverse() -> dict[str, set[str]]:
    """The words of questions that mean what a term of texts does."""
    rows: dict[str, set[str]] = {}
    for word, others in chain(EVERYDAY.items(), SYNONYMS.items()):
        for other in others:
            rows.setdefault(other, set()).add(word)
    return rows
