"""The best passages of a first ranking, and where the question's words stand in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from bot.search.corpus import ranges

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from bot.search.layout import Layout
    from bot.search.query import Query

    Floats = NDArray[np.floating[Any]]
    Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query in numbers: its known words ("slots") and the terms that answer to them, sorted by term."""

    terms: NDArray[np.int32]
    slots: Whole
    weights: Floats
    idf: Floats  # by slot
    words: tuple[int, ...]  # the query's word of each slot

    @classmethod
    def of(cls, query: Query, numbers: Mapping[str, int], idf: Floats) -> Asked:
        """The words of a query that stand in the index in some form; a term answers to one slot, its best."""
        rows: dict[int, tuple[float, int]] = {}
        rarity: list[float] = []
        words: list[int] = []
        for place, word in enumerate(query.words):
            known = [
                (number, form.weight) for form in word.forms if (number := numbers.get(form.term)) is not None
            ]
            if not known:
                continue
            for number, weight in known:
                rows[number] = max(rows.get(number, (0.0, 0)), (weight, -len(rarity)))
            rarity.append(float(idf[known[0][0]]))
            words.append(place)
        terms = sorted(rows)
        return cls(
            np.array(terms, np.int32),
            np.array([-rows[term][1] for term in terms], np.int64),
            np.array([rows[term][0] for term in terms], np.float64),
            np.array(rarity, np.float64),
            tuple(words),
        )

    def weighted(self) -> list[tuple[int, float]]:
        """The terms with their weights, as BM25 takes them."""
        return list(zip(self.terms.tolist(), self.weights.tolist(), strict=True))

    def find(self, terms: NDArray[np.int32]) -> tuple[Whole, Whole]:
        """Where asked terms stand in a row of terms, and which they are."""
        if not len(self.terms):
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        at = np.minimum(np.searchsorted(self.terms, terms), len(self.terms) - 1)
        places = np.flatnonzero(self.terms[at] == terms)
        return places, at[places]


@dataclass(frozen=True, slots=True)
class Matches:
    """How the slots stand in pieces of text (passages, sentences): counts and the best form's weight."""

    counts: Floats  # piece x slot
    weights: Floats  # piece x slot, 0 where none stands
    lengths: Floats  # units of each piece

    @classmethod
    def of(cls, asked: Asked, pieces: Whole, found: Whole, lengths: Floats) -> Matches:
        """Matches of found asked terms, each in its piece."""
        shape = (len(lengths), len(asked.idf))
        cells = pieces * shape[1] + asked.slots[found]
        counts = np.bincount(cells, minlength=shape[0] * shape[1]).astype(np.float64)
        weights = np.zeros(shape[0] * shape[1])
        np.maximum.at(weights, cells, asked.weights[found])
        return cls(counts.reshape(shape), weights.reshape(shape), lengths)


class Places(NamedTuple):
    """Where asked words stand: which candidate, which place in the row of all units, which slot."""

    owners: Whole
    places: Whole
    slots: Whole


@dataclass(frozen=True, slots=True)
class Ranked:
    """Passages of a first ranking, their scores, and how well their dates fit the ones asked for (0 to 1)."""

    passages: Whole
    scores: Floats
    date_fit: Floats


@dataclass(frozen=True, slots=True)
class Candidates:
    """Some passages and how the asked words stand in them, in their sentences and in their context."""

    query: Query
    asked: Asked
    passages: Whole
    scores: Floats  # of the first ranking
    date_fit: Floats  # 0 to 1, of the dates that the question names
    units: NDArray[np.int32]  # of all candidates behind each other
    unit_owner: Whole  # which candidate
    found: Places
    whole: Matches
    context: Floats  # candidate x slot: weight of the best form in title and headings
    sentence_owner: Whole
    sentences: Matches
    is_dated: NDArray[np.bool_]  # by sentence
    has_number: NDArray[np.bool_]


def gather(layout: Layout, query: Query, asked: Asked, ranked: Ranked) -> Candidates:
    """The candidates of a ranking, with all their matches."""
    passages = ranked.passages
    starts, ends = layout.unit_offsets[passages], layout.unit_offsets[passages + 1]
    at = ranges(starts, ends)
    units, owner = layout.units[at], np.repeat(np.arange(len(passages)), ends - starts)
    found, asked_for = _found(layout, asked, passages, (at, units, owner))
    first, last = layout.sentence_offsets[passages], layout.sentence_offsets[passages + 1]
    sentence_at = ranges(first, last)
    before = np.concatenate(([0], np.cumsum(last - first)[:-1]))  # sentences of the candidates before
    inside = np.searchsorted(layout.sentences[:-1], found.places, "right") - 1
    inside += (before - first)[found.owners]
    lengths = (layout.sentences[sentence_at + 1] - layout.sentences[sentence_at]).astype(np.float64)
    return Candidates(
        query=query,
        asked=asked,
        passages=passages,
        scores=ranked.scores,
        date_fit=ranked.date_fit,
        units=units,
        unit_owner=owner,
        found=found,
        whole=Matches.of(asked, found.owners, asked_for, (ends - starts).astype(np.float64)),
        context=_context(layout, asked, passages),
        sentence_owner=np.repeat(np.arange(len(passages)), last - first),
        sentences=Matches.of(asked, inside, asked_for, lengths),
        is_dated=layout.is_dated[sentence_at],
        has_number=layout.has_number[sentence_at],
    )


def _found(
    layout: Layout, asked: Asked, passages: Whole, rows: tuple[Whole, NDArray[np.int32], Whole]
) -> tuple[Places, Whole]:
    """Asked words among the units (places, terms, owners) and the extras; and which asked term each is."""
    at, units, owner = rows
    places, found = asked.find(units)
    starts, ends = layout.extra_offsets[passages], layout.extra_offsets[passages + 1]
    extra_at = ranges(starts, ends)
    extra_places, extra_found = asked.find(layout.extras[extra_at])
    extra_owner = np.repeat(np.arange(len(passages)), ends - starts)
    found = np.concatenate((found, extra_found))
    owners = np.concatenate((owner[places], extra_owner[extra_places]))
    where = np.concatenate((at[places], layout.extra_places[extra_at[extra_places]]))
    return Places(owners, where, asked.slots[found]), found


def _context(layout: Layout, asked: Asked, passages: Whole) -> Floats:
    weights = np.zeros((len(passages), len(asked.idf)))
    rows: dict[int, tuple[Whole, Whole]] = {}
    for i, context in enumerate(layout.context_of[passages].tolist()):
        if context not in rows:
            rows[context] = asked.find(layout.contexts[context])
        found = rows[context][1]
        np.maximum.at(weights[i], asked.slots[found], asked.weights[found])
    return weights
