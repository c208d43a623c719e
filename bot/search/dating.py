"""Which sentence of a passage answers, and which of its dates."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.dates import Basis, HistoricalDate, Point, Precision
from bot.search.analysis import analyse
from bot.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.dates import Mention
    from bot.search.index import Index
    from bot.search.query import Query
    from bot.sources.source import Passage

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """A date that may answer, the span of the sentence that holds it, and how well it fits (no unit)."""

    date: HistoricalDate
    basis: Basis
    sentence: Span
    score: float


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


_CLAUSE = re.compile(r"[,;:—–(){}。，；、]\s|\s(?:and|but|while|when|before|after|и|но)\s")
_BEFORE_END = re.compile(r"(?:until|till|through|to|до|直到)\s*(?:the\s)?$", re.IGNORECASE)
_BEFORE_START = re.compile(r"(?:since|from|с|自|从)\s*(?:the\s)?$", re.IGNORECASE)
_ENDING = re.compile(
    r"\b(?:end(?:ed|s)?|finish(?:ed)?|clos(?:ed?|ing)|stop(?:ped)?|until|dissolved?|leave|left|ceased?|retired?|die[ds]?)\b",
    re.IGNORECASE,
)
_STARTING = re.compile(
    r"\b(?:begin|began|begun|start(?:ed)?|since|born|open(?:ed)?|join(?:ed)?)\b", re.IGNORECASE
)


def in_sentence(candidate: Candidate) -> float:
    """Share of the best sentence's matches that its sentence holds."""
    return gain(candidate.reading.matches, candidate.sentence) / candidate.reading.most


def in_clause(candidate: Candidate) -> float:
    """Share of the best sentence's matches that its clause holds."""
    return gain(candidate.reading.matches, candidate.clause) / candidate.reading.most


def nearness(candidate: Candidate) -> float:
    """How near the next matched word of the sentence stands, 1 for beside it."""
    gaps = _gaps(candidate)
    return 1 / (1 + min((gap for gap, _ in gaps), default=1000) / 20)


def closeness(candidate: Candidate) -> float:
    """All matched words of the sentence, less the farther away."""
    total = sum(match.gain * math.exp(-gap / 60) for gap, match in _gaps(candidate))
    return total / candidate.reading.most


def _gaps(candidate: Candidate) -> list[tuple[int, Match]]:
    mention = candidate.mention
    if mention is None:
        return []
    first, last = candidate.sentence
    return [
        (max(match.start - mention.end, mention.start - match.end, 0), match)
        for match in candidate.reading.matches
        if first <= match.start < last and not mention.start <= match.start < mention.end
    ]


def event_closeness(candidate: Candidate) -> float:
    """The matched words that are no names, such as the verb, less the farther away."""
    words = candidate.reading.query.words
    rows = [(gap, match) for gap, match in _gaps(candidate) if words[match.word].typed[:1].islower()]
    return sum(match.gain * math.exp(-gap / 40) for gap, match in rows) / candidate.reading.most


def opens(candidate: Candidate) -> float:
    """Whether the sentence begins with it."""
    return float(candidate.mention is not None and candidate.mention.start - candidate.sentence[0] < 8)


def exactness(candidate: Candidate) -> float:
    """Whether it is a day."""
    return float(candidate.date.precision is Precision.DAY)


def wanted_precision(candidate: Candidate) -> float:
    """Whether it is as exact as was asked for."""
    wanted = candidate.reading.query.precision
    found = candidate.date.precision
    if wanted is None:
        return -1.0 if found > Precision.YEAR else 0.0
    return 1.0 if found <= wanted else -1.0


def agrees(candidate: Candidate) -> float:
    """Whether the words before it fit a question for a beginning or an end."""
    if candidate.mention is None:
        return 0.0
    start = candidate.mention.start
    before = candidate.reading.text[max(0, start - 16) : start]
    text = candidate.reading.query.text
    ending, starting = bool(_ENDING.search(text)), bool(_STARTING.search(text))
    if ending == starting:
        return 0.0
    if _BEFORE_END.search(before):
        return 1.0 if ending else -1.0
    if _BEFORE_START.search(before):
        return 1.0 if starting else -1.0
    return 0.0


def in_brackets(candidate: Candidate) -> float:
    """Whether it stands in brackets."""
    if candidate.mention is None:
        return 0.0
    first = candidate.sentence[0]
    before = candidate.reading.text[first : candidate.mention.start]
    return float(before.count("(") > before.count(")"))


def own_date(candidate: Candidate) -> float:
    """Whether it is the passage's date and not one that its words name."""
    return float(candidate.mention is None)


def named(candidate: Candidate) -> float:
    """Whether it lies in a period that the question names, when it does not ask for a date."""
    query = candidate.reading.query
    if query.wants_date:
        return 0.0
    return float(any(asked.covers(candidate.date) for asked in query.dates))


def deictic(candidate: Candidate) -> float:
    """Whether it is told from the day of writing ("today")."""
    return float(candidate.basis is Basis.PUBLICATION)


def is_span(candidate: Candidate) -> float:
    """Whether it is a stretch with two ends."""
    return float(candidate.date.is_interval)


# Weights: softmax fit over the dates of the right passages (tests/search/weights.py dates).
REASONS: tuple[tuple[str, Callable[[Candidate], float], float], ...] = (
    ("sentence", in_sentence, 1.8),
    ("clause", in_clause, 1.0),
    ("nearness", nearness, 1.0),
    ("closeness", closeness, 1.5),
    ("event closeness", event_closeness, 1.2),
    ("opens the sentence", opens, 0.3),
    ("exactness", exactness, 0.4),
    ("wanted precision", wanted_precision, 0.4),
    ("beginning or end", agrees, 0.2),
    ("brackets", in_brackets, -0.3),
    ("named in the question", named, 4.0),
    ("own date", own_date, -1.3),
    ("from the day of writing", deictic, -0.5),
    ("stretch", is_span, -0.45),
)


def rank_dates(reading: Reading, passage: Passage) -> tuple[DatedSentence, ...]:
    """The dates of a passage that may answer, best first and each once."""
    rows: dict[HistoricalDate, DatedSentence] = {}
    for candidate in candidates(reading, passage):
        score = sum(weight * reason(candidate) for _, reason, weight in REASONS)
        date = as_asked(candidate.date, reading.query)
        row = DatedSentence(date, candidate.basis, candidate.sentence, score)
        if date not in rows or score > rows[date].score:
            rows[date] = row
    return tuple(sorted(rows.values(), key=lambda row: -row.score))


def candidates(reading: Reading, passage: Passage) -> list[Candidate]:
    """All dates of a passage, the ones that its words name first."""
    found = []
    for mention in passage.mentions:
        if reading.query.wants_date and mention.date in reading.query.dates:
            continue
        sentence = _around(reading.sentences, mention.start)
        clause = _clause(reading.text, sentence, mention)
        found.append(Candidate(reading, mention.date, mention.basis, mention, sentence, clause))
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
