"""The bot as a whole: what it reacts to, how it starts, how it stops."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING, Any

from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ContextTypes

from bot import cards
from bot.chat.activity import Activity
from bot.chat.administration.weekly_report import WeeklyReport
from bot.chat.assembly import Services, assembled
from bot.chat.background_work import LastingApplication
from bot.chat.chat_settings import Settings
from bot.chat.clock import MonotonicClock, TelegramTime
from bot.chat.command_menus import set_menus
from bot.chat.context import Context
from bot.chat.delivery.connection import connect
from bot.chat.delivery.outbox import Outbox
from bot.chat.delivery.telegram_errors import is_unreadable, reason
from bot.chat.error_handler import ErrorHandler
from bot.chat.handlers import Callbacks, Cooldowns, handlers, preparations
from bot.chat.permissions.administrators import Administrators
from bot.chat.permissions.admins import Admins
from bot.chat.permissions.chat_admins import ChatAdmins
from bot.chat.permissions.members_only import Memberships, MembersOnly
from bot.chat.updates.dispatcher import Dispatcher
from bot.chat.updates.polling import LONGEST_PAUSE, SHORTEST_PAUSE, Polling, TwoBotsError
from bot.chat.updates.webhook import Webhook
from bot.supervisor import Supervisor

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from telegram.request import BaseRequest

    from bot.config import Config
    from bot.publishing.live import LiveLibrary
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
        builder = Application.builder().application_class(LastingApplication).bot(self._bot).updater(None)
        self.application = builder.context_types(ContextTypes(context=Context)).build()
        cooldowns = Cooldowns.over(self._clock, self.outbox)
        services = Services(
            config=config,
            live=live,
            store=store,
            outbox=self.outbox,
            settings=self.settings,
            admins=self.admins,
            chat_admins=self.chat_admins,
            activity=self.activity,
            receiver=self.receiver,
            supervisor=self.supervisor,
            clock=self._clock,
            time=self._time,
            background=self._in_background,
        )
        self.callbacks = callbacks = assembled(services)
        self.gap_news, self.adding = callbacks.gap_news, callbacks.adding
        self.daily_posts = callbacks.daily_posts
        self.weekly_report = WeeklyReport(callbacks.statistics, self._time)
        self.members_only = members_only = self._members_only(callbacks, cooldowns)
        for group, preparation in enumerate(preparations(callbacks, members_only), -10):
            self.application.add_handler(preparation, group)
        self.application.add_handlers(handlers(callbacks, cooldowns, self._time))
        self.application.add_error_handler(ErrorHandler(self.outbox, self.settings, store.pseudonym).failed)
        self.dispatcher = Dispatcher(self._bot, store.inbox, self.application.process_update, store.pseudonym)
        self.started = asyncio.Event()

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
