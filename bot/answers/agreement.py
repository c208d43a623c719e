"""The most exact of the dates that agree, among passages that tell the same event.

"In 2025 he was pardoned" and "He was pardoned on 23 October 2025" tell one event; the second knows its day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.dating import is_vague, is_within
from bot.dates import Basis, months_left_open

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.answers.dating import DatedSentence
    from bot.answers.passage_reading import PassageReading
    from bot.search.hit import Hit
    from bot.search.query import Query
    from bot.sources.source import Passage

LOOKED_AT = 5  # hits among which a more exact date is looked for
NEARLY = 0.8  # share of the first hit's score that another one needs
TELLS = 0.85  # share of what the first date's sentence holds of the question that the other's needs

_FROM_ABOVE = {Basis.HEADING, Basis.TITLE, Basis.STAMP}


@dataclass(frozen=True, slots=True)
class _DatedHit:
    """A hit, its best date, and what the question's words in that date's sentence count."""

    hit: Hit
    dated: DatedSentence
    gain: float

    @classmethod
    def of(cls, hit: Hit, reading: PassageReading) -> _DatedHit | None:
        """A hit with the best date of its reading; None where it has none."""
        date = reading.quotation.date
        return cls(hit, date, reading.matched.gain(date.sentence)) if date else None


def most_exact_first(
    hits: Sequence[Hit], query: Query, read: Callable[[Passage], PassageReading]
) -> tuple[Hit, ...]:
    """The hits, in front one that tells the first one's event and knows better when it was.

    Only where a date is wanted, as exact as can be, and the first hit knows no more than a year or a month.
    """
    if not hits or not query.wants_date or query.precision is not None:
        return tuple(hits)
    first = _DatedHit.of(hits[0], read(hits[0].passage))
    if first is None or not is_vague(first.dated.date):
        return tuple(hits)
    others = (hit for hit in hits[1:LOOKED_AT] if hit.score >= NEARLY * hits[0].score)
    better = next((hit for hit in others if _knows_better(_DatedHit.of(hit, read(hit.passage)), first)), None)
    return tuple(hits) if better is None else (better, *(hit for hit in hits if hit is not better))


def _knows_better(other: _DatedHit | None, first: _DatedHit) -> bool:
    return (
        other is not None
        and is_within(other.dated.date, first.dated.date)
        and other.gain >= TELLS * first.gain
        and _is_dated_itself(other)
        and _is_in_part(other, first)
    )


def _is_in_part(other: _DatedHit, first: _DatedHit) -> bool:
    """Whether a date may be in the part of a year that the first one's words name: August is not early."""
    begin = other.dated.date.begin
    texts = [mention.text for mention in first.hit.passage.mentions if mention.date == first.dated.date]
    if begin is None or begin.month is None:
        return True
    return all(begin.month in months_left_open(text) for text in texts)


def _is_dated_itself(dated_hit: _DatedHit) -> bool:
    """Whether the sentence names its date or has it from a heading or stamp, not from a sentence before."""
    begin, end = dated_hit.dated.sentence
    names = any(begin <= mention.start < end for mention in dated_hit.hit.passage.mentions)
    return names or dated_hit.dated.basis in _FROM_ABOVE
