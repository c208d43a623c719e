"""The buttons under an answer: other passages, votes, its source; what was before, around and after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot import cards
from bot.conversation.response import Surroundings
from bot.questions.messages.steps import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.cards import Button, Card, Phrasebook
    from bot.chat.asking.feedback import Feedback
    from bot.chat.buttons import Buttons
    from bot.conversation.response import Response
    from bot.store import ChatSettings

CHOICE, PLACE, STEP, NOW, CITE, REMOVE = "choice", "place", "step", "now", "cite", "remove"
BEFORE, AFTER, BACK, SOURCE, BIN = "◀", "▶", "↩", "ℹ️", "🗑"


class AnswerButtons:
    """Makes the cards of answers with their buttons."""

    def __init__(self, buttons: Buttons, feedback: Feedback) -> None:
        self._buttons = buttons
        self._feedback = feedback

    def card(self, response: Response, chat: int, settings: ChatSettings, book: Phrasebook) -> Card:
        """What is said to a message, with the buttons that belong under it."""
        card = cards.response_card(response, book)
        if response.quotation is None:
            return card
        return replace(card, buttons=tuple(self._rows(response, chat, settings, book)))

    def _rows(
        self, response: Response, chat: int, settings: ChatSettings, book: Phrasebook
    ) -> tuple[tuple[Button, ...], ...]:
        thumbs = self._feedback.thumbs(chat) if settings.has_votes else ()
        turning = tuple(self._turning(response, chat))
        source, removal = self._button(SOURCE, CITE, chat), self._button(BIN, REMOVE, chat)
        return (
            (*turning, *thumbs, source, removal),
            (
                self._button(book.text("button_earlier"), STEP, chat, Step.EARLIER),
                self._around(response, chat, book),
                self._button(book.text("button_later"), STEP, chat, Step.LATER),
            ),
        )

    def _around(self, response: Response, chat: int, book: Phrasebook) -> Button:
        """To the paragraphs around, and back."""
        if isinstance(response.result, Surroundings):
            return self._button(book.text("button_back"), NOW, chat)
        return self._button(book.text("button_context"), STEP, chat, Step.CONTEXT)

    def _turning(self, response: Response, chat: int) -> Iterator[Button]:
        """◀ 2/4 ▶, from either end to the other; from what is none of the choices back to the first."""
        at, many = response.place, len(response.choices)
        if at is None and many:
            yield self._button(BACK, CHOICE, chat, 0)
        if at is not None and many > 1:
            yield self._button(BEFORE, CHOICE, chat, (at - 1) % many)
            yield self._button(f"{at + 1}/{many}", PLACE, chat, at + 1, many)
            yield self._button(AFTER, CHOICE, chat, (at + 1) % many)

    def _button(self, text: str, kind: str, chat: int, *arguments: int | str) -> Button:
        return self._buttons.button(text, kind, chat, *arguments)
