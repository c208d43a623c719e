"""Texts as numbered terms: what an index is built over."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Corpus:
    """Terms in any order, each with the text that it stands in."""

    numbers: Mapping[str, int]  # of the terms
    terms: NDArray[np.int32]
    texts: NDArray[np.int32]
    size: int  # texts

    @classmethod
    def of(cls, texts: Iterable[Iterable[str]]) -> Corpus:
        """The corpus of texts that are already cut into terms."""
        numbers: dict[str, int] = {}
        terms, lengths = array("i"), array("i")
        for text in texts:
            before = len(terms)
            terms.extend([numbers.setdefault(term, len(numbers)) for term in text])
            lengths.append(len(terms) - before)
        owners = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        return cls(numbers, np.array(terms, np.int32), owners, len(lengths))
