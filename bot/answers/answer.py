"""Which passage, sentence and date answer a question, and how sure that is; or an honest refusal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.answers.agreement import LOOKED_AT, most_exact_first
from bot.answers.confidence import judge
from bot.answers.dating import DatedSentence, rank_dates
from bot.answers.matching import MatchedPassage
from bot.questions import Question, understood

if TYPE_CHECKING:
    from bot.dates import HistoricalDate
    from bot.search.hit import Hit
    from bot.search.index import Index
    from bot.sentences import Span
    from bot.sources.source import Passage

REFUSED_BELOW = 0.55  # chance that the index holds an answer; refuses 1 % of the open questions that have one
TWO_BELOW = 0.5  # confidence below which a second passage is offered
CLOSE = 0.25  # between the scores of the best and the second date


class RefusalReason(StrEnum):
    """Why a question is not answered."""

    EMPTY = "empty"
    NO_WORDS = "no_words"  # only stop words, or none at all
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class SecondPassage:
    """Another passage that may answer, offered when the first one is not sure."""

    passage: Passage
    sentence: Span | None  # span in the passage
    date: DatedSentence | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A passage that answers, word for word, with the date that answers."""

    question: Question
    hits: tuple[Hit, ...]  # best first; the first one's passage is shown
    sentence: Span | None  # span in the passage
    dates: tuple[DatedSentence, ...]  # best first
    confidence: float  # 0 to 1: how often an answer as sure as this is right
    answerable: float = 1.0  # 0 to 1: how sure it is that the documents tell it at all
    second_passage: SecondPassage | None = None

    @property
    def passage(self) -> Passage:
        """The passage that is shown."""
        return self.hits[0].passage

    @property
    def date(self) -> DatedSentence | None:
        """The date that is shown, with the sentence that holds it."""
        return self.dates[0] if self.dates else None

    @property
    def second_date(self) -> DatedSentence | None:
        """Another date, when it is nearly as likely."""
        if len(self.dates) > 1 and self.dates[0].score - self.dates[1].score < CLOSE:
            return self.dates[1]
        return None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing that answers was found."""

    question: Question
    reason: RefusalReason
    unknown: tuple[str, ...] = ()  # words as typed that no passage holds
    hits: tuple[Hit, ...] = ()  # the ranking all the same
    confidence: float = 0.0
    answerable: float = 0.0  # 0 to 1, as of an answer
    topics: tuple[str, ...] = ()  # up to three nearest headings or titles


def answer(
    question: str,
    index: Index,
    *,
    top: int = 3,
    today: HistoricalDate | None = None,
    earlier: str | None = None,
) -> Answer | Refusal:
    """The answer to the first question of a message that has one, or why there is none.

    `today` is what "last year" counts from, `earlier` the topic of the question before, for "and in 2018?".
    """
    results = []
    for asked in understood(question, index, today=today, earlier=earlier):
        results.append(_answer(asked, index, top))
        if isinstance(results[-1], Answer):
            return results[-1]
    return results[0]


def _answer(asked: Question, index: Index, top: int) -> Answer | Refusal:
    """The answer to a question of a message, or why there is none."""
    if not asked.text.strip():
        return Refusal(asked, RefusalReason.EMPTY)
    if not asked.query.words and not asked.query.dates:
        return Refusal(asked, RefusalReason.NO_WORDS)
    ranking = index.rank(asked.query)
    sure = judge(ranking)
    hits = most_exact_first(index.hits(ranking, max(top, LOOKED_AT)), asked.query, index)[:top]
    if sure.answerable < REFUSED_BELOW:
        unknown = tuple(dict.fromkeys(word.typed for word in ranking.unknown))
        return Refusal(
            asked, RefusalReason.NOT_FOUND, unknown, hits, sure.right, sure.answerable, _topics(hits)
        )
    sentence, dates = _read(asked, hits[0].passage, index)
    second = _second_passage(asked, hits, sure.right, index)
    return Answer(asked, hits, sentence, dates, sure.right, sure.answerable, second)


def _read(asked: Question, passage: Passage, index: Index) -> tuple[Span | None, tuple[DatedSentence, ...]]:
    """The sentence of a passage that answers, and its dates, best first."""
    matched = MatchedPassage.of(asked.query, passage, index)
    dates = rank_dates(matched, passage)
    return (dates[0].sentence if dates and asked.query.wants_date else matched.best_sentence()), dates


def _second_passage(
    asked: Question, hits: tuple[Hit, ...], confidence: float, index: Index
) -> SecondPassage | None:
    shown = hits[0].passage.text
    others = (hit.passage for hit in hits[1:] if hit.passage.text != shown)  # a text may be kept twice
    passage = next(others, None)
    if confidence >= TWO_BELOW or passage is None:
        return None
    sentence, dates = _read(asked, passage, index)
    return SecondPassage(passage, sentence, dates[0] if dates else None)


def _topics(hits: tuple[Hit, ...]) -> tuple[str, ...]:
    names = (hit.passage.headings[-1] if hit.passage.headings else hit.passage.source.title for hit in hits)
    return tuple(dict.fromkeys(names))[:3]
