"""What a conversation is about, and what was shown: all that the next message needs to go on from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from bot.sources.passage_references import reference_to

if TYPE_CHECKING:
    from bot.sentences import Span
    from bot.sources.source import Passage

MOST_SHOWN = 20  # sentences that are kept in mind


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence that was shown, as it outlives restarts and reloads."""

    passage: str  # a reference, see bot/sources/passage_references.py
    start: int  # where the sentence begins in the passage
    date: str | None = None  # that was shown over it, in EDTF
    basis: str | None = None  # of that date


@dataclass(frozen=True, slots=True)
class Subject:
    """What was asked, and what was shown; the last sentence is the one that is shown now."""

    asked: str  # the question whose passages are looked at
    topic: str  # what a question that goes on from it goes on from
    earlier: str | None = None  # what the question itself went on from
    shown: tuple[ShownSentence, ...] = ()

    @property
    def now(self) -> ShownSentence | None:
        """The sentence that is shown now."""
        return self.shown[-1] if self.shown else None

    @property
    def is_undated(self) -> bool:
        """Whether nothing is shown, or no date over it."""
        return self.now is None or self.now.date is None

    def after(self, sentence: ShownSentence) -> Self:
        """The same when a sentence is shown in place of the one before."""
        return replace(self, shown=(*self.shown, sentence)[-MOST_SHOWN:])

    def is_unseen(self, passage: Passage, sentence: Span) -> bool:
        """Whether a sentence of a passage was not shown in this conversation."""
        reference, start = reference_to(passage), sentence[0]
        return all((shown.passage, shown.start) != (reference, start) for shown in self.shown)
