"""A passage as a question reads it: where the question's words stand, and the dates that may answer."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.search.words.analysis import analyse
from bot.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dates import Basis, HistoricalDate, Mention
    from bot.search.index import Index
    from bot.search.query import Query
    from bot.sources.source import Passage

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the question in a passage: its place in the text, which word, and what it counts."""

    start: int
    end: int
    word: int
    gain: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage as a question reads it."""

    query: Query
    text: str
    sentences: Sequence[Span]
    matches: Sequence[Match]
    most: float  # gain of the best sentence

    @classmethod
    def of(cls, query: Query, passage: Passage, index: Index) -> Reading:
        """The passage with the question's words found in it."""
        spans = sentences(passage.text)
        found = matches(query, passage, index)
        most = max((gain(found, span) for span in spans), default=0.0)
        return cls(query, passage.text, spans, found, most or 1.0)

    def best_sentence(self) -> Span | None:
        """The sentence that holds most of what was asked; None when none holds anything."""
        if not self.matches:
            return None
        return max(self.sentences, key=lambda span: gain(self.matches, span), default=None)


def matches(query: Query, passage: Passage, index: Index) -> list[Match]:
    """Where the question's words stand in a passage, in order."""
    gains: dict[str, tuple[int, float]] = {}
    for number, word in enumerate(query.words):
        rarity = next((idf for form in word.forms if (idf := index.idf(form.term))), 0.0)
        for form in word.forms:
            gains.setdefault(form.term, (number, rarity * word.weight * form.weight))
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


def gain(found: Sequence[Match], span: Span) -> float:
    """What the question's words in a piece of text count, each word once."""
    best: dict[int, float] = {}
    for match in found:
        if span[0] <= match.start < span[1]:
            best[match.word] = max(best.get(match.word, 0.0), match.gain)
    return sum(best.values())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date of the passage: its mention with sentence and clause, or the passage's own date without one."""

    reading: Reading
    date: HistoricalDate
    basis: Basis
    mention: Mention | None
    sentence: Span
    clause: Span
    rivals: int = 0  # other dates in the sentence


_CLAUSE = re.compile(r"[,;:—–(){}。，；、]\s|\s(?:and|but|while|when|before|after|и|но)\s")


def candidates(reading: Reading, passage: Passage) -> list[Candidate]:
    """All dates of a passage, the ones that its words name first."""
    found = []
    for mention in passage.mentions:
        if reading.query.wants_date and mention.date in reading.query.dates:
            continue
        sentence = _around(reading.sentences, mention.start)
        clause = _clause(reading.text, sentence, mention)
        rivals = sum(sentence[0] <= other.start < sentence[1] for other in passage.mentions) - 1
        found.append(Candidate(reading, mention.date, mention.basis, mention, sentence, clause, rivals))
    if passage.date and not (reading.query.wants_date and passage.date.date in reading.query.dates):
        sentence = reading.best_sentence() or (0, len(reading.text))
        own = passage.date
        found.append(Candidate(reading, own.date, own.basis, None, sentence, sentence))
    return found


def _around(spans: Sequence[Span], place: int) -> Span:
    at = bisect_left(spans, (place + 1, 0)) - 1
    return spans[max(at, 0)]


def _clause(text: str, sentence: Span, mention: Mention) -> Span:
    """The piece of its sentence around a mention; a date in front belongs to the piece behind it."""
    first, last = sentence
    for cut in _CLAUSE.finditer(text, first, last):
        if cut.end() <= mention.start:
            first = cut.end()
        elif cut.start() >= mention.end and cut.start() - mention.end > 2:
            return first, cut.start()
    return first, last
