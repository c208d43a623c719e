"""Things, people and places that histories name, in the words of five languages: a meaning a row.

The rows of `dictionary.txt` only translate: words of one language in a row are not searched for each other.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from bot.questions.word_forms.concepts import (
    LANGUAGES,
    Concept,
    concepts,
    key_of,
    pattern_of,
    read_concepts,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

PAIR = 2  # unspaced characters that are a word of a question
TABLE = Path(__file__).with_name("dictionary.txt")


def meanings_of(word: str, language: str) -> tuple[Concept, ...]:
    """The rows that hold a word of a language in some form, in the dictionary's order."""
    return tuple([_meaning(place) for place in _places(language).get(key_of(word, language), ())])


def is_named(word: str, language: str) -> bool:
    """Whether a word of a language stands first of all for somebody, a place or a people.

    >>> is_named("东京", "zh"), is_named("飞机", "zh"), is_named("鹦鹉", "zh")
    (True, False, False)
    """
    meanings = meanings_of(word, language)
    return bool(meanings) and meanings[0].meaning["en"][0][0].isupper()


@cache
def rows() -> Sequence[str]:
    """The lines of the dictionary that are rows; read when a word is first looked up."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return tuple([line for line in lines if line and not line.startswith("#")])


@lru_cache(maxsize=1 << 8)  # made when they are asked for: all of them take megabytes
def _meaning(place: int) -> Concept:
    (meaning,) = read_concepts(rows()[place])
    return meaning


@cache
def _places(language: str) -> Mapping[str, Sequence[int]]:
    """Which rows hold a word of a language, by what its forms have in common."""
    column = LANGUAGES.index(language)
    places: dict[str, list[int]] = {}
    for place, row in enumerate(rows()):
        for word in row.split("|")[column].split():
            places.setdefault(key_of(word, language), []).append(place)
    return {key: tuple(dict.fromkeys(numbers)) for key, numbers in places.items()}


@cache
def all_unspaced_words() -> re.Pattern[str]:
    """Finds the words of both tables that are written without spaces, in simplified characters.

    Those of two characters of the dictionary are left out: any pair is a word by itself.
    """
    columns = (row.split("|")[LANGUAGES.index("zh")] for row in rows())
    words = [word for column in columns for word in column.split() if len(word) > PAIR]
    return pattern_of((*words, *chain.from_iterable(concept.words("zh") for concept in concepts())))
