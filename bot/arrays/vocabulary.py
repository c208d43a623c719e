"""Different texts with their numbers, found by hash: a dictionary that needs no loading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, overload
from zlib import crc32

import numpy as np

from bot.arrays.columns import Columns
from bot.arrays.strings import Strings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

FREE = -1

Other = TypeVar("Other")


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary(Columns, Mapping[str, int]):
    """The number of each text, in the order in which they were given."""

    texts: Strings
    slots: NDArray[np.int32]  # numbers in open addressing by CRC-32; half of them or more are FREE

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """The vocabulary of texts that are all different."""
        raw = [text.encode("utf-8", "surrogatepass") for text in texts]
        slots = _placed(np.array([crc32(one) for one in raw], np.int64))
        ends = np.cumsum([0, *map(len, raw)], dtype=np.int64)
        return cls(Strings(np.frombuffer(b"".join(raw), np.uint8), ends), slots)

    def __getitem__(self, text: str) -> int:
        number = self.number(text)
        if number is None:
            raise KeyError(text)
        return number

    def number(self, text: str) -> int | None:
        """The number of a text, None for one that is not here."""
        raw = text.encode("utf-8", "surrogatepass")
        slots, blob, ends = self.slots, self.texts.blob, self.texts.offsets
        slot = crc32(raw)
        while (number := slots.item(slot & (slots.size - 1))) != FREE:
            if blob[ends.item(number) : ends.item(number + 1)].tobytes() == raw:
                return number
            slot += 1
        return None

    @overload
    def get(self, text: str, /) -> int | None: ...
    @overload
    def get(self, text: str, /, default: int | Other) -> int | Other: ...
    def get(self, text: str, /, default: Other | None = None) -> int | Other | None:
        """The number of a text, or the default; quicker than by way of KeyError."""
        number = self.number(text)
        return default if number is None else number

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)


def _placed(codes: NDArray[np.int64]) -> NDArray[np.int32]:
    """The slots of numbers 0, 1, 2 ... with these codes: the first free one from the code's own on."""
    slots = np.full(2 << len(codes).bit_length(), FREE, np.int32)
    numbers, at = np.arange(len(codes), dtype=np.int32), codes & (len(slots) - 1)
    while len(numbers):
        free = slots[at] == FREE
        slots[at[free][::-1]] = numbers[free][::-1]  # where several want one, the first gets it
        others = slots[at] != numbers
        numbers, at = numbers[others], (at[others] + 1) & (len(slots) - 1)
    return slots
