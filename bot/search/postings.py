"""Which texts hold each term and how much that counts, laid out by term."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from bot.arrays import Columns, offsets, ranges

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from bot.search.corpus import Corpus

    Floats = NDArray[np.floating[Any]]
    Whole = NDArray[np.int64]

BITS = 14
AT_ONCE = 1 << BITS  # texts whose postings are sorted together; their numbers fit two bytes
MOST_COUNTED = (1 << 16) - 1  # times that a term counts in a text


@dataclass(frozen=True, slots=True, eq=False)
class Postings(Columns):
    """The postings of term `i` are those from `offsets[i]` to `offsets[i + 1]`, in the order of the texts."""

    offsets: Whole
    texts: NDArray[np.int32]
    weights: Floats
    tops: Floats  # the highest weight of each term
    idf: Floats  # of each term
    lengths: NDArray[np.int32]  # terms of each text


class _Counted(NamedTuple):
    """How often terms stand in some neighbouring texts, by term and text."""

    first: int  # text
    terms: NDArray[np.int32]  # different ones, sorted
    found_in: NDArray[np.int32]  # texts that hold each
    texts: NDArray[np.uint16]  # counted from the first one
    counts: NDArray[np.uint16]


class Counts:
    """How often each term stands in each text of a corpus, counted once and then weighed."""

    def __init__(self, corpus: Corpus) -> None:
        self.lengths = corpus.lengths
        self.size = len(self.lengths)
        self._terms = len(corpus.numbers)
        self._parts = [
            _count(corpus, first, min(first + AT_ONCE, self.size)) for first in range(0, self.size, AT_ONCE)
        ]
        self.found_in = np.zeros(self._terms, np.int64)
        for part in self._parts:
            self.found_in[part.terms] += part.found_in

    def postings(
        self, weight: Callable[[Whole, Whole], Floats], idf: Floats, dtype: type[np.floating[Any]]
    ) -> Postings:
        """The postings, `weight` saying what a term counts by its counts in texts and the texts' numbers."""
        ends = offsets(self.found_in)
        free = ends[:-1].copy()  # where each term's next posting goes
        texts = np.empty(int(ends[-1]), np.int32)
        weights = np.empty(int(ends[-1]), dtype)
        while self._parts:
            part = self._parts.pop(0)  # and let go
            first = free[part.terms]
            free[part.terms] += part.found_in
            at = ranges(first, free[part.terms])
            numbers = part.texts.astype(np.int64) + part.first
            texts[at] = numbers
            weights[at] = weight(part.counts.astype(np.int64), numbers) * np.repeat(
                idf[part.terms], part.found_in
            )
        return Postings(ends, texts, weights, _tops(weights, ends), idf, self.lengths.astype(np.int32))


def _count(corpus: Corpus, first: int, last: int) -> _Counted:
    terms, owners = corpus.stretch(first, last)
    keys = np.sort(terms.astype(np.int64) << BITS | owners)
    starts, counts = _runs(keys)
    keys = keys[starts]
    numbers = keys >> BITS
    begins, found_in = _runs(numbers)
    return _Counted(
        first,
        numbers[begins].astype(np.int32),
        found_in.astype(np.int32),
        (keys & (AT_ONCE - 1)).astype(np.uint16),
        np.minimum(counts, MOST_COUNTED).astype(np.uint16),
    )


def _runs(row: Whole) -> tuple[Whole, Whole]:
    """Where equal neighbours in a row begin, and how many they are."""
    starts = np.flatnonzero(np.concatenate((np.ones(min(len(row), 1), np.bool_), row[1:] != row[:-1])))
    return starts, np.diff(starts, append=len(row))


def _tops(weights: Floats, ends: Whole) -> Floats:
    """The highest weight of each term, 0 of one that stands nowhere."""
    tops = np.zeros(len(ends) - 1, weights.dtype)
    some = np.flatnonzero(np.diff(ends))
    if len(some):
        tops[some] = np.maximum.reduceat(weights, ends[some])
    return tops
