"""A question as asked and as understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.questions.correction import Correction
    from bot.questions.wanted import Wanted
    from bot.search.query import Query

LONGEST = 1024  # characters of a question that are read; whole stories are no questions


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked and as understood."""

    text: str  # the whole message
    taken: str  # what of it is asked, without what is said around it
    wanted: Wanted
    query: Query
    language: str | None = None  # German (de) or Spanish (es), where it is asked in one of them
    corrections: tuple[Correction, ...] = ()
    earlier: str | None = None  # the question that this one goes on from
    left: tuple[str, ...] = ()  # other questions of the message

    @property
    def topic(self) -> str:
        """What a question that goes on from this one goes on from."""
        return f"{self.earlier} {self.taken}"[-LONGEST:] if self.earlier else self.taken
