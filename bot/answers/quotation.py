"""What is shown of a passage: the sentence that answers in it, and when that was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.dating import DatedSentence, rank_dates
from bot.answers.matching import MatchedPassage
from bot.dates import date_of_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.dates import Mention, PassageDate
    from bot.questions import Question
    from bot.search.hit import Hit
    from bot.search.index import Index
    from bot.sentences import Span
    from bot.sources.source import Passage

    Unseen = Callable[[Passage, Span], bool]  # whether a sentence of a passage was not shown yet

CLOSE = 0.25  # between the scores of the best and the second date
WORTH_SHOWING = 0.5  # share of the best score from which another passage may be the one that was meant


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage that is shown, word for word."""

    passage: Passage
    sentence: Span | None = None  # that answers; span in the passage
    dates: tuple[DatedSentence, ...] = ()  # best first

    @property
    def date(self) -> DatedSentence | None:
        """The date that is shown, with the sentence that holds it."""
        return self.dates[0] if self.dates else None

    @property
    def text(self) -> str:
        """The sentence that is shown; the whole passage where it is none."""
        return self.passage.text[slice(*self.sentence)] if self.sentence else self.passage.text

    @property
    def second_date(self) -> DatedSentence | None:
        """Another date, when it is nearly as likely."""
        if len(self.dates) > 1 and self.dates[0].score - self.dates[1].score < CLOSE:
            return self.dates[1]
        return None


def quoted(asked: Question, passage: Passage, index: Index) -> Quotation:
    """A passage with the sentence of it that answers a question, and its dates."""
    return quoted_from(asked, passage, MatchedPassage.of(asked.query, passage, index))


def quoted_from(asked: Question, passage: Passage, matched: MatchedPassage) -> Quotation:
    """The same of a passage in which the question's words are found already."""
    dates = rank_dates(matched, passage)
    sentence = dates[0].sentence if dates and asked.query.wants_date else matched.best_sentence()
    return Quotation(passage, sentence, dates)


def worth_showing(hits: Sequence[Hit], most: int) -> tuple[Hit, ...]:
    """The first hits of different words whose score is not far from the best, best first."""
    return tuple(_worthy(hits))[:most]


def _worthy(hits: Sequence[Hit]) -> Iterator[Hit]:
    texts: set[str] = set()
    for hit in hits:
        if hit.score >= WORTH_SHOWING * hits[0].score and hit.passage.text not in texts:
            texts.add(hit.passage.text)  # a text may be kept twice
            yield hit


def quoted_sentence(passage: Passage, sentence: Span) -> Quotation:
    """A passage with a sentence of it, and the date that the sentence has by itself or from those before."""
    own = _own_date(passage, sentence)
    dates = () if own is None else (DatedSentence(own.date, own.basis, sentence, 0.0),)
    return Quotation(passage, sentence, dates)


def _own_date(passage: Passage, sentence: Span) -> Mention | PassageDate | None:
    inside = [mention for mention in passage.mentions if sentence[0] <= mention.start < sentence[1]]
    statements = [mention for mention in inside if mention.is_statement]
    if statements or inside:
        return (statements or inside)[0]
    language = passage.source.language
    return date_of_sentence(passage.text, passage.mentions, passage.date, sentence[0], language)
