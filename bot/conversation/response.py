"""What is said to a message of a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.answers import Answer, Quotation, Refusal

if TYPE_CHECKING:
    from bot.conversation.subject import Subject
    from bot.dates import HistoricalDate
    from bot.search.hit import Hit
    from bot.sources.source import Passage


class Lack(StrEnum):
    """What there is nothing of."""

    ON_DATE = "nothing_about_date"
    EARLIER = "no_earlier"
    LATER = "no_later"
    MORE = "no_more"
    DATE = "no_neighbours"
    CONTEXT = "no_context"
    PASSAGE = "passage_gone"
    SUBJECT = "nothing_to_go_on_from"


@dataclass(frozen=True, slots=True)
class Lacking:
    """That there is nothing where somebody wanted to go."""

    lack: Lack
    date: HistoricalDate | None = None  # that was asked about


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A passage between the paragraphs around it in its document."""

    before: tuple[Passage, ...]
    quotation: Quotation
    after: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """That the source of what is shown is wanted."""

    passage: Passage
    is_doubted: bool = False  # what it says


@dataclass(frozen=True, slots=True)
class DateAlone:
    """That only the date of what is shown is wanted."""

    quotation: Quotation  # with a date


@dataclass(frozen=True, slots=True)
class Response:
    """What is said to a message; what the next one can go on from; the passages that may be meant."""

    result: Answer | Refusal | Quotation | Surroundings | Citation | DateAlone | Lacking
    subject: Subject | None = None
    choices: tuple[Hit, ...] = ()

    @property
    def quotation(self) -> Quotation | None:
        """The passage that is shown, if any."""
        if isinstance(self.result, Answer | Surroundings):
            return self.result.quotation
        return self.result if isinstance(self.result, Quotation) else None

    @property
    def place(self) -> int | None:
        """Which of the choices is shown, from 0; None when it is none of them."""
        shown = self.quotation
        texts = [hit.passage.text for hit in self.choices]
        return texts.index(shown.passage.text) if shown and shown.passage.text in texts else None
