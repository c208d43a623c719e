"""Which texts hold each term and how much that counts, laid out by term."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.arrays import Columns, offsets

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.search.corpus import Corpus

    Floats = NDArray[np.floating[Any]]
    Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Postings(Columns):
    """The postings of term `i` are those from `offsets[i]` to `offsets[i + 1]`, in the order of the texts."""

    offsets: Whole
    texts: NDArray[np.int32]
    weights: Floats
    idf: Floats  # of each term
    lengths: NDArray[np.int32]  # terms of each text


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each term stands in each text that holds it, by term and text."""

    terms: NDArray[np.int32]
    texts: NDArray[np.int32]
    counts: NDArray[np.int32]
    offsets: Whole  # by term
    lengths: NDArray[np.int32]  # terms of each text

    @classmethod
    def of(cls, corpus: Corpus) -> Counts:
        """The counts of a corpus."""
        keys = corpus.terms.astype(  # in place: of a million texts each copy is a tenth of a gigabyte
            np.int64
        )
        keys <<= 32
        keys |= corpus.texts
        keys.sort()
        is_first = np.ones(len(keys), np.bool_)
        np.not_equal(keys[1:], keys[:-1], out=is_first[1:])
        starts = np.flatnonzero(is_first)
        counts = np.diff(starts, append=len(keys)).astype(np.int32)
        keys = keys[starts]
        terms = (keys >> 32).astype(np.int32)
        lengths = np.bincount(corpus.texts, minlength=corpus.size).astype(np.int32)
        ends = offsets(np.bincount(terms, minlength=len(corpus.numbers)))
        return cls(terms, keys.astype(np.int32), counts, ends, lengths)
