"""Reasons to rank a passage higher: each a small function, all weighed in one table.

Each gives a value for every candidate: sums of BM25 or of idf, and so comparable within one question only.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.arrays import different
from bot.search.candidates import K1, B
from bot.search.feature import Feature
from bot.search.lookup import Lookup
from bot.search.words.analysis import fold
from bot.search.words.commonness import is_name

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.search.candidates import Candidates

    Floats = NDArray[np.floating[Any]]
    Whole = NDArray[np.int64]

BESIDE_NUMBER = 2  # units between a number and what it counts
NEAR = 4  # units between two words that belong together
LOOKED_AT = 12  # passages whose texts are looked at
ASKING = 200  # characters up to which a passage that ends with a question mark tells nothing else
_QUESTION_MARKS = ("?", "？")
_MAY_ASK = np.zeros(256, np.bool_)  # by the last byte of a text
_MAY_ASK[[mark.encode()[-1] for mark in (*_QUESTION_MARKS, " ", "\n")]] = True
EVENT_FACTOR = 5.0  # what a fitting date counts more when the question is what happened then


def words(candidates: Candidates) -> Floats:
    """BM25 of the passage with its title and headings."""
    return candidates.scores


def sentence(candidates: Candidates) -> Floats:
    """The best sentence's own BM25, with its title in front."""
    return _best(candidates.sentence_scores, candidates)


def dated_sentence(candidates: Candidates) -> Floats:
    """The best sentence that holds a date, when a date is wanted."""
    if not candidates.query.wants_date:
        return np.zeros(len(candidates.passages))
    return _best(np.where(candidates.is_dated, candidates.sentence_scores, 0.0), candidates)


def number_sentence(candidates: Candidates) -> Floats:
    """The best sentence that holds a number, when an amount is wanted."""
    if not candidates.query.wants_number:
        return np.zeros(len(candidates.passages))
    return _best(np.where(candidates.has_number, candidates.sentence_scores, 0.0), candidates)


def amount_sentence(candidates: Candidates) -> Floats:
    """The best sentence that holds a number with a word of the kind that is asked for: money, share, span."""
    if not candidates.query.amount:
        return np.zeros(len(candidates.passages))
    known = (candidates.layout.numbers.get(term) for term in candidates.query.amount.terms)
    says = np.isin(candidates.units, [number for number in known if number is not None])
    is_number = candidates.layout.is_number[candidates.units]
    beside = np.convolve(is_number, np.ones(2 * BESIDE_NUMBER + 1), "same") > 0
    sentence_of = np.repeat(
        np.arange(len(candidates.sentence_owner)), candidates.sentences.lengths.astype(int)
    )
    holds = np.bincount(sentence_of[says & beside], minlength=len(candidates.sentence_owner)) > 0
    return _best(np.where(holds, candidates.sentence_scores, 0.0), candidates)


def sentence_coverage(candidates: Candidates) -> Floats:
    """The largest share of the question's words, by rarity, that one sentence holds."""
    idf = candidates.asked.idf
    return _best(candidates.sentences.weights @ idf / max(float(idf.sum()), 1e-9), candidates)


def context(candidates: Candidates) -> Floats:
    """The idf of the words of the question in title and headings."""
    return candidates.context @ candidates.asked.idf


def _best(values: Floats, candidates: Candidates) -> Floats:
    """The highest value of each candidate's sentences."""
    best = np.zeros(len(candidates.passages))
    np.maximum.at(best, candidates.sentence_owner, values)
    return best


