"""What a passage holds of a question: each of its words with the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.answers.matching import MatchedPassage
from bot.search.words.analysis import analyse
from bot.search.words.commonness import is_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions import Question
    from bot.search.index import Index
    from bot.search.query import QueryWord
    from bot.sentences import Span
    from bot.sources.source import Passage


class Standing(StrEnum):
    """Where a word of a question stands, from the strongest place to none."""

    SENTENCE = "sentence"  # the one that answers
    PASSAGE = "passage"  # another sentence of it
    HEADING = "heading"  # title or headings above it
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Support:
    """A passage beside a question: where its words stand in it, around the sentence that answers."""

    question: Question
    passage: Passage
    matched: MatchedPassage
    sentence: Span | None
    headings: frozenset[str]  # terms of title, headings and what introduces it

    @classmethod
    def of(cls, question: Question, passage: Passage, index: Index, sentence: Span | None = None) -> Support:
        """What a passage holds of a question; `sentence` is the one that answers, else the one with most."""
        matched = MatchedPassage.of(question.query, passage, index)
        return cls.around(question, passage, matched, sentence or matched.best_sentence())

    @classmethod
    def around(
        cls, question: Question, passage: Passage, matched: MatchedPassage, sentence: Span | None
    ) -> Support:
        """The same of a passage in which the question's words are found already."""
        context = analyse(" . ".join((passage.source.title, *passage.headings, passage.context)))
        headings = frozenset((*context.terms, *(extra for _, extra in context.extras)))
        return cls(question, passage, matched, sentence, headings)

    def standings(self) -> Iterator[tuple[QueryWord, Standing]]:
        """The words of the question that say what it is about, each with the best place where it stands.

        Words that others say too (pairs of characters, compounds) are left out.
        """
        first, last = self.sentence or (0, 0)
        anywhere = {match.word for match in self.matched.matches}
        inside = {match.word for match in self.matched.matches if first <= match.start < last}
        for number, word in enumerate(self.question.query.words):
            if word.is_beside:
                continue
            if number in inside:
                yield word, Standing.SENTENCE
            elif number in anywhere:
                yield word, Standing.PASSAGE
            elif any(form.term in self.headings for form in word.forms):
                yield word, Standing.HEADING
            else:
                yield word, Standing.NOWHERE


def names_of(words: tuple[QueryWord, ...]) -> tuple[str, ...]:
    """The words of a question that name somebody, something or a number, as typed."""
    return tuple(word.typed for word in words if not word.is_beside and is_name(word.typed))
