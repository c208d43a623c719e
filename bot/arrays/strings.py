"""Texts in one array of bytes, each made a `str` when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING, overload

import numpy as np

from bot.arrays.columns import Columns
from bot.arrays.rows import offsets, ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Strings(Columns, Sequence[str]):
    """Texts as UTF-8; text `i` is `blob[offsets[i]:offsets[i + 1]]`. Lone surrogates are kept."""

    blob: NDArray[np.uint8]
    offsets: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Strings:
        """The same texts."""
        raw = [text.encode("utf-8", "surrogatepass") for text in texts]
        return cls(np.frombuffer(b"".join(raw), np.uint8), offsets(map(len, raw)))

    @classmethod
    def joined(cls, parts: Sequence[Strings]) -> Strings:
        """The texts of all parts behind each other."""
        sizes = [np.diff(part.offsets) for part in parts]
        return cls(
            np.concatenate([part.blob[part.offsets[0] : part.offsets[-1]] for part in parts]),
            offsets(np.concatenate(sizes)),
        )

    def __len__(self) -> int:
        return len(self.offsets) - 1

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> Strings: ...
    def __getitem__(self, number: int | slice) -> str | Strings:
        if isinstance(number, slice):
            first, last, _ = number.indices(len(self))
            ends = self.offsets[first : max(first, last) + 1]
            return Strings(self.blob[ends[0] : ends[-1]], ends - ends[0])  # no more than goes elsewhere
        if number < 0 or number >= len(self):
            raise IndexError(number)
        raw = self.blob[self.offsets[number] : self.offsets[number + 1]].tobytes()
        return raw.decode("utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        """All texts in order, some thousands decoded at a time."""
        return chain.from_iterable(self._some(i, i + 4096) for i in range(0, len(self), 4096))

    def _some(self, first: int, last: int) -> Iterator[str]:
        ends = self.offsets[first : last + 1]
        raw = self.blob[ends[0] : ends[-1]].tobytes()
        bounds = (ends - ends[0]).tolist()
        return (raw[a:b].decode("utf-8", "surrogatepass") for a, b in pairwise(bounds))

    def chosen(self, numbers: NDArray[np.int64]) -> Strings:
        """Some of the texts, in the order of their numbers here."""
        starts, ends = self.offsets[numbers], self.offsets[numbers + 1]
        return Strings(self.blob[ranges(starts, ends)], offsets(ends - starts))
