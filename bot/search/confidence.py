"""How sure it is that the first hit answers: a logistic sum of signals of no unit."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.search.ranking import Ranking


def covered(ranking: Ranking) -> float:
    """Share of the question's words, by rarity, in passage or title; unknown ones count as the rarest."""
    candidates, best = ranking.candidates, ranking.order[0]
    weights = np.maximum(candidates.whole.weights[best], candidates.context[best])
    return float(weights @ candidates.asked.idf) / ranking.asked_idf


def covered_together(ranking: Ranking) -> float:
    """The same of its best sentence with the title."""
    candidates, best = ranking.candidates, ranking.order[0]
    rows = candidates.sentence_owner == best
    weights = np.maximum(candidates.sentences.weights[rows], candidates.context[best])
    return float((weights @ candidates.asked.idf).max(initial=0.0)) / ranking.asked_idf


def covered_here(ranking: Ranking) -> float:
    """The same of its words alone, without title and headings."""
    candidates, best = ranking.candidates, ranking.order[0]
    return float(candidates.whole.weights[best] @ candidates.asked.idf) / ranking.asked_idf


def covers_rarest(ranking: Ranking) -> float:
    """Whether the rarest known word stands there."""
    candidates, best = ranking.candidates, ranking.order[0]
    weights = np.maximum(candidates.whole.weights[best], candidates.context[best])
    idf = candidates.asked.idf
    return float(weights[int(idf.argmax())]) if len(idf) else 0.0


def share_of_most(ranking: Ranking) -> float:
    """The score against the most that words of this rarity could make."""
    return min(float(ranking.scores[ranking.order[0]]) / (10 * ranking.asked_idf), 1.0)


def lead(ranking: Ranking) -> float:
    """How far the second hit is behind, as a share of the first one's score, where most words are covered."""
    scores = ranking.scores[ranking.order[:2]]
    behind = float(1 - scores[1] / scores[0]) if len(scores) > 1 else 1.0
    return behind * covered(ranking)


def substance(ranking: Ranking) -> float:
    """The rarity of the covered words together, 1 for as much as two words of one text each."""
    return min(covered(ranking) * ranking.asked_idf / (2 * ranking.rarest), 1.0)


def paired(ranking: Ranking) -> float:
    """Neighbouring words of the question found as neighbours, against all its words."""
    return min(ranking.value("pairs") / ranking.asked_idf, 2.0)


def unknown_names(ranking: Ranking) -> float:
    """Capital words of the question that no text holds, up to two; half of any where none is capital."""
    text, words = ranking.candidates.query.text, ranking.unknown
    if text == text.lower():
        return min(len(words) / 2, 1.0)
    return float(min(sum(word.typed[:1].isupper() and word.place > 0 for word in words), 2))


def unknown(ranking: Ranking) -> float:
    """Share of the question's words that no text holds."""
    return len(ranking.unknown) / max(len(ranking.candidates.query.words), 1)


def shortness(ranking: Ranking) -> float:
    """How few words there are to judge by: 1 for one, less for more."""
    return 1 / max(len(ranking.candidates.query.words), 1)


def dated_as_asked(ranking: Ranking) -> float:
    """How well its date fits when the question is what happened then."""
    candidates = ranking.candidates
    return float(candidates.date_fit[ranking.order[0]]) if candidates.query.wants_event else 0.0


_SMALL_TALK = re.compile(
    r"""
    \b (?: i | my | me | we | our | you | your            # can you help me?
      | hi | hello | hey | thanks? | bye | please | guys | everyone
      | good \s (?: morning | night | evening | day )
    ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def small_talk(ranking: Ranking) -> float:
    """Whether it speaks of the people in the chat."""
    return float(bool(_SMALL_TALK.search(ranking.candidates.query.text)))


Signal = tuple[str, "Callable[[Ranking], float]", float]
SIGNALS: tuple[Signal, ...] = (
    ("covered", covered, 0.1),
    ("covered together", covered_together, 1.9),
    ("covered here", covered_here, 0.0),
    ("covers rarest", covers_rarest, 0.3),
    ("share of most", share_of_most, 0.9),
    ("lead", lead, 5.3),
    ("substance", substance, 2.6),
    ("paired", paired, 0.65),
    ("unknown names", unknown_names, -2.0),
    ("unknown", unknown, -0.5),
    ("shortness", shortness, -0.4),
    ("dated as asked", dated_as_asked, 4.0),
    ("small talk", small_talk, -1.5),
)
BIAS = -4.45


def confidence(ranking: Ranking) -> float:
    """0 to 1: how often first hits as sure as this are right; 0 without a hit."""
    if not len(ranking.order):
        return 0.0
    total = BIAS + sum(weight * signal(ranking) for _, signal, weight in SIGNALS)
    return 1 / (1 + math.exp(-total))
