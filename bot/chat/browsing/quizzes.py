"""/quiz: when was that?"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from bot import cards
from bot.browsing.quiz import make_quiz
from bot.browsing.selection import timeline
from bot.chat.addressing import message_of
from bot.today import day_of

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.browsing.pages import Browsing
    from bot.chat.context import Context
    from bot.chat.delivery.outbox import Outbox


class Quizzes:
    """Asks about a statement by chance, of a topic and a period if they are named."""

    def __init__(self, browsing: Browsing, outbox: Outbox) -> None:
        self._browsing = browsing
        self._outbox = outbox
        self._random = random.Random()  # noqa: S311 - no secret

    async def quiz(self, update: Update, context: Context) -> None:
        message, book = message_of(update), context.book
        chronology = self._browsing.chronology(context.settings)
        request = " ".join(context.args or ())[: cards.LONGEST_COMMAND]
        selection = timeline(chronology, request, day_of(message.date))
        quiz = make_quiz(chronology, selection.positions, self._random)
        if quiz is None:
            await self._outbox.reply(message, cards.no_quiz_card(book, of_topic=bool(request)))
        else:
            await self._outbox.ask(message, cards.quiz_card(chronology, quiz, book))
