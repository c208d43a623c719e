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
from bot.chat.allowed_chats import Closed
from bot.chat.asking import Questions
from bot.chat.cooldown import Cooldowns

if TYPE_CHECKING:
    from telegram import Message
    from telegram.ext import BaseHandler

    from bot.chat.admin_commands import AdminCommands
    from bot.chat.allowed_chats import AllowedChats
    from bot.chat.asking import Asking
    from bot.chat.clock import Clock
    from bot.chat.feedback import Feedback
    from bot.chat.help_commands import HelpCommands
    from bot.chat.privacy import Privacy


class People(filters.MessageFilter):
    """Messages that somebody wrote here and now."""

    def filter(self, message: Message) -> bool:
        return is_from_a_person(message)


@dataclass(frozen=True, slots=True)
class Parts:
    """All that handles updates."""

    asking: Asking
    feedback: Feedback
    guide: HelpCommands
    privacy: Privacy
    managing: AdminCommands
    doors: AllowedChats


def handlers(parts: Parts, clock: Clock) -> list[BaseHandler[Any, Any, Any]]:
    """In the order in which they are tried."""
    asking, guide, privacy, managing, doors = (
        parts.asking, parts.guide, parts.privacy, parts.managing, parts.doors,
    )  # fmt: skip
    new = filters.UpdateType.MESSAGE & People()
    private = new & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL
    forwarded = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & filters.FORWARDED
    calm = Cooldowns(clock).calm
    calm_presses = Cooldowns(clock, feedback.TO_A_USER, feedback.TO_A_CHAT).calm
    return [
        MessageHandler(filters.StatusUpdate.MIGRATE, doors.follow),
        MessageHandler(Closed(doors), doors.leave),
        MessageHandler(Questions(), calm(asking.asked)),  # new or edited
        InlineQueryHandler(asking.inline),
        CallbackQueryHandler(calm_presses(parts.feedback.pressed)),
        CommandHandler("start", calm(guide.start), new),
        CommandHandler("help", calm(guide.help), new),
        CommandHandler("sources", calm(guide.sources), new),
        CommandHandler("privacy", calm(privacy.privacy), new),
        CommandHandler("mydata", calm(privacy.mydata), new),
        CommandHandler("forgetme", calm(privacy.forgetme), new),
        CommandHandler("reload", calm(managing.reload), new, block=False),  # questions go on meanwhile
        CommandHandler("status", calm(managing.status), new),
        MessageHandler(private & filters.COMMAND, calm(guide.unknown_command)),
        MessageHandler(private, calm(guide.no_text)),
        MessageHandler(forwarded, calm(guide.forwarded)),
        ChatMemberHandler(guide.moved, ChatMemberHandler.MY_CHAT_MEMBER),
    ]
