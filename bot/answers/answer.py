"""Which passage, sentence and date answer a question, and how sure that is; or an honest refusal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.answers.confidence import NOTHING, judge
from bot.answers.first_hit import best_hits
from bot.answers.quotation import Quotation, worth_showing
from bot.questions import Question, understood
from bot.questions.messages.small_talk import of_present, small_talk

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answers.confidence import Judgement
    from bot.answers.dating import DatedSentence
    from bot.dates import HistoricalDate
    from bot.search.hit import Hit
    from bot.search.index import Index
    from bot.sentences import Span
    from bot.sources.source import Passage

# Of some limits the ones of most worth on 101 real histories, each alone and together, with questions that
# belong to others among them.
REFUSED_BELOW = 0.25  # chance that the index holds an answer
REFUSED_BELOW_OF_PRESENT = 0.35  # the same where it speaks of now or of the people in the chat
WRONG_BELOW = 0.31  # confidence; a wrong answer costs half of what a right one gives: below a third none pays
RIVAL_BELOW = 0.23  # chance that the first hit is about the very thing asked for, and not about a rival of it
RIVAL_BELOW_DATED = 0.17  # the same where a date is asked for: its sentence often says "it" for the name
UNSURE_BELOW = 0.69  # confidence
TIED = 0.99  # share of the first score from which another one is as good
MOST_OTHERS = 3  # passages beside the one that answers that can be looked at


class RefusalReason(StrEnum):
    """Why a question is not answered."""

    EMPTY = "empty"
    NO_WORDS = "no_words"  # only stop words, or none at all
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Answer:
    """A passage that answers, word for word, with the date that answers."""

    question: Question
    hits: tuple[Hit, ...]  # best first; the first one's passage is shown
    sentence: Span | None  # span in the passage
    dates: tuple[DatedSentence, ...]  # best first
    confidence: float  # 0 to 1: how often an answer as sure as this is right
    answerable: float = 1.0  # 0 to 1: how sure it is that the documents tell it at all

    @property
    def passage(self) -> Passage:
        """The passage that is shown."""
        return self.hits[0].passage

    @property
    def date(self) -> DatedSentence | None:
        """The date that is shown, with the sentence that holds it."""
        return self.dates[0] if self.dates else None

    @property
    def quotation(self) -> Quotation:
        """What is shown."""
        return Quotation(self.passage, self.sentence, self.dates)

    @property
    def choices(self) -> tuple[Hit, ...]:
        """The hits that may be meant: the one that is shown and up to three others, best first."""
        return worth_showing(self.hits, 1 + MOST_OTHERS)

    @property
    def is_unsure(self) -> bool:
        """Whether another passage is as likely to be right."""
        shown, *others = self.choices
        is_tied = bool(others) and TIED * shown.score <= others[0].score <= shown.score
        return bool(others) and (is_tied or self.confidence < UNSURE_BELOW)


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
    before: Callable[[], Question] | None = None,
) -> Answer | Refusal:
    """The answer to the first question of a message that has one, or why there is none.

    `today` is what "last year" counts from; `before` makes what "and in 2018?" goes on from, and is called
    at most once, where a question needs it.
    """
    results = []
    for asked in understood(question, index, today=today, before=before):
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
    ranking, first, hits = best_hits(asked, index, top)
    sure = judge(first) if first else NOTHING
    if not first or is_refused(asked, sure):
        own = (word.typed for word in ranking.unknown if word.typed in asked.taken or not asked.earlier)
        unknown = tuple(dict.fromkeys(own))
        return Refusal(
            asked,
            RefusalReason.NOT_FOUND,
            unknown,
            hits,
            sure.right,
            sure.answerable,
            _topics(hits),
        )
    shown = first.quotation
    return Answer(asked, hits, shown.sentence, shown.dates, sure.right, sure.answerable)


def is_refused(asked: Question, sure: Judgement) -> bool:
    """Whether a question is better not answered, so sure as it is."""
    rival_below = RIVAL_BELOW_DATED if asked.query.wants_date else RIVAL_BELOW
    is_chat = small_talk(asked.query.text) or of_present(asked.query.text)
    refused_below = REFUSED_BELOW_OF_PRESENT if is_chat else REFUSED_BELOW
    return sure.answerable < refused_below or sure.right < WRONG_BELOW or sure.same < rival_below


def _topics(hits: tuple[Hit, ...]) -> tuple[str, ...]:
    names = (hit.passage.headings[-1] if hit.passage.headings else hit.passage.source.title for hit in hits)
    return tuple(dict.fromkeys(names))[:3]
