"""Questions and their answers, new and edited."""

from __future__ import annotations

import contextlib
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from bot import cards
from bot.answers import Answer
from bot.bounded_dict import BoundedDict
from bot.chat.follow_ups import FollowUps
from bot.questions import LONGEST
from bot.store import Outcome, QuestionRecord, StoreError, Subject
from bot.today import day_of

if TYPE_CHECKING:
    from datetime import datetime

    from telegram import Update

    from bot.answers import Refusal
    from bot.chat.addressing import MemberQuestion
    from bot.chat.apologies import Apologies
    from bot.chat.context import Context
    from bot.chat.feedback import Feedback
    from bot.chat.replies import Replies
    from bot.live import LiveLibrary
    from bot.store import ChatSettings, Store

MOST_FORGOTTEN = 1_000  # members whose questions may still be on their way
SHOWN = 2  # passages: the one that answers, and another when it is not sure
LOG = logging.getLogger(__name__)


class Asking:
    """Answers questions from the library that is current when they come.

    An answer takes a millisecond or three, less than handing it to a thread and back would be worth.
    """

    def __init__(
        self,
        live: LiveLibrary,
        replies: Replies,
        store: Store,
        feedback: Feedback,
        apologies: Apologies,
    ) -> None:
        self._live = live
        self._replies = replies
        self._store = store
        self._feedback = feedback
        self._apologies = apologies
        self._follow_ups = FollowUps()
        self._forgotten_at: BoundedDict[int, datetime] = BoundedDict(
            MOST_FORGOTTEN
        )  # by the members' numbers

    def forget(self, member: int, when: datetime) -> None:
        """Leaves nothing in memory of a member, and notes nothing of what they have asked until then."""
        self._follow_ups.forget()
        self._forgotten_at[member] = when

    async def asked(self, _: Update, context: Context) -> None:
        question = context.question
        assert question
        if question.is_edit:
            await self._correct(question, context)
        else:
            await self._answer(question, context)

    async def _answer(self, question: MemberQuestion, context: Context) -> None:
        result, card = self._respond(question, context.settings)
        if isinstance(result, Answer):
            answer = await self._replies.answer(question, card, context.book)
        else:
            answer = await self._replies.refuse(question, card)
        if answer is not None:
            self._remember(question, answer, result)

    async def _correct(self, question: MemberQuestion, context: Context) -> None:
        """Puts the right answer in the place of the one that the question had before it was edited."""
        try:
            earlier = await self._store.answer_to(question.place)
        except StoreError as error:  # rather no correction than a second answer
            LOG.error("The earlier answer could not be looked up: %s", error)  # noqa: TRY400 - expected, no trace
            await self._apologies.tell_sender(question.message, cards.correction_later_card(context.book))
            return
        if earlier is not None:
            result, card = self._respond(question, context.settings)
            await self._replies.correct(question, earlier, card)
            self._remember(question, earlier, result)
        elif question.is_recent:
            await self._answer(question, context)

    def _respond(
        self, question: MemberQuestion, settings: ChatSettings
    ) -> tuple[Answer | Refusal | None, cards.Card]:
        if len(question.text) > LONGEST:
            return None, cards.too_long_card()
        today = day_of(question.message.date)
        earlier = question.about or self._follow_ups.topic_before(question.message)
        library = self._live.without(settings.hidden_sources)
        result = library.answer(question.text, top=SHOWN, today=today, earlier=earlier)
        card = cards.answer_card(result)
        if isinstance(result, Answer) and settings.has_votes:
            card = replace(card, buttons=(self._feedback.thumbs(question.message.chat_id),))
        return result, card

    def _remember(self, question: MemberQuestion, answer: int, result: Answer | Refusal | None) -> None:
        """Notes the answer for the case that the question is edited; answering does not depend on it."""
        forgotten_at = self._forgotten_at.get(question.asker or 0)
        if forgotten_at and question.written_at <= forgotten_at:  # it waited for its turn meanwhile
            return
        outcome = Outcome.ANSWERED if isinstance(result, Answer) else Outcome.REFUSED
        words = question.text if result else ""
        if result:
            self._follow_ups.note(question.place, answer, result.question.topic)
        subject = (
            Subject(result.question.topic, result.question.earlier) if isinstance(result, Answer) else None
        )
        when = question.message.date
        asked = QuestionRecord(question.place, answer, outcome, words, when, question.asker, subject)
        with contextlib.suppress(StoreError):  # the database tells by itself when it cannot be written
            self._store.note_later(asked)
