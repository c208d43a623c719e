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

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

Text = TypeVar("Text")


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

    def __init__(
        self,
        corpus: Corpus | Iterable[Sequence[str]],
        variant: Variant = TRUE_PLUS,
        dtype: type[np.floating[Any]] = np.float32,
    ) -> None:
        self.variant = variant
        self.dtype = dtype
        super().__init__(corpus)

    def _initialize(self, corpus: Corpus | Iterable[Sequence[str]]) -> NDArray[np.int64]:
        """Lays out the postings and returns how many texts hold each term."""
        corpus = corpus if isinstance(corpus, Corpus) else Corpus.of(corpus)
        size = self.corpus_size = len(corpus)
        self.numbers = corpus.numbers
        self.doc_len = corpus.lengths
        self.avgdl = float(self.doc_len.mean()) if size else 0.0
        keys = corpus.terms.astype(np.int64) * max(size, 1) + np.repeat(np.arange(size), self.doc_len)
        keys, frequencies = np.unique(keys, return_counts=True)
        terms, texts = np.divmod(keys, max(size, 1))
        self.offsets = np.searchsorted(terms, np.arange(len(corpus.numbers) + 1))
        self.texts = texts.astype(np.int32)
        self.weights = self._saturated(frequencies, texts)
        return np.diff(self.offsets)

    def _saturated(self, frequencies: NDArray[np.int64], texts: NDArray[np.int64]) -> Floats:
        k1, b = self.variant.k1, self.variant.b
        norms = k1 * (1 - b + b * self.doc_len / (self.avgdl or 1.0))
        return frequencies * (k1 + 1) / (frequencies + norms[texts])

    def _calc_idf(self, nd: NDArray[np.int64]) -> None:
        """The idf of each term, worked into the weights of its postings."""
        self.idf = self.variant.idf.of(nd.astype(np.float64), self.corpus_size)
        to_matching = 0.0 if self.variant.delta_for_all else self.variant.delta
        self.weights = ((self.weights + to_matching) * np.repeat(self.idf, nd)).astype(self.dtype)

    def found_in(self, term: str) -> int:
        """In how many texts a term stands."""
        number = self.numbers.get(term)
        return 0 if number is None else int(self.offsets[number + 1] - self.offsets[number])

    def weigh(self, query: Iterable[tuple[int, float]]) -> Floats:
        """Scores of all texts for numbered terms, each with its weight."""
        scores = np.zeros(self.corpus_size, self.dtype)
        for number, weight in query:
            place = slice(self.offsets[number], self.offsets[number + 1])
            scores[self.texts[place]] += self.weights[place] * self.dtype(weight)
        return scores

    def _numbered(self, query: Iterable[str]) -> list[tuple[int, float]]:
        return [(number, 1.0) for term in query if (number := self.numbers.get(term)) is not None]

    def get_scores(self, query: Iterable[str]) -> Floats:
        """Scores of all texts; a term counts as often as it is asked, as in rank_bm25."""
        known = self._numbered(query)
        scores = self.weigh(known)
        if self.variant.delta_for_all:
            scores += self.variant.delta * sum(float(self.idf[number]) for number, _ in known)
        return scores

    def get_batch_scores(self, query: Iterable[str], doc_ids: Sequence[int]) -> list[float]:
        """Scores of some texts."""
        return [float(score) for score in self.get_scores(query)[np.asarray(doc_ids, np.int64)]]

    def get_top_n(self, query: Iterable[str], documents: Sequence[Text], n: int = 5) -> list[Text]:
        """The n best documents; unlike rank_bm25 only those that share a term with the query."""
        if len(documents) != self.corpus_size:
            raise ValueError(f"{self.corpus_size} documents are indexed, {len(documents)} were given")
        return [documents[i] for i in best(self.weigh(self._numbered(query)), n)]


def best(scores: Floats, n: int) -> NDArray[np.int64]:
    """Numbers of the n highest scores above 0, best first, equal ones in reading order."""
    top = np.sort(np.argpartition(-scores, n)[:n]) if n < len(scores) else np.arange(len(scores))
    top = top[scores[top] > 0]
    return top[np.argsort(-scores[top], kind="stable")]
