"""Names, words, numbers and dates that no text had before: they let a vocabulary grow with its collection."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ONSETS = (
    "b", "br", "ch", "d", "f", "g", "gr", "h", "k", "l",
    "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z",
)  # fmt: skip
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
_CODAS = ("", "n", "r", "l", "s", "m")
_SYLLABLES = tuple(a + b + c for a in _ONSETS for b in _VOWELS for c in _CODAS)  # 840
_ENDINGS = ("ed", "er", "ing", "ly", "ness", "ous", "tion")  # of words; no name ends so
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Law(NamedTuple):
    """Zipf's and Mandelbrot's: the share of rank r goes as (r + flat) ** -exponent."""

    exponent: float
    flat: float


# The vocabulary then grows about as n ** 0.7 (Heaps), as that of encyclopedia articles with their names does.
NAMES = Law(1.35, 200.0)
# Beyond the common words, shares go about as the square of the rank (Ferrer i Cancho and Solé 2001).
RARE_WORDS = Law(2.0, 700.0)


def ranks(rng: np.random.Generator, many: int, law: Law = NAMES) -> NDArray[np.int64]:
    """Ranks as they come in texts, from 0, without a largest one."""
    wide = law.flat * (rng.random(many) ** (-1 / (law.exponent - 1)) - 1)
    return np.minimum(wide, 2.0**40).astype(np.int64)


@lru_cache(maxsize=1 << 15)
def name(rank: int) -> str:
    """A name for each rank, of two syllables or more; hardly two ranks have the same.

    >>> name(0), name(1)
    ('Baba', 'Sonsin')
    """
    base = len(_SYLLABLES)
    rest = rank * 505_447 % base**2 + rank // base**2 * base**2  # neighbours look unlike
    syllables: list[str] = []
    while rest or len(syllables) < 2:
        rest, last = divmod(rest, base)
        syllables.append(_SYLLABLES[last])
    return "".join(syllables).capitalize()


def word(rank: int) -> str:
    """A word that is no name for each rank.

    >>> word(0), word(1), word(7)
    ('babaed', 'sonsiner', 'brenbied')
    """
    return name(rank).lower() + _ENDINGS[rank % len(_ENDINGS)]


def number(chance: float) -> str:
    """A number as texts have them, small ones far oftener than great ones.

    >>> number(0.0), number(0.5), number(0.999)
    ('1', '126', '15,845')
    """
    return f"{int(16_000 ** min(chance, 1.0)):,}"


def date(chance: float) -> tuple[str, str]:
    """A date in words and in EDTF; two in three are a year alone, recent years oftener than early ones.

    >>> date(0.1), date(0.7), date(0.95)
    (('1961', '1961'), ('January 2008', '2008-01'), ('13 September 1783', '1783-09-13'))
    """
    draw = int(chance * 2**40)
    year = 2025 - int(((draw % 9973) / 9973) ** 2 * 300)
    month = draw // 9973 % 12
    if chance < 2 / 3:
        return str(year), str(year)
    if chance < 0.9:
        return f"{_MONTHS[month]} {year}", f"{year}-{month + 1:02}"
    day = draw // 119_676 % 28 + 1
    return f"{day} {_MONTHS[month]} {year}", f"{year}-{month + 1:02}-{day:02}"
