"""Different texts with their numbers, found by hash: a dictionary that needs no loading."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, overload
from zlib import crc32

import numpy as np

from bot.shelf.columns import Columns
from bot.shelf.strings import Strings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray


Other = TypeVar("Other")


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary(Columns, Mapping[str, int]):
    """The number of each text, in the order in which they were given."""

    texts: Strings
    hashes: NDArray[np.uint32]  # sorted
    owners: NDArray[np.int32]  # number of the text with that hash

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """The vocabulary of texts that are all different."""
        raw = [text.encode("utf-8", "surrogatepass") for text in texts]
        hashes = np.array([crc32(one) for one in raw], np.uint32)
        order = np.argsort(hashes, kind="stable")
        ends = np.cumsum([0, *map(len, raw)], dtype=np.int64)
        strings = Strings(np.frombuffer(b"".join(raw), np.uint8), ends)
        return cls(strings, hashes[order], order.astype(np.int32))

    def __getitem__(self, text: str) -> int:
        number = self.number(text)
        if number is None:
            raise KeyError(text)
        return number

    def number(self, text: str) -> int | None:
        """The number of a text, None for one that is not here; without numpy where that is slower."""
        raw = text.encode("utf-8", "surrogatepass")
        code = crc32(raw)
        hashes, (blob, ends) = self.hashes.data, (self.texts.blob, self.texts.offsets)
        at = bisect_left(hashes, code)
        while at < len(hashes) and hashes[at] == code:
            number = self.owners.item(at)
            if blob[ends.item(number) : ends.item(number + 1)].tobytes() == raw:
                return number
            at += 1
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
