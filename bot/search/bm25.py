"""BM25 from an inverted index: rank-bm25's frame over arrays of postings.

A posting is a text's number and the weight that a term has in it, worked out once; the postings of a term lie
together. Immutable once built, so questions need no lock.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from rank_bm25 import BM25

from bot.search.corpus import Corpus
from bot.search.postings import Counts, Postings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]
    Whole = NDArray[np.int64]

Text = TypeVar("Text")
LIKELY = 0.25  # share of the highest score that the best ones are first looked for above


class Idf(Enum):
    """How the rarity of a term counts."""

    LUCENE = "ln(1 + (N - n + 0.5) / (n + 0.5)): never negative"
    OKAPI = "ln((N - n + 0.5) / (n + 0.5)), a quarter of the mean where negative, as rank_bm25.BM25Okapi"
    PLUS = "ln((N + 1) / n), as rank_bm25.BM25Plus"

    def of(self, found_in: Floats, size: int) -> Floats:
        """The idf of terms that are found in so many of `size` texts."""
        if self is Idf.PLUS:
            return np.log((size + 1) / found_in)
        if self is Idf.LUCENE:
            return np.log1p((size - found_in + 0.5) / (found_in + 0.5))
        idf = np.log(size - found_in + 0.5) - np.log(found_in + 0.5)
        return np.where(idf < 0, 0.25 * idf.mean() if len(idf) else 0.0, idf)


@dataclass(frozen=True, slots=True)
class Variant:
    """The constants of a BM25; delta goes to texts that hold the term, or to all as in rank_bm25.BM25Plus."""

    k1: float
    b: float
    delta: float
    idf: Idf
    delta_for_all: bool = False


OKAPI = Variant(k1=1.5, b=0.75, delta=0.0, idf=Idf.OKAPI)
PLUS = Variant(k1=1.5, b=0.75, delta=1.0, idf=Idf.PLUS, delta_for_all=True)
# Lv and Zhai (2011), "Lower-bounding term frequency normalization"; k1 and b measured on open questions.
TRUE_PLUS = Variant(k1=0.9, b=0.6, delta=1.0, idf=Idf.LUCENE)


class InvertedBM25(BM25):  # type: ignore[misc]  # rank_bm25 has no types
    """BM25 scores from postings. Takes what rank_bm25 takes (texts as lists of terms), or a Corpus."""

    corpus_size: int
    avgdl: float
    numbers: Mapping[str, int]
    idf: Floats  # by number of the term; rank_bm25 has a dict here
    postings: Postings

    def __init__(
        self,
        corpus: Corpus | Iterable[Sequence[str]],
        variant: Variant = TRUE_PLUS,
        dtype: type[np.floating[Any]] = np.float32,
    ) -> None:
        self.variant = variant
        self.dtype = dtype
        super().__init__(corpus)

    @classmethod
    def of(cls, numbers: Mapping[str, int], postings: Postings, variant: Variant = TRUE_PLUS) -> InvertedBM25:
        """The index whose postings were laid out before, by the same variant."""
        index = cls.__new__(cls)
        index.variant = variant
        index.dtype = postings.weights.dtype.type
        index.numbers = numbers
        index._take(postings)  # noqa: SLF001 - a constructor of this class
        return index

    def _take(self, postings: Postings) -> None:
        self.postings = postings
        self.idf = postings.idf
        self.doc_len = postings.lengths
        self.corpus_size = len(postings.lengths)
        self.avgdl = float(self.doc_len.mean()) if self.corpus_size else 0.0

    def _initialize(self, corpus: Corpus | Iterable[Sequence[str]]) -> Counts:
        """Counts the terms, for `_calc_idf` to weigh."""
        corpus = corpus if isinstance(corpus, Corpus) else Corpus.of(corpus)
        self.numbers = corpus.numbers
        return Counts.of(corpus)

    def _calc_idf(self, nd: Counts) -> None:
        """The idf of each term, worked into the weights of its postings."""
        k1, b, size = self.variant.k1, self.variant.b, len(nd.lengths)
        average = float(nd.lengths.mean()) if size else 0.0
        norms = (k1 * (1 - b + b * nd.lengths / (average or 1.0))).astype(self.dtype)
        delta = 0.0 if self.variant.delta_for_all else self.variant.delta
        idf = self.variant.idf.of(np.diff(nd.offsets).astype(np.float64), size)
        counts = nd.counts.astype(self.dtype)
        weights = counts * self.dtype(k1 + 1) / (counts + norms[nd.texts]) + self.dtype(delta)
        weights *= idf.astype(self.dtype)[nd.terms]
        self._take(Postings(nd.offsets, nd.texts, weights, idf, nd.lengths))

    def weigh(self, query: Iterable[tuple[int, float]]) -> Floats:
        """Scores of all texts for numbered terms, each with its weight."""
        scores: Floats = np.zeros(self.corpus_size, self.dtype)
        ends, texts, weights = self.postings.offsets, self.postings.texts, self.postings.weights
        for term, weight in query:
            span = slice(ends[term], ends[term + 1])
            np.add.at(scores, texts[span], weights[span] * self.dtype(weight))
        return scores

    def get_scores(self, query: Iterable[str]) -> Floats:
        """Scores of all texts; a term counts as often as it is asked, as in rank_bm25."""
        known = [number for term in query if (number := self.numbers.get(term)) is not None]
        scores = self.weigh((number, 1.0) for number in known)
        if self.variant.delta_for_all:
            scores += self.variant.delta * sum(float(self.idf[number]) for number in known)
        return scores

    def get_batch_scores(self, query: Iterable[str], doc_ids: Sequence[int]) -> list[float]:
        """Scores of some texts."""
        return [float(score) for score in self.get_scores(query)[np.asarray(doc_ids, np.int64)]]

    def get_top_n(self, query: Iterable[str], documents: Sequence[Text], n: int = 5) -> list[Text]:
        """The n best documents; unlike rank_bm25 only those that share a term with the query."""
        if len(documents) != self.corpus_size:
            raise ValueError(f"{self.corpus_size} documents are indexed, {len(documents)} were given")
        known = [(number, 1.0) for term in query if (number := self.numbers.get(term)) is not None]
        return [documents[i] for i in best(self.weigh(known), n).tolist()]


def best(scores: Floats, n: int) -> Whole:
    """Places of the n highest scores above 0, best first, equal ones in order: the first n of a stable sort.

    Most scores are far below the highest; to compare all of them to a part of it costs a third of sorting out
    those of 0.
    """
    likely: Whole = (scores > LIKELY * scores.max(initial=0)).nonzero()[0]
    if len(likely) < n:
        likely = (scores > 0).nonzero()[0]
    if len(likely) > n > 0:
        least = np.partition(scores[likely], len(likely) - n)[len(likely) - n]
        likely = likely[scores[likely] >= least]
    return likely[(-scores[likely]).argsort(kind="stable")[:n]]
