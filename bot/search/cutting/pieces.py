"""Pieces of text between white space, analysed once each however often they stand in texts.

Pieces are told apart by hashes of 64 bits that are worked out and looked up for a whole text at once, which
takes a tenth of the time of a dictionary. Two different pieces of one hash are to be expected once in ten
thousand libraries of a million passages.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.arrays import Grown
from bot.search.cutting.forms import BESIDE
from bot.search.cutting.hashed import Hashed
from bot.search.words.analysis import analyse, fold, term
from bot.search.words.numbers import MAGNITUDES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from bot.search.cutting.forms import Forms
    from bot.search.cutting.texts import Joined
    from bot.search.words.analysis import Analysis

_AROUND = '.,;:!?()[]"“”…'  # signs that make no other word of the one they stand beside
_DIGITS = frozenset("0123456789")
ENDS_IN_NUMBER, IS_MAGNITUDE = 1, 2
MOST_WORDS = 1 << 17  # that are kept beside the table


@dataclass(frozen=True, slots=True)
class PieceTable:
    """What pieces are made of, by their numbers; places in a piece count bytes."""

    flags: NDArray[np.int32]
    numbers: NDArray[np.int32]  # how many units are numbers
    forms: NDArray[np.int32]
    starts: NDArray[np.int32]
    is_number: NDArray[np.int32]  # 1 or 0
    ends: NDArray[np.int64]  # by piece: where its units end, and those of the next begin; a 0 in front
    beside_forms: NDArray[np.int32]
    beside_places: NDArray[np.int32]
    beside_ends: NDArray[np.int64]


class Pieces:
    """All pieces that were seen, each analysed when it comes first."""

    def __init__(self, forms: Forms) -> None:
        self.forms = forms
        self._known = Hashed()
        self._reader = _Reader(forms)
        self._rows = [Grown(np.int32) for _ in range(7)]
        self._ends, self._beside_ends = Grown(np.int64), Grown(np.int64)
        self._ends.extend([0])
        self._beside_ends.extend([0])

    def numbers(self, joined: Joined) -> NDArray[np.int32]:
        """The number of each piece of texts."""
        codes = joined.hashes()
        found = self._known.find(codes)
        new = np.flatnonzero(found < 0)
        if len(new):
            _, first = np.unique(codes[new], return_index=True)
            places = np.sort(new[first])
            self._known.add(codes[places])
            self._add(self._reader.read(map(joined.piece, places.tolist())))
            found[new] = self._known.find(codes[new])
        return found

    def _add(self, found: _Found) -> None:
        """Adds new pieces to the table."""
        rows = np.array(found.pieces, np.int32).reshape(-1, 4)
        units = np.array(found.units, np.int32).reshape(-1, 3)
        beside = np.array(found.beside, np.int32).reshape(-1, 2)
        columns = (rows[:, 0], rows[:, 1], *units.T, *beside.T)
        for row, column in zip(self._rows, columns, strict=True):
            row.extend(column)
        for ends, sizes in ((self._ends, rows[:, 2]), (self._beside_ends, rows[:, 3])):
            ends.extend(ends.row[-1] + np.cumsum(sizes, dtype=np.int64))

    def table(self) -> PieceTable:
        """What all numbered pieces are made of."""
        flags, numbers, forms, starts, is_number, beside_forms, beside_places = (
            one.row for one in self._rows
        )
        return PieceTable(
            flags, numbers, forms, starts, is_number, self._ends.row,
            beside_forms, beside_places, self._beside_ends.row,
        )  # fmt: skip


class _Found(NamedTuple):
    """What pieces are made of, in order: rows of numbers behind each other, as these cost least."""

    pieces: list[int]  # by piece: flags, units that are numbers, units, what stands beside
    units: list[int]  # by unit: form, first byte in the piece, 1 for a number
    beside: list[int]  # form, place


class _Reader:
    """Analyses pieces."""

    def __init__(self, forms: Forms) -> None:
        self._number = forms.number
        self._words: dict[str, int] = {}  # by plain word, its form and flags in one number

    def read(self, pieces: Iterable[str]) -> _Found:
        """What pieces are made of."""
        found = _Found([], [], [])
        for piece in pieces:
            core = piece.strip(_AROUND)
            word = self._words.get(core)
            if word is None and _is_plain(core):
                word = self._add_plain(core)
            if word is None:
                self._add(found, piece, analyse(piece))
            else:
                _add_word(found, piece, core, word)
        return found

    def _add_plain(self, core: str) -> int:
        if len(self._words) == MOST_WORDS:
            self._words.clear()
        found = term(core)
        is_number = ENDS_IN_NUMBER if found[0].isdecimal() else 0
        is_magnitude = IS_MAGNITUDE if core.lower() in MAGNITUDES else 0
        word = self._words[core] = self._number(fold(core), found) << 2 | is_number | is_magnitude
        return word

    def _add(self, found: _Found, piece: str, analysis: Analysis) -> None:
        starts, terms = analysis.starts, analysis.terms
        words = [fold(piece[a:b]) for a, b in zip(starts, analysis.ends, strict=True)]
        forms = map(self._number, words, terms)
        numbers = [term[0].isdecimal() for term in terms]
        if not piece.isascii():
            starts = tuple([_width(piece[:start]) for start in starts])
        found.units.extend(chain.from_iterable(zip(forms, starts, numbers, strict=True)))
        for place, extra in analysis.extras:
            found.beside.extend((self._number(BESIDE, extra), place))
        found.pieces.extend((_flags(piece, analysis), sum(numbers), len(terms), len(analysis.extras)))


def _is_plain(core: str) -> bool:
    """Whether a piece without the signs around it is one word or number, as most are."""
    if core.isalpha():
        return core.isascii()
    return core.isascii() and core.replace(",", "").isdecimal() and ",," not in core


def _add_word(found: _Found, piece: str, core: str, word: int) -> None:
    """Adds a piece of one plain word with signs around it."""
    start = piece.index(core)
    is_number = word & ENDS_IN_NUMBER
    flags = is_number if start + len(core) == len(piece) else 0
    if not start:
        flags |= word & IS_MAGNITUDE
    found.pieces.extend((flags, is_number, 1, 0))
    found.units.extend((word >> 2, _width(piece[:start]) if start else 0, is_number))


def _flags(piece: str, found: Analysis) -> int:
    """How a piece may make a sum with its neighbours."""
    if not found.terms:
        return 0
    ends = found.ends[-1] == len(piece) and found.terms[-1][0] in _DIGITS
    is_magnitude = found.starts[0] == 0 and piece[: found.ends[0]].lower() in MAGNITUDES
    return ENDS_IN_NUMBER * ends | IS_MAGNITUDE * is_magnitude


def _width(text: str) -> int:
    """Bytes of a text."""
    return len(text.encode("utf-8", "surrogatepass"))
