"""How common a word is in the language at large, whatever a small library may hold.

A table has a line "word rarity" for each word, sorted as bytes: one of English and Russian words, which
differ by their script, and one each of German and Spanish ones. `python -m tests.search.frequencies` makes
them from the lists of pyspellchecker and wordfreq, whose licences lie beside them.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from functools import cache, lru_cache
from math import exp
from pathlib import Path

from bot.search.words.analysis import fold
from bot.search.words.stopwords import ADVERBS

TABLE = Path(__file__).with_name("frequencies.txt")
TABLES = {language: TABLE.with_name(f"frequencies_{language}.txt") for language in ("de", "es")}
RAREST = 20.0  # of a word that no table holds: a name, or a typing error
NAME = 15.0  # rarity of words that are hardly ever written but as names
MAY_NAME = 12.0  # rarity from which a word may be a name beside others: "John" 12.4, "Committee" 11.4


def is_word(folded: str, language: str | None = None) -> bool:
    """Whether a word stands in the list of its language, so that it is no typing error.

    >>> is_word("address"), is_word("adress"), is_word("адрес")
    (True, False, True)
    """
    return rarity(folded, language) < RAREST


def is_name(typed: str, language: str | None = None) -> bool:
    """Whether a word names somebody, something or a number, by how it is written or by its rarity.

    German writes all nouns with a capital, as others write names.

    >>> is_name("Tokyo"), is_name("2017"), is_name("binance"), is_name("exchange"), is_name("биржа")
    (True, True, True, False, False)
    >>> is_name("m68k")
    True
    """
    if (typed[:1].isupper() and language != "de") or any(map(str.isdecimal, typed)):
        return True
    folded = fold(typed)
    is_rare = folded.isascii() and typed.isalpha() and rarity(folded, language) >= NAME
    return is_rare and folded not in ADVERBS


@lru_cache(maxsize=1 << 14)
def rarity(folded: str, language: str | None = None) -> float:
    """-ln of the word's share of all words written: about 3 for "the", 9 for "tomorrow", 16 for "kraken".

    `language` is that of the text as in `questions.languages`; what its table lacks may be a word of English.

    >>> rarity("the") < rarity("weather") < rarity("pardon") < rarity("lompoc") == RAREST
    True
    >>> rarity("verein", "de") < rarity("verein")
    True
    """
    own = _listed(folded, TABLES[language]) if language in TABLES else None
    return min(value for value in (own, _listed(folded, TABLE), RAREST) if value is not None)


def common_words(rarest: float) -> dict[str, int]:
    """The words of English up to a rarity, with how often they stand in 10**9 words."""
    rows = (row.split(" ") for row in _table(TABLE)[:].decode("utf-8").splitlines())
    return {
        word: round(1e9 * exp(-float(value)))
        for word, value in rows
        if word.isascii() and float(value) <= rarest
    }


def _listed(folded: str, path: Path) -> float | None:
    """What a table says of a word."""
    table, word = _table(path), folded.encode("utf-8", "surrogatepass")

    def word_at(place: int) -> bytes:
        """The word of the line that a byte of the table belongs to."""
        start = table.rfind(b"\n", 0, place) + 1
        return table[start : table.find(b" ", start)]

    start = bisect_left(range(len(table)), word, key=word_at)
    line = table[start : table.find(b"\n", start)]
    listed, _, value = line.partition(b" ")
    return float(value) if listed == word and value else None


@cache
def _table(path: Path) -> mmap.mmap:
    """A table mapped into memory: of its megabytes only the pages that are looked at take any."""
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
