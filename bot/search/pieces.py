"""Pieces of text between white space, analysed once each however often they stand in texts.

Pieces are told apart by hashes of 64 bits that are worked out and looked up for a whole text at once, which
takes a tenth of the time of a dictionary. Two different pieces of one hash are to be expected once in ten
thousand libraries of a million passages.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.search.analysis import analyse, fold, term
from bot.search.numbers import MAGNITUDES
from bot.shelf import offsets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from bot.search.analysis import Analysis

    Whole = NDArray[np.int64]
    Hashes = NDArray[np.uint64]

BESIDE = ""  # the word of forms that no word of a text stands for
_AROUND = '.,;:!?()[]"“”…'  # signs that make no other word of the one they stand beside
_DIGITS = frozenset("0123456789")
ENDS_IN_NUMBER, IS_MAGNITUDE = 1, 2
SPACES = np.array(
    [chr(code).isspace() for code in range(0x3002)], np.bool_
)  # the last one and those behind: none
WORD = 8  # bytes that are read at once
SHORT = 3 * WORD  # bytes of a piece that is hashed with all others
MASKS = np.array([(1 << 8 * size) - 1 for size in range(WORD + 1)], np.uint64)
ODD = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], np.uint64)


class Form(NamedTuple):
    """A word without case and accents, and the term that it is found by ("us" has two)."""

    word: str
    term: str


class Forms:
    """A number for each different form, in the order of coming."""

    def __init__(self, known: Iterable[Form] = ()) -> None:
        self.rows = list(known)
        self._numbers: dict[tuple[str, str], int] = {form: number for number, form in enumerate(self.rows)}

    def number(self, word: str, term: str) -> int:
        """The number of a form, a new one for one that has none."""
        number = self._numbers.get((word, term))
        if number is None:
            number = self._numbers[word, term] = len(self.rows)
            self.rows.append(Form(word, term))
        return number


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the spans of its pieces, in characters and in bytes of its UTF-8."""

    text: str
    starts: Whole
    ends: Whole
    raw: NDArray[np.uint8]  # with SHORT bytes more than the text has
    raw_starts: Whole
    raw_ends: Whole

    @classmethod
    def of(cls, text: str) -> Text:
        """The pieces of a text are what `str.split` makes of it."""
        raw = np.frombuffer(text.encode("utf-8", "surrogatepass") + bytes(SHORT + WORD), np.uint8)
        if text.isascii():
            starts, ends = _pieces(raw[: len(text)])
            return cls(text, starts, ends, raw, starts, ends)
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        starts, ends = _pieces(np.minimum(codes, len(SPACES) - 1))
        widths = (codes > 0x7F).astype(np.uint8)
        widths += codes > 0x7FF
        widths += codes > 0xFFFF
        wider = offsets(widths)  # bytes that characters before have more than one
        return cls(text, starts, ends, raw, starts + wider[starts], ends + wider[ends])

    def hashes(self) -> Hashes:
        """A hash of each piece."""
        words = np.ndarray((len(self.raw) - WORD,), "<u8", self.raw.data, strides=(1,))
        sizes = self.raw_ends - self.raw_starts
        codes: Hashes = sizes.astype(np.uint64) * ODD[3]
        for i in range(SHORT // WORD):
            read = words[np.minimum(self.raw_starts + WORD * i, len(words) - 1)]
            codes += (read & MASKS[np.clip(sizes - WORD * i, 0, WORD)]) * ODD[i]
        codes ^= codes >> np.uint64(32)
        codes *= ODD[0]
        for piece in np.flatnonzero(sizes > SHORT).tolist():
            whole = self.raw[self.raw_starts[piece] : self.raw_ends[piece]].tobytes()
            codes[piece] = int.from_bytes(blake2b(whole, digest_size=8).digest(), "little")
        return codes


def _pieces(codes: NDArray[np.integer]) -> tuple[Whole, Whole]:
    """Where the pieces begin and end in a text of these characters."""
    is_space = np.ones(len(codes) + 2, np.bool_)
    is_space[1:-1] = SPACES[codes]
    edges = np.flatnonzero(is_space[1:] != is_space[:-1])
    return edges[::2], edges[1::2]


class Hashed:
    """Numbers of hashes, in open addressing; all are looked up at once."""

    def __init__(self) -> None:
        self._hashes = array("Q")
        self._bits = 12
        self._slots = np.full(1 << self._bits, -1, np.int32)

    def __len__(self) -> int:
        return len(self._hashes)

    def find(self, codes: Hashes) -> NDArray[np.int32]:
        """The number of each hash, -1 for one that has none."""
        known = np.frombuffer(self._hashes, np.uint64) if self._hashes else np.zeros(1, np.uint64)
        slots = (codes >> np.uint64(64 - self._bits)).astype(np.int64)
        found = self._slots[slots]
        others = np.flatnonzero((known[found] != codes) & (found >= 0))
        while len(others):
            slots[others] = (slots[others] + 1) & (len(self._slots) - 1)
            found[others] = self._slots[slots[others]]
            others = others[(known[found[others]] != codes[others]) & (found[others] >= 0)]
        return found

    def add(self, code: int) -> None:
        """The next number for a hash that has none."""
        if 2 * len(self) >= len(self._slots):
            self._grow()
        self._place(code, len(self), self._slots.data)
        self._hashes.append(code)

    def _grow(self) -> None:
        self._bits += 2
        self._slots = np.full(1 << self._bits, -1, np.int32)
        slots = self._slots.data
        for number, code in enumerate(self._hashes):
            self._place(code, number, slots)

    def _place(self, code: int, number: int, slots: memoryview) -> None:
        slot = code >> (64 - self._bits)
        while slots[slot] >= 0:
            slot = (slot + 1) & (len(slots) - 1)
        slots[slot] = number


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


class Pieces:
    """All pieces that were seen, each analysed when it comes first."""

    def __init__(self, forms: Forms) -> None:
        self.forms = forms
        self._known = Hashed()
        self._lengths, self._flags = array("i"), array("i")
        self._units, self._starts, self._sizes = array("i"), array("i"), array("i")
        self._is_number = array("i")
        self._beside, self._places, self._beside_sizes = array("i"), array("i"), array("i")

    def numbers(self, text: Text) -> NDArray[np.int32]:
        """The number of each piece of a text."""
        codes = text.hashes()
        found = self._known.find(codes)
        new = np.flatnonzero(found < 0)
        if len(new):
            _, first = np.unique(codes[new], return_index=True)
            for place in np.sort(new[first]).tolist():
                self._known.add(int(codes[place]))
                self._read(text.text[text.starts[place] : text.ends[place]])
            found[new] = self._known.find(codes[new])
        return found

    def _read(self, piece: str) -> None:
        core = piece.strip(_AROUND)
        if core.isalpha() and core.isascii():
            self._add_word(piece, core)
        else:
            self._add(piece, analyse(piece))

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
