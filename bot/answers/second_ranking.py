"""The best hits ranked again: by whether each tells what is asked, beside the words that it shares.

Passages about one subject share its words alike. Which one answers is told by its sentence: whether it holds
the kind of thing that is asked for, names and event together, in the question's order, and a date that fits.
Features have no unit: 0 to 1, and a claim ("whether ...") is 0 or 1 where nothing else is said.
"""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.answers.answer_signs import gives_name, names_doer, shows_what_is_asked
from bot.questions.wanted import Wanted, asks_for_name, asks_why
from bot.search.feature import Feature
from bot.search.hit import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.answers.matching import WordMatch
    from bot.answers.passage_reading import PassageReading
    from bot.search.hit import Hit
    from bot.search.ranking import Ranking
    from bot.sources.source import Passage

READ = 5  # hits that are read; the right passage is among them in 96 of 100 where it is found at all
NEAR = 0.85  # share of the best score from which a hit may come to be the first
FIT = 10.0  # of a date that fits in all ways
SPREAD = 80.0  # characters between the first and the last word of the question


def names_with_event(reading: PassageReading) -> float:
    """Share of names that its sentence holds or stands under, times that of the other words."""
    return reading.support.names_with_event()


def person_named(reading: PassageReading) -> float:
    """Whether it asks who, and the sentence names somebody."""
    return _of_kind(reading, Wanted.PERSON) and _shown(reading)


def doer_named(reading: PassageReading) -> float:
    """Whether it asks who did something, and the sentence says by whom."""
    if not _of_kind(reading, Wanted.PERSON):
        return 0.0
    verbs = set(reading.matched.event_words)
    here = [match for match in _matches_here(reading) if match.word in verbs]
    return float(any(names_doer(reading.matched.text, match.end) for match in here))


def place_named(reading: PassageReading) -> float:
    """Whether it asks where, and the sentence names a place."""
    return _of_kind(reading, Wanted.PLACE) and _shown(reading)


def amount_given(reading: PassageReading) -> float:
    """Whether it asks for an amount, and the sentence has a number: 1 for one of what is counted."""
    return _of_kind(reading, Wanted.AMOUNT) and _shown(reading)


def reason_given(reading: PassageReading) -> float:
    """Whether it asks why, and any sentence gives a reason: it may well stand beside what happened."""
    query, text = reading.question.query, reading.matched.text
    if not asks_why(query.text) or query.wants_date:
        return 0.0
    return max(
        (shows_what_is_asked(query, text[slice(*span)]) for span in reading.matched.sentences), default=0
    )


def name_given(reading: PassageReading) -> float:
    """Whether it asks what something was called, and the passage says so."""
    query = reading.question.query
    return float(not query.wants_date and asks_for_name(query.text) and gives_name(reading.matched.text))


def date_fits(reading: PassageReading) -> float:
    """How well its date fits where one is wanted, about 1 for one that fits in all ways."""
    if not reading.question.query.wants_date:
        return 0.0
    date = reading.quotation.date
    return date.score / FIT if date else 0.0


def dated(reading: PassageReading) -> float:
    """Whether a date is wanted, and the passage itself names any."""
    return float(reading.question.query.wants_date and bool(reading.passage.mentions))


def in_order(reading: PassageReading) -> float:
    """Share of the question's words in its sentence that follow the one before as in the question."""
    starts = _first_starts(reading)
    behind = [starts[word] for word in sorted(starts)]
    return sum(a < b for a, b in pairwise(behind)) / (len(behind) - 1) if len(behind) > 1 else 0.0


def close_together(reading: PassageReading) -> float:
    """How near to each other the question's words stand in its sentence, two of them at least."""
    starts = _first_starts(reading).values()
    return math.exp((min(starts) - max(starts)) / SPREAD) if len(starts) > 1 else 0.0


def _of_kind(reading: PassageReading, kind: Wanted) -> float:
    return float(reading.question.wanted is kind)


def _shown(reading: PassageReading) -> float:
    return shows_what_is_asked(reading.question.query, reading.support.text)


def _matches_here(reading: PassageReading) -> list[WordMatch]:
    begin, end = reading.support.span
    return [match for match in reading.matched.matches if begin <= match.start < end]


def _first_starts(reading: PassageReading) -> dict[int, int]:
    """Where each word of the question stands first in its sentence."""
    starts: dict[int, int] = {}
    for match in _matches_here(reading):
        starts.setdefault(match.word, match.start)
    return starts


# Weights are shares of the best score: conditional logit over the five best of real and encyclopedic
# questions, each document left out once, then lowered to what costs encyclopedic questions nothing.
FEATURES: tuple[Feature[PassageReading, float], ...] = (
    Feature("names with event", names_with_event, 0.11),
    Feature("person named", person_named, 0.19),
    Feature("doer named", doer_named, 0.14),
    Feature("place named", place_named, 0.11),
    Feature("amount given", amount_given, 0.2),
    Feature("reason given", reason_given, 0.35),
    Feature("name given", name_given, 0.16),
    Feature("date fits", date_fits, 0.2),
    Feature("dated", dated, 0.08),
    Feature("in order", in_order, 0.018),
    Feature("close together", close_together, 0.026),
)


def second_ranking(
    ranking: Ranking, hits: Sequence[Hit], read: Callable[[Passage], PassageReading]
) -> tuple[Ranking, tuple[Hit, ...]]:
    """A ranking and its first hits, with the scores of those near the best raised by what they tell."""
    near = [hit for hit in hits[:READ] if hit.score >= NEAR * hits[0].score]
    if len(near) < 2:  # one stays where it is
        return ranking, tuple(hits)
    raised = [_raised(hit, read(hit.passage), hits[0].score) for hit in near]
    gains = [after.score - before.score for before, after in zip(near, raised, strict=True)]
    every = (*raised, *hits[len(near) :])
    return ranking.raised(gains), tuple(sorted(every, key=lambda hit: -hit.score))


def _raised(hit: Hit, reading: PassageReading, best: float) -> Hit:
    """A hit with what tells that it answers as more evidence."""
    evidence = tuple(Evidence(row.name, row.of(reading), row.weight * best) for row in FEATURES)
    gain = sum(part.value * part.weight for part in evidence)
    return replace(hit, score=hit.score + gain, evidence=(*hit.evidence, *evidence))
