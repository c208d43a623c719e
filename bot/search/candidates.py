"""The best passages of a first ranking, and where the question's words stand in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from bot.arrays import Strings, offsets
from bot.search.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from bot.search.layout import Layout
    from bot.search.query import Query

    Floats = NDArray[np.floating[Any]]
    Whole = NDArray[np.int64]


K1, B = 0.9, 0.6  # of the BM25s of sentences and of grams, as in bm25.TRUE_PLUS
SENTENCE_LENGTH = 25.0  # units, about the mean of encyclopedia articles


@dataclass(frozen=True, slots=True)
class Asked:
    """A query in numbers: its known words ("slots") and the terms that answer to them, sorted by term."""

    terms: NDArray[np.int32]
    slots: Whole
    weights: Floats
    idf: Floats  # by slot, with the word's weight
    saliences: Floats  # by slot
    words: tuple[int, ...]  # the query's word of each slot
    sieve: Lookup  # of the terms

    @classmethod
    def of(cls, query: Query, numbers: Mapping[str, int], idf: Floats) -> Asked:
        """The words of a query that stand in the index in some form; a term answers to one slot, its best."""
        rows: dict[int, tuple[float, int]] = {}
        rarity: list[float] = []
        saliences: list[float] = []
        words: list[int] = []
        for place, word in enumerate(query.words):
            known = [
                (number, form.weight) for form in word.forms if (number := numbers.get(form.term)) is not None
            ]
            if not known:
                continue
            for number, weight in known:
                rows[number] = max(rows.get(number, (0.0, 0)), (weight, -len(rarity)))
            rarity.append(float(idf[known[0][0]]) * word.weight)
            saliences.append(word.weight)
            words.append(place)
        terms = sorted(rows)
        numbered = np.array(terms, np.int32)
        return cls(
            numbered,
            np.array([-rows[term][1] for term in terms], np.int64),
            np.array([rows[term][0] for term in terms], np.float64),
            np.array(rarity, np.float64),
            np.array(saliences, np.float64),
            tuple(words),
            Lookup.of(numbered),
        )

    def weighted(self) -> list[tuple[int, float]]:
        """The terms with their weights, as BM25 takes them."""
        weights = self.weights * self.saliences[self.slots]
        return list(zip(self.terms.tolist(), weights.tolist(), strict=True))

    def find(self, terms: NDArray[np.int32]) -> tuple[Whole, Whole]:
        """Where asked terms stand in a row of terms, and which they are."""
        return self.sieve.find(terms)


@dataclass(frozen=True, slots=True)
class Matches:
    """How the slots stand in pieces of text (passages, sentences): counts and the best form's weight."""

    counts: Floats  # piece x slot
    weights: Floats  # piece x slot, 0 where none stands
    lengths: Floats  # units of each piece

    @classmethod
    def of(cls, asked: Asked, pieces: Whole, which: Whole, lengths: Floats) -> Matches:
        """Matches of found asked terms, each in its piece."""
        shape = (len(lengths), len(asked.idf))
        cells = pieces * shape[1] + asked.slots[which]
        counts = np.bincount(cells, minlength=shape[0] * shape[1]).astype(np.float64)
        weights = np.zeros(shape[0] * shape[1])
        np.maximum.at(weights, cells, asked.weights[which])
        return cls(counts.reshape(shape), weights.reshape(shape), lengths)


class Places(NamedTuple):
    """Where asked words stand: which candidate, which place, which slot."""

    owners: Whole
    places: Whole  # in the row of all candidates' units
    slots: Whole


@dataclass(frozen=True, slots=True)
class Ranked:
    """Passages of a first ranking, their scores, and how well their dates fit the ones asked for (0 to 1)."""

    passages: Whole
    scores: Floats
    date_fit: Floats


