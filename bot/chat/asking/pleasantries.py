"""Messages to the bot that ask nothing: a friendly line in private, silence in a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import cards
from bot.questions.messages.pleasantries import Pleasantry

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.addressing import MemberQuestion
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox
    from bot.publishing.examples import Examples


class Pleasantries:
    """Returns greetings and thanks to whoever is alone with the bot."""

    def __init__(self, outbox: Outbox, examples: Examples) -> None:
        self._outbox = outbox
        self._examples = examples

    async def reply(self, _: Update, context: Context) -> None:
        question = context.question
        assert question
        assert question.pleasantry
        example = self._examples.first(context.book.language, context.settings.hidden_sources)
        card = cards.pleasantry_card(question.pleasantry, context.book, example)
        await self._outbox.reply(question.message, card)

    async def pass_over(self, _: Update, __: Context) -> None:
        """Says nothing, which nobody can do too often."""


def asks(question: MemberQuestion) -> bool:
    """Whether a member asks something."""
    return question.pleasantry is None


def wants_line(question: MemberQuestion) -> bool:
    """Whether a pleasantry is returned: in private, and not where it only ends a conversation.

    Who asks what the bot is waits for an answer in a group too.
    """
    if question.pleasantry is Pleasantry.ABOUT_BOT:
        return True
    return question.pleasantry is not None and question.is_private and not question.is_closing


def is_pleasantry(question: MemberQuestion) -> bool:
    """Whether a member asks nothing."""
    return question.pleasantry is not None
