"""The best texts for some terms, found in arrays of postings.

All texts that hold a term are scored. To leave out what cannot be among the best (rare terms first, a bound
on what the others may add: MaxScore) was measured and lost: at a million passages it spared 15 % of the
postings, and to look up one text in a long list costs what adding 25 postings to the scores does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.search.postings import Postings

    Floats = NDArray[np.floating[Any]]
    Whole = NDArray[np.int64]
    Query = Sequence[tuple[int, float]]  # numbered terms with weights

DEPTH = 64  # texts that are compared with each other at once
ROWS = np.arange(DEPTH)[:, None]
SEARCH_COSTS = 30  # times what adding one posting to the scores of all costs


class Ranked(NamedTuple):
    """Texts with their scores, best first, equal ones in reading order."""

    texts: Whole
    scores: Floats


def weigh_all(postings: Postings, query: Query) -> Floats:
    """Scores of all texts."""
    return _table(postings, query).reshape(-1)[: len(postings.lengths)]


def top(postings: Postings, query: Query, n: int) -> Ranked:
    """The n best texts of those that hold a term; the very ones that a sort of all scores puts first."""
    table = _table(postings, query)
    texts = _likely(table, n)
    scores = table.reshape(-1)[texts]
    order = (-scores).argsort(kind="stable")[:n]
    return Ranked(texts[order], scores[order])


def _table(postings: Postings, query: Query) -> Floats:
    """Scores of all texts in rows of equal length, row after row, with some zeros behind."""
    width = -(-len(postings.lengths) // DEPTH)
    scores = np.zeros(DEPTH * width, postings.weights.dtype)
    texts, weights, ends = [], [], postings.offsets
    for number, weight in query:
        first, last = ends.item(number), ends.item(number + 1)
        texts.append(postings.texts[first:last])
        found = postings.weights[first:last]
        weights.append(found if weight == 1 else found * scores.dtype.type(weight))
    if (
        texts
    ):  # one after the other; with indexes of this width it is thrice as quick as scores[texts] += weights
        np.add.at(scores, np.concatenate(texts, dtype=np.intp), np.concatenate(weights))
    return scores.reshape(DEPTH, width)


def _likely(table: Floats, n: int) -> Whole:
    """Texts among which the n best are, in order: all with at least the n-th highest top of a column.

    The tops are found by comparing whole rows, the quickest thing to do with so many numbers. As n columns
    have a top that is as high, n texts have a score that is as high.
    """
    width = table.shape[1]
    tops = np.maximum.reduce(table) if width else table[0]
    least = np.partition(tops, width - n)[width - n] if n < width else 0
    if least <= 0:
        return (table.reshape(-1) > 0).nonzero()[0]
    columns = (tops >= least).nonzero()[0]
    texts: Whole = (ROWS * width + columns).reshape(-1)
    return texts[table.reshape(-1)[texts] >= least]


def scores_of(postings: Postings, query: Query, texts: Whole) -> Floats:
    """Scores of some texts, their numbers sorted: the very ones of `weigh_all`."""
    if len(texts) * SEARCH_COSTS > sum(int(postings.offsets[t + 1] - postings.offsets[t]) for t, _ in query):
        return weigh_all(postings, query)[texts]
    kind = postings.weights.dtype.type
    scores = np.zeros(len(texts), kind)
    for number, weight in query:
        first, last = postings.offsets[number : number + 2].tolist()
        held = postings.texts[first:last]
        at = np.minimum(np.searchsorted(held, texts), max(last - first - 1, 0))
        found = np.flatnonzero(held[at] == texts) if last > first else at[:0]
        scores[found] += postings.weights[first + at[found]] * kind(weight)
    return scores
