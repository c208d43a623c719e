"""How sure it is that the first hit answers, and that anything does: logistic sums of signals of no unit."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.questions.small_talk import of_present, small_talk
from bot.search.words.analysis import fold, is_unspaced
from bot.search.words.commonness import RAREST, rarity

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from numpy.typing import NDArray

    from bot.search.query import QueryWord
    from bot.search.ranking import Ranking

    Floats = NDArray[np.floating[Any]]


TIE = 0.1  # share of the first hit's score


def _weights(ranking: Ranking) -> Floats:
    """Of each known word, how well the first hit or its title holds it: 0 to 1."""
    candidates, best = ranking.candidates, ranking.order[0]
    weights: Floats = np.maximum(candidates.whole.weights[best], candidates.context[best])
    return weights


def _covered_words(ranking: Ranking) -> list[QueryWord]:
    asked, words = ranking.candidates.asked, ranking.candidates.query.words
    return [words[place] for place, weight in zip(asked.words, _weights(ranking), strict=True) if weight]


def covered(ranking: Ranking) -> float:
    """Share of the question's words, by rarity, in passage or title; unknown ones count as the rarest."""
    return float(_weights(ranking) @ ranking.candidates.asked.idf) / ranking.asked_idf


def covered_together(ranking: Ranking) -> float:
    """The same of its best sentence with the title."""
    candidates, best = ranking.candidates, ranking.order[0]
    rows = candidates.sentence_owner == best
    weights = np.maximum(candidates.sentences.weights[rows], candidates.context[best])
    return float((weights @ candidates.asked.idf).max(initial=0.0)) / ranking.asked_idf


def lead(ranking: Ranking) -> float:
    """How far the second hit is behind, as a share of the first one's score, where most words are covered."""
    return _behind(ranking) * covered(ranking)


def _behind(ranking: Ranking) -> float:
    scores = ranking.scores[ranking.order[:2]]
    return float(1 - scores[1] / scores[0]) if len(scores) > 1 else 1.0


def tied(ranking: Ranking) -> float:
    """How nearly as good the second hit is: 1 for just as good, 0 from a tenth of the score on."""
    return max(1 - _behind(ranking) / TIE, 0.0)


def substance(ranking: Ranking) -> float:
    """The rarity of the covered words together, 1 for as much as two words of one text each."""
    return min(covered(ranking) * ranking.asked_idf / (2 * ranking.rarest), 1.0)


def specialty(ranking: Ranking) -> float:
    """How rare the rarest covered word is in the language at large: 1 for a name, half for "lunch"."""
    rarities = [_rarity(word.typed) for word in _covered_words(ranking)]
    return max(rarities, default=0.0) / RAREST


def _rarity(typed: str) -> float:
    return RAREST if is_unspaced(typed[:1]) or " " in typed else rarity(fold(typed))


def paired(ranking: Ranking) -> float:
    """Neighbouring words of the question found as neighbours, against all its words."""
    return min(ranking.value("pairs") / ranking.asked_idf, 2.0)


def unknown_share(ranking: Ranking) -> float:
    """Share of the question's words, by weight, that no text holds; less for one like a word of the hit."""
    words = ranking.candidates.query.words
    unlike = zip(ranking.unknown, ranking.likenesses, strict=True)
    unknown = sum(word.weight * (1 - likeness) for word, likeness in unlike)
    return unknown / max(sum(word.weight for word in words), 1.0)


def unpaired(ranking: Ranking) -> float:
    """Share of the pairs of unspaced characters that it lacks."""
    words = ranking.candidates.query.words
    pairs = {
        place: word for place, word in enumerate(words) if word.size == 2 and is_unspaced(word.typed[:1])
    }
    held = dict(zip(ranking.candidates.asked.words, _weights(ranking), strict=True))
    return sum(word.weight for place, word in pairs.items() if not held.get(place)) / max(len(pairs), 1)


def shortness(ranking: Ranking) -> float:
    """How few words there are to judge by: 1 for one, less for more."""
    return 1 / max(len(ranking.candidates.query.words), 1)


