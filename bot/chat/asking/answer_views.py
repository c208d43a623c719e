"""What the message of an answer shows when its buttons are pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import cards
from bot.chat.asking.answer_buttons import CHOICE, CITE, NOW, PLACE, STEP
from bot.chat.buttons import Alert
from bot.conversation.conversation import Conversation
from bot.conversation.response import Lacking
from bot.questions.messages.steps import Step
from bot.store import StoreError
from bot.today import day_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.chat.asking.answer_buttons import AnswerButtons
    from bot.chat.asking.latest_edits import LatestEdits
    from bot.chat.buttons import Buttons, Press
    from bot.conversation.response import Response
    from bot.conversation.subject import Subject
    from bot.publishing.live import LiveLibrary
    from bot.store import AnsweredQuestion, ChatSettings, Store

    Look = Callable[[Conversation, Subject, date], Response]


class AnswerViews:
    """Shows in the message of an answer what belongs to it: other passages, neighbours in time, paragraphs.

    What is shown of an answer stands in the database, so that its buttons work after a restart and a reload.
    """

    def __init__(
        self,
        live: LiveLibrary,
        edits: LatestEdits,
        store: Store,
        buttons: Buttons,
        answer_buttons: AnswerButtons,
    ) -> None:
        self._live = live
        self._edits = edits
        self._store = store
        self._answer_buttons = answer_buttons
        for kind, callback in (
            (CHOICE, self._chosen), (PLACE, self._placed), (STEP, self._stepped), (NOW, self._back),
            (CITE, self._cited),
        ):  # fmt: skip
            buttons.on(kind, callback)

    def conversation(self, settings: ChatSettings) -> Conversation:
        """A conversation in the library that answers now, without the sources that a chat does not use."""
        library = self._live.without(settings.hidden_sources)
        return Conversation(library, lambda: self._live.chronology_of(library))

    async def _chosen(self, press: Press) -> str:
        """Another of the passages that may be meant."""
        number = int(press.arguments[0])
        return await self._look(press, lambda there, subject, day: there.choice(subject, number, today=day))

    async def _stepped(self, press: Press) -> str:
        """The neighbour in time, or the paragraphs around."""
        step = Step(press.arguments[0])
        return await self._look(press, lambda there, subject, day: there.step(step, subject, today=day))

    async def _back(self, press: Press) -> str:
        """The passage without the paragraphs around it."""
        return await self._look(press, lambda there, subject, day: there.now(subject, today=day))

    async def _look(self, press: Press, look: Look) -> str:
        """Shows something else in the message; the line for whoever pressed when that is not possible."""
        known = await self._known(press)
        if isinstance(known, str):
            return known
        response = look(self.conversation(press.settings), known.subject, day_of(known.asked_at))
        if isinstance(response.result, Lacking):
            return cards.lacking_text(response.result, press.book)
        if response.subject and response.subject != known.subject:
            self._store.subjects.note_shown(press.chat, press.message, response.subject)
        card = self._answer_buttons.card(response, press.chat, press.settings, press.book)
        self._edits.show(press.chat, press.message, card)
        return ""

    async def _placed(self, press: Press) -> str:
        """Which of the passages is shown."""
        at, many = press.arguments
        return press.book.text("choice_of", at=at, all=many)

    async def _cited(self, press: Press) -> str | Alert:
        """The full citation, for whoever pressed alone."""
        known = await self._known(press)
        if isinstance(known, str):
            return known
        response = self.conversation(press.settings).now(known.subject, today=day_of(known.asked_at))
        if isinstance(response.result, Lacking):
            return cards.lacking_text(response.result, press.book)
        quotation = response.quotation
        assert quotation
        return Alert(cards.citation(quotation.passage, press.book))

    async def _known(self, press: Press) -> AnsweredQuestion | str:
        """The question of the message, or why nothing can be done with it."""
        try:
            known = await self._store.subjects.of_answer(press.chat, press.message)
        except StoreError:
            return press.book.text("press_later")
        return known or press.book.text("button_too_old")
