"""Questions and their answers: new, edited, inline."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING

from telegram.ext import filters

from bot import cards
from bot.answers import Answer
from bot.chat.addressing import question_in
from bot.chat.follow_ups import FollowUps
from bot.chat.outbox import article
from bot.questions import LONGEST
from bot.store import Asked, Outcome, Place, StoreError

if TYPE_CHECKING:
    from telegram import Update

    from bot.answers import Refusal
    from bot.chat.addressing import MemberQuestion
    from bot.chat.context import Context
    from bot.chat.feedback import Feedback
    from bot.chat.outbox import Outbox
    from bot.live import LiveLibrary
    from bot.store import Store

SHOWN = 2  # passages: the one that answers, and another when it is not sure
LOG = logging.getLogger(__name__)


class Questions(filters.UpdateFilter):
    """Updates that put a question to the bot: /ask, a mention, a reply to it, anything in a private chat."""

    def filter(self, update: Update) -> bool:
        message = update.effective_message
        return message is not None and question_in(update, message.get_bot().bot) is not None


class Asking:
    """Answers questions from the library that is current when they come.

    An answer takes a millisecond or three, less than handing it to a thread and back would be worth.
    """

    def __init__(self, live: LiveLibrary, outbox: Outbox, store: Store, feedback: Feedback) -> None:
        self._live = live
        self._outbox = outbox
        self._store = store
        self._feedback = feedback
        self._follow_ups = FollowUps()

    async def asked(self, update: Update, context: Context) -> None:
        question = question_in(update, context.bot.bot)
        if question is None:
            return
        if question.is_edit:
            await self._correct(question)
        else:
            await self._answer(question)

    async def _answer(self, question: MemberQuestion) -> None:
        result, card = self._respond(question)
        answer = await self._outbox.reply(question.message, card)
        if answer is not None:
            self._remember(question, answer, result)

    async def _correct(self, question: MemberQuestion) -> None:
        """Puts the right answer in the place of the one that the question had before it was edited."""
        try:
            earlier = await self._store.answer_to(_place(question))
        except StoreError as error:  # rather no correction than a second answer
            LOG.error("The earlier answer could not be looked up: %s", error)  # noqa: TRY400 - expected, no trace
            return
        if earlier is not None:
            result, card = self._respond(question)
            await self._outbox.edit(question.message.chat_id, earlier, card)
            self._remember(question, earlier, result)
        elif question.is_recent:
            await self._answer(question)

    def _respond(self, question: MemberQuestion) -> tuple[Answer | Refusal | None, cards.Card]:
        if len(question.text) > LONGEST:
            return None, cards.too_long_card()
        today, earlier = question.message.date.date(), self._follow_ups.before(question.message)
        result = self._live.current.answer(question.text, top=SHOWN, today=today, earlier=earlier)
        card = cards.answer_card(result)
        if isinstance(result, Answer):
            card = self._feedback.with_buttons(card, _place(question), question.text)
        return result, card

    def _remember(self, question: MemberQuestion, answer: int, result: Answer | Refusal | None) -> None:
        """Notes the answer for the case that the question is edited; answering does not depend on it."""
        outcome = Outcome.ANSWERED if isinstance(result, Answer) else Outcome.REFUSED
        words = question.text if result else ""
        if result:
            self._follow_ups.note(_place(question), answer, result.question.topic)
        with contextlib.suppress(StoreError):  # the database tells by itself when it cannot be written
            self._store.note_later(
                Asked(_place(question), answer, outcome, words, question.message.date, question.asker)
            )

    async def inline(self, update: Update, _: Context) -> None:
        query = update.inline_query
        if query is None:
            return
        text = query.query.strip()
        result = self._live.current.answer(text, top=1)
        if isinstance(result, Answer):
            title, description = cards.inline_title(result), cards.inline_description(result)
            offers = [article("1", title, description, cards.inline_card(result))]
        else:
            offers = []
        await self._outbox.offer(query, offers, cards.inline_invitation(is_empty=not text))


def _place(question: MemberQuestion) -> Place:
    return Place(question.message.chat_id, question.message.message_id)
