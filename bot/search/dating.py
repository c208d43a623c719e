"""Which sentence of a passage answers, and which of its dates."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.search.analysis import analyse
from bot.sentences import sentences

if TYPE_CHECKING:
    from bot.dates import Basis, HistoricalDate, Mention
    from bot.search.index import Index
    from bot.search.query import Query
    from bot.sources.source import Passage


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """A date that may answer, the span of the sentence that holds it, and how well it fits (no unit)."""

    date: HistoricalDate
    basis: Basis
    sentence: tuple[int, int]
    score: float


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the question in a passage: its place in the text, which word, and what it counts."""

    start: int
    end: int
    word: int
    gain: float


def matches(query: Query, passage: Passage, index: Index) -> list[Match]:
    """Where the question's words stand in a passage, in order."""
    gains: dict[str, tuple[int, float]] = {}
    for number, word in enumerate(query.words):
        rarity = max((index.idf(form.term) for form in word.forms), default=0.0)
        for form in word.forms:
            gains.setdefault(form.term, (number, rarity * form.weight))
    analysis = analyse(passage.text)
    found = [
        Match(analysis.starts[place], analysis.ends[place], *gains[term])
        for place, term in enumerate(analysis.terms)
        if term in gains
    ]
    for name in index.names.find(passage.text, analysis):
        if name.group in gains:
            last = name.place + name.size - 1
            found.append(Match(analysis.starts[name.place], analysis.ends[last], *gains[name.group]))
    for place, term in analysis.extras:
        if term in gains and place + 1 < len(analysis.ends):
            found.append(Match(analysis.starts[place], analysis.ends[place + 1], *gains[term]))
    return sorted(found, key=lambda match: match.start)


def answering_sentence(query: Query, passage: Passage, index: Index) -> tuple[int, int] | None:
    """The sentence that holds most of what was asked."""
    spans = sentences(passage.text)
    found = matches(query, passage, index)
    if not found:
        return None
    return max(spans, key=lambda span: _gain(found, span), default=None)


def rank_dates(query: Query, passage: Passage, index: Index) -> tuple[DatedSentence, ...]:
    """The dates of a passage that may answer, best first; a date that the question names is none of them."""
    spans = sentences(passage.text)
    found = matches(query, passage, index)
    best = max((_gain(found, span) for span in spans), default=0.0) or 1.0
    rows = []
    for mention in passage.mentions:
        span = _span_of(spans, mention)
        score = 2.2 * _gain(found, span) / best + _nearness(found, mention)
        rows.append(DatedSentence(mention.date, mention.basis, span, score))
    if passage.date:
        top = max(spans, key=lambda span: _gain(found, span), default=(0, len(passage.text)))
        rows.append(DatedSentence(passage.date.date, passage.date.basis, top, 1.5))
    rows.sort(key=lambda row: -row.score)
    return tuple(rows)


def _span_of(spans: list[tuple[int, int]], mention: Mention) -> tuple[int, int]:
    at = bisect_left(spans, (mention.start + 1, 0)) - 1
    return spans[max(at, 0)]


def _gain(found: list[Match], span: tuple[int, int]) -> float:
    best: dict[int, float] = {}
    for match in found:
        if span[0] <= match.start < span[1]:
            best[match.word] = max(best.get(match.word, 0.0), match.gain)
    return sum(best.values())


def _nearness(found: list[Match], mention: Mention) -> float:
    gaps = [min(abs(match.start - mention.end), abs(mention.start - match.end)) for match in found]
    return 1 / (1 + min(gaps, default=1000) / 20)


_ = re
