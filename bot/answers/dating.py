"""Which sentence of a passage answers, and which of its dates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.answers.date_features import FEATURES
from bot.answers.matching import date_candidates
from bot.dates import Basis, HistoricalDate, Point, Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.matching import MatchedPassage
    from bot.search.query import Query
    from bot.sentences import Span
    from bot.sources.source import Passage

AROUND = frozenset({Basis.HEADING, Basis.TITLE, Basis.FILE_NAME, Basis.INHERITED})  # not of its own words
NEARLY = 1.0  # between the scores of a date and a more exact one of the same time; no open question is lost


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """A date that may answer, the span of the sentence that it dates, and how well it fits.

    The score has no unit, and is comparable within one passage and question only.
    """

    date: HistoricalDate
    basis: Basis
    sentence: Span
    score: float


def rank_dates(matched: MatchedPassage, passage: Passage) -> tuple[DatedSentence, ...]:
    """The dates of a passage that may answer, best first and each once."""
    rows: dict[HistoricalDate, DatedSentence] = {}
    for candidate in date_candidates(matched, passage):
        score = sum([feature.weight * feature.of(candidate) for feature in FEATURES])
        is_around = candidate.basis in AROUND and candidate.date.is_interval
        date = candidate.date if is_around else as_asked(candidate.date, matched.query)
        row = DatedSentence(date, candidate.basis, candidate.sentence, score)
        if date not in rows or score > rows[date].score:
            rows[date] = row
    ranked = sorted(rows.values(), key=lambda row: -row.score)
    if ranked and matched.query.wants_date and matched.query.precision is None:
        first = _as_exact(ranked[0], ranked)
        ranked.sort(key=lambda row: row is not first)
    elif not matched.query.wants_date and not matched.query.dates:
        shown = matched.best_sentence()
        ranked.sort(key=lambda row: row.sentence != shown)
    return tuple(ranked)


def _as_exact(best: DatedSentence, ranked: Sequence[DatedSentence]) -> DatedSentence:
    """The best date, or a more exact one of the same time that fits nearly as well."""
    if not is_vague(best.date):
        return best
    near = (row for row in ranked if best.score - row.score <= NEARLY)
    return next((row for row in near if is_within(row.date, best.date)), best)


def is_vague(date: HistoricalDate) -> bool:
    """Whether a date is a year or a part of one, and no day or stretch."""
    return Precision.DAY < date.precision <= Precision.YEAR and not date.is_interval


def is_within(exact: HistoricalDate, vague: HistoricalDate) -> bool:
    """Whether a date is a more exact one of the same time."""
    return exact.precision < vague.precision and vague.covers(exact)


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
