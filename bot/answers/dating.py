"""Which sentence of a passage answers, and which of its dates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.answers.date_features import FEATURES
from bot.answers.matching import date_candidates
from bot.dates import HistoricalDate, Point, Precision

if TYPE_CHECKING:
    from bot.answers.matching import MatchedPassage
    from bot.dates import Basis
    from bot.search.query import Query
    from bot.sentences import Span
    from bot.sources.source import Passage


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """A date that may answer, the span of the sentence that holds it, and how well it fits (no unit)."""

    date: HistoricalDate
    basis: Basis
    sentence: Span
    score: float


def rank_dates(matched: MatchedPassage, passage: Passage) -> tuple[DatedSentence, ...]:
    """The dates of a passage that may answer, best first and each once."""
    rows: dict[HistoricalDate, DatedSentence] = {}
    for candidate in date_candidates(matched, passage):
        score = sum(feature.weight * feature.of(candidate) for feature in FEATURES)
        date = as_asked(candidate.date, matched.query)
        row = DatedSentence(date, candidate.basis, candidate.sentence, score)
        if date not in rows or score > rows[date].score:
            rows[date] = row
    return tuple(sorted(rows.values(), key=lambda row: -row.score))


def as_asked(date: HistoricalDate, query: Query) -> HistoricalDate:
    """The date no more exact than asked for ("what year"); one end of a stretch where only that was asked."""
    begin, finish = date.begin, date.finish
    if query.wants_end != query.wants_start and begin and finish and date.is_interval:
        date = HistoricalDate.of(finish if query.wants_end else begin)
    if (
        query.precision is Precision.YEAR
        and not date.is_interval
        and date.begin
        and date.precision < Precision.YEAR
    ):
        return HistoricalDate.of(replace(Point(date.begin.year), is_approximate=date.begin.is_approximate))
    return date
