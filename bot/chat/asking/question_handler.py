"""Which updates are questions to the bot, read once for whoever works on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.chat.addressing import MemberQuestion, question_in
from bot.chat.context import Context

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram.ext import Application

    from bot.chat.cooldown import Callback

    AnyApplication = Application[Any, Context, Any, Any, Any, Any]


class QuestionHandler(BaseHandler[Update, Context, None]):
    """For updates that put something to the bot: /ask, a mention, a reply to it, anything in a private chat.

    `wants` chooses among them. What is put is read here, once; the callback has it in its context.
    """

    def __init__(self, callback: Callback, wants: Callable[[MemberQuestion], bool]) -> None:
        super().__init__(callback)
        self._wants = wants

    def check_update(self, update: object) -> MemberQuestion | None:
        if not isinstance(update, Update) or update.effective_message is None:
            return None
        question = question_in(update, update.effective_message.get_bot().bot)
        return question if question and self._wants(question) else None

    async def handle_update(
        self, update: Update, application: AnyApplication, check_result: object, context: Context
    ) -> None:
        assert isinstance(check_result, MemberQuestion)
        context.question = check_result
        await super().handle_update(update, application, check_result, context)
