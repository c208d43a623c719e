"""Reasons to rank a passage higher: each a small function, all weighed in one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.search.grams import cut

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.search.candidates import Candidates, Matches
    from bot.search.layout import Layout

    Floats = NDArray[np.floating[Any]]

SENTENCE_K1, SENTENCE_B = 0.9, 0.6
SENTENCE_LENGTH = 25.0  # units, about the mean of encyclopedia articles


def words(candidates: Candidates, _: Layout) -> Floats:
    """BM25 of the passage with its title and headings."""
    return candidates.scores


def _sentence_scores(candidates: Candidates) -> Floats:
    """BM25 of each sentence as a text of its own, with its title in front."""
    matches = candidates.sentences
    titled = candidates.context[candidates.sentence_owner]
    return _bm25(matches, titled, candidates.asked.idf)


def _bm25(matches: Matches, titled: Floats, idf: Floats) -> Floats:
    counts = matches.counts + (titled > 0)
    norm = SENTENCE_K1 * (1 - SENTENCE_B + SENTENCE_B * matches.lengths / SENTENCE_LENGTH)
    saturated = counts * (SENTENCE_K1 + 1) / (counts + norm[:, None])
    return ((saturated + (counts > 0)) * np.maximum(matches.weights, titled)) @ idf


def _best(values: Floats, owners: NDArray[np.int64], size: int) -> Floats:
    best = np.zeros(size)
    np.maximum.at(best, owners, values)
    return best


def sentence(candidates: Candidates, _: Layout) -> Floats:
    """The best sentence."""
    return _best(_sentence_scores(candidates), candidates.sentence_owner, len(candidates.passages))


def dated_sentence(candidates: Candidates, _: Layout) -> Floats:
    """The best sentence that holds a date, when a date is wanted."""
    if not candidates.query.wants_date:
        return np.zeros(len(candidates.passages))
    values = np.where(candidates.is_dated, _sentence_scores(candidates), 0.0)
    return _best(values, candidates.sentence_owner, len(candidates.passages))


def pairs(candidates: Candidates, layout: Layout) -> Floats:
    """Neighbouring words of the question that are neighbours in the passage, in the same order."""
    numbers = [layout.numbers.get(term, -1) for term in candidates.query.units]
    size = len(layout.numbers) + 1
    wanted = {
        a * size + b: _pair_idf(candidates, a, b)
        for a, b in zip(numbers, numbers[1:], strict=False)
        if a >= 0 and b >= 0
    }
    values = np.zeros(len(candidates.passages))
    keys = np.array(sorted(wanted), np.int64)
    if not len(keys) or len(candidates.units) < 2:
        return values
    gains = np.array([wanted[key] for key in keys.tolist()])
    neighbours = candidates.units[:-1].astype(np.int64) * size + candidates.units[1:]
    at = np.minimum(np.searchsorted(keys, neighbours), len(keys) - 1)
    places = np.flatnonzero(keys[at] == neighbours)
    owner = candidates.unit_owner[places]
    places, owner = places[same := owner == candidates.unit_owner[places + 1]], owner[same]
    cells = np.unique(owner * len(keys) + at[places])
    np.add.at(values, cells // len(keys), gains[cells % len(keys)])
    return values


def _pair_idf(candidates: Candidates, a: int, b: int) -> float:
    asked = candidates.asked
    at = np.searchsorted(asked.terms, [a, b])
    total = 0.0
    for place, number in zip(at.tolist(), (a, b), strict=True):
        if place < len(asked.terms) and asked.terms[place] == number:
            total += float(asked.idf[asked.slots[place]])
    return total


def coverage(candidates: Candidates, _: Layout) -> Floats:
    """Share of the question's words, by rarity, that stand in the passage or its title."""
    found = np.maximum(candidates.whole.weights, candidates.context)
    return found @ candidates.asked.idf / max(float(candidates.asked.idf.sum()), 1e-9)


def context(candidates: Candidates, _: Layout) -> Floats:
    """Words of the question in title and headings."""
    return candidates.context @ candidates.asked.idf


