"""Numbers of hashes, looked up for many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.arrays import Grown

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

FREE = -1


class Hashed:
    """Hashes of 64 bits with numbers in the order of coming, in open addressing."""

    def __init__(self) -> None:
        self._hashes = Grown(np.uint64)
        self._bits = 12
        self._slots = np.full(1 << self._bits, FREE, np.int32)

    def __len__(self) -> int:
        return len(self._hashes.row)

    def find(self, codes: Hashes) -> NDArray[np.int32]:
        """The number of each hash, -1 for one that has none."""
        known = self._hashes.row if len(self) else np.zeros(1, np.uint64)
        slots = self._first_slots(codes)
        found = self._slots[slots]
        others = np.flatnonzero((known[found] != codes) & (found != FREE))
        while len(others):
            slots[others] = (slots[others] + 1) & (len(self._slots) - 1)
            found[others] = self._slots[slots[others]]
            others = others[(known[found[others]] != codes[others]) & (found[others] != FREE)]
        return found

    def add(self, codes: Hashes) -> None:
        """The next numbers for hashes that have none and are all different."""
        before = len(self)
        self._hashes.extend(codes)
        if 2 * len(self) > len(self._slots):
            self._bits = (2 * len(self)).bit_length() + 1
            self._slots = np.full(1 << self._bits, FREE, np.int32)
            before = 0
        numbers = np.arange(before, len(self), dtype=np.int32)
        slots = self._first_slots(self._hashes.row[before:])
        while len(numbers):
            free = self._slots[slots] == FREE
            self._slots[slots[free]] = numbers[free]  # where several want one, some one gets it
            others = self._slots[slots] != numbers
            numbers, slots = numbers[others], (slots[others] + 1) & (len(self._slots) - 1)

    def _first_slots(self, codes: Hashes) -> NDArray[np.int64]:
        return (codes >> np.uint64(64 - self._bits)).astype(np.int64)
