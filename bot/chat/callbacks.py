"""All that updates are handed to, by what they are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    from bot.chat.help_commands import HelpCommands
    from bot.chat.permissions.admins import Admins
    from bot.chat.privacy import Privacy
    from bot.chat.settings_menu import SettingsMenu
    from bot.chat.starting import Starting
    from bot.chat.updates.allowed_chats import AllowedChats


@dataclass(frozen=True, slots=True)
class QuestionCallbacks:
    """For what members ask, in any form, and what else they say."""

    asking: Asking
    withdrawals: Withdrawals
    pleasantries: Pleasantries
    overhearing: Overhearing
    inline_queries: InlineQueries
    expired_questions: ExpiredQuestions


@dataclass(frozen=True, slots=True)
class BrowsingCallbacks:
    """For those who look around in the history."""

    browsing: Browsing
    quizzes: Quizzes
    daily_posts: DailyPosts
    daily_settings: DailySettings


@dataclass(frozen=True, slots=True)
class AdminCallbacks:
    """For admins: documents and all that is taught, and how the bot does."""

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
    gaps: Gaps
    gap_news: GapNews


@dataclass(frozen=True, slots=True)
class Callbacks:
    """For all updates."""

    questions: QuestionCallbacks
    browsing: BrowsingCallbacks
    administration: AdminCallbacks
    buttons: Buttons
    settings: Settings
    settings_menu: SettingsMenu
    starting: Starting
    help_commands: HelpCommands
    privacy: Privacy
    allowed_chats: AllowedChats