def sentence_coverage(candidates: Candidates, _: Layout) -> Floats:
    matches = candidates.sentences
    values = matches.weights @ candidates.asked.idf / max(float(candidates.asked.idf.sum()), 1e-9)
    return _best(values, candidates.sentence_owner, len(candidates.passages))


def number_sentence(candidates: Candidates, layout: Layout) -> Floats:
    if not candidates.query.wants_number:
        return np.zeros(len(candidates.passages))
    values = np.where(candidates.has_number, _sentence_scores(candidates), 0.0)
    return _best(values, candidates.sentence_owner, len(candidates.passages))


GRAM_K1, GRAM_B = 0.9, 0.6


def grams(candidates: Candidates, layout: Layout) -> Floats:
    """BM25 of the character 4-grams of the question's words."""
    known = layout.grams
    asked = list(
        dict.fromkeys(
            number
            for word in candidates.query.words
            for gram in cut(word.forms[0].term)
            if (number := known.numbers.get(gram)) is not None
        )
    )
    size = len(candidates.passages)
    if not asked:
        return np.zeros(size)
    place = np.zeros(len(known.numbers), np.int64)
    place[asked] = np.arange(1, len(asked) + 1)
    found, sizes = known.of_terms(candidates.units)
    at = place[found]
    owners = np.repeat(candidates.unit_owner, sizes)
    hit = np.flatnonzero(at)
    counts = np.bincount(owners[hit] * len(asked) + at[hit] - 1, minlength=size * len(asked))
    counts = counts.reshape(size, len(asked))
    lengths = np.bincount(owners, minlength=size)
    norm = GRAM_K1 * (1 - GRAM_B + GRAM_B * lengths / max(float(lengths.sum()) / max(size, 1), 1.0))
    return (counts * (GRAM_K1 + 1) / (counts + norm[:, None]) + (counts > 0)) @ known.idf[asked]


def content_pairs(candidates: Candidates, layout: Layout) -> Floats:
    """Consecutive words of the question that stand near each other in order."""
    return near(candidates, layout, 4)


def wide_pairs(candidates: Candidates, layout: Layout) -> Floats:
    return near(candidates, layout, 12)


def near(candidates: Candidates, layout: Layout, window: int) -> Floats:
    size, slots = len(candidates.passages), len(candidates.asked.idf)
    values = np.zeros(size)
    if slots < 2:
        return values
    owners, wheres, kinds = candidates.found
    order = np.lexsort((wheres,))
    owners, wheres, kinds = owners[order], wheres[order], kinds[order]
    cells = []
    for step in range(1, 5):
        a, b = kinds[:-step], kinds[step:]
        good = (b - a == 1) & (wheres[step:] - wheres[:-step] <= window) & (owners[:-step] == owners[step:])
        cells.append(owners[:-step][good] * slots + a[good])
    unique = np.unique(np.concatenate(cells))
    idf = candidates.asked.idf
    np.add.at(values, unique // slots, (idf[unique % slots] + idf[unique % slots + 1]))
    return values


def date_named(candidates: Candidates, _: Layout) -> Floats:
    """A date in the period that the question names; of most weight when it asks what happened then."""
    return candidates.date_fit * (EVENT_FACTOR if candidates.query.wants_event else 1.0)


EVENT_FACTOR = 8.0
Piece = Callable[["Candidates", "Layout"], "Floats"]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A piece of evidence and what it counts."""

    name: str
    piece: Piece
    weight: float


TABLE = (
    Weighed("words", words, 1.0),
    Weighed("pairs", pairs, 0.3),
    Weighed("sentence", sentence, 0.5),
    Weighed("dated sentence", dated_sentence, 0.3),
    Weighed("coverage", coverage, 0.0),
    Weighed("context", context, 0.0),
    Weighed("sentence coverage", sentence_coverage, 0.0),
    Weighed("number sentence", number_sentence, 0.0),
    Weighed("grams", grams, 0.15),
    Weighed("near", content_pairs, 0.0),
    Weighed("wide", wide_pairs, 0.0),
    Weighed("date named", date_named, 3.0),
)


def weigh(candidates: Candidates, layout: Layout) -> Floats:
    """The value of each piece of evidence of the table, for each candidate: candidate x piece."""
    return np.stack([row.piece(candidates, layout) for row in TABLE], axis=1)
