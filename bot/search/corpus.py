"""Texts as numbers of terms, some of them at a time."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from bot.arrays import offsets

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray


class Stretch(NamedTuple):
    """Terms of neighbouring texts, in any order, and which of these texts each stands in, from 0."""

    terms: NDArray[np.int32]
    owners: NDArray[np.int64]


class Corpus(Protocol):
    """What an index is built over: texts of numbered terms."""

    @property
    def numbers(self) -> Mapping[str, int]:
        """The number of each term."""

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Terms of each text."""

    def stretch(self, first: int, last: int) -> Stretch:
        """The terms of texts from one up to another."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Texts that came as lists of terms; text `i` is `terms[offsets[i]:offsets[i + 1]]`."""

    numbers: Mapping[str, int]
    terms: NDArray[np.int32]
    offsets: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Iterable[Iterable[str]]) -> Listed:
        """The corpus of texts that are already cut into terms."""
        numbers: dict[str, int] = {}
        terms, sizes = array("i"), array("i")
        for text in texts:
            before = len(terms)
            terms.extend([numbers.setdefault(term, len(numbers)) for term in text])
            sizes.append(len(terms) - before)
        return cls(numbers, np.array(terms, np.int32), offsets(sizes))

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Terms of each text."""
        return np.diff(self.offsets)

    def stretch(self, first: int, last: int) -> Stretch:
        """The terms of texts from one up to another."""
        ends = self.offsets[first : last + 1]
        return Stretch(self.terms[ends[0] : ends[-1]], np.repeat(np.arange(last - first), np.diff(ends)))
