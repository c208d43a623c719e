"""BM25 from an inverted index: rank-bm25's frame over arrays of postings.

A posting is a text's number and the weight that a term has in it, worked out once; the postings of a term lie
together. Immutable once built, so questions need no lock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from rank_bm25 import BM25

from bot.search.corpus import Listed
from bot.search.postings import Counts
from bot.search.top import Ranker

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from bot.search.corpus import Corpus
    from bot.search.postings import Postings
    from bot.search.top import Ranked

    Floats = NDArray[np.floating[Any]]
    Query = Sequence[tuple[int, float]]  # numbered terms with weights

Text = TypeVar("Text")
QUICK = 1 << 16  # terms that are soon loaded into a dictionary


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
        index._take(numbers, postings)  # noqa: SLF001 - a constructor of this class
        return index

    def _take(self, numbers: Mapping[str, int], postings: Postings) -> None:
        # Four times as quick as what needs no loading: of a question on 20,000 texts it spares a tenth.
        self.numbers = {term: i for i, term in enumerate(numbers)} if len(numbers) < QUICK else numbers
        self.postings = postings
        self._ranker = Ranker(postings)
        self.idf = postings.idf
        self.doc_len = postings.lengths
        self.corpus_size = len(postings.lengths)
        self.avgdl = float(self.doc_len.mean()) if self.corpus_size else 0.0

    def _initialize(self, corpus: Corpus | Iterable[Sequence[str]]) -> Counts:
        """Counts the terms, for `_calc_idf` to weigh."""
        corpus = Listed.of(corpus) if isinstance(corpus, Iterable) else corpus
        self.numbers = corpus.numbers
        return Counts(corpus)

    def _calc_idf(self, nd: Counts) -> None:
        """The idf of each term, worked into the weights of its postings."""
        k1, b = self.variant.k1, self.variant.b
        average = float(nd.lengths.mean()) if nd.size else 0.0
        norms = k1 * (1 - b + b * nd.lengths / (average or 1.0))
        delta = 0.0 if self.variant.delta_for_all else self.variant.delta

        def weight(counts: NDArray[np.int64], texts: NDArray[np.int64]) -> Floats:
            return counts * (k1 + 1) / (counts + norms[texts]) + delta

        idf = self.variant.idf.of(nd.found_in.astype(np.float64), nd.size)
        self._take(self.numbers, nd.postings(weight, idf, self.dtype))

    def found_in(self, term: str) -> int:
        """In how many texts a term stands."""
        number = self.numbers.get(term)
        ends = self.postings.offsets
        return 0 if number is None else int(ends[number + 1] - ends[number])

    def weigh(self, query: Query) -> Floats:
        """Scores of all texts for numbered terms, each with its weight."""
        return self._ranker.weigh(*_parted(query))

    def top(self, query: Query, n: int) -> Ranked:
        """The n best texts for numbered terms with weights; the very ones that `weigh` ranks first."""
        return self._ranker.top(n, *_parted(query))

    def scores_of(self, query: Query, texts: NDArray[np.int64]) -> Floats:
        """Scores of some texts, their numbers sorted."""
        return self._ranker.scores_of(texts, *_parted(query))

    def _numbered(self, query: Iterable[str]) -> list[int]:
        return [number for term in query if (number := self.numbers.get(term)) is not None]

    def get_scores(self, query: Iterable[str]) -> Floats:
        """Scores of all texts; a term counts as often as it is asked, as in rank_bm25."""
        known = self._numbered(query)
        scores = self._ranker.weigh(known)
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
        return [documents[i] for i in self._ranker.best(n, self._numbered(query)).tolist()]


def _parted(query: Query) -> tuple[list[int], list[float]]:
    """The terms of a query and their weights."""
    return [term for term, _ in query], [weight for _, weight in query]
