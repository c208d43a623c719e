"""What the bot reacts to, the first that fits; a table of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
from bot.chat.administration.uploads import UploadFilter
from bot.chat.asking.expired_questions import ExpiredFilter
from bot.chat.asking.pleasantries import asks, is_pleasantry, wants_line
from bot.chat.asking.question_handler import QuestionHandler
from bot.chat.cooldown import ANSWERS, COMMANDS, INLINE, PRESSES, Cooldown
from bot.chat.updates.allowed_chats import ElsewhereFilter

if TYPE_CHECKING:
    from telegram import Message
    from telegram.ext import BaseHandler

    from bot.chat.administration.adding import Adding
    from bot.chat.administration.admin_commands import AdminCommands
    from bot.chat.administration.document_removal import DocumentRemoval
    from bot.chat.administration.gap_news import GapNews
    from bot.chat.administration.gaps import Gaps
    from bot.chat.administration.mending import Mending
    from bot.chat.administration.publishing import Publishing
    from bot.chat.administration.remembering import Remembering
    from bot.chat.administration.rollback import Rollback
    from bot.chat.administration.statistics import StatisticsCommands
    from bot.chat.administration.teaching import Teaching
    from bot.chat.administration.uploads import Uploads
    from bot.chat.asking.answering import Asking
    from bot.chat.asking.expired_questions import ExpiredQuestions
    from bot.chat.asking.inline import InlineQueries
    from bot.chat.asking.overhearing import Overhearing
    from bot.chat.asking.pleasantries import Pleasantries
    from bot.chat.asking.withdrawals import Withdrawals
    from bot.chat.browsing.daily_posts import DailyPosts
    from bot.chat.browsing.daily_settings import DailySettings
    from bot.chat.browsing.pages import Browsing
    from bot.chat.browsing.quizzes import Quizzes
    from bot.chat.buttons import Buttons
    from bot.chat.chat_settings import Settings
    from bot.chat.clock import MonotonicClock, TelegramTime
    from bot.chat.delivery.outbox import Outbox
    from bot.chat.help_commands import HelpCommands
    from bot.chat.permissions.admins import Admins
    from bot.chat.permissions.members_only import MembersOnly
    from bot.chat.privacy import Privacy
    from bot.chat.settings_menu import SettingsMenu
    from bot.chat.starting import Starting
    from bot.chat.updates.allowed_chats import AllowedChats

CHECK = filters.Regex(re.compile(r"^/\S+\s+check\s*$", re.IGNORECASE))  # /reload check


class FromPerson(filters.MessageFilter):
    """Messages that somebody wrote here and now."""

    def filter(self, message: Message) -> bool:
        return is_from_a_person(message)


@dataclass(frozen=True, slots=True)
class Callbacks:
    """All that updates are handed to."""

    asking: Asking
    withdrawals: Withdrawals
    pleasantries: Pleasantries
    overhearing: Overhearing
    inline_queries: InlineQueries
    expired_questions: ExpiredQuestions
    buttons: Buttons
    browsing: Browsing
    quizzes: Quizzes
    daily_posts: DailyPosts
    daily_settings: DailySettings
    settings: Settings
    settings_menu: SettingsMenu
    starting: Starting
    help_commands: HelpCommands
    privacy: Privacy
    admins: Admins
    admin_commands: AdminCommands
    publishing: Publishing
    remembering: Remembering
    mending: Mending
    teaching: Teaching
    statistics: StatisticsCommands
    rollback: Rollback
    document_removal: DocumentRemoval
    uploads: Uploads
    adding: Adding
    allowed_chats: AllowedChats
    gaps: Gaps
    gap_news: GapNews


@dataclass(frozen=True, slots=True)
class Cooldowns:
    """Each kind of update is counted apart: whoever asked a lot may still be forgotten or get help."""

    answers: Cooldown
    inline: Cooldown
    commands: Cooldown
    presses: Cooldown

    @classmethod
    def over(cls, clock: MonotonicClock, outbox: Outbox) -> Cooldowns:
        """The cool-downs of a bot."""
        return cls(*(Cooldown(clock, outbox, each) for each in (ANSWERS, INLINE, COMMANDS, PRESSES)))


def preparations(callbacks: Callbacks, members_only: MembersOnly | None) -> list[BaseHandler[Any, Any, Any]]:
    """What comes before all handlers, whatever the update is; each is tried."""
    return [
        MessageHandler(filters.StatusUpdate.MIGRATE, callbacks.settings.follow),
        MessageHandler(filters.StatusUpdate.MIGRATE, callbacks.daily_posts.follow),
        TypeHandler(Update, callbacks.settings.read),
        MessageHandler(filters.REPLY & filters.UpdateType.MESSAGE, callbacks.teaching.taken),
        MessageHandler(filters.FORWARDED & filters.UpdateType.MESSAGE, callbacks.teaching.forwarded),
        *([TypeHandler(Update, members_only.check)] if members_only else []),
        MessageHandler(filters.UpdateType.MESSAGE & UploadFilter(), callbacks.uploads.received),
        MessageHandler(filters.UpdateType.MESSAGE & LinkFilter(), callbacks.adding.received_link),
    ]


def handlers(
    callbacks: Callbacks, cooldowns: Cooldowns, time: TelegramTime
) -> list[BaseHandler[Any, Any, Any]]:
    """In the order in which they are tried."""
    asking, privacy, allowed_chats = callbacks.asking, callbacks.privacy, callbacks.allowed_chats
    browsing, overhearing = callbacks.browsing, callbacks.overhearing
    help_commands, admin_commands = callbacks.help_commands, callbacks.admin_commands
    new = filters.UpdateType.MESSAGE & FromPerson()
    edited = filters.UpdateType.EDITED_MESSAGE & FromPerson()
    private = new & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL
    forwarded = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & filters.FORWARDED
    talk = new & filters.ChatType.GROUPS & filters.TEXT & ~filters.COMMAND
    limited = cooldowns.commands.limits
    admins_only = callbacks.admins.only(otherwise=limited(admin_commands.refuse))
    return [
        MessageHandler(filters.StatusUpdate.MIGRATE, allowed_chats.follow),
        MessageHandler(ElsewhereFilter(allowed_chats), allowed_chats.leave),
        MessageHandler(ExpiredFilter(time), callbacks.expired_questions.pass_over),
        QuestionHandler(cooldowns.answers.limits(asking.asked), asks),  # new or edited
        MessageHandler(edited, overhearing.or_else(callbacks.withdrawals.take_back)),
        QuestionHandler(limited(callbacks.pleasantries.reply), wants_line),
        QuestionHandler(callbacks.pleasantries.pass_over, is_pleasantry),
        InlineQueryHandler(cooldowns.inline.limits(callbacks.inline_queries.typed)),
        CallbackQueryHandler(cooldowns.presses.limits(callbacks.buttons.pressed)),
        CommandHandler("start", limited(callbacks.starting.start), new),
        CommandHandler("help", limited(help_commands.help), new),
        CommandHandler("timeline", limited(browsing.timeline), new),
        CommandHandler("on", limited(browsing.on_date), new),
        CommandHandler("today", limited(browsing.today), new),
        CommandHandler("random", limited(browsing.random), new),
        CommandHandler("quiz", limited(callbacks.quizzes.quiz), new),
        CommandHandler("daily", limited(callbacks.daily_settings.command), new),
        CommandHandler("sources", limited(browsing.sources), new),
        CommandHandler("privacy", limited(privacy.privacy), new),
        CommandHandler("mydata", limited(privacy.mydata), new),
        CommandHandler("forgetme", limited(privacy.forgetme), new),
        CommandHandler("settings", limited(callbacks.settings_menu.show), new),
        CommandHandler("reload", admins_only(callbacks.publishing.check), new & CHECK, block=False),
        CommandHandler("reload", admins_only(admin_commands.reload), new, block=False),  # questions go on
        CommandHandler("add", admins_only(callbacks.adding.add), new),
        CommandHandler("remove", admins_only(callbacks.document_removal.remove), new, block=False),
        CommandHandler("rollback", admins_only(callbacks.rollback.rollback), new),
        CommandHandler("gaps", admins_only(callbacks.gaps.show), new),
        CommandHandler("remember", limited(callbacks.remembering.remember), new, block=False),
        CommandHandler("forget", limited(callbacks.remembering.forget), new, block=False),
        CommandHandler("why", admins_only(callbacks.mending.why), new),
        CommandHandler("alias", admins_only(callbacks.mending.alias), new, block=False),
        CommandHandler("event", admins_only(callbacks.mending.event), new, block=False),
        CommandHandler("pin", admins_only(callbacks.mending.pin), new, block=False),
        CommandHandler("teach", admins_only(callbacks.teaching.teach), new),
        CommandHandler("stats", admins_only(callbacks.statistics.stats), new),
        CommandHandler("export", admins_only(callbacks.statistics.export), new),
        CommandHandler("status", admins_only(admin_commands.status), new),
        MessageHandler(talk, overhearing.overheard),
        MessageHandler(private & filters.COMMAND, limited(help_commands.unknown_command)),
        MessageHandler(private & filters.Document.ALL, limited(callbacks.uploads.refuse)),
        MessageHandler(private, limited(help_commands.no_text)),
        MessageHandler(forwarded, limited(help_commands.forwarded)),
        ChatMemberHandler(help_commands.joined_or_left, ChatMemberHandler.MY_CHAT_MEMBER),
    ]
