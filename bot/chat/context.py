"""What python-telegram-bot hands to a callback beside the update."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CallbackContext, ExtBot

from bot.cards import ENGLISH

if TYPE_CHECKING:
    from bot.cards import Phrasebook
    from bot.chat.addressing import MemberQuestion


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """As python-telegram-bot's own, with the question that an update puts to the bot, if it does."""

    question: MemberQuestion | None = None
    book: Phrasebook = ENGLISH  # the language of the chat that the update is from
