"""Texts behind each other as bytes of UTF-8, and the pieces between white space that they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.arrays import Strings

    Whole = NDArray[np.int64]
    Hashes = NDArray[np.uint64]

WORD = 8  # bytes that are read at once
SHORT = 3 * WORD  # bytes of a piece that is hashed with all others
MASKS = np.array([(1 << 8 * size) - 1 for size in range(WORD + 1)], np.uint64)
ODD = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], np.uint64)
_WIDE_SPACES = [chr(code).encode() for code in range(0x80, 0x3001) if chr(code).isspace()]  # none behind


@dataclass(frozen=True)
class Joined:
    """Texts, a line end between any two, with the spans of their pieces; all places count bytes."""

    raw: bytes
    begins: Whole  # of each text, and where one more would begin
    codes: NDArray[np.uint8]  # `raw`, with some zeros more
    starts: Whole  # of pieces, which are what `str.split` makes of a text
    ends: Whole

    @classmethod
    def of(cls, texts: Strings) -> Joined:
        """Texts with their pieces."""
        bounds = texts.offsets - texts.offsets[0]
        blob = texts.blob[texts.offsets[0] : texts.offsets[-1]].tobytes()
        raw = b"\n".join([blob[a:b] for a, b in pairwise(bounds.tolist())])
        codes = np.frombuffer(raw + bytes(SHORT + WORD), np.uint8)
        is_space = np.ones(len(raw) + 2, np.bool_)
        # spaces of ASCII are 9 to 13 and 28 to 32; what is less wraps around to more
        is_space[1:-1] = (codes[: len(raw)] - np.uint8(9) < 5) | (codes[: len(raw)] - np.uint8(28) < 5)
        if not raw.isascii():
            _mark_wide(is_space[1:], codes)
        edges = np.flatnonzero(is_space[1:] != is_space[:-1])
        begins = bounds + np.arange(len(bounds))
        return cls(raw, begins, codes, edges[::2].copy(), edges[1::2].copy())

    def piece(self, number: int) -> str:
        """One of the pieces."""
        return self.raw[self.starts[number] : self.ends[number]].decode("utf-8", "surrogatepass")

    @cached_property
    def words(self) -> Hashes:
        """At each place the eight bytes that begin there, as a number."""
        return np.ndarray((len(self.codes) - WORD,), "<u8", self.codes.data, strides=(1,))

    @cached_property
    def text(self) -> str:
        """All texts as one."""
        return self.raw.decode("utf-8", "surrogatepass")

    @cached_property
    def _inner(self) -> Whole:
        """The bytes that go on with a character."""
        if self.raw.isascii():
            return np.zeros(0, np.int64)
        return np.flatnonzero((self.codes & 0xC0) == 0x80)

    def characters(self, places: Whole) -> Whole:
        """How many characters begin before each place."""
        return places - np.searchsorted(self._inner, places)

    def places(self, characters: Whole) -> Whole:
        """Where characters begin that so many others stand before."""
        before = self._inner - np.arange(len(self._inner))
        return characters + np.searchsorted(before, characters, "right")

    def hashes(self) -> Hashes:
        """A hash of each piece."""
        sizes = self.ends - self.starts
        codes: Hashes = sizes.astype(np.uint64) * ODD[3]
        codes += (self.words[self.starts] & MASKS[np.minimum(sizes, WORD)]) * ODD[0]
        for i in range(1, SHORT // WORD):
            some = np.flatnonzero(sizes > WORD * i)
            masks = MASKS[np.minimum(sizes[some] - WORD * i, WORD)]
            codes[some] += (self.words[self.starts[some] + WORD * i] & masks) * ODD[i]
        codes ^= codes >> np.uint64(32)
        codes *= ODD[0]
        for piece in np.flatnonzero(sizes > SHORT).tolist():
            whole = self.raw[self.starts[piece] : self.ends[piece]]
            codes[piece] = int.from_bytes(blake2b(whole, digest_size=8).digest(), "little")
        return codes


def _mark_wide(is_space: NDArray[np.bool_], codes: NDArray[np.uint8]) -> None:
    """Marks the bytes of spaces that are no ASCII; these begin with C2 (of two bytes), E1, E2 or E3."""
    high = np.flatnonzero(codes >= 0x80)
    first = high[np.isin(codes[high], [0xC2, 0xE1, 0xE2, 0xE3])]
    two = (codes[first].astype(np.int64) << 8) | codes[first + 1]
    for size, read in ((2, two), (3, (two << 8) | codes[first + 2])):
        here = first[np.isin(read, [int.from_bytes(space) for space in _WIDE_SPACES if len(space) == size])]
        for i in range(size):
            is_space[here + i] = True
