"""Texts as numbers: each different term has one, and the texts lie behind each other in one array."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray


class Numbering(defaultdict[str, int]):
    """A number for each different term, in the order of coming, until `dict(...)` freezes it."""

    def __init__(self) -> None:
        super().__init__(self.__len__)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts of numbered terms: text `i` is `terms[offsets[i]:offsets[i + 1]]`."""

    numbers: Mapping[str, int]
    terms: NDArray[np.int32]
    offsets: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Iterable[Iterable[str]]) -> Corpus:
        """The corpus of texts that are already cut into terms."""
        numbers = Numbering()
        terms: list[int] = []
        offsets = [0]
        for text in texts:
            terms.extend([numbers[term] for term in text])
            offsets.append(len(terms))
        return cls(dict(numbers), np.array(terms, np.int32), np.array(offsets, np.int64))

    def __len__(self) -> int:
        return len(self.offsets) - 1

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Terms of each text."""
        return np.diff(self.offsets)


def ranges(starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers of all half-open ranges, behind each other.

    >>> ranges(np.array([3, 10]), np.array([5, 12])).tolist()
    [3, 4, 10, 11]
    """
    sizes = ends - starts
    jumps = np.repeat(starts - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes)
    return jumps + np.arange(len(jumps))