def corrected(ranking: Ranking) -> float:
    """Words read as others, up to two."""
    return float(min(ranking.candidates.query.corrected, 2))


def dated_as_asked(ranking: Ranking) -> float:
    """How well its date fits when the question is what happened then."""
    candidates = ranking.candidates
    return float(candidates.date_fit[ranking.order[0]]) if candidates.query.wants_event else 0.0


def asks_for_date_only(ranking: Ranking) -> float:
    """The same, of a question that names nothing but a date: "what happened in the 94 storm?"."""
    words = ranking.candidates.query.words
    return dated_as_asked(ranking) if all(word.is_beside for word in words) else 0.0


def misdated(ranking: Ranking) -> float:
    """How badly its dates fit the ones that the question names."""
    candidates = ranking.candidates
    return 1 - float(candidates.date_fit[ranking.order[0]]) if candidates.query.dates else 0.0


def undated(ranking: Ranking) -> float:
    """Whether a date is wanted and no sentence of it holds one."""
    candidates = ranking.candidates
    rows = candidates.sentence_owner == ranking.order[0]
    return float(candidates.query.wants_date and not candidates.is_dated[rows].any())


def speaks_of_people_here(ranking: Ranking) -> float:
    """How often it speaks of the people in the chat, up to two."""
    return float(small_talk(ranking.candidates.query.text))


def speaks_of_present(ranking: Ranking) -> float:
    """Whether it asks how things are at present."""
    return float(of_present(ranking.candidates.query.text))


@dataclass(frozen=True, slots=True)
class Signal:
    """A sign of how sure an answer is; what it weighs for "the first hit answers" and "some passage does"."""

    name: str
    of: Callable[[Ranking], float]
    right_weight: float
    answerable_weight: float


# Weights: `python -m tests.search.weights sure DIR ...`, of open questions with and without an answer. Those
# for "answerable" are an earlier fit: a later one over all languages alike answered more off topic in small
# libraries.
SIGNALS = (
    Signal("covered", covered, 0.0, 0.77),
    Signal("covered together", covered_together, 0.0, 2.87),
    Signal("lead", lead, 3.6, 0.0),
    Signal("tied", tied, -1.4, 0.0),
    Signal("substance", substance, 2.85, 3.3),
    Signal("specialty", specialty, 3.2, 2.67),
    Signal("paired", paired, 1.0, 0.8),
    Signal("unknown share", unknown_share, -3.8, -7.11),
    Signal("unpaired", unpaired, -5.1, -5.75),
    Signal("shortness", shortness, -2.0, -3.03),
    Signal("corrected", corrected, -0.1, -0.55),
    Signal("dated as asked", dated_as_asked, 0.1, 0.18),
    Signal("date only", asks_for_date_only, 4.0, 7.0),  # set by reason: no open set asks so
    Signal("misdated", misdated, -1.25, -2.89),
    Signal("undated", undated, -0.1, -0.68),
    Signal("small talk", speaks_of_people_here, -1.5, -1.91),
    Signal("of now", speaks_of_present, -1.3, -2.66),
)
RIGHT_BIAS, ANSWERABLE_BIAS = -2.95, -1.72


@dataclass(frozen=True, slots=True)
class Judgement:
    """How sure it is, 0 to 1, that the first hit answers, and that the index holds an answer at all."""

    right: float
    answerable: float


NOTHING = Judgement(0.0, 0.0)


def judge(ranking: Ranking) -> Judgement:
    """How sure the best hit is; nothing is sure without one."""
    if not len(ranking.order):
        return NOTHING
    values = [(signal, signal.of(ranking)) for signal in SIGNALS]
    right = RIGHT_BIAS + sum(signal.right_weight * value for signal, value in values)
    answerable = ANSWERABLE_BIAS + sum(signal.answerable_weight * value for signal, value in values)
    return Judgement(_logistic(right), _logistic(answerable))


def _logistic(total: float) -> float:
    return 1 / (1 + math.exp(-total))
