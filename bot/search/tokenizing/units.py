"""Where each word stands in each passage, in flat arrays.

A passage's units are those that `analyse` finds in its sentences. To analyse each takes longer than all else
that an index needs, so a piece between white space is analysed once, however often it comes. No unit reaches
over white space, and of what stands beside units only a sum does ("4.3 billion", which is one piece here).
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.arrays import Columns, Rows, offsets
from bot.search.tokenizing.forms import BESIDE
from bot.search.words.analysis import analyse, fold, term
from bot.search.words.numbers import MAGNITUDES
from bot.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from bot.dates import Mention
    from bot.search.tokenizing.forms import Forms

    Extras = Sequence[tuple[int, str]]  # a unit of a piece, and a term that stands beside it
    Whole = NDArray[np.int64]

MOST_PIECES = 1 << 18  # that are remembered
AT_ONCE = 1 << 18  # pieces whose forms are looked up together
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
        self._forms = forms
        self._pieces = _Pieces(forms)
        self._written = array("i")  # pieces of the passages whose units are not laid out yet
        self._sentences = array(  # of those: pieces, whether it holds a date, whether a number beside dates
            "i"
        )
        self._sizes = array("q")  # of those passages, in sentences
        self._rows = array("i"), array("i"), array("i")
        self._row_sizes = array("q"), array("q"), array("q")

    def add(self, text: str, mentions: Sequence[Mention]) -> None:
        """One more passage; `mentions` are the dates in it."""
        known = self._pieces
        spans = sentences(text) or [(0, 0)]
        for begin, end in spans:
            sentence = text[begin:end]
            pieces = known.numbers(sentence.split())
            inside = [mention for mention in mentions if begin <= mention.start < end] if mentions else ()
            has_number = False
            if not known.special.isdisjoint(pieces):
                if not known.magnitudes.isdisjoint(pieces):
                    pieces = known.numbers(_PIECE.findall(sentence))
                undated = known.numbers(_without(sentence, begin, inside)) if inside else pieces
                has_number = not known.decimals.isdisjoint(undated)
            self._written.extend(pieces)
            self._sentences.extend((len(pieces), bool(inside), has_number))
        self._sizes.append(len(spans))
        if len(self._written) > AT_ONCE or len(known) > MOST_PIECES:
            self._lay_out()

    def units(self) -> Units:
        """Those of all passages."""
        self._lay_out()
        forms, beside, rows = (np.frombuffer(row, np.int32) for row in self._rows)
        many = [np.frombuffer(sizes, np.int64) for sizes in self._row_sizes]
        return Units(
            Rows.of(forms, many[0]),
            Rows.of(beside.reshape(-1, 2), many[1]),
            Rows.of(rows.reshape(-1, 3), many[2]),
        )

    def _lay_out(self) -> None:
        """Looks up the forms of all pieces that were written."""
        laid_out = _laid_out(
            np.array(self._written),
            np.array(self._sentences).reshape(-1, 3),
            np.array(self._sizes),
            *self._pieces.tables(),
        )
        for values, sizes, rows in zip(self._rows, self._row_sizes, laid_out, strict=True):
            values.frombytes(rows.values.astype(np.int32).tobytes())
            sizes.frombytes(rows.sizes.tobytes())
        del self._written[:], self._sentences[:], self._sizes[:]
        if len(self._pieces) > MOST_PIECES:
            self._pieces = _Pieces(self._forms)


def _laid_out(
    pieces: NDArray[np.int32], sentences: NDArray[np.int32], sizes: Whole, forms: Rows, beside: Rows
) -> tuple[Rows, Rows, Rows]:
    """The units of passages, as `Units` has them: of `sizes` sentences, these of so many pieces.

    `forms` and `beside` are those of each piece.
    """
    many = forms.sizes[pieces]
    sentence_begins = offsets(sentences[:, 0])  # in pieces
    begins = sentence_begins[offsets(sizes)]  # of passages
    before = offsets(many)  # units before each piece
    before_passage = before[begins]
    owners = np.repeat(np.arange(len(sizes)), np.diff(begins))  # passages of pieces
    places, which = beside.chosen(pieces)
    stand = beside.values[places]
    stand[:, 1] += (before[which] - before_passage[owners[which]]).astype(np.int32)
    rows = sentences.copy()
    rows[:, 0] = before[sentence_begins[:-1]] - np.repeat(before_passage[:-1], sizes)
    return (
        Rows.of(forms.values[forms.chosen(pieces)[0]], np.diff(before_passage)),
        Rows.of(stand, np.bincount(owners[which], minlength=len(sizes))),
        Rows.of(rows, sizes),
    )


def _without(sentence: str, begin: int, mentions: Sequence[Mention]) -> list[str]:
    """The pieces of a sentence, which begins at a place of its text, without its dates."""
    kept: list[str] = []
    end = 0
    for mention in mentions:
        kept += sentence[end : mention.start - begin].split()
        end = max(end, mention.end - begin)
    return kept + sentence[end:].split()


class _Pieces(dict[str, int]):
    """Numbers of pieces between white space, with the forms of each."""

    def __init__(self, forms: Forms) -> None:
        super().__init__()
        self._number = forms.number
        self._forms, self._sizes = array("i"), array("q")
        self._beside, self._beside_sizes = array("i"), array("q")  # form and unit, form and unit ...
        self.decimals: set[int] = set()  # pieces with a number
        self.magnitudes: set[int] = set()  # pieces that begin with "billion" and the like
        self.special: set[int] = set()  # pieces of either kind

    def __missing__(self, piece: str) -> int:
        word = piece.strip(_AROUND)
        if word != piece and word.isascii() and word.isalpha():
            number = self[word]
        else:
            number = len(self._sizes)
            self._add(number, *_read(piece))
        self[piece] = number
        return number

    def _add(self, number: int, words: Sequence[str], terms: Sequence[str], extras: Extras) -> None:
        """A piece with these words and their terms."""
        self._forms.extend(map(self._number, words, terms))
        self._sizes.append(len(words))
        for unit, extra in extras:
            self._beside.extend((self._number(BESIDE, extra), unit))
        self._beside_sizes.append(len(extras))
        if any(term[0].isdecimal() for term in terms):
            self.decimals.add(number)
            self.special.add(number)
        if words and words[0] in MAGNITUDES:
            self.magnitudes.add(number)
            self.special.add(number)

    def numbers(self, pieces: Iterable[str]) -> list[int]:
        """The number of each piece."""
        return list(map(self.__getitem__, pieces))

    def tables(self) -> tuple[Rows, Rows]:
        """The forms of each piece; and what stands beside its units, as pairs of a form and a unit."""
        return (
            Rows.of(np.array(self._forms), np.array(self._sizes)),
            Rows.of(np.array(self._beside).reshape(-1, 2), np.array(self._beside_sizes)),
        )


def _read(piece: str) -> tuple[Sequence[str], Sequence[str], Extras]:
    """The words of a piece, their terms, and what stands beside them; most pieces are one plain word."""
    if piece.isascii() and piece.isalpha():
        return (fold(piece),), (term(piece),), ()
    analysis = analyse(piece)
    spans = zip(analysis.starts, analysis.ends, strict=True)
    return [fold(piece[start:end]) for start, end in spans], analysis.terms, analysis.extras
