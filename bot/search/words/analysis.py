"""The words of a text as they are indexed and asked: the same function for both.

A text becomes units (a word, a number, or one character of a script without spaces) in order, and extras that
stand beside a unit: pairs of unspaced characters, compounds written together, sums as one number.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import Stemmer  # type: ignore[import-not-found]  # it carries no types

from bot.search.words.irregular import LEMMAS
from bot.search.words.numbers import MAGNITUDES, WORDS, plain, times
from bot.search.words.scripts import MARKS, UNSPACED, stemmer_of
from bot.search.words.traditional import simplified

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_STEMMED = 63  # letters: no word of a language is longer, and stemmers walk through all of them
_UNIT = re.compile(
    rf"""
      (?P<plain> [A-Za-z]+ (?= [ ,] | \. [ ] | $ ) )                  # most words of English
    | (?P<unspaced> [{UNSPACED}] [{MARKS}]* )                          # 币   ที่
    | (?P<version> [vV] \d+ (?: \.\d+ )+ (?: [^\W_{UNSPACED}] )* )      # v1.10   v2.0rc1
    | (?P<number> \d+ (?: [.,]\d+ )* (?: [^\W_{UNSPACED}] )* )          # 4.3bn   4,300   1990s   20th
    | (?P<initials> (?: [^\W\d_{UNSPACED}] \. ){{2,}} )                  # U.S.   a.m.
    | (?P<sign> [%€£¥₽] | [$] (?! [A-Za-z] ) )                         # percent, dollar, but not $BTC
    | (?P<tag> [#@] [^\W_{UNSPACED}]+ )                                # #ZhaoChangpeng
    | (?P<word> (?: [^\W_{UNSPACED}] | [{MARKS}] | (?<=\w)['’ʼ](?=\w) )+ )  # Zhao's   Pokémon   Hold'em
    """,
    re.VERBOSE,
)
_CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")  # #ZhaoChangpeng -> Zhao, Changpeng
_POSSESSIVE = re.compile(r"['’ʼ]s?$")
_JOINS = frozenset("-‐‑.")  # hyphens, and the dots of web addresses and files
_COUNTRIES = {"US": "usa", "U.S.": "usa", "U.S.A.": "usa", "USA": "usa", "U.K.": "uk"}  # "us" is a pronoun
_SIGNS = {"%": "percent", "$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₽": "рубл"}
_FIXED = _COUNTRIES | _SIGNS
_BRITISH = re.compile(r"(?<=[a-z]{4})is(e[sd]?|ing|ations?|ers?)$")  # organised, organisation
_DIGITS = frozenset("0123456789")
_VERSION_MARKS = frozenset("vV")


@dataclass(frozen=True, slots=True)
class Analysis:
    """The units of a text with their spans, and the extras as (place of their first unit, term)."""

    terms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    extras: tuple[tuple[int, str], ...]


@lru_cache(maxsize=16)  # a question and the passages that may answer it, which several look at
def analyse(text: str) -> Analysis:
    """The words of a text, in order.

    >>> analyse("Binance's fines: $4.3 billion").terms
    ('binanc', 'fine', 'dollar', '4.3', 'billion')
    """
    reader = _UnitCollector(text)
    terms, starts, ends = reader.terms, reader.starts, reader.ends
    for match in _UNIT.finditer(text):
        start, end = match.span()
        if match.lastgroup == "plain" and not (
            terms and (terms[-1][0] in _DIGITS or text[start - 1] in _JOINS)
        ):  # as `read` does when there is nothing to join
            terms.append(term(match[0]))
            starts.append(start)
            ends.append(end)
        else:
            reader.read(match)
    return Analysis(tuple(reader.terms), tuple(reader.starts), tuple(reader.ends), tuple(reader.extras))


class _UnitCollector:
    """Collects the units of a text from left to right."""

    __slots__ = ("ends", "extras", "starts", "terms", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.terms: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.extras: list[tuple[int, str]] = []

    def read(self, match: re.Match[str]) -> None:
        """One more word, number, tag or character without spaces."""
        start, end = match.span()
        if match.lastgroup == "tag":
            self._add_tag(start, end)
            return
        if self.ends and start - self.ends[-1] <= 1:
            if match.lastgroup == "unspaced" and is_unspaced(self.terms[-1]):
                self._pair(start, match[0])
            else:
                self._join(start, match[0])
        self._add(start, end)

    def _add(self, start: int, end: int) -> None:
        self.terms.append(term(self.text[start:end]))
        self.starts.append(start)
        self.ends.append(end)

    def _add_tag(self, start: int, end: int) -> None:
        """The parts of #ZhaoChangpeng as units, the whole as an extra."""
        whole = self.text[start + 1 : end]
        parts = [part.span() for part in _CAMEL.finditer(whole)] if whole.isascii() else []
        if len(parts) > 1:
            self.extras.append((len(self.terms), term(whole)))
        for a, b in parts or [(0, len(whole))]:
            self._add(start + 1 + a, start + 1 + b)

    def _pair(self, start: int, character: str) -> None:
        """Two neighbouring characters of a script without spaces."""
        if self.ends[-1] == start:
            self.extras.append((len(self.terms) - 1, self.terms[-1] + fold(character)))

    def _join(self, start: int, word: str) -> None:
        """A compound with a hyphen written together too; a number and its magnitude as one number."""
        gap, before = self.text[self.ends[-1] : start], self.terms[-1]
        if gap in _JOINS:
            self.extras.append((len(self.terms) - 1, stem(before + fold(word))))
        if before[0] in _DIGITS and (magnitude := word.lower()) in MAGNITUDES:
            value = times(before, magnitude)
            self.extras += [(len(self.terms) - 1, value)] if value else []


def is_unspaced(word: str) -> bool:
    """Whether a term is one character of a script without spaces."""
    return bool(_UNSPACED.match(word))


def has_unspaced(text: str) -> bool:
    """Whether a text holds a character of a script without spaces."""
    return bool(_UNSPACED.search(text))


_UNSPACED = re.compile(rf"[{UNSPACED}]")


@lru_cache(maxsize=1 << 17)
def term(surface: str) -> str:
    """The term of one unit as it stands in a text.

    >>> term("Zhao's"), term("relocating"), term("Pokémon"), term("four"), term("U.S."), term("v1.10")
    ('zhao', 'reloc', 'pokemon', '4', 'usa', '1.10')
    """
    if surface in _FIXED:
        return _FIXED[surface]
    if surface[:1] in _VERSION_MARKS and surface[1:2] in _DIGITS and "." in surface:
        surface = surface[1:]
    word = fold(surface)
    if word[:1] in _DIGITS:
        return plain(word)
    return WORDS.get(word) or stem(LEMMAS.get(word) or _american(word))


def _american(word: str) -> str:
    return _BRITISH.sub(r"iz\1", word) if "is" in word else word


@lru_cache(maxsize=1 << 17)
def fold(surface: str) -> str:
    """One unit without case, accents, possessive and inner marks, Chinese simplified; not stemmed."""
    word = unicodedata.normalize("NFKC", surface).casefold()
    if word.isascii():
        return _bare(word) if "'" in word or "." in word else word
    if is_unspaced(word):
        return simplified(word)
    return _bare(_without_accents(word) or word)  # an accent may stand alone


def _bare(word: str) -> str:
    if word[0] in _DIGITS:
        return word
    word = _POSSESSIVE.sub("", word) or word
    return word.replace("'", "").replace("’", "").replace("ʼ", "").replace(".", "") or word


def _without_accents(word: str) -> str:
    """Accents folded on Latin and Greek letters; of Cyrillic only stress and ё, since й is another letter."""
    if "ͯ" < word[0] < "ϰ" or word[0] < "ͯ":
        letters = unicodedata.normalize("NFD", word)
        return "".join(c for c in letters if not "̀" <= c <= "ͯ").replace("ß", "ss").replace("ø", "o")
    if "Ѐ" <= word[0] <= "ӿ":
        return word.replace("\u0301", "").replace("ё", "е")
    return word


def stem(word: str) -> str:
    """The stem of a folded word, by its script."""
    if len(word) > LONGEST_STEMMED:
        return word
    stemmed: str = _stemmer(word[:1])(word)
    return stemmed


@lru_cache(maxsize=1 << 12)
def _stemmer(first: str) -> Callable[[str], str]:
    """What stems words with this first letter."""
    name = stemmer_of(first)
    return snowball(name) if name else str


@lru_cache
def snowball_once(name: str) -> Callable[[str], str]:
    """What stems folded words by the Snowball algorithm of a language as it is."""
    stems: Callable[[str], str] = Stemmer.Stemmer(name, 0).stemWord
    return stems


@lru_cache
def snowball(name: str) -> Callable[[str], str]:
    """What stems folded words by the Snowball algorithm of a language.

    Of Russian twice: "систему" loses "ему" at once, "система" only "а" and then "ем".
    """
    stems: Callable[[str], str] = Stemmer.Stemmer(name, 0).stemWord  # keeping stems takes it longer
    return (lambda word: stems(stems(word))) if name == "russian" else stems
