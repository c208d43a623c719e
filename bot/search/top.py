"""The best texts for some terms, without scoring all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from bot.search.postings import Postings

    Floats = NDArray[np.floating[Any]]
    Whole = NDArray[np.int64]


class Ranked(NamedTuple):
    """Texts with their scores, best first, equal ones in reading order."""

    texts: Whole
    scores: Floats


def weigh_all(postings: Postings, query: Iterable[tuple[int, float]]) -> Floats:
    """Scores of all texts for numbered terms, each with its weight."""
    kind = postings.weights.dtype.type
    scores = np.zeros(len(postings.lengths), kind)
    for number, weight in query:
        place = slice(*postings.offsets[number : number + 2].tolist())
        scores[postings.texts[place]] += postings.weights[place] * kind(weight)
    return scores


def best(scores: Floats, n: int) -> Ranked:
    """The n highest scores above 0."""
    chosen = np.sort(np.argpartition(-scores, n)[:n]) if n < len(scores) else np.arange(len(scores))
    chosen = chosen[scores[chosen] > 0]
    chosen = chosen[np.argsort(-scores[chosen], kind="stable")]
    return Ranked(chosen, scores[chosen])


def top(postings: Postings, query: Sequence[tuple[int, float]], n: int) -> Ranked:
    """The n best texts for numbered terms with weights; the very ones that `weigh_all` ranks first."""
    return best(weigh_all(postings, query), n)


def scores_of(postings: Postings, query: Iterable[tuple[int, float]], texts: Whole) -> Floats:
    """Scores of some texts, their numbers sorted."""
    return weigh_all(postings, query)[texts]