def pairs(candidates: Candidates) -> Floats:
    """Neighbouring words of the question that are neighbours in the passage, in the same order."""
    values = np.zeros(len(candidates.passages))
    size = len(candidates.layout.numbers) + 1
    wanted = _wanted_pairs(candidates, size)
    if not wanted or len(candidates.units) < 2:
        return values
    keys = np.array(sorted(wanted), np.int64)
    gains = np.array([wanted[key] for key in keys.tolist()])
    neighbours = candidates.units[:-1].astype(np.int64) * size + candidates.units[1:]
    places, which = Lookup.of(keys).find(neighbours)
    owners = candidates.unit_owner[places]
    same_text = owners == candidates.unit_owner[places + 1]
    cells = different((owners * len(keys) + which)[same_text])
    np.add.at(values, cells // len(keys), gains[cells % len(keys)])
    return values


def _wanted_pairs(candidates: Candidates, size: int) -> dict[int, float]:
    """Pairs of neighbouring terms of the question as one number each, and the rarity of both."""
    asked = candidates.asked
    rarity = dict(zip(asked.terms.tolist(), asked.idf[asked.slots].tolist(), strict=True))
    numbers = [candidates.layout.numbers.get(term, -1) for term in candidates.query.units]
    return {
        a * size + b: gain
        for a, b in pairwise(numbers)
        if a >= 0 and b >= 0 and (gain := rarity.get(a, 0.0) + rarity.get(b, 0.0))
    }


def near(candidates: Candidates) -> Floats:
    """Words that follow each other in the question and, in the same order, closely in the passage."""
    slots = len(candidates.asked.idf)
    values = np.zeros(len(candidates.passages))
    if slots < 2:
        return values
    order = candidates.places.places.argsort(kind="stable")
    owners, places, kinds = (row[order] for row in candidates.places)
    cells = []
    for step in range(1, NEAR + 1):
        close = (kinds[step:] - kinds[:-step] == 1) & (places[step:] - places[:-step] <= NEAR)
        same = close & (owners[:-step] == owners[step:])
        cells.append(owners[:-step][same] * slots + kinds[:-step][same])
    near_pairs = different(np.concatenate(cells))
    idf = candidates.asked.idf
    np.add.at(values, near_pairs // slots, idf[near_pairs % slots] + idf[near_pairs % slots + 1])
    return values


def grams(candidates: Candidates) -> Floats:
    """BM25 of the character 4-grams of the question's words."""
    size = len(candidates.passages)
    asked = candidates.layout.grams.known([word.forms[0].term for word in candidates.query.words])
    if not len(asked):
        return np.zeros(size)
    counts, lengths = candidates.layout.grams.count(asked, candidates.units, candidates.unit_owner, size)
    norm = K1 * (1 - B + B * lengths / max(float(lengths.sum()) / size, 1.0))
    saturated = counts * (K1 + 1) / (counts + norm[:, None]) + (counts > 0)
    return saturated @ candidates.layout.grams.idf[asked]


def as_typed(candidates: Candidates) -> Floats:
    """Words that stand there in the very form that was typed: "sentenced", not "sentence".

    Only small words of English: names and the words of languages with cases change their form for less.
    """
    asked, places = candidates.asked, candidates.places
    words = [candidates.query.words[place].typed for place in asked.words]
    slot_of = {fold(word): slot for slot, word in enumerate(words) if word.isascii() and word.islower()}
    forms, at = np.unique(candidates.forms[places.places], return_inverse=True)
    slots = np.array([slot_of.get(candidates.layout.words[form], -1) for form in forms.tolist()], np.int64)
    same = slots[at] == places.slots
    shape = (len(candidates.passages), len(asked.idf))
    held = np.bincount(places.owners[same] * shape[1] + places.slots[same], minlength=shape[0] * shape[1]) > 0
    values: Floats = held.reshape(shape) @ asked.idf
    return values


def date_named(candidates: Candidates) -> Floats:
    """How well a date fits the period that the question names: 0 to 1, or to 5 for what happened then."""
    return candidates.date_fit * (EVENT_FACTOR if candidates.query.wants_event else 1.0)


def names_lacked(candidates: Candidates) -> Floats:
    """Minus the idf of names and numbers of the question that neither passage nor title holds."""
    asked = candidates.asked
    words, language = candidates.query.words, candidates.query.language
    names = np.array([is_name(words[place].typed, language) for place in asked.words], np.bool_)
    lacks = np.maximum(candidates.whole.weights, candidates.context) == 0
    lacked: Floats = lacks[:, names] @ asked.idf[names]
    return -lacked


def only_asks(candidates: Candidates) -> Floats:
    """Minus its BM25 for a passage that only asks something itself, as in chats; 0 for others.

    Only of the best of the first ranking, as their texts are looked at.
    """
    values = np.zeros(len(candidates.passages))
    looked_at = (-candidates.scores).argsort(kind="stable")[:LOOKED_AT]
    ends = candidates.texts.last_bytes(candidates.passages[looked_at])
    for place in looked_at[_MAY_ASK[ends]].tolist():
        text = candidates.texts[int(candidates.passages[place])]
        if len(text) <= ASKING and text.rstrip().endswith(_QUESTION_MARKS):
            values[place] = -candidates.scores[place]
    return values


def brevity(candidates: Candidates) -> Floats:
    """How much shorter than the mean it is, by what was asked: long passages share more words by chance.

    Not when a date is wanted: passages with dates tell more and are longer.
    """
    if candidates.query.wants_date:
        return np.zeros(len(candidates.passages))
    mean = len(candidates.layout.units.forms.values) / max(len(candidates.layout.contexts.of_passage), 1)
    return -np.log(np.maximum(candidates.whole.lengths, 1) / max(mean, 1)) * float(candidates.asked.idf.sum())


# Weights: `python -m tests.search.weights rank DIR`, between the fits on either half of the open questions; a
# fit over real questions as well (by conditional logit, each document left out once) brought nothing more.
EVIDENCE: tuple[Feature[Candidates, Floats], ...] = (
    Feature("words", words, 1.0),
    Feature("pairs", pairs, 0.75),
    Feature("near", near, 0.2),
    Feature("sentence", sentence, 0.7),
    Feature("sentence coverage", sentence_coverage, 4.0),
    Feature("dated sentence", dated_sentence, 0.5),
    Feature("number sentence", number_sentence, 0.7),
    Feature("amount sentence", amount_sentence, 1.3),
    Feature("context", context, 0.4),
    Feature("grams", grams, 0.18),
    Feature("as typed", as_typed, 0.4),
    Feature("date named", date_named, 6.0),
    Feature("names lacked", names_lacked, 0.6),
    Feature("brevity", brevity, 0.2),
    Feature("only asks", only_asks, 0.5),
)


def weigh(candidates: Candidates) -> Floats:
    """The value of each piece of evidence in the table, for each candidate: candidate x piece."""
    if not len(candidates.passages):
        return np.zeros((0, len(EVIDENCE)))
    return np.array([row.of(candidates) for row in EVIDENCE]).T.copy()
