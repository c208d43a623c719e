"""How common a word is in the language at large, whatever a small library may hold.

The table has English and Russian words, a line "word rarity" each, sorted as bytes. `python -m
tests.search.frequencies` makes it from pyspellchecker's lists, whose licence lies beside it.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path

from bot.search.words.analysis import fold

TABLE = Path(__file__).with_name("frequencies.txt")
RAREST = 20.0  # of a word that the table does not hold: a name, or a typing error
NAME = 15.0  # rarity of English words that are hardly ever written but as names


def is_word(folded: str) -> bool:
    """Whether a word stands in the list of its language, so that it is no typing error.

    >>> is_word("address"), is_word("adress"), is_word("адрес")
    (True, False, True)
    """
    return rarity(folded) < RAREST


def is_name(typed: str) -> bool:
    """Whether a word names somebody, something or a number, by how it is written or by its rarity.

    >>> is_name("Tokyo"), is_name("2017"), is_name("binance"), is_name("exchange"), is_name("биржа")
    (True, True, True, False, False)
    >>> is_name("m68k")
    True
    """
    if typed[:1].isupper() or any(map(str.isdecimal, typed)):
        return True
    return typed.isascii() and typed.isalpha() and rarity(fold(typed)) >= NAME


@lru_cache(maxsize=1 << 14)
def rarity(folded: str) -> float:
    """-ln of the word's share of all words written: about 3 for "the", 9 for "tomorrow", 16 for "kraken".

    >>> rarity("the") < rarity("weather") < rarity("pardon") < rarity("lompoc") == RAREST
    True
    """
    table, word = _table(), folded.encode("utf-8", "surrogatepass")

    def word_at(place: int) -> bytes:
        """The word of the line that a byte of the table belongs to."""
        start = table.rfind(b"\n", 0, place) + 1
        return table[start : table.find(b" ", start)]

    start = bisect_left(range(len(table)), word, key=word_at)
    line = table[start : table.find(b"\n", start)]
    listed, _, value = line.partition(b" ")
    return float(value) if listed == word and value else RAREST


@cache
def _table() -> mmap.mmap:
    """The table mapped into memory: of its 2.5 MB only the pages that are looked at take any."""
    with TABLE.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
