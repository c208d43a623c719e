"""What the bot reacts to, the first that fits; a table of contents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.chat import feedback
from bot.chat.addressing import is_from_a_person
from bot.chat.allowed_chats import ElsewhereFilter
from bot.chat.asking import Questions
from bot.chat.cooldown import Cooldowns

if TYPE_CHECKING:
    from telegram import Message
    from telegram.ext import BaseHandler

    from bot.chat.admin_commands import AdminCommands
    from bot.chat.allowed_chats import AllowedChats
    from bot.chat.asking import Asking
    from bot.chat.clock import MonotonicClock
    from bot.chat.feedback import Feedback
    from bot.chat.help_commands import HelpCommands
    from bot.chat.privacy import Privacy


class FromPerson(filters.MessageFilter):
    """Messages that somebody wrote here and now."""

    def filter(self, message: Message) -> bool:
        return is_from_a_person(message)


@dataclass(frozen=True, slots=True)
class Callbacks:
    """All that handles updates."""

    asking: Asking
    feedback: Feedback
    help_commands: HelpCommands
    privacy: Privacy
    admin_commands: AdminCommands
    allowed_chats: AllowedChats


def handlers(callbacks: Callbacks, clock: MonotonicClock) -> list[BaseHandler[Any, Any, Any]]:
    """In the order in which they are tried."""
    asking, privacy, allowed_chats = callbacks.asking, callbacks.privacy, callbacks.allowed_chats
    help_commands, admin_commands = callbacks.help_commands, callbacks.admin_commands
    new = filters.UpdateType.MESSAGE & FromPerson()
    private = new & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL
    forwarded = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & filters.FORWARDED
    calm = Cooldowns(clock).calm
    calm_presses = Cooldowns(clock, feedback.TO_A_USER, feedback.TO_A_CHAT).calm
    return [
        MessageHandler(filters.StatusUpdate.MIGRATE, allowed_chats.follow),
        MessageHandler(ElsewhereFilter(allowed_chats), allowed_chats.leave),
        MessageHandler(Questions(), calm(asking.asked)),  # new or edited
        InlineQueryHandler(asking.inline),
        CallbackQueryHandler(calm_presses(callbacks.feedback.pressed)),
        CommandHandler("start", calm(help_commands.start), new),
        CommandHandler("help", calm(help_commands.help), new),
        CommandHandler("sources", calm(help_commands.sources), new),
        CommandHandler("privacy", calm(privacy.privacy), new),
        CommandHandler("mydata", calm(privacy.mydata), new),
        CommandHandler("forgetme", calm(privacy.forgetme), new),
        CommandHandler("reload", calm(admin_commands.reload), new, block=False),  # questions go on meanwhile
        CommandHandler("status", calm(admin_commands.status), new),
        MessageHandler(private & filters.COMMAND, calm(help_commands.unknown_command)),
        MessageHandler(private, calm(help_commands.no_text)),
        MessageHandler(forwarded, calm(help_commands.forwarded)),
        ChatMemberHandler(help_commands.joined_or_left, ChatMemberHandler.MY_CHAT_MEMBER),
    ]
