"""A passage read beside a question: its words there, the sentence and the date that answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.answers.matching import MatchedPassage
from bot.answers.quotation import quoted_from
from bot.answers.support import Support

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answers.quotation import Quotation
    from bot.questions import Question
    from bot.search.index import Index
    from bot.sentences import Span
    from bot.sources.source import Passage


@dataclass(frozen=True)  # without slots, for what is worked out when asked for
class PassageReading:
    """A passage beside a question, and what would be shown of it."""

    question: Question
    passage: Passage
    matched: MatchedPassage

    @classmethod
    def of(cls, question: Question, passage: Passage, index: Index) -> PassageReading:
        """A passage with the question's words found in it."""
        return cls(question, passage, MatchedPassage.of(question.query, passage, index))

    @cached_property
    def quotation(self) -> Quotation:
        """What would be shown."""
        return quoted_from(self.question, self.passage, self.matched)

    @property
    def sentence(self) -> Span | None:
        """The sentence that answers; its passage's dates are weighed only where one is wanted."""
        wants_date = self.question.query.wants_date
        return self.quotation.sentence if wants_date else self.matched.best_sentence()

    @cached_property
    def support(self) -> Support:
        """Where the question's words stand, around the sentence that answers."""
        return Support.around(self.question, self.passage, self.matched, self.sentence)


def reader(question: Question, index: Index) -> Callable[[Passage], PassageReading]:
    """What reads passages for a question, each once."""
    readings: dict[int, PassageReading] = {}  # by identity of the passage, which its reading keeps alive

    def read(passage: Passage) -> PassageReading:
        if id(passage) not in readings:
            readings[id(passage)] = PassageReading.of(question, passage, index)
        return readings[id(passage)]

    return read
