"""The bot as a whole: what it reacts to, how it starts, how it stops."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING, Any

from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ContextTypes

from bot import cards
from bot.additions import Additions
from bot.chat.activity import Activity
from bot.chat.adding import Adding
from bot.chat.admin_commands import AdminCommands
from bot.chat.administrators import Administrators
from bot.chat.admins import Admins
from bot.chat.allowed_chats import AllowedChats
from bot.chat.answer_buttons import AnswerButtons
from bot.chat.answer_views import AnswerViews
from bot.chat.apologies import Apologies
from bot.chat.asking import Asking
from bot.chat.browsing import Browsing
from bot.chat.buttons import Buttons
from bot.chat.chat_admins import ChatAdmins
from bot.chat.chat_settings import Settings
from bot.chat.clock import MonotonicClock, TelegramTime
from bot.chat.command_menus import set_menus
from bot.chat.connection import connect
from bot.chat.context import Context
from bot.chat.daily_posts import DailyPosts
from bot.chat.daily_settings import DailySettings
from bot.chat.dispatcher import Dispatcher
from bot.chat.error_handler import ErrorHandler
from bot.chat.expired_questions import ExpiredQuestions
from bot.chat.feedback import Feedback
from bot.chat.gap_list import GapList
from bot.chat.gap_news import GapNews
from bot.chat.gaps import Gaps
from bot.chat.handlers import Callbacks, Cooldowns, handlers, preparations
from bot.chat.help_commands import HelpCommands
from bot.chat.inline import InlineQueries
from bot.chat.latest_edits import LatestEdits
from bot.chat.members_only import Memberships, MembersOnly
from bot.chat.mending import Mending
from bot.chat.outbox import Outbox
from bot.chat.overhearing import Overhearing
from bot.chat.pleasantries import Pleasantries
from bot.chat.polling import LONGEST_PAUSE, SHORTEST_PAUSE, Polling, TwoBotsError
from bot.chat.privacy import Privacy
from bot.chat.publishing import Publishing
from bot.chat.quizzes import Quizzes
from bot.chat.refusals import Refusals
from bot.chat.remembering import Remembering
from bot.chat.removals import Removals
from bot.chat.replies import Replies
from bot.chat.rollback import Rollback
from bot.chat.settings_menu import SettingsMenu
from bot.chat.starting import Starting
from bot.chat.statistics import StatisticsCommands
from bot.chat.teaching import TEACH, Teaching
from bot.chat.telegram_errors import is_unreadable, reason
from bot.chat.uploads import Uploads
from bot.chat.webhook import Webhook
from bot.chat.weekly_report import WeeklyReport
from bot.chat.withdrawals import Withdrawals
from bot.edits import KnowledgeFolder
from bot.examples import Examples
from bot.page_fetch import PageFetcher
from bot.proposals import Proposals
from bot.supervisor import Supervisor

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from telegram.request import BaseRequest

    from bot.config import Config
    from bot.live import LiveLibrary
    from bot.store import Store

LOG = logging.getLogger(__name__)
GRACE = 2.0  # seconds that a reload may take to end when the bot stops


class TokenRejectedError(Exception):
    """Telegram does not know the token; says so without showing it."""

    def __init__(self) -> None:
        super().__init__(
            "BOT_TOKEN was rejected by Telegram: copy it from @BotFather again (/mybots, API Token)"
        )


class NoBotApiError(Exception):
    """What BOT_API_URL leads to is something else; says so."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"BOT_API_URL: {address} is no Bot API server: it does not say which bot this is (getMe)"
        )


