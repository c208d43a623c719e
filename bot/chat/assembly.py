"""Everything that updates are handed to, put together; who needs whom is seen here alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat.administration.adding import Adding
from bot.chat.administration.admin_commands import AdminCommands
from bot.chat.administration.admin_services import AdminServices
from bot.chat.administration.document_removal import DocumentRemoval
from bot.chat.administration.gap_list import GapList
from bot.chat.administration.gap_news import GapNews
from bot.chat.administration.gaps import Gaps
from bot.chat.administration.mending import Mending
from bot.chat.administration.progress import ProgressMessages
from bot.chat.administration.publishing import Publishing
from bot.chat.administration.remembering import Remembering
from bot.chat.administration.rollback import Rollback
from bot.chat.administration.statistics import StatisticsCommands
from bot.chat.administration.teaching import Teaching
from bot.chat.administration.uploads import Uploads
from bot.chat.apologies import Apologies
from bot.chat.asking.answer_buttons import AnswerButtons
from bot.chat.asking.answer_views import AnswerViews
from bot.chat.asking.answering import Asking
from bot.chat.asking.expired_questions import ExpiredQuestions
from bot.chat.asking.feedback import Feedback
from bot.chat.asking.inline import InlineQueries
from bot.chat.asking.latest_edits import LatestEdits
from bot.chat.asking.overhearing import Overhearing
from bot.chat.asking.pleasantries import Pleasantries
from bot.chat.asking.refusals import Refusals
from bot.chat.asking.removals import Removals
from bot.chat.asking.replies import Replies
from bot.chat.asking.withdrawals import Withdrawals
from bot.chat.browsing.daily_posts import DailyPosts
from bot.chat.browsing.daily_settings import DailySettings
from bot.chat.browsing.pages import Browsing
from bot.chat.browsing.quizzes import Quizzes
from bot.chat.buttons import Buttons
from bot.chat.handlers import Callbacks
from bot.chat.help_commands import HelpCommands
from bot.chat.privacy import Privacy
from bot.chat.settings_menu import SettingsMenu
from bot.chat.starting import Starting
from bot.chat.updates.allowed_chats import AllowedChats
from bot.edits import KnowledgeFolder
from bot.publishing.additions import Additions
from bot.publishing.examples import Examples
from bot.publishing.page_fetch import PageFetcher
from bot.publishing.proposals import Proposals

if TYPE_CHECKING:
    from bot.chat.activity import Activity
    from bot.chat.administration.admin_services import Background
    from bot.chat.chat_settings import Settings
    from bot.chat.clock import MonotonicClock, TelegramTime
    from bot.chat.delivery.outbox import Outbox
    from bot.chat.permissions.admins import Admins
    from bot.chat.permissions.chat_admins import ChatAdmins
    from bot.chat.updates.polling import Polling
    from bot.chat.updates.webhook import Webhook
    from bot.config import Config
    from bot.publishing.live import LiveLibrary
    from bot.store import Store
    from bot.supervisor import Supervisor


@dataclass(frozen=True, slots=True)
class Services:
    """What all of them work with."""

    config: Config
    live: LiveLibrary
    store: Store
    outbox: Outbox
    settings: Settings
    admins: Admins
    chat_admins: ChatAdmins
    activity: Activity
    receiver: Polling | Webhook
    supervisor: Supervisor
    clock: MonotonicClock
    time: TelegramTime
    background: Background  # begins work that nobody waits for


def assembled(services: Services) -> Callbacks:
    """One of each, each with those that it needs."""
    config, live, store, outbox = services.config, services.live, services.store, services.outbox
    admins, chat_admins, settings = services.admins, services.chat_admins, services.settings
    clock = services.clock
    buttons = Buttons(config.bot_token or "", outbox)
    knowledge = KnowledgeFolder(config.knowledge)
    proposals = Proposals(config.data_dir, knowledge, live)
    progress = ProgressMessages(outbox, store.inbox)
    for_admins = AdminServices(outbox, buttons, admins, services.background, store.pseudonym, progress)
    publishing = Publishing(proposals, for_admins)
    apologies = Apologies(outbox, clock)
    browsing = Browsing(live, outbox, buttons)
    statistics = StatisticsCommands(live, outbox, store, settings)
    daily_posts = DailyPosts(store.daily_posts, browsing, outbox, settings, services.time)
    examples = Examples(live)
    asking = _asking(services, buttons, examples, apologies)
    gap_news = GapNews(live, store.gaps, settings, outbox, services.supervisor)
    gaps = Gaps(GapList(live, store.gaps), gap_news, for_admins)
    uploads = Uploads(Additions(knowledge, proposals), publishing, for_admins, clock)
    schemes = config.link_schemes
    fetcher = PageFetcher(allows_http="http" in schemes) if schemes else None
    return Callbacks(
        asking=asking,
        withdrawals=Withdrawals(outbox, store),
        pleasantries=Pleasantries(outbox, examples),
        overhearing=Overhearing(live, asking, store, clock),
        inline_queries=InlineQueries(live, outbox, services.time, examples),
        expired_questions=ExpiredQuestions(apologies),
        buttons=buttons,
        browsing=browsing,
        quizzes=Quizzes(browsing, outbox),
        daily_posts=daily_posts,
        daily_settings=DailySettings(daily_posts, outbox, chat_admins, buttons),
        settings=settings,
        settings_menu=SettingsMenu(live, outbox, settings, chat_admins, buttons),
        starting=Starting(live, outbox, asking, examples),
        help_commands=HelpCommands(outbox, examples, admins, chat_admins),
        privacy=Privacy(store, outbox, asking, settings),
        admins=admins,
        admin_commands=AdminCommands(live, outbox, services.receiver, store, services.activity, progress),
        publishing=publishing,
        uploads=uploads,
        adding=Adding(uploads, fetcher, for_admins),
        remembering=Remembering(outbox, store, publishing, chat_admins),
        mending=Mending(live, outbox, store, publishing),
        teaching=Teaching(live, store, publishing, gaps, for_admins),
        statistics=statistics,
        document_removal=DocumentRemoval(live, outbox, publishing),
        rollback=Rollback(live, for_admins),
        allowed_chats=AllowedChats(config),
        gaps=gaps,
        gap_news=gap_news,
    )


def _asking(services: Services, buttons: Buttons, examples: Examples, apologies: Apologies) -> Asking:
    """What answers questions, with the buttons under answers and refusals."""
    live, outbox, store = services.live, services.outbox, services.store
    replies = Replies(live, outbox, apologies, services.activity, services.clock)
    edits = LatestEdits(outbox, services.supervisor, replies)
    answer_buttons = AnswerButtons(buttons, Feedback(store, buttons))
    views = AnswerViews(live, edits, store, buttons, answer_buttons)
    refusals = Refusals(live, edits, store.gaps, buttons, examples)
    Removals(edits, store, buttons, services.chat_admins)
    return Asking(replies, store, views, answer_buttons, refusals)
