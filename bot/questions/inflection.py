"""Other forms of a German or Spanish word that an index holds: its own stems are those of English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from bot.search.query import Form
from bot.search.words.analysis import fold, snowball, term

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.search.index import Index
    from bot.search.query import QueryWord
    from bot.search.spelling import Spelling

SHORTEST = 4  # letters of a word whose forms are looked for
FORM_WEIGHT = 0.8  # of another form against the word as typed
MOST = 12  # forms of a word

_GERMAN_ENDING = re.compile(r"(?:ung|ungs|ungen|heit|keit)$")
_families: WeakKeyDictionary[Spelling, dict[str, Mapping[str, tuple[str, ...]]]] = WeakKeyDictionary()


def in_all_forms(words: Sequence[QueryWord], language: str | None, index: Index) -> Sequence[QueryWord]:
    """The words of a question in German or Spanish with their other forms; of other languages as they are."""
    if language is None:
        return words
    spelling = index.layout.spelling
    return [
        word.with_forms(
            [Form(term(other), FORM_WEIGHT) for other in other_forms(word.typed, language, spelling)]
        )
        for word in words
    ]


def other_forms(typed: str, language: str, spelling: Spelling) -> tuple[str, ...]:
    """Folded words of an index that share the stem of a word in its language; the word itself is left out."""
    word = fold(typed)
    if len(word) < SHORTEST or not word.isalpha():
        return ()
    by_language = _families.setdefault(spelling, {})
    if language not in by_language:
        by_language[language] = _by_stem(language, spelling)
    family = by_language[language].get(stem(word, language), ())
    return tuple(other for other in family if other != word)[:MOST]


def _by_stem(language: str, spelling: Spelling) -> Mapping[str, tuple[str, ...]]:
    families: dict[str, list[str]] = {}
    for word in spelling.words:
        if len(word) >= SHORTEST and word.isascii():
            families.setdefault(stem(word, language), []).append(word)
    return {stem: tuple(words) for stem, words in families.items() if len(words) > 1 or words[0] != stem}


def stem(word: str, language: str) -> str:
    """What the forms of a folded word have in common.

    >>> [stem(word, "de") for word in ("gegrundet", "grundete", "grundung", "raume", "raumen")]
    ['grund', 'grund', 'grund', 'raum', 'raum']
    >>> [stem(word, "es") for word in ("jugaron", "jugaba", "volvio", "volvieron")]
    ['jug', 'jug', 'volv', 'volv']
    """
    return _german(word) if language == "de" else _spanish(word)


def _german(word: str) -> str:
    """CISTEM by Weissweiler and Fraser, "Developing a stemmer for German" (2017), and nouns of verbs."""
    if len(word) >= 6:
        word = _GERMAN_ENDING.sub("", word.removeprefix("ge")) or word
    while len(word) > 3:
        if len(word) > 5 and word.endswith(("em", "er", "nd")):
            word = word[:-2]
        elif word.endswith(("t", "e", "s", "n")):
            word = word[:-1]
        else:
            break
    return word


def _spanish(word: str) -> str:
    stemmed = snowball("spanish")(word)
    return stemmed.removesuffix("i") if len(stemmed) > 3 else stemmed
