"""Where each word stands in each passage, in flat arrays.

A passage's units are those that `analyse` finds in its sentences. To analyse each takes longer than all else
that an index needs, so a piece between white space is analysed once, however often it comes. No unit reaches
over white space, and of what stands beside units only a sum does ("4.3 billion", which is one piece here).
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from bot.arrays import Columns, Rows
from bot.search.tokenizing.forms import BESIDE
from bot.search.words.analysis import analyse, fold, term
from bot.search.words.numbers import MAGNITUDES
from bot.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from bot.dates import Mention
    from bot.search.tokenizing.forms import Forms

MOST_PIECES = 1 << 18  # that are remembered
_AROUND = '.,;:!?()[]"“”…'  # signs that make no other word of the one they stand beside
# A piece with all that may be its magnitude: "$4.3 billion,", and also "4 men", as "m" is one.
_PIECE = re.compile(rf"\S+(?:\s(?:{'|'.join(MAGNITUDES)})\S*)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Units(Columns):
    """What each passage is made of; units are counted from its first one."""

    forms: Rows
    beside: Rows  # pairs of a form and the unit that it stands beside: pairs of characters, compounds, sums
    sentences: Rows  # first unit, whether it holds a date, whether a number beside dates; at least one each

    def renumbered(self, numbers: NDArray[np.int32]) -> Units:
        """The same with other numbers for the forms."""
        beside = self.beside.values.copy()
        beside[:, 0] = numbers[beside[:, 0]]
        return Units(
            Rows(numbers[self.forms.values], self.forms.offsets),
            Rows(beside, self.beside.offsets),
            self.sentences,
        )


class UnitWriter:
    """Grows the units of passages, in these forms."""

    def __init__(self, forms: Forms) -> None:
        self._pieces = _Pieces(forms)
        self._rows = array("i"), array("i"), array("i")
        self._sizes = array("q"), array("q"), array("q")

    def add(self, text: str, mentions: Sequence[Mention]) -> None:
        """One more passage; `mentions` are the dates in it."""
        known = self._pieces
        known.forget_some()
        units: list[int] = []
        beside: list[int] = []
        rows: list[int] = []
        for begin, end in sentences(text) or [(0, 0)]:
            sentence, first = text[begin:end], len(units)
            pieces = sentence.split()
            forms = known.forms(pieces)
            inside = [mention for mention in mentions if begin <= mention.start < end] if mentions else []
            has_number = False
            if not known.special.isdisjoint(pieces):
                if known.have_magnitude(pieces):
                    pieces = _PIECE.findall(sentence)
                    forms = known.forms(pieces)
                has_number = known.have_number(_without(sentence, begin, inside) if inside else pieces)
                beside += known.beside(pieces, forms, first)
            rows += (first, bool(inside), has_number)
            units.extend(chain.from_iterable(forms))
        for row, sizes, added in zip(self._rows, self._sizes, (units, beside, rows), strict=True):
            row.extend(added)
            sizes.append(len(added))

    def units(self) -> Units:
        """Those of all passages."""
        forms, beside, rows = (np.frombuffer(row, np.int32) for row in self._rows)
        many = [np.frombuffer(sizes, np.int64) for sizes in self._sizes]
        return Units(
            Rows.of(forms, many[0]),
            Rows.of(beside.reshape(-1, 2), many[1] // 2),
            Rows.of(rows.reshape(-1, 3), many[2] // 3),
        )


def _without(sentence: str, begin: int, mentions: Sequence[Mention]) -> list[str]:
    """The pieces of a sentence, which begins at a place of its text, without its dates."""
    kept: list[str] = []
    end = 0
    for mention in mentions:
        kept += sentence[end : mention.start - begin].split()
        end = max(end, mention.end - begin)
    return kept + sentence[end:].split()


class _Pieces(dict[str, tuple[int, ...]]):
    """The forms of pieces between white space, and which pieces are not made of words alone."""

    def __init__(self, forms: Forms) -> None:
        super().__init__()
        self._number = forms.number
        self._numbers: set[str] = set()  # pieces with a number
        self._magnitudes: set[str] = set()  # pieces that begin with "billion" and the like
        self._beside: dict[str, Sequence[tuple[int, int]]] = {}  # forms, and units that they stand beside
        self.special: set[str] = set()  # pieces of any of these three kinds

    def forget_some(self) -> None:
        """Begins anew when too many are remembered; forms keep their numbers."""
        if len(self) > MOST_PIECES:
            for pieces in (self, self._numbers, self._magnitudes, self._beside, self.special):
                pieces.clear()

    def __missing__(self, piece: str) -> tuple[int, ...]:
        words, terms, extras = _read(piece)
        self[piece] = forms = tuple(map(self._number, words, terms))
        if any(found[0].isdecimal() for found in terms):
            self._numbers.add(piece)
            self.special.add(piece)
        if words and words[0] in MAGNITUDES:
            self._magnitudes.add(piece)
            self.special.add(piece)
        if extras:
            self._beside[piece] = [(self._number(BESIDE, found), unit) for unit, found in extras]
            self.special.add(piece)
        return forms

    def forms(self, pieces: Sequence[str]) -> list[tuple[int, ...]]:
        """The forms of each piece."""
        return list(map(self.__getitem__, pieces))

    def have_magnitude(self, pieces: Sequence[str]) -> bool:
        """Whether some of these pieces begin with a magnitude."""
        return not self._magnitudes.isdisjoint(pieces)

    def have_number(self, pieces: Sequence[str]) -> bool:
        """Whether some of these pieces, which may be new ones, have a number."""
        self.forms(pieces)
        return not self._numbers.isdisjoint(pieces)

    def beside(self, pieces: Sequence[str], forms: Sequence[tuple[int, ...]], first: int) -> Iterator[int]:
        """Form and unit, form and unit ... of what stands beside units, these counted from `first`."""
        for place, piece in enumerate(pieces):
            for form, unit in self._beside.get(piece, ()):
                yield form
                yield first + sum(map(len, forms[:place])) + unit


def _read(piece: str) -> tuple[Sequence[str], Sequence[str], Sequence[tuple[int, str]]]:
    """The words of a piece, their terms, and what stands beside them; most pieces are one plain word."""
    word = piece.strip(_AROUND)
    if word.isascii() and word.isalpha():
        return (fold(word),), (term(word),), ()
    analysis = analyse(piece)
    spans = zip(analysis.starts, analysis.ends, strict=True)
    return [fold(piece[start:end]) for start, end in spans], analysis.terms, analysis.extras
