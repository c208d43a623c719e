"""Everything that updates are handed to, put together; who needs whom is seen here alone."""

from __future__ import annotations

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
from bot.chat.callbacks import AdminCallbacks, BrowsingCallbacks, Callbacks, QuestionCallbacks
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
    from bot.chat.services import Services


def assembled(services: Services) -> Callbacks:
    """One of each, each with those that it needs."""
    live, outbox, settings = services.live, services.outbox, services.settings
    admins, chat_admins = services.admins, services.chat_admins
    buttons = Buttons(services.config.bot_token or "", outbox)
    examples = Examples(live)
    questions = _for_questions(services, buttons, examples)
    return Callbacks(
        questions=questions,
        browsing=_for_browsing(services, buttons),
        administration=_for_admins(services, buttons),
        buttons=buttons,
        settings=settings,
        settings_menu=SettingsMenu(live, outbox, settings, chat_admins, buttons),
        starting=Starting(live, outbox, questions.asking, examples),
        help_commands=HelpCommands(outbox, settings, examples, admins, chat_admins),
        privacy=Privacy(services.store, outbox, questions.asking, settings),
        allowed_chats=AllowedChats(services.config),
    )


def _for_questions(services: Services, buttons: Buttons, examples: Examples) -> QuestionCallbacks:
    """What answers, and what hears what else is said."""
    live, outbox, store, clock = services.live, services.outbox, services.store, services.clock
    apologies = Apologies(outbox, clock)
    asking = _asking(services, buttons, examples, apologies)
    return QuestionCallbacks(
        asking=asking,
        withdrawals=Withdrawals(outbox, store),
        pleasantries=Pleasantries(outbox, examples),
        overhearing=Overhearing(live, asking, store, clock),
        inline_queries=InlineQueries(live, outbox, services.time, examples),
        expired_questions=ExpiredQuestions(apologies),
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


def _for_browsing(services: Services, buttons: Buttons) -> BrowsingCallbacks:
    """Lists, quizzes and what is posted every day."""
    outbox, store, settings = services.outbox, services.store, services.settings
    browsing = Browsing(services.live, outbox, buttons)
    daily_posts = DailyPosts(store.daily_posts, browsing, outbox, settings, services.time)
    return BrowsingCallbacks(
        browsing=browsing,
        quizzes=Quizzes(browsing, outbox),
        daily_posts=daily_posts,
        daily_settings=DailySettings(daily_posts, outbox, services.chat_admins, buttons),
    )


def _for_admins(services: Services, buttons: Buttons) -> AdminCallbacks:
    """What changes documents, and what tells how the bot does."""
    config, live, store, outbox = services.config, services.live, services.store, services.outbox
    admins, settings = services.admins, services.settings
    progress = ProgressMessages(outbox, store.inbox)
    shared = AdminServices(outbox, buttons, admins, services.background, store.pseudonym, progress)
    knowledge = KnowledgeFolder(config.knowledge)
    proposals = Proposals(config.data_dir, knowledge, live)
    publishing = Publishing(proposals, shared)
    uploads = Uploads(Additions(knowledge, proposals), publishing, shared, services.clock)
    gap_news = GapNews(live, store.gaps, settings, outbox, services.supervisor)
    gaps = Gaps(GapList(live, store.gaps), gap_news, shared)
    schemes = config.link_schemes
    fetcher = PageFetcher(allows_http="http" in schemes) if schemes else None
    return AdminCallbacks(
        admins=admins,
        admin_commands=AdminCommands(live, outbox, services.receiver, store, services.activity, progress),
        publishing=publishing,
        remembering=Remembering(outbox, store, publishing, services.chat_admins),
        mending=Mending(live, outbox, store, publishing),
        teaching=Teaching(live, store, publishing, gaps, shared),
        statistics=StatisticsCommands(live, outbox, store, settings),
        rollback=Rollback(live, shared),
        document_removal=DocumentRemoval(live, outbox, publishing),
        uploads=uploads,
        adding=Adding(uploads, fetcher, shared),
        gaps=gaps,
        gap_news=gap_news,
    )
