"""What the bot reacts to, the first that fits; a table of contents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from telegram import Update
from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.chat.addressing import is_from_a_person
from bot.chat.administration.adding import LinkFilter
from bot.chat.administration.uploads import AddFilter, UploadFilter
from bot.chat.asking.expired_questions import ExpiredFilter
from bot.chat.asking.pleasantries import asks, is_pleasantry, wants_line
from bot.chat.asking.question_handler import QuestionHandler
from bot.chat.updates.allowed_chats import ElsewhereFilter

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from telegram import Message
    from telegram.ext import BaseHandler

    from bot.chat.callbacks import AdminCallbacks, Callbacks
    from bot.chat.clock import TelegramTime
    from bot.chat.cooldown import Callback, Cooldowns
    from bot.chat.permissions.members_only import MembersOnly

    Handler = BaseHandler[Any, Any, Any]
    Limit = Callable[[Callback], Callback]  # makes a callback that is passed over while its member cools down

CHECK = filters.Regex(re.compile(r"^/\S+\s+check\s*$", re.IGNORECASE))  # /reload check


class FromPerson(filters.MessageFilter):
    """Messages that somebody wrote here and now."""

    def filter(self, message: Message) -> bool:
        return is_from_a_person(message)


NEW = filters.UpdateType.MESSAGE & FromPerson()


def preparations(callbacks: Callbacks, members_only: MembersOnly | None) -> list[Handler]:
    """What comes before all handlers, whatever the update is; each is tried."""
    administration = callbacks.administration
    return [
        MessageHandler(filters.StatusUpdate.MIGRATE, callbacks.settings.follow),
        MessageHandler(filters.StatusUpdate.MIGRATE, callbacks.browsing.daily_posts.follow),
        TypeHandler(Update, callbacks.settings.read),
        MessageHandler(filters.REPLY & filters.UpdateType.MESSAGE, administration.teaching.taken),
        MessageHandler(filters.FORWARDED & filters.UpdateType.MESSAGE, administration.teaching.forwarded),
        *([TypeHandler(Update, members_only.check)] if members_only else []),
        MessageHandler(filters.UpdateType.MESSAGE & UploadFilter(), administration.uploads.received),
        MessageHandler(filters.UpdateType.MESSAGE & LinkFilter(), administration.adding.received_link),
    ]


def handlers(callbacks: Callbacks, cooldowns: Cooldowns, time: TelegramTime) -> list[Handler]:
    """In the order in which they are tried."""
    return [
        *_questions_and_presses(callbacks, cooldowns, time),
        *_members_commands(callbacks, cooldowns.commands.limits),
        *_admins_commands(callbacks.administration, cooldowns.commands.limits),
        *_other_messages(callbacks, cooldowns.commands.limits),
    ]


def _questions_and_presses(callbacks: Callbacks, cooldowns: Cooldowns, time: TelegramTime) -> list[Handler]:
    """What members ask in any form, and the buttons under answers."""
    allowed_chats, questions = callbacks.allowed_chats, callbacks.questions
    take_back = questions.overhearing.or_else(questions.withdrawals.take_back)
    return [
        MessageHandler(filters.StatusUpdate.MIGRATE, allowed_chats.follow),
        MessageHandler(ElsewhereFilter(allowed_chats), allowed_chats.leave),
        MessageHandler(ExpiredFilter(time), questions.expired_questions.pass_over),
        QuestionHandler(cooldowns.answers.limits(questions.asking.asked), asks),  # new or edited
        MessageHandler(filters.UpdateType.EDITED_MESSAGE & FromPerson(), take_back),
        QuestionHandler(cooldowns.commands.limits(questions.pleasantries.reply), wants_line),
        QuestionHandler(questions.pleasantries.pass_over, is_pleasantry),
        InlineQueryHandler(cooldowns.inline.limits(questions.inline_queries.typed)),
        CallbackQueryHandler(cooldowns.presses.limits(callbacks.buttons.pressed)),
    ]


def _members_commands(callbacks: Callbacks, limited: Limit) -> list[Handler]:
    """Commands for everybody."""
    privacy, remembering = callbacks.privacy, callbacks.administration.remembering
    browsing, lists = callbacks.browsing, callbacks.browsing.browsing
    return [
        CommandHandler("start", limited(callbacks.starting.start), NEW),
        CommandHandler("help", limited(callbacks.help_commands.help), NEW),
        CommandHandler("timeline", limited(lists.timeline), NEW),
        CommandHandler("on", limited(lists.on_date), NEW),
        CommandHandler("today", limited(lists.today), NEW),
        CommandHandler("random", limited(lists.random), NEW),
        CommandHandler("quiz", limited(browsing.quizzes.quiz), NEW),
        CommandHandler("daily", limited(browsing.daily_settings.command), NEW),
        CommandHandler("sources", limited(lists.sources), NEW),
        CommandHandler("privacy", limited(privacy.privacy), NEW),
        CommandHandler("mydata", limited(privacy.mydata), NEW),
        CommandHandler("forgetme", limited(privacy.forgetme), NEW),
        CommandHandler("settings", limited(callbacks.settings_menu.show), NEW),
        CommandHandler("remember", limited(remembering.remember), NEW, block=False),
        CommandHandler("forget", limited(remembering.forget), NEW, block=False),
    ]


def _admins_commands(callbacks: AdminCallbacks, limited: Limit) -> list[Handler]:
    """Commands for admins, refused to others; while those that read documents work, questions go on."""
    admin_commands, mending = callbacks.admin_commands, callbacks.mending
    admins_only = callbacks.admins.only(otherwise=limited(admin_commands.refuse))
    return [
        CommandHandler("reload", admins_only(callbacks.publishing.check), NEW & CHECK, block=False),
        CommandHandler("reload", admins_only(admin_commands.reload), NEW, block=False),
        CommandHandler("add", admins_only(callbacks.adding.add), NEW),
        CommandHandler("remove", admins_only(callbacks.document_removal.remove), NEW, block=False),
        CommandHandler("rollback", admins_only(callbacks.rollback.rollback), NEW),
        CommandHandler("gaps", admins_only(callbacks.gaps.show), NEW),
        CommandHandler("why", admins_only(mending.why), NEW),
        CommandHandler("alias", admins_only(mending.alias), NEW, block=False),
        CommandHandler("event", admins_only(mending.event), NEW, block=False),
        CommandHandler("pin", admins_only(mending.pin), NEW, block=False),
        CommandHandler("teach", admins_only(callbacks.teaching.teach), NEW),
        CommandHandler("stats", admins_only(callbacks.statistics.stats), NEW),
        CommandHandler("export", admins_only(callbacks.statistics.export), NEW),
        CommandHandler("status", admins_only(admin_commands.status), NEW),
    ]


def _other_messages(callbacks: Callbacks, limited: Limit) -> list[Handler]:
    """What is neither a question nor a command that the bot knows."""
    help_commands = callbacks.help_commands
    private = NEW & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL
    forwarded = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & filters.FORWARDED
    talk = NEW & filters.ChatType.GROUPS & filters.TEXT & ~filters.COMMAND
    return [
        MessageHandler(talk, callbacks.questions.overhearing.overheard),
        MessageHandler(NEW & AddFilter(), limited(callbacks.administration.uploads.refuse)),
        MessageHandler(private & filters.COMMAND, limited(help_commands.unknown_command)),
        MessageHandler(private & filters.Document.ALL, limited(callbacks.administration.uploads.refuse)),
        MessageHandler(private, limited(help_commands.no_text)),
        MessageHandler(forwarded, limited(help_commands.forwarded)),
        ChatMemberHandler(help_commands.joined_or_left, ChatMemberHandler.MY_CHAT_MEMBER),
    ]
