"""Where the words of a question stand in a passage, and which of its dates may answer."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from bot.answers.answer_signs import shows_what_is_asked
from bot.dates import Basis, date_of_sentence
from bot.questions.word_forms.concepts import concepts_meant
from bot.search.words.analysis import analyse, is_unspaced
from bot.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.dates import HistoricalDate, Mention, PassageDate
    from bot.search.index import Index
    from bot.search.query import Query, QueryWord
    from bot.sentences import Span
    from bot.sources.source import Passage

SHOWN = 0.3  # what a sign of the asked kind counts against the best sentence's words


@dataclass(frozen=True, slots=True)
class WordMatch:
    """A word of the question in a passage: its place in the text, which word, its weighed idf."""

    start: int
    end: int
    word: int
    gain: float


@dataclass(frozen=True)  # without slots, for the best sentence, which several ask for
class MatchedPassage:
    """A passage with the places of the question's words, and its sentences."""

    query: Query
    text: str
    sentences: Sequence[Span]
    matches: Sequence[WordMatch]
    gains: Mapping[Span, float]  # of the sentences
    most: float  # gain of the best sentence, 1 where none gains anything

    @classmethod
    def of(cls, query: Query, passage: Passage, index: Index) -> MatchedPassage:
        """The passage with the question's words found in it."""
        spans = sentences(passage.text)
        matches = word_matches(query, passage, index)
        gains = {span: gain(matches, span) for span in spans}
        return cls(query, passage.text, spans, matches, gains, max(gains.values(), default=0.0) or 1.0)

    @property
    def words(self) -> frozenset[int]:
        """The numbers of the question's words that it holds."""
        return frozenset(match.word for match in self.matches)

    def gain(self, span: Span) -> float:
        """What the question's words in a sentence count, or in another piece of the text."""
        known = self.gains.get(span)
        return gain(self.matches, span) if known is None else known

    @cached_property
    def event_words(self) -> list[int]:
        """The numbers of the question's words that are no names: its verb, as a rule.

        Members write names small, too; they are known by how the passage writes them within a sentence.
        """
        starts = {start for start, _ in self.sentences}
        named = {m.word for m in self.matches if self.text[m.start].isupper() and m.start not in starts}
        return [
            number
            for number, word in enumerate(self.query.words)
            if number not in named and (word.typed[:1].islower() or _means_something(word))
        ]

    @cached_property
    def asks_unspaced(self) -> bool:
        """Whether some word of the question is written without spaces."""
        return any(is_unspaced(word.typed[:1]) for word in self.query.words)

    def best_sentence(self) -> Span | None:
        """The sentence that holds most of what was asked; None when none holds anything."""
        return self._best_sentence

    @cached_property
    def _best_sentence(self) -> Span | None:
        return max(self.sentences, key=self._promise, default=None) if self.matches else None

    def _promise(self, span: Span) -> float:
        """What a sentence holds of the question, and whether it shows the kind of thing that is asked for."""
        shown = shows_what_is_asked(self.query, self.text[slice(*span)])
        return self.gains[span] + SHOWN * self.most * shown


def _means_something(word: QueryWord) -> bool:
    """Whether a word of Chinese, which has no capitals, is one of the table of concepts."""
    return is_unspaced(word.typed[:1]) and not word.is_beside and bool(concepts_meant(word.typed, "zh"))


def word_matches(query: Query, passage: Passage, index: Index) -> list[WordMatch]:
    """Where the question's words stand in a passage, in order."""
    gains: dict[str, tuple[int, float]] = {}
    for number, word in enumerate(query.words):
        rarity = next((idf for form in word.forms if (idf := index.idf(form.term))), 0.0)
        for form in word.forms:
            gains.setdefault(form.term, (number, rarity * word.weight * form.weight))
    analysis = analyse(passage.text)
    matches = [
        WordMatch(analysis.starts[place], analysis.ends[place], *gains[term])
        for place, term in enumerate(analysis.terms)
        if term in gains
    ]
    for name in index.names.find(passage.text, analysis):
        if name.group in gains:
            last = name.place + name.size - 1
            matches.append(WordMatch(analysis.starts[name.place], analysis.ends[last], *gains[name.group]))
    for place, term in analysis.extras:
        if term in gains and place + 1 < len(analysis.ends):
            matches.append(WordMatch(analysis.starts[place], analysis.ends[place + 1], *gains[term]))
    return sorted(matches, key=attrgetter("start"))


def gain(matches: Sequence[WordMatch], span: Span) -> float:
    """What the question's words in a piece of text count, each word once."""
    best: dict[int, float] = {}
    for match in matches:
        if span[0] <= match.start < span[1]:
            best[match.word] = max(best.get(match.word, 0.0), match.gain)
    return sum(best.values())


@dataclass(frozen=True)  # without slots, for the gaps, which most features ask for
class DateCandidate:
    """A date of the passage: its mention with sentence and clause, or the passage's own date without one."""

    matched: MatchedPassage
    date: HistoricalDate
    basis: Basis
    mention: Mention | None
    sentence: Span
    clause: Span
    rivals: int = 0  # other dates in the sentence
    is_told_closer: bool = False  # by a day or month of its time in the line below that it heads

    @cached_property
    def gaps(self) -> Sequence[tuple[int, WordMatch]]:
        """The matched words of its sentence that it does not hold, each with the characters between."""
        mention = self.mention
        if mention is None:
            return ()
        first, last = self.sentence
        return [
            (max(match.start - mention.end, mention.start - match.end, 0), match)
            for match in self.matched.matches
            if first <= match.start < last and not mention.start <= match.start < mention.end
        ]