@dataclass(frozen=True)  # without slots, for the scores of the sentences, which several features ask for
class Candidates:
    """The passages that are scored again, and how the asked words stand in them, sentences and context."""

    layout: Layout  # of all passages there are
    query: Query
    asked: Asked
    texts: Strings  # of all passages there are
    passages: Whole
    scores: Floats  # of the first ranking
    date_fit: Floats  # 0 to 1, of the dates that the question names
    units: NDArray[np.int32]  # terms of all candidates behind each other
    forms: NDArray[np.int32]  # the same as written
    unit_owner: Whole  # which candidate
    places: Places
    whole: Matches
    context: Floats  # candidate x slot: weight of the best form in title and headings
    sentence_owner: Whole
    sentences: Matches
    is_dated: NDArray[np.bool_]  # by sentence
    has_number: NDArray[np.bool_]

    @cached_property
    def sentence_scores(self) -> Floats:
        """BM25 of each sentence, with its title in front."""
        matches, titled = self.sentences, self.context[self.sentence_owner]
        counts = matches.counts + (titled > 0)
        norm = K1 * (1 - B + B * matches.lengths / SENTENCE_LENGTH)
        saturated = counts * (K1 + 1) / (counts + norm[:, None]) + (counts > 0)
        scores: Floats = (saturated * np.maximum(matches.weights, titled)) @ self.asked.idf
        return scores


def gather(layout: Layout, texts: Strings, query: Query, asked: Asked, ranked: Ranked) -> Candidates:
    """The candidates of a ranking, with all their matches."""
    passages, rows = ranked.passages, layout.units
    at, owner = rows.forms.chosen(passages)
    forms = rows.forms.values[at]
    units = layout.term_of[forms]
    before = offsets(np.bincount(owner, minlength=len(passages)))  # units of the candidates before
    places, asked_for = _places(layout, asked, passages, (units, owner, before))
    at, sentence_owner = rows.sentences.chosen(passages)
    sentence_rows = rows.sentences.values[at]
    sentences = sentence_rows[:, 0] + before[sentence_owner]
    inside = sentences.searchsorted(places.places, "right") - 1
    return Candidates(
        layout=layout,
        query=query,
        asked=asked,
        texts=texts,
        passages=passages,
        scores=ranked.scores,
        date_fit=ranked.date_fit,
        units=units,
        forms=forms,
        unit_owner=owner,
        places=places,
        whole=Matches.of(asked, places.owners, asked_for, _steps(before)),
        context=_context(layout, asked, passages),
        sentence_owner=sentence_owner,
        sentences=Matches.of(asked, inside, asked_for, _steps(np.concatenate((sentences, [len(units)])))),
        is_dated=sentence_rows[:, 1] > 0,
        has_number=sentence_rows[:, 2] > 0,
    )


def _steps(rising: Whole) -> Floats:
    """How far each number is from the one before."""
    return (rising[1:] - rising[:-1]).astype(np.float64)


def _places(
    layout: Layout, asked: Asked, passages: Whole, rows: tuple[NDArray[np.int32], Whole, Whole]
) -> tuple[Places, Whole]:
    """Asked words among the units (terms, owners, units before each owner's) and what stands beside them."""
    units, owner, before = rows
    places, which = asked.find(units)
    all_places, all_owners, all_asked = [places], [owner[places]], [which]
    for beside in (layout.units.beside, layout.named):
        at, owners = beside.chosen(passages)
        forms, units_beside = beside.values[at].T
        hits, which = asked.find(layout.term_of[forms])
        owners = owners[hits]
        all_places.append(before[owners] + units_beside[hits])
        all_owners.append(owners)
        all_asked.append(which)
    which = np.concatenate(all_asked)
    where = Places(np.concatenate(all_owners), np.concatenate(all_places), asked.slots[which])
    return where, which


def _context(layout: Layout, asked: Asked, passages: Whole) -> Floats:
    contexts, slots = layout.contexts, len(asked.idf)
    at, owners = contexts.terms.chosen(contexts.of_passage[passages])
    hits, which = asked.find(contexts.terms.values[at])
    weights = np.zeros(len(passages) * slots)
    np.maximum.at(weights, owners[hits] * slots + asked.slots[which], asked.weights[which])
    return weights.reshape(len(passages), slots)
