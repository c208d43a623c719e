"""Pieces of text between white space, analysed once each however often they stand in texts."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.search.analysis import analyse, fold, term
from bot.search.numbers import MAGNITUDES
from bot.shelf import offsets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from bot.search.analysis import Analysis

MOST_PIECES = 400_000  # that are remembered
BESIDE = ""  # the word of forms that no word of a text stands for
_DIGITS = frozenset("0123456789")
_AROUND = '.,;:!?()[]"“”…'  # signs that make no other word of the one they stand beside
ENDS_IN_NUMBER, IS_MAGNITUDE = 1, 2


class Form(NamedTuple):
    """A word without case and accents, and the term that it is found by ("us" has two)."""

    word: str
    term: str


class Forms:
    """A number for each different form, in the order of coming."""

    def __init__(self, known: Iterable[Form] = ()) -> None:
        self.rows = list(known)
        self._numbers = {form: number for number, form in enumerate(self.rows)}

    def number(self, word: str, term: str) -> int:
        """The number of a form, a new one for one that has none."""
        form = Form(word, term)
        number = self._numbers.setdefault(form, len(self.rows))
        if number == len(self.rows):
            self.rows.append(form)
        return number


@dataclass(frozen=True, slots=True)
class PieceTable:
    """What pieces are made of, by their numbers; spans are counted from a piece's beginning."""

    lengths: NDArray[np.int32]
    flags: NDArray[np.int32]
    forms: NDArray[np.int32]
    starts: NDArray[np.int32]
    is_number: NDArray[np.int32]  # 1 or 0
    offsets: NDArray[np.int64]
    beside_forms: NDArray[np.int32]
    beside_places: NDArray[np.int32]
    beside_offsets: NDArray[np.int64]


class Pieces(dict[str, int]):
    """A number for each different piece; looking up a new one analyses it."""

    def __init__(self, forms: Forms) -> None:
        super().__init__()
        self.forms = forms
        self._begin()

    def _begin(self) -> None:
        self.clear()
        self._lengths, self._flags = array("i"), array("i")
        self._units, self._starts, self._sizes = array("i"), array("i"), array("i")
        self._is_number = array("i")
        self._beside, self._places, self._beside_sizes = array("i"), array("i"), array("i")

    def __missing__(self, piece: str) -> int:
        number = self[piece] = len(self)
        core = piece.strip(_AROUND)
        if core.isalpha() and core.isascii():
            self._add_word(piece, core)
        else:
            self._add(piece, analyse(piece))
        return number

    def _add_word(self, piece: str, core: str) -> None:
        """A piece that is one plain word with signs around it, as most are."""
        found = term(core)
        start = piece.index(core)
        self._units.append(self.forms.number(fold(core), found))
        self._starts.append(start)
        is_number = found[0].isdecimal()
        self._is_number.append(is_number)
        self._sizes.append(1)
        self._beside_sizes.append(0)
        self._lengths.append(len(piece))
        ends = ENDS_IN_NUMBER if is_number and start + len(core) == len(piece) else 0
        self._flags.append(ends | (IS_MAGNITUDE if not start and core.lower() in MAGNITUDES else 0))

    def _add(self, piece: str, found: Analysis) -> None:
        words = [fold(piece[a:b]) for a, b in zip(found.starts, found.ends, strict=True)]
        self._units.extend(map(self.forms.number, words, found.terms))
        self._starts.extend(found.starts)
        self._is_number.extend([term[0].isdecimal() for term in found.terms])
        self._sizes.append(len(words))
        self._beside.extend([self.forms.number(BESIDE, term) for _, term in found.extras])
        self._places.extend([place for place, _ in found.extras])
        self._beside_sizes.append(len(found.extras))
        self._lengths.append(len(piece))
        self._flags.append(_flags(piece, found))

    def numbers(self, pieces: Iterable[str]) -> NDArray[np.int32]:
        """The numbers of pieces, good until they are asked for again."""
        if len(self) > MOST_PIECES:
            self._begin()
        return np.fromiter(map(self.__getitem__, pieces), np.int32)

    def table(self) -> PieceTable:
        """What all numbered pieces are made of."""
        return PieceTable(
            lengths=_row(self._lengths),
            flags=_row(self._flags),
            forms=_row(self._units),
            starts=_row(self._starts),
            is_number=_row(self._is_number),
            offsets=offsets(_row(self._sizes)),
            beside_forms=_row(self._beside),
            beside_places=_row(self._places),
            beside_offsets=offsets(_row(self._beside_sizes)),
        )


def _flags(piece: str, found: Analysis) -> int:
    """How a piece may make a sum with its neighbours."""
    if not found.terms:
        return 0
    ends = found.ends[-1] == len(piece) and found.terms[-1][0] in _DIGITS
    is_magnitude = found.starts[0] == 0 and piece[: found.ends[0]].lower() in MAGNITUDES
    return ENDS_IN_NUMBER * ends | IS_MAGNITUDE * is_magnitude


def _row(values: array[int]) -> NDArray[np.int32]:
    return np.array(values, np.int32)
