"""How much of a question the first hit covers, and how far it is ahead of the next."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from bot.answers.support import rarity_of
from bot.search.words.analysis import is_unspaced

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

    from bot.answers.first_hit import FirstHit
    from bot.search.query import QueryWord
    from bot.search.ranking import Ranking

    Floats = NDArray[np.floating[Any]]


TIE = 0.1  # share of the first hit's score
FEW = 300  # passages of one history, about


def _weights(ranking: Ranking) -> Floats:
    """For each known word how well the first hit or its title holds it: 0 to 1."""
    candidates, best = ranking.candidates, ranking.order[0]
    weights: Floats = np.maximum(candidates.whole.weights[best], candidates.context[best])
    return weights


def _covered_words(ranking: Ranking) -> list[QueryWord]:
    asked, words = ranking.candidates.asked, ranking.candidates.query.words
    return [words[place] for place, weight in zip(asked.words, _weights(ranking), strict=True) if weight]


def many_passages(first: FirstHit) -> float:
    """How much larger than one history the library is, 1 for ten times: more share words by chance."""
    return max(math.log10(len(first.ranking.candidates.texts) / FEW), 0.0)


def covered(first: FirstHit) -> float:
    """Share of the question's words, by rarity, in passage or title; unknown ones count as the rarest."""
    ranking = first.ranking
    return float(_weights(ranking) @ ranking.candidates.asked.idf) / ranking.asked_idf


def covered_together(first: FirstHit) -> float:
    """The same of its best sentence with the title."""
    ranking = first.ranking
    candidates, best = ranking.candidates, ranking.order[0]
    rows = candidates.sentence_owner == best
    weights = np.maximum(candidates.sentences.weights[rows], candidates.context[best])
    return float((weights @ candidates.asked.idf).max(initial=0.0)) / ranking.asked_idf


def lead(first: FirstHit) -> float:
    """How far the second hit is behind, as a share of the first one's score, where most words are covered."""
    return _behind(first.ranking) * covered(first)


def _behind(ranking: Ranking) -> float:
    scores = ranking.scores[ranking.order[:2]]
    return float(1 - scores[1] / scores[0]) if len(scores) > 1 else 1.0


def tied(first: FirstHit) -> float:
    """How nearly as good the second hit is: 1 for just as good, 0 from a tenth of the score on."""
    return max(1 - _behind(first.ranking) / TIE, 0.0)


def substance(first: FirstHit) -> float:
    """The rarity of the covered words together, 1 for as much as two words of one text each."""
    return min(covered(first) * first.ranking.asked_idf / (2 * first.ranking.rarest), 1.0)


def specialty(first: FirstHit) -> float:
    """How rare the rarest covered word is in English or Russian: 1 for a name, half for "lunch"."""
    return max((rarity_of(word.typed) for word in _covered_words(first.ranking)), default=0.0)


def paired(first: FirstHit) -> float:
    """Neighbouring words of the question found as neighbours, against all its words."""
    return min(first.ranking.value("pairs") / first.ranking.asked_idf, 2.0)


def unknown_share(first: FirstHit) -> float:
    """Share of the question's words, by weight, that no text holds; less for one like a word of the hit."""
    ranking = first.ranking
    unlike = zip(ranking.unknown, ranking.likenesses, strict=True)
    unknown = sum(word.weight * (1 - likeness) for word, likeness in unlike)
    words = (word for word in ranking.candidates.query.words if not _is_in_pairs(word))
    return unknown / max(sum(word.weight for word in words), 1.0)


def _is_in_pairs(word: QueryWord) -> bool:
    """Whether a word is a single unspaced character, which the pairs that it stands in say too."""
    return word.is_beside and word.size == 1 and is_unspaced(word.typed[:1])


def unpaired(first: FirstHit) -> float:
    """Share of the pairs of unspaced characters that it lacks."""
    ranking = first.ranking
    words = ranking.candidates.query.words
    pairs = {
        place: word for place, word in enumerate(words) if word.size == 2 and is_unspaced(word.typed[:1])
    }
    held = dict(zip(ranking.candidates.asked.words, _weights(ranking), strict=True))
    return sum(word.weight for place, word in pairs.items() if not held.get(place)) / max(len(pairs), 1)
