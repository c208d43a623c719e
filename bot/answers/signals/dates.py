"""How well the first hit's dates answer: the ones that a question names, and the one that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dates import Basis

if TYPE_CHECKING:
    from bot.answers.first_hit import FirstHit
    from bot.dates import HistoricalDate
    from bot.sources.source import Passage


def _dated_as_asked(first: FirstHit) -> float:
    candidates = first.ranking.candidates
    return float(candidates.date_fit[first.ranking.order[0]]) if candidates.query.wants_event else 0.0


def asks_for_date_only(first: FirstHit) -> float:
    """How well its date fits a question that asks what happened then and names nothing else."""
    words = first.ranking.candidates.query.words
    return _dated_as_asked(first) if all(word.is_beside for word in words) else 0.0


def misdated(first: FirstHit) -> float:
    """How badly its dates fit the ones that the question names."""
    candidates = first.ranking.candidates
    return 1 - float(candidates.date_fit[first.ranking.order[0]]) if candidates.query.dates else 0.0


def undated(first: FirstHit) -> float:
    """Whether a date is wanted and no sentence of it holds one."""
    candidates = first.ranking.candidates
    rows = candidates.sentence_owner == first.ranking.order[0]
    return float(candidates.query.wants_date and not candidates.is_dated[rows].any())


def without_any_date(first: FirstHit) -> float:
    """Whether a date is wanted and it has none at all, nor stands under one."""
    return float(_wants_date(first) and not first.quotation.dates)


def completed(first: FirstHit) -> float:
    """Whether a date is wanted and it is completed by what stands around it."""
    return float(_wants_date(first) and _basis(first) in {Basis.COMPLETED, Basis.INHERITED})


def dates_agree(first: FirstHit) -> float:
    """Share of the next passages that tell the date that is shown, or a part or a whole of it.

    Of a question for a date alone.
    """
    if not (_wants_date(first) and first.quotation.dates and first.following):
        return 0.0
    shown = first.quotation.dates[0].date
    return sum(_tells(passage, shown) for passage in first.following) / len(first.following)


def _tells(passage: Passage, date: HistoricalDate) -> bool:
    own = [passage.date.date] if passage.date else []
    return any(
        date == other or date.covers(other) or other.covers(date)
        for other in (*own, *(mention.date for mention in passage.mentions))
    )


def _wants_date(first: FirstHit) -> bool:
    return first.ranking.candidates.query.wants_date


def _basis(first: FirstHit) -> Basis | None:
    return first.quotation.dates[0].basis if first.quotation.dates else None
