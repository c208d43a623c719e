"""The languages that the texts of an index are written in, by words without which no page of them is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.questions.vocabulary_cache import VocabularyCache
from bot.search.words.analysis import analyse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.search.index import Index

SIGNS = {
    "en": analyse("the of and").terms,
    "de": analyse("und der die wurde wird nicht auf eine nach zum sich werden bei ist").terms,
    "es": analyse("los del una por fue para como que sus").terms,
    "ru": analyse("и в на не года і та се").terms,
    "zh": analyse("的是在不了年の는다").terms,
}  # ISO 639-1; by scripts: of Cyrillic and of unspaced characters those of neighbours too
SHARED = frozenset(("de", "es"))  # whose signs stand in names and titles of English texts by themselves
TOGETHER = 3  # signs of such a language that its texts have, however short
# Of the passages of the language that most are written in: of English such as hold a title or a quotation.
FEW_ENGLISH = 0.25
FEW = 0.01

_languages: VocabularyCache[TextLanguages] = VocabularyCache()


@dataclass(frozen=True, slots=True)
class TextLanguages:
    """How many passages there are in each language, against the one that most are written in: 0 to 1."""

    shares: Mapping[str, float]
    possible: tuple[str, ...]  # those that some text may be written in

    @classmethod
    def of(cls, passages: Mapping[str, int]) -> TextLanguages:
        """The languages by how many passages are in each; all are possible where none is."""
        most = max(passages.values())
        shares = {language: many / most if most else 1.0 for language, many in passages.items()}
        return cls(shares, tuple([language for language, share in shares.items() if share]))

    def are_only(self, language: str) -> bool:
        """Whether no text is written in another language."""
        return self.possible == (language,)

    def are_foreign_to(self, language: str) -> bool:
        """Whether hardly any text is written in a language, but many are in another one."""
        return self.shares[language] < (FEW_ENGLISH if language == "en" else FEW)


def text_languages(index: Index) -> TextLanguages:
    """The languages of an index; looked up when they are first asked for."""
    return _languages.get(index.layout.spelling, None, lambda: _languages_of(index))


def _languages_of(index: Index) -> TextLanguages:
    return TextLanguages.of({language: _passages(index, language) for language in SIGNS})


def _passages(index: Index, language: str) -> int:
    """How many passages hold the commonest sign of a language, or the third of one that shares its letters.

    Of the latter one or two are common in texts of English as names or as words of its own: "die".
    """
    holding = sorted((index.count(sign) for sign in SIGNS[language]), reverse=True)
    return holding[TOGETHER - 1] if language in SHARED else holding[0]
