"""Which passages hold the words of a query, without a ranking: the topic of a timeline."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.arrays import Rows
    from bot.search.index import Index
    from bot.search.query import Query

    Which = NDArray[np.bool_]


def passages_holding(query: Query, index: Index) -> Which:
    """By passage, whether it holds every word of a query that the index knows, in any of its forms.

    A word may stand over a passage only, in its headings or title, where it stands in no passage itself.
    None holds a query without words, or without any that is known.
    """
    holding = [_holding(terms, index) for terms in _known_words(query, index)]
    if not holding:
        return np.zeros(len(index.passages), np.bool_)
    return reduce(np.logical_and, holding)


def _known_words(query: Query, index: Index) -> list[NDArray[np.int64]]:
    """The terms that answer to each word."""
    numbers = index.layout.numbers
    words = [
        [number for form in word.forms if (number := numbers.get(form.term)) is not None]
        for word in query.words
        if not word.is_beside
    ]
    return [np.array(terms, np.int64) for terms in words if terms]


def _holding(terms: NDArray[np.int64], index: Index) -> Which:
    """By passage, whether any of some terms stands in it; else, if it does so in none, over it."""
    ends, texts = index.bm25.postings.offsets, index.bm25.postings.texts
    passages = np.unique(np.concatenate([texts[ends[term] : ends[term + 1]] for term in terms.tolist()]))
    inside = _inside(terms, passages, index)
    holding = np.zeros(len(index.passages), np.bool_)
    holding[passages[inside] if inside.any() else passages] = True
    return holding


def _inside(terms: NDArray[np.int64], passages: NDArray[Any], index: Index) -> Which:
    """Which of some passages hold any of some terms themselves."""
    layout = index.layout
    inside = np.zeros(len(passages), np.bool_)
    for rows in (layout.units.forms, layout.units.beside, layout.named):
        at, owners = rows.chosen(passages)
        inside[owners[np.isin(layout.term_of[_forms(rows, at)], terms)]] = True
    return inside


def _forms(rows: Rows, at: NDArray[np.int64]) -> NDArray[np.int32]:
    """The forms at some places of rows, of which some hold a place beside each form."""
    forms: NDArray[np.int32] = rows.values[at]
    return forms[:, 0] if forms.ndim > 1 else forms
