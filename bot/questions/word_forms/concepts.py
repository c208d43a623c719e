"""What community histories tell of, in the words of five languages: a concept a row of `concepts.txt`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from bot.questions.word_forms.inflection import stem
from bot.search.words.analysis import fold, is_unspaced, term
from bot.search.words.traditional import simplified

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

TABLE = Path(__file__).with_name("concepts.txt")
LANGUAGES = ("en", "de", "es", "ru", "zh")  # of the table's columns, ISO 639-1
EVENT = "!"  # behind a word of the table that asks for an event
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")


@dataclass(frozen=True, slots=True)
class Concept:
    """The words of each language that mean it, the likeliest first, and those that tell of it as well."""

    meaning: Mapping[str, tuple[str, ...]]
    telling: Mapping[str, tuple[str, ...]]
    asked: frozenset[str] = frozenset()  # English words of questions for such an event

    @property
    def english_terms(self) -> frozenset[str]:
        """The terms of the English words that mean it."""
        return frozenset(map(term, self.meaning["en"]))

    def words(self, language: str) -> tuple[str, ...]:
        """Those of a language, the ones that mean it first."""
        return self.meaning[language] + self.telling[language]


@cache
def concepts() -> tuple[Concept, ...]:
    """All concepts of the table, in its order."""
    return tuple(read_concepts(TABLE.read_text(encoding="utf-8")))


def read_concepts(text: str) -> Iterator[Concept]:
    """The rows of a table as `concepts.txt` describes them."""
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        columns = [column.partition("~") for column in line.replace(EVENT, "").split("|")]
        meaning = (tuple(words.split()) for words, _, _ in columns)
        telling = (tuple(words.split()) for _, _, words in columns)
        yield Concept(
            dict(zip(LANGUAGES, meaning, strict=True)),
            dict(zip(LANGUAGES, telling, strict=True)),
            frozenset(word.removesuffix(EVENT) for word in line.split() if word.endswith(EVENT)),
        )


def language_of_word(typed: str, language: str | None) -> str:
    """The language of a word by its script; `language` as in `languages`, English where that tells none."""
    if is_unspaced(typed[:1]):
        return "zh"
    return "ru" if _CYRILLIC.match(typed) else language or "en"


def concepts_of(word: str, language: str) -> tuple[Concept, ...]:
    """The concepts that a word of a language means or, if it means none, tells of."""
    key = key_of(word, language)
    return _by_meaning()[language].get(key) or _by_telling()[language].get(key, ())


def concepts_meant(word: str, language: str) -> tuple[Concept, ...]:
    """The concepts that a word of a language means; none for a word that only tells of some."""
    return _by_meaning()[language].get(key_of(word, language), ())


def key_of(word: str, language: str) -> str:
    """What the forms of a word have in common."""
    if language == "zh":
        return simplified(word)
    return stem(fold(word), language) if language in {"de", "es"} else term(word)


@cache
def _by_meaning() -> Mapping[str, Mapping[str, tuple[Concept, ...]]]:
    return {language: by_word(concepts(), language) for language in LANGUAGES}


@cache
def _by_telling() -> Mapping[str, Mapping[str, tuple[Concept, ...]]]:
    """Of English none: what its texts say as well is told of much else."""
    return {
        language: {} if language == "en" else by_word(concepts(), language, telling=True)
        for language in LANGUAGES
    }


def by_word(
    rows: Iterable[Concept], language: str, *, telling: bool = False
) -> Mapping[str, tuple[Concept, ...]]:
    """The rows that hold a word of a language, by what its forms have in common."""
    table: dict[str, dict[int, Concept]] = {}
    for number, row in enumerate(rows):
        for word in (row.telling if telling else row.meaning)[language]:
            table.setdefault(key_of(word, language), {})[number] = row
    return {key: tuple(found.values()) for key, found in table.items()}


@cache
def unspaced_words() -> re.Pattern[str]:
    """Finds the words of the table that are written without spaces, in simplified characters."""
    return pattern_of(chain.from_iterable(concept.words("zh") for concept in concepts()))


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds words, the longest that fits."""
    return re.compile("|".join(sorted(set(words), key=len, reverse=True)))
