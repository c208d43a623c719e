"""What is found for a follow-up: all that the other modules here choose a sentence from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.matching import MatchedPassage
from bot.answers.quotation import quoted, quoted_sentence, worth_showing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.answers.quotation import Quotation, Unseen
    from bot.questions import Question
    from bot.search.hit import Hit
    from bot.search.index import Index
    from bot.sentences import Span
    from bot.sources.source import Passage


@dataclass(frozen=True, slots=True)
class FollowUpHits:
    """The passages found for a question that goes on, and what is shown before it is answered."""

    asked: Question
    hits: Sequence[Hit]  # best first
    index: Index
    now: Quotation | None  # what is shown
    is_unseen: Unseen

    def matched(self, passage: Passage) -> MatchedPassage:
        """A passage with the places of the question's words."""
        return MatchedPassage.of(self.asked.query, passage, self.index)

    def quoted(self, passage: Passage) -> Quotation:
        """A passage with the sentence of it that answers the question, and its dates."""
        return quoted(self.asked, passage, self.index)

    @property
    def best(self) -> Sequence[Hit]:
        """The hits whose score is not far from the first one's."""
        return worth_showing(self.hits, len(self.hits))

    def first_unseen(
        self, passages: Sequence[Passage], tells: Callable[[Passage, Span, float], bool]
    ) -> Quotation | None:
        """The first sentence that nobody was shown and that tells what is looked for, None where none does.

        In each passage those with most of the question come first; the number for `tells` is what its words
        in a sentence count, 0 where it has none.
        """
        for passage in passages:
            gains = self.matched(passage).gains
            for sentence in sorted(gains, key=lambda span: -gains[span]):
                if tells(passage, sentence, gains[sentence]) and self.is_unseen(passage, sentence):
                    return quoted_sentence(passage, sentence)
        return None


def shown_first(hits: Sequence[Hit], now: Quotation | None) -> list[Passage]:
    """The passage that is shown, and those of the hits but for that, of the same document first."""
    passages = [hit.passage for hit in hits]
    if now is None:
        return passages
    others = [passage for passage in passages if passage.text != now.passage.text]
    return [now.passage, *sorted(others, key=lambda passage: passage.source != now.passage.source)]
