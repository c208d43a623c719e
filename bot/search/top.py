"""The best texts for some terms, found in arrays of postings.

All texts that hold a term are scored. To leave out what cannot be among the best (rare terms first, a bound
on what the others may add: MaxScore) was measured and lost: at a million passages it spared 15 % of the
postings, and to look up one text in a long list costs what adding 25 postings to the scores does.

With some thousands of texts a question costs what calling numpy costs, half a microsecond to two a call, and
nothing else. So there are few calls, and those that do the least around their work: buffers that `join` puts
behind each other are read as one array in half the time that `concatenate` takes.
"""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.search.postings import Postings

    Floats = NDArray[np.floating[Any]]
    Whole = NDArray[np.int64]

FEW_TERMS = 1 << 15  # their postings are kept apart, which costs some 200 bytes a term
FEW_TEXTS = 1 << 15  # their scores are all compared with the least that is wanted
SAMPLED = 1 << 9  # texts that say what is wanted at least
SEARCH_COSTS = 30  # times what adding one posting to the scores of all costs


class Ranked(NamedTuple):
    """Texts with their scores, best first, equal ones in reading order."""

    texts: Whole
    scores: Floats


class Ranker:
    """Scores texts for numbered terms. Each term counts by its factor, or all once."""

    def __init__(self, postings: Postings) -> None:
        self._lists = (Apart if len(postings.offsets) <= FEW_TERMS else Lists)(postings)
        self._kind = postings.weights.dtype
        self._size = len(postings.lengths)
        depth = max(isqrt(self._size) // 3, 1)
        self._width = -(-self._size // depth)
        self._shape = depth, self._width
        self._padded = depth * self._width
        self._rows = np.arange(depth)[:, None] * self._width

    def weigh(self, terms: Sequence[int], factors: Sequence[float] | None = None) -> Floats:
        """Scores of all texts."""
        return 0 - self._costs(terms, factors)[: self._size]

    def top(self, n: int, terms: Sequence[int], factors: Sequence[float] | None = None) -> Ranked:
        """The n best texts that hold a term; the very ones that a sort of all scores puts first."""
        costs = self._costs(terms, factors)
        texts = self._best(costs, n, terms)
        return Ranked(texts, -costs[texts])

    def best(self, n: int, terms: Sequence[int]) -> Whole:
        """The texts of `top` without their scores."""
        return self._best(self._costs(terms), n, terms)

    def scores_of(self, texts: Whole, terms: Sequence[int], factors: Sequence[float]) -> Floats:
        """Scores of some texts, their numbers sorted: the very ones of `weigh`."""
        if len(texts) * SEARCH_COSTS > self._lists.size(terms):
            return 0 - self._costs(terms, factors)[texts]
        scores = np.zeros(len(texts), self._kind)
        for term, factor in zip(terms, factors, strict=True):
            held, weights = self._lists.one(term)
            at = np.minimum(held.searchsorted(texts), max(len(held) - 1, 0))
            found = (held[at] == texts).nonzero()[0] if len(held) else at[:0]
            scores[found] += weights[at[found]] * self._kind.type(factor)
        return scores

    def _costs(self, terms: Sequence[int], factors: Sequence[float] | None = None) -> Floats:
        """Scores of all texts below zero, so that the best sort first, with zeros behind to fill all rows."""
        costs = np.zeros(self._padded, self._kind)
        texts, weights = self._lists.joined(terms, factors)
        # With indexes of this width it is thrice as quick as costs[texts] -= weights.
        np.subtract.at(costs, texts, np.frombuffer(weights, self._kind))
        return costs

    def _best(self, costs: Floats, n: int, terms: Sequence[int]) -> Whole:
        texts = self._of_few(costs, n, terms) if self._size <= FEW_TEXTS else self._of_many(costs, n)
        return texts[costs[texts].argsort(kind="stable")[:n]]

    def _of_few(self, costs: Floats, n: int, terms: Sequence[int]) -> Whole:
        """Texts among which the n best are, in order: all that cost no more than n of a rare term do."""
        some = costs[self._lists.sample(terms, n)]
        some.sort()
        most = some[n - 1] if 0 < n <= len(some) else 0
        return ((costs <= most) if most < 0 else (costs < 0)).nonzero()[0]

    def _of_many(self, costs: Floats, n: int) -> Whole:
        """Texts among which the n best are, in order: all with at most the n-th least cost of a column.

        The least are found by comparing whole rows, the quickest thing to do with so many numbers. As n
        columns have one that is as low, n texts have a cost that is as low.
        """
        tops = np.minimum.reduce(costs.reshape(self._shape))
        ordered = np.sort(tops)
        most = ordered[n - 1] if 0 < n <= self._width else 0
        if most >= 0:
            return (costs < 0).nonzero()[0]
        texts: Whole = (self._rows + (tops <= most).nonzero()[0]).reshape(-1)
        return texts[costs[texts] <= most]


class Lists:
    """The postings of terms as they lie in arrays, which may be files."""

    def __init__(self, postings: Postings) -> None:
        self._ends: Sequence[int] = postings.offsets.data
        self._texts, self._weights = postings.texts, postings.weights
        self._views = postings.texts.data, postings.weights.data

    def one(self, term: int) -> tuple[NDArray[np.int32], Floats]:
        """The texts that hold a term, and its weights in them."""
        span = self._span(term)
        return self._texts[span], self._weights[span]

    def sample(self, terms: Sequence[int], n: int) -> NDArray[np.int32]:
        """Some texts of the rarest term that n texts or more hold; none where no term is."""
        ends, first, last, fewest = self._ends, 0, 0, len(self._texts) + 1
        for term in terms:
            if n <= (size := ends[term + 1] - ends[term]) < fewest:
                first, last, fewest = ends[term], ends[term + 1], size
        return self._texts[first : min(last, first + SAMPLED)]

    def size(self, terms: Sequence[int]) -> int:
        """How many postings terms have."""
        return sum(self._ends[term + 1] - self._ends[term] for term in terms)

    def joined(self, terms: Sequence[int], factors: Sequence[float] | None) -> tuple[Whole, bytes]:
        """The texts that hold terms, term after term, and the weights there times the terms' factors."""
        texts, weights = self._views
        spans = list(map(self._span, terms))
        parts = [weights[span] for span in spans] if factors is None else self._scaled(terms, factors)
        numbers = np.frombuffer(b"".join([texts[span] for span in spans]), np.int32)
        return numbers.astype(np.intp), b"".join(parts)

    def _span(self, term: int) -> slice:
        return slice(self._ends[term], self._ends[term + 1])

    def _scaled(self, terms: Sequence[int], factors: Sequence[float]) -> Sequence[memoryview]:
        kind = self._weights.dtype.type
        rows = (
            (self._weights[self._span(term)], factor) for term, factor in zip(terms, factors, strict=True)
        )
        return [(weights if factor == 1 else weights * kind(factor)).data for weights, factor in rows]


class Apart(Lists):
    """The postings of few terms, each term's cut out beforehand."""

    def __init__(self, postings: Postings) -> None:
        super().__init__(postings)
        self._ends = postings.offsets.tolist()
        spans = list(map(self._span, range(len(self._ends) - 1)))
        texts = postings.texts.astype(np.intp)
        self._texts_of = [texts[span].tobytes() for span in spans].__getitem__
        self._weights_of = [postings.weights[span].tobytes() for span in spans].__getitem__

    def joined(self, terms: Sequence[int], factors: Sequence[float] | None) -> tuple[Whole, bytes]:
        parts = map(self._weights_of, terms) if factors is None else self._scaled(terms, factors)
        return np.frombuffer(b"".join(map(self._texts_of, terms)), np.intp), b"".join(parts)
