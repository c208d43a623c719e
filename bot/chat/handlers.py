"""What the bot reacts to, the first that fits; a table of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
from bot.chat.administration.uploads import UploadFilter
from bot.chat.asking.expired_questions import ExpiredFilter
from bot.chat.asking.pleasantries import asks, is_pleasantry, wants_line
from bot.chat.asking.question_handler import QuestionHandler
from bot.chat.cooldown import ANSWERS, COMMANDS, INLINE, PRESSES, Cooldown
from bot.chat.updates.allowed_chats import ElsewhereFilter

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

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
    from bot.chat.cooldown import Callback
    from bot.chat.delivery.outbox import Outbox
    from bot.chat.help_commands import HelpCommands
    from bot.chat.permissions.admins import Admins
    from bot.chat.permissions.members_only import MembersOnly
    from bot.chat.privacy import Privacy
    from bot.chat.settings_menu import SettingsMenu
    from bot.chat.starting import Starting
    from bot.chat.updates.allowed_chats import AllowedChats

    Handler = BaseHandler[Any, Any, Any]
    Limit = Callable[[Callback], Callback]  # makes a callback that is passed over while its member cools down

CHECK = filters.Regex(re.compile(r"^/\S+\s+check\s*$", re.IGNORECASE))  # /reload check


class FromPerson(filters.MessageFilter):
    """Messages that somebody wrote here and now."""

    def filter(self, message: Message) -> bool:
        return is_from_a_person(message)


NEW = filters.UpdateType.MESSAGE & FromPerson()


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


def preparations(callbacks: Callbacks, members_only: MembersOnly | None) -> list[Handler]:
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


def handlers(callbacks: Callbacks, cooldowns: Cooldowns, time: TelegramTime) -> list[Handler]:
    """In the order in which they are tried."""
    return [
        *_questions_and_presses(callbacks, cooldowns, time),
        *_members_commands(callbacks, cooldowns.commands.limits),
        *_admins_commands(callbacks, cooldowns.commands.limits),
        *_other_messages(callbacks, cooldowns.commands.limits),
    ]


def _questions_and_presses(callbacks: Callbacks, cooldowns: Cooldowns, time: TelegramTime) -> list[Handler]:
    """What members ask in any form, and the buttons under answers."""
    allowed_chats, pleasantries = callbacks.allowed_chats, callbacks.pleasantries
    take_back = callbacks.overhearing.or_else(callbacks.withdrawals.take_back)
    return [
        MessageHandler(filters.StatusUpdate.MIGRATE, allowed_chats.follow),
        MessageHandler(ElsewhereFilter(allowed_chats), allowed_chats.leave),
        MessageHandler(ExpiredFilter(time), callbacks.expired_questions.pass_over),
        QuestionHandler(cooldowns.answers.limits(callbacks.asking.asked), asks),  # new or edited
        MessageHandler(filters.UpdateType.EDITED_MESSAGE & FromPerson(), take_back),
        QuestionHandler(cooldowns.commands.limits(pleasantries.reply), wants_line),
        QuestionHandler(pleasantries.pass_over, is_pleasantry),
        InlineQueryHandler(cooldowns.inline.limits(callbacks.inline_queries.typed)),
        CallbackQueryHandler(cooldowns.presses.limits(callbacks.buttons.pressed)),
    ]


def _members_commands(callbacks: Callbacks, limited: Limit) -> list[Handler]:
    """Commands for everybody."""
    browsing, privacy = callbacks.browsing, callbacks.privacy
    return [
        CommandHandler("start", limited(callbacks.starting.start), NEW),
        CommandHandler("help", limited(callbacks.help_commands.help), NEW),
        CommandHandler("timeline", limited(browsing.timeline), NEW),
        CommandHandler("on", limited(browsing.on_date), NEW),
        CommandHandler("today", limited(browsing.today), NEW),
        CommandHandler("random", limited(browsing.random), NEW),
        CommandHandler("quiz", limited(callbacks.quizzes.quiz), NEW),
        CommandHandler("daily", limited(callbacks.daily_settings.command), NEW),
        CommandHandler("sources", limited(browsing.sources), NEW),
        CommandHandler("privacy", limited(privacy.privacy), NEW),
        CommandHandler("mydata", limited(privacy.mydata), NEW),
        CommandHandler("forgetme", limited(privacy.forgetme), NEW),
        CommandHandler("settings", limited(callbacks.settings_menu.show), NEW),
        CommandHandler("remember", limited(callbacks.remembering.remember), NEW, block=False),
        CommandHandler("forget", limited(callbacks.remembering.forget), NEW, block=False),
    ]


def _admins_commands(callbacks: Callbacks, limited: Limit) -> list[Handler]:
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
        MessageHandler(talk, callbacks.overhearing.overheard),
        MessageHandler(private & filters.COMMAND, limited(help_commands.unknown_command)),
        MessageHandler(private & filters.Document.ALL, limited(callbacks.uploads.refuse)),
        MessageHandler(private, limited(help_commands.no_text)),
        MessageHandler(forwarded, limited(help_commands.forwarded)),
        ChatMemberHandler(help_commands.joined_or_left, ChatMemberHandler.MY_CHAT_MEMBER),
    ]