# A comma of Chinese cuts none: a date in front of it belongs to what stands behind.
_CLAUSE = re.compile(r"[,;:—–(){}]\s|\s(?:and|but|while|when|before|after|и|но)\s")
_MARKS = " \t*•–—-([#"  # in front of an entry
_HEADS = re.compile(r"[)\]]?\s*(?:[:：–—\n]|-\s)")  # behind its date
_COMPARED = re.compile(r"\b(?:than|from|over|unlike|like|as|to)\s(?:in\s|the\s){0,2}$", re.IGNORECASE)
_ACCOUNTED = re.compile(
    r"\b(?:year|period|quarter|months?|season)\s(?:ended|ending)\s(?:on\s)?$", re.IGNORECASE
)
BEHIND = 24  # characters in front of a date that tell that it ends what accounts are for
_NOT_AFTER = re.compile(
    r"\b(?:before|prior\sto|until|till|by|vor|bis|до|antes\sde|hasta)\s(?:the\s|dem\s|el\s|año\s|jahr\s)*$",
    re.IGNORECASE,
)
_NOT_AFTER_BEHIND = re.compile(r"之?以?前")
_DIGIT = re.compile(r"\d")
OPENS = 12  # characters in front of a date that opens its clause: "On the night of"


def date_candidates(matched: MatchedPassage, passage: Passage) -> list[DateCandidate]:
    """All dates of a passage, the ones that its words name first."""
    candidates = []
    for mention in passage.mentions:
        is_asked = matched.query.wants_date and mention.date in matched.query.dates
        if is_asked or _is_compared(matched.text, mention):
            continue
        sentence = _around(matched.sentences, mention.start)
        clause = _clause(matched.text, sentence, mention)
        rivals = sum([sentence[0] <= other.start < sentence[1] for other in passage.mentions]) - 1
        is_closer = False
        if heads_entry(matched.text, mention):
            sentence = matched.best_sentence() or sentence
            is_closer = _is_told_closer(passage, mention, sentence)
        candidates.append(
            DateCandidate(matched, mention.date, mention.basis, mention, sentence, clause, rivals, is_closer)
        )
    sentence = matched.best_sentence() or (0, len(matched.text))
    own = _own_date(passage, sentence)
    is_asked = own is not None and matched.query.wants_date and own.date in matched.query.dates
    if own and not is_asked and not _is_too_late(own, passage, sentence):
        candidates.append(DateCandidate(matched, own.date, own.basis, None, sentence, sentence))
    return candidates


def _is_compared(text: str, mention: Mention) -> bool:
    """Whether a time only compares or accounts: "from the previous year", "the year ended 31 May"."""
    if _ACCOUNTED.search(text, max(0, mention.start - BEHIND), mention.start):
        return True
    if mention.basis is not Basis.COMPLETED or _DIGIT.search(mention.text):
        return False
    return _COMPARED.search(text, max(0, mention.start - OPENS), mention.start) is not None


def _is_told_closer(passage: Passage, head: Mention, line: Span) -> bool:
    """Whether a line of an entry, "1992" above "• The record, May 4", says it more exactly than its head."""
    inside = [row.date for row in passage.mentions if line[0] <= row.start < line[1]]
    is_below = "\n" in passage.text[head.end : line[0]]
    return is_below and any(row.precision < head.date.precision and head.date.covers(row) for row in inside)


def _is_too_late(own: PassageDate, passage: Passage, sentence: Span) -> bool:
    """Whether a sentence says that it was before some day, and the date around it is a later one."""
    if own.basis is Basis.EXPLICIT:
        return False
    return any(
        own.date.first > mention.date.last
        for mention in passage.mentions
        if sentence[0] <= mention.start < sentence[1]
        and (
            _NOT_AFTER.search(passage.text, max(0, mention.start - BEHIND), mention.start)
            or _NOT_AFTER_BEHIND.match(passage.text, mention.end)
        )
    )


def _own_date(passage: Passage, sentence: Span) -> PassageDate | None:
    """The passage's date; for a sentence that names none that of the nearest statement before it."""
    if any(sentence[0] <= mention.start < sentence[1] for mention in passage.mentions):
        return passage.date
    return date_of_sentence(
        passage.text, passage.mentions, passage.date, sentence[0], passage.source.language
    )


def heads_entry(text: str, mention: Mention) -> bool:
    """Whether a date stands in front of an entry of a chronicle: "June 26: the library burned"."""
    return not text[: mention.start].strip(_MARKS) and bool(_HEADS.match(text, mention.end))


def _around(spans: Sequence[Span], place: int) -> Span:
    at = bisect_left(spans, (place + 1, 0)) - 1
    return spans[max(at, 0)]


def _clause(text: str, sentence: Span, mention: Mention) -> Span:
    """The piece of its sentence around a mention; a date that opens it belongs to the piece behind, too."""
    first, last = sentence
    for cut in _CLAUSE.finditer(text, first, last):
        if cut.end() <= mention.start:
            first = cut.end()
        elif cut.start() >= mention.end and (cut.start() - mention.end > 2 or mention.start - first > OPENS):
            return first, cut.start()
    return first, last
