"""The bot as a whole: what it reacts to, how it starts, how it stops."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING, Any

from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ContextTypes

from bot import cards
from bot.chat.administration.weekly_report import WeeklyReport
from bot.chat.assembly import assembled
from bot.chat.background_work import LastingApplication
from bot.chat.clock import MonotonicClock
from bot.chat.command_menus import set_menus
from bot.chat.context import Context
from bot.chat.cooldown import Cooldowns
from bot.chat.delivery.telegram_errors import is_unreadable, reason
from bot.chat.error_handler import ErrorHandler
from bot.chat.handlers import handlers, preparations
from bot.chat.permissions.members_only import Memberships, MembersOnly
from bot.chat.services import Services
from bot.chat.updates.dispatcher import Dispatcher
from bot.chat.updates.polling import LONGEST_PAUSE, SHORTEST_PAUSE, TwoBotsError

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
        self.services = services = Services.of(
            config,
            live,
            store,
            clock=clock or MonotonicClock(),
            background=self._in_background,
            requests=requests,
        )
        builder = Application.builder().application_class(LastingApplication).bot(services.bot).updater(None)
        self.application = builder.context_types(ContextTypes(context=Context)).build()
        self.callbacks = assembled(services)
        self.weekly_report = WeeklyReport(self.callbacks.administration.statistics, services.time)
        cooldowns = Cooldowns.over(services.clock, services.outbox)
        self.members_only = self._members_only(cooldowns)
        self._register(cooldowns)
        handle = self.application.process_update
        self.dispatcher = Dispatcher(services.bot, store.inbox, handle, store.pseudonym)
        self.started = asyncio.Event()

    def _register(self, cooldowns: Cooldowns) -> None:
        """Gives the application its handlers."""
        services, callbacks = self.services, self.callbacks
        for group, preparation in enumerate(preparations(callbacks, self.members_only), -10):
            self.application.add_handler(preparation, group)
        self.application.add_handlers(handlers(callbacks, cooldowns, services.time))
        error_handler = ErrorHandler(services.outbox, services.settings, services.store.pseudonym)
        self.application.add_error_handler(error_handler.failed)

    def _members_only(self, cooldowns: Cooldowns) -> MembersOnly | None:
        """What keeps everybody else out, if that is wanted."""
        services = self.services
        if not services.config.members_only:
            return None
        memberships = Memberships(services.bot, self.callbacks.allowed_chats.listed)
        return MembersOnly(memberships, services.admins, services.outbox, cooldowns.commands.limits)

    def _in_background(self, work: Coroutine[Any, Any, None]) -> None:
        """Begins work that nobody waits for; what it raises is logged."""
        self.application.create_task(work, name="in background")

    @property
    def silence(self) -> float | None:
        """Seconds since Telegram's last good answer to a request for updates, None before the first."""
        return self.services.receiver.last_poll_age

    async def run(self, stop: asyncio.Event) -> None:
        """Answers until `stop` is set; what waits then is for the next start. Raises TokenRejectedError."""
        async with contextlib.AsyncExitStack() as stack:
            if not await _until(stop, self._connect(stack)):
                return
            try:
                await _until(stop, self.services.receiver.run())
            except InvalidToken:
                raise TokenRejectedError from None
            except TwoBotsError:
                raise
            except Exception as error:  # noqa: BLE001 - its message may quote what a member wrote
                self.services.supervisor.report("taking in of updates", error)
                await stop.wait()

    async def start(self) -> None:
        """Begins to work on what is taken in, and makes itself known to Telegram; may be tried again.

        Raises TelegramError, NoBotApiError, ListeningError.
        """
        services, config, bot = self.services, self.services.config, self.services.bot
        await self._identify()
        if not self.application.running:
            await self.application.start()
        await self.dispatcher.open(services.supervisor)
        self.callbacks.browsing.daily_posts.open(services.supervisor, self.members_only)
        if config.weekly_stats and config.admin_chat is not None:
            self.weekly_report.open(services.supervisor, config.admin_chat)
        await services.receiver.announce()
        await set_menus(bot, config)
        note = cards.privacy_note(bool(bot.bot.can_read_all_group_messages))
        LOG.info("This is @%s; privacy mode is %s", bot.username, note)
        self.callbacks.administration.gap_news.start()
        services.supervisor.start("preparation", self._prepare())
        self.started.set()

    async def _prepare(self) -> None:
        """Puts the dated statements in order, which takes a moment, before somebody presses “earlier”."""
        await asyncio.to_thread(lambda: self.services.live.chronology)

    async def _identify(self) -> None:
        """Asks Telegram which bot this is."""
        address = self.services.config.bot_api_url
        try:
            await self.application.initialize()
        except TelegramError as error:
            if isinstance(error, InvalidToken) and is_unreadable(error):  # a 404 of another server
                raise NoBotApiError(address) from None
            raise
        except Exception:  # noqa: BLE001 - python-telegram-bot takes for granted what getMe answers
            raise NoBotApiError(address) from None
        if not self.services.bot.bot.username:
            raise NoBotApiError(address)

    async def stop(self) -> None:
        """Finishes what is at work."""
        await self.services.receiver.close()
        await self.dispatcher.close()
        await self.callbacks.browsing.daily_posts.close()
        await self.weekly_report.close()
        if self.application.running:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(GRACE):
                    await self.application.stop()  # a reload may be running
        await self.application.shutdown()
        await self.services.bot.shutdown()  # its connections are open even when the application never came up

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
                await self.services.clock.sleep(pause)
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
