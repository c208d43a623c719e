"""How common a word is in the language at large, whatever a small library may hold."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from spellchecker import SpellChecker

from bot.search.words.analysis import fold

if TYPE_CHECKING:
    from spellchecker import WordFrequency

LANGUAGES = ("en", "ru")  # whose words are counted
RAREST = 20.0  # of a word that no list holds: a name, or a typing error
NAME = 15.0  # rarity of English words that are hardly ever written but as names


def is_word(folded: str) -> bool:
    """Whether a word stands in the list of its language, so that it is no typing error.

    >>> is_word("address"), is_word("adress"), is_word("адрес")
    (True, False, True)
    """
    return any(folded in _list(language) for language in LANGUAGES)


def is_name(typed: str) -> bool:
    """Whether a word names somebody, something or a number, by how it is written or by its rarity.

    >>> is_name("Tokyo"), is_name("2017"), is_name("binance"), is_name("exchange"), is_name("биржа")
    (True, True, True, False, False)
    """
    if typed[:1].isupper() or typed[:1].isdecimal():
        return True
    return typed.isascii() and typed.isalpha() and rarity(fold(typed)) >= NAME


@lru_cache(maxsize=1 << 14)
def rarity(folded: str) -> float:
    """-ln of the word's share of all words written: about 3 for "the", 9 for "tomorrow", 16 for "kraken".

    >>> rarity("the") < rarity("weather") < rarity("pardon") < rarity("lompoc")
    True
    """
    return min((_rarity(folded, language) for language in LANGUAGES), default=RAREST)


def _rarity(folded: str, language: str) -> float:
    words = _list(language)
    count = words.dictionary.get(folded, 0)
    return min(-math.log(count / words.total_words), RAREST) if count else RAREST


@cache
def _list(language: str) -> WordFrequency:
    return SpellChecker(language=language, distance=1).word_frequency
