"""To admins who mend answers: how to, what was written, and what members get now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import Answer
from bot.cards.answers import answer_card
from bot.cards.card import Card, clipped
from bot.cards.formatting import GAP, card
from bot.cards.languages import ENGLISH

if TYPE_CHECKING:
    from bot.answers import Refusal
    from bot.cards.phrasebook import Phrasebook
    from bot.dates import HistoricalDate

LONGEST_QUESTION = 200  # characters that are repeated


def why_how_card(book: Phrasebook = ENGLISH) -> Card:
    """To whoever asks why of nothing that is known."""
    return card(book.line("why_how"))


def alias_how_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("alias_how"))


def event_how_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("event_how"))


def pin_how_card(book: Phrasebook = ENGLISH) -> Card:
    """To whoever pins nothing that can be asked again as it stands."""
    return card(book.line("pin_how"))


def pinned_card(
    question: str, date: HistoricalDate | None, book: Phrasebook = ENGLISH, *, is_answered: bool
) -> Card:
    """A question that every reload asks from now on; and whether it is answered as wanted today."""
    shown = clipped(question, LONGEST_QUESTION)
    return card(
        book.line("pinned_dated", question=shown, date=book.date(date))
        if date
        else book.line("pinned", question=shown),
        *([] if is_answered else [book.line("pinned_unanswered")]),
    )


def teach_how_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("teach_how"))


def teach_prompt_card(question: str, book: Phrasebook = ENGLISH) -> Card:
    """Asks for the passage that answers a question; whoever answers replies to this."""
    return card(*book.lines("teach_prompt", question=clipped(question, LONGEST_QUESTION)))


def no_passage_card(book: Phrasebook = ENGLISH) -> Card:
    """To an admin who sends what nobody would want to read as an answer: "ok", a picture."""
    return card(book.line("teach_no_passage"))


def unknown_link_card(book: Phrasebook = ENGLISH) -> Card:
    """To an admin who teaches by a link to a message that stands in no document."""
    return card(*book.lines("teach_link"))


def taught_card(result: Answer | Refusal, book: Phrasebook = ENGLISH) -> Card:
    """What members get to a question now that a passage was published for it, be it the passage or not."""
    key = "taught" if isinstance(result, Answer) else "taught_in_vain"
    return card(book.line(key), GAP, *answer_card(result, book).lines)
