"""Texts in one array of bytes, each made a `str` when it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Self, overload

import numpy as np

from bot.arrays.columns import Columns
from bot.arrays.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from numpy.typing import NDArray

AT_ONCE = 4096  # texts that are decoded together


@dataclass(frozen=True, slots=True, eq=False)
class Strings(Columns, Sequence[str]):
    """Texts as bytes of UTF-8. Lone surrogates are kept."""

    rows: Rows

    @classmethod
    def of(cls, texts: Iterable[str]) -> Strings:
        """The same texts."""
        writer = StringsWriter()
        for text in texts:
            writer.add(text)
        return writer.strings()

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> Strings: ...
    def __getitem__(self, number: int | slice) -> str | Strings:
        if isinstance(number, slice):
            first, last, _ = number.indices(len(self))
            return self.part(first, max(first, last))
        if number < 0:
            raise IndexError(number)
        values, offsets = self.rows.values, self.rows.offsets
        return values[offsets[number] : offsets[number + 1]].tobytes().decode("utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        """All texts in order, some thousands decoded at a time."""
        for first in range(0, len(self), AT_ONCE):
            some = self.rows.part(first, min(first + AT_ONCE, len(self)))
            encoded = some.values.tobytes()
            for start, end in pairwise(some.offsets.tolist()):
                yield encoded[start:end].decode("utf-8", "surrogatepass")

    def last_bytes(self, numbers: NDArray[np.integer[Any]]) -> NDArray[np.uint8]:
        """The last byte of each of some texts, none of them empty."""
        last: NDArray[np.uint8] = self.rows.values[self.rows.offsets[numbers + 1] - 1]
        return last

    def beginning_with(self, text: str) -> NDArray[np.int64]:
        """The numbers of the texts that begin with another one, in order."""
        wanted = text.encode("utf-8", "surrogatepass")
        numbers = np.flatnonzero(self.rows.sizes >= len(wanted))
        for place, byte in enumerate(wanted):
            numbers = numbers[self.rows.values[self.rows.offsets[numbers] + place] == byte]
        return numbers

    def filled(self) -> Iterator[str]:
        """All texts but the empty ones, in order."""
        return map(self.__getitem__, np.flatnonzero(self.rows.sizes).tolist())


class StringsWriter:
    """Grows texts, which take no more than their bytes meanwhile."""

    def __init__(self) -> None:
        self._content = bytearray()
        self._sizes = array("q")

    def __len__(self) -> int:
        return len(self._sizes)

    def add(self, text: str) -> None:
        """One more text."""
        encoded = text.encode("utf-8", "surrogatepass")
        self._content += encoded
        self._sizes.append(len(encoded))

    def strings(self) -> Strings:
        """All texts; none can be added any more."""
        return Strings(Rows.of(np.frombuffer(self._content, np.uint8), np.array(self._sizes)))


class Vocabulary(dict[str, int], Columns):
    """The number of each of some different texts, in the order in which they came."""

    def arrays(self, name: str = "") -> Iterator[tuple[str, NDArray[Any]]]:
        """The texts as arrays."""
        return Strings.of(self).arrays(name)

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, NDArray[Any]], name: str = "") -> Self:
        """The vocabulary whose texts these are."""
        return cls.of(Strings.of_arrays(arrays, name))

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """The numbers of texts that are all different."""
        return cls((text, number) for number, text in enumerate(texts))