class TelegramBot:
    """Everything put together. `requests` replace the HTTP clients: for methods, and for updates."""

    def __init__(
        self,
        config: Config,
        live: LiveLibrary,
        store: Store,
        requests: tuple[BaseRequest, BaseRequest] | None = None,
        clock: MonotonicClock | None = None,
    ) -> None:
        self._config = config
        self._live = live
        self._inbox = store.inbox
        self.supervisor = Supervisor()
        self._clock = clock or MonotonicClock()
        self._time = TelegramTime()
        self._bot = connect(config.bot_token or "", config.bot_api_url, requests, self._time.note)
        self.activity = Activity(store, self._clock)
        self.settings = Settings(store.settings)
        self.administrators = Administrators(self._bot, store.pseudonym)
        self.admins = Admins(config, self.administrators)
        self.chat_admins = ChatAdmins(self.admins, self.administrators)
        self.outbox = Outbox(self._bot, self._clock, self._time, store.pseudonym)
        self.receiver: Polling | Webhook = (
            Webhook(self._bot, store.inbox, config.webhook)
            if config.webhook
            else Polling(self._bot, store.inbox, self._clock)
        )
        builder = Application.builder().bot(self._bot).updater(None)
        self.application = builder.context_types(ContextTypes(context=Context)).build()
        cooldowns = Cooldowns.over(self._clock, self.outbox)
        self.callbacks = callbacks = self._callbacks(store)
        self.daily_posts = callbacks.daily_posts
        self.weekly_report = WeeklyReport(callbacks.statistics, self._time)
        self.members_only = members_only = self._members_only(callbacks, cooldowns)
        for group, preparation in enumerate(preparations(callbacks, members_only), -10):
            self.application.add_handler(preparation, group)
        self.application.add_handlers(handlers(callbacks, cooldowns, self._time))
        self.application.add_error_handler(ErrorHandler(self.outbox, self.settings, store.pseudonym).failed)
        self.dispatcher = Dispatcher(self._bot, store.inbox, self.application.process_update, store.pseudonym)
        self.started = asyncio.Event()

    def _callbacks(self, store: Store) -> Callbacks:
        live, outbox = self._live, self.outbox
        buttons = Buttons(self._bot.token, outbox)
        knowledge = KnowledgeFolder(self._config.knowledge)
        proposals = Proposals(self._config.data_dir, knowledge, live)
        publishing = Publishing(proposals, outbox, buttons, self.admins, self._in_background, store.pseudonym)
        feedback = Feedback(store, buttons)
        apologies = Apologies(outbox, self._clock)
        replies = Replies(outbox, apologies, self.activity, self._clock)
        browsing = Browsing(live, outbox, buttons)
        statistics = StatisticsCommands(live, outbox, store, self.settings)
        daily_posts = DailyPosts(store.daily_posts, browsing, outbox, self.settings, self._time)
        edits = LatestEdits(outbox, self.supervisor, replies)
        answer_buttons = AnswerButtons(buttons, feedback)
        views = AnswerViews(live, edits, store, buttons, answer_buttons)
        Removals(edits, store, buttons, self.chat_admins)
        examples = Examples(live)
        refusals = Refusals(live, edits, store.gaps, buttons, examples)
        asking = Asking(replies, store, views, answer_buttons, refusals)
        self.gap_news = GapNews(live, store.gaps, self.settings, outbox, self.supervisor)
        gaps = Gaps(GapList(live, store.gaps), self.gap_news, self.admins, outbox, buttons)
        teaching = Teaching(live, outbox, store, publishing, gaps)
        buttons.on(TEACH, teaching.pressed)
        gaps.add_action("gap_teach", TEACH)
        uploads = Uploads(
            Additions(knowledge, proposals), publishing, outbox, buttons, self.admins,
            self._in_background, self._clock,
        )  # fmt: skip
        schemes = self._config.link_schemes
        fetcher = PageFetcher(allows_http="http" in schemes) if schemes else None
        self.adding = Adding(uploads, fetcher, outbox, self.admins, self._in_background)
        return Callbacks(
            asking=asking,
            withdrawals=Withdrawals(outbox, store),
            pleasantries=Pleasantries(outbox, examples),
            overhearing=Overhearing(live, asking, store, self._clock),
            inline_queries=InlineQueries(live, outbox, self._time, examples),
            expired_questions=ExpiredQuestions(apologies),
            buttons=buttons,
            browsing=browsing,
            quizzes=Quizzes(browsing, outbox),
            daily_posts=daily_posts,
            daily_settings=DailySettings(daily_posts, outbox, self.chat_admins, buttons),
            settings=self.settings,
            settings_menu=SettingsMenu(live, outbox, self.settings, self.chat_admins, buttons),
            starting=Starting(live, outbox, asking, examples),
            help_commands=HelpCommands(outbox, examples, self.admins, self.chat_admins),
            privacy=Privacy(store, outbox, asking, self.settings),
            admins=self.admins,
            admin_commands=AdminCommands(live, outbox, self.receiver, store, self.activity),
            publishing=publishing,
            uploads=uploads,
            adding=self.adding,
            remembering=Remembering(outbox, store, proposals, self.chat_admins),
            mending=Mending(live, outbox, store, publishing),
            teaching=teaching,
            statistics=statistics,
            rollback=Rollback(live, outbox, buttons, self.admins, self._in_background, store.pseudonym),
            allowed_chats=AllowedChats(self._config),
            gaps=gaps,
        )

    def _members_only(self, callbacks: Callbacks, cooldowns: Cooldowns) -> MembersOnly | None:
        """What keeps everybody else out, if that is wanted."""
        if not self._config.members_only:
            return None
        memberships = Memberships(self._bot, callbacks.allowed_chats.listed)
        return MembersOnly(memberships, self.admins, self.outbox, cooldowns.commands.limits)

    def _in_background(self, work: Coroutine[Any, Any, None]) -> None:
        """Begins work that nobody waits for; what it raises is logged."""
        self.application.create_task(work, name="in background")

    @property
    def silence(self) -> float | None:
        """Seconds since Telegram's last good answer to a request for updates, None before the first."""
        return self.receiver.last_poll_age

    def levels(self) -> dict[str, float]:
        """How full things are, by name; any thread may ask."""
        library, today, age = self._live.current, self.activity.figures, self._live.age
        levels = {
            "documents": float(len(library.documents)),
            "passages": float(len(library.passages)),
            "waiting": float(len(self._inbox)),
            "answered_today": float(today.answered),
            "refused_today": float(today.refused),
            "votes_up_today": float(today.up),
            "votes_down_today": float(today.down),
        }
        return levels if age is None else levels | {"library_age_seconds": age}

    def counts(self) -> dict[tuple[str, str], float]:
        """How often things happened since the start, by name and outcome; any thread may ask."""
        messages = {("messages", outcome): n for outcome, n in list(self.outbox.counts.items())}
        questions = {("questions", str(outcome)): n for outcome, n in list(self.activity.counts.items())}
        return {name: float(number) for name, number in (messages | questions).items()}

    async def run(self, stop: asyncio.Event) -> None:
        """Answers until `stop` is set; what waits then is for the next start. Raises TokenRejectedError."""
        async with contextlib.AsyncExitStack() as stack:
            if not await _until(stop, self._connect(stack)):
                return
            try:
                await _until(stop, self.receiver.run())
            except InvalidToken:
                raise TokenRejectedError from None
            except TwoBotsError:
                raise
            except Exception as error:  # noqa: BLE001 - its message may quote what a member wrote
                self.supervisor.report("taking in of updates", error)
                await stop.wait()

    async def start(self) -> None:
        """Begins to work on what is taken in, and makes itself known to Telegram; may be tried again.

        Raises TelegramError, NoBotApiError, ListeningError.
        """
        await self._identify()
        if not self.application.running:
            await self.application.start()
        await self.dispatcher.open(self.supervisor)
        self.daily_posts.open(self.supervisor, self.members_only)
        if self._config.weekly_stats and self._config.admin_chat is not None:
            self.weekly_report.open(self.supervisor, self._config.admin_chat)
        await self.receiver.announce()
        await set_menus(self._bot, self._config)
        note = cards.privacy_note(bool(self._bot.bot.can_read_all_group_messages))
        LOG.info("This is @%s; privacy mode is %s", self._bot.username, note)
        self.gap_news.start()
        self.supervisor.start("preparation", self._prepare())
        self.started.set()

    async def _prepare(self) -> None:
        """Puts the dated statements in order, which takes a moment, before somebody presses “earlier”."""
        await asyncio.to_thread(lambda: self._live.chronology)

    async def _identify(self) -> None:
        """Asks Telegram which bot this is."""
        try:
            await self.application.initialize()
        except TelegramError as error:
            if isinstance(error, InvalidToken) and is_unreadable(error):  # a 404 of another server
                raise NoBotApiError(self._config.bot_api_url) from None
            raise
        except Exception:  # noqa: BLE001 - python-telegram-bot takes for granted what getMe answers
            raise NoBotApiError(self._config.bot_api_url) from None
        if not self._bot.bot.username:
            raise NoBotApiError(self._config.bot_api_url)

    async def stop(self) -> None:
        """Finishes what is at work."""
        await self.receiver.close()
        await self.dispatcher.close()
        await self.daily_posts.close()
        await self.weekly_report.close()
        if self.application.running:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(GRACE):
                    await self.application.stop()  # a reload may be running
        await self.application.shutdown()
        await self._bot.shutdown()  # its connections are open even when the application never came up

    async def _connect(self, stack: contextlib.AsyncExitStack) -> None:
        """Starts, again and again while Telegram cannot be reached."""
        stack.push_async_callback(self.stop)
        pause = SHORTEST_PAUSE
        while True:
            try:
                return await self.start()
            except InvalidToken:  # its message shows the token
                raise TokenRejectedError from None
            except TelegramError as error:
                LOG.warning("No connection (%s); next try in %.0f s", reason(error), pause)
                await self._clock.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)


async def _until(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> bool:
    """Does some work, and gives it up as soon as `stop` is set; whether it came to its end."""
    working, stopped = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({working, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            await working
            return True
        return False
    finally:
        for task in (working, stopped):
            task.cancel()
        await asyncio.gather(working, stopped, return_exceptions=True)
