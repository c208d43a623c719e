"""What python-telegram-bot hands to a callback beside the update."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CallbackContext, ExtBot

from bot.cards import ENGLISH
from bot.store import DEFAULT_SETTINGS

if TYPE_CHECKING:
    from bot.cards import Phrasebook
    from bot.chat.addressing import MemberQuestion
    from bot.store import ChatSettings


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """As python-telegram-bot's own, with what is known of an update before its callback is called."""

    question: MemberQuestion | None = None  # that it puts to the bot
    is_member: bool | None = None  # of one of the bot's groups; None: not asked, or not known just now
    settings: ChatSettings = DEFAULT_SETTINGS  # of the chat that it is from
    book: Phrasebook = ENGLISH  # in whose language that chat is answered
