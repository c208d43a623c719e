"""Questions and their answers, new and edited."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING

from bot import cards
from bot.answers import Refusal
from bot.bounded_dict import BoundedDict
from bot.chat.activity import seconds_taken
from bot.chat.asking.earlier_subjects import EarlierSubjects
from bot.conversation.response import Lack, Lacking, Response
from bot.questions import LONGEST
from bot.store import Outcome, QuestionRecord, StoreError
from bot.today import day_of

if TYPE_CHECKING:
    from datetime import datetime

    from telegram import Update

    from bot.cards import Card
    from bot.chat.addressing import MemberQuestion
    from bot.chat.asking.answer_buttons import AnswerButtons
    from bot.chat.asking.answer_views import AnswerViews
    from bot.chat.asking.refusals import Refusals
    from bot.chat.asking.replies import Replies
    from bot.chat.context import Context
    from bot.store import Store

MOST_FORGOTTEN = 1_000  # members whose questions may still be on their way
LOG = logging.getLogger(__name__)


class Asking:
    """Answers questions from the library that is current when they come.

    An answer takes a millisecond or three, less than handing it to a thread and back would be worth.
    """

    def __init__(
        self,
        replies: Replies,
        store: Store,
        views: AnswerViews,
        answer_buttons: AnswerButtons,
        refusals: Refusals,
    ) -> None:
        self._replies = replies
        self._refusals = refusals
        self._store = store
        self._views = views
        self._answer_buttons = answer_buttons
        self._earlier_subjects = EarlierSubjects(store.subjects)
        self._forgotten_at: BoundedDict[int, datetime] = BoundedDict(  # by the members' numbers
            MOST_FORGOTTEN
        )

    def forget(self, member: int, when: datetime) -> None:
        """Notes nothing of what a member has asked until then."""
        self._forgotten_at[member] = when

    async def asked(self, _: Update, context: Context) -> None:
        question = context.question
        assert question
        if question.is_edit:
            await self._correct(question, context)
        else:
            await self._answer(question, context)

    async def _answer(self, question: MemberQuestion, context: Context) -> None:
        response, card = await self._respond(question, context)
        if _outcome(response) is Outcome.ANSWERED:
            answer = await self._replies.answer(question, card, context.book)
        else:
            answer = await self._replies.refuse(question, card)
        if answer is not None:
            self._remember(question, answer, response)

    async def _correct(self, question: MemberQuestion, context: Context) -> None:
        """Puts the right answer in the place of the one that the question had before it was edited."""
        try:
            earlier = await self._store.answer_to(question.place)
        except StoreError as error:  # rather no correction than a second answer
            LOG.error("The earlier answer could not be looked up: %s", error)  # noqa: TRY400 - expected, no trace
            await self._replies.apologise(question, cards.correction_later_card(context.book))
            return
        if earlier is not None:
            response, card = await self._respond(question, context)
            await self._replies.correct(question, earlier, card)
            self._remember(question, earlier, response)
        elif question.is_recent:
            await self._answer(question, context)

    async def _respond(self, question: MemberQuestion, context: Context) -> tuple[Response | None, Card]:
        if len(question.text) > LONGEST:
            return None, cards.too_long_card(context.book)
        before = await self._earlier_subjects.subject_before(question)
        today = day_of(question.message.date)
        conversation = self._views.conversation(context.settings)
        response = conversation.respond(question.text, before, today=today)
        if isinstance(response.result, Refusal):
            return response, self._refusals.card(response.result, question.place, context)
        chat = question.message.chat_id
        return response, self._answer_buttons.card(response, chat, context.settings, context.book)

    def _remember(self, question: MemberQuestion, answer: int, response: Response | None) -> None:
        """Notes the answer for its buttons, for what goes on from it, and for the case of an edit."""
        forgotten_at = self._forgotten_at.get(question.asker or 0)
        if forgotten_at and question.written_at <= forgotten_at:  # it waited for its turn meanwhile
            return
        seconds = seconds_taken()
        asked = QuestionRecord(
            at=question.place,
            answer=answer,
            outcome=_outcome(response),
            words=question.text if response else "",
            when=question.message.date,
            member=question.asker,
            subject=response.subject if response else None,
            earlier=_went_on_from(response),
            took=None if seconds is None else round(1000 * seconds),
        )
        with contextlib.suppress(StoreError):  # the database tells by itself when it cannot be written
            self._store.note_later(asked)


def _went_on_from(response: Response | None) -> str | None:
    """What a refused question went on from, None where it stands by itself."""
    return response.result.question.earlier if response and isinstance(response.result, Refusal) else None


def _outcome(response: Response | None) -> Outcome:
    """Whether a question counts as answered; to have nothing more to show is an answer."""
    result = response.result if response else None
    is_refused = isinstance(result, Refusal) or (isinstance(result, Lacking) and result.lack is Lack.ON_DATE)
    return Outcome.REFUSED if result is None or is_refused else Outcome.ANSWERED
