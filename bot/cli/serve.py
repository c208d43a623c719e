"""Running the Telegram bot until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import signal
import sys
import time
from typing import TYPE_CHECKING, Any

from bot.chat.alarms import Alarms
from bot.chat.application import TelegramBot, TokenRejectedError
from bot.chat.clock import MonotonicClock
from bot.chat.polling import TwoBotsError
from bot.chat.webhook import ListeningError
from bot.cli.health import HealthError, Vitals, served
from bot.cli.lock import RunningAlreadyError, locked
from bot.cli.logs import Redacting, set_up_logging
from bot.cli.systemd import READY, STOPPING, Systemd
from bot.cli.watchdog import Pulse, Watchdog
from bot.store import Store, StoreError, look_after

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine, Iterator

    from bot.config import Config
    from bot.live import LiveLibrary

LOG = logging.getLogger(__name__)
KNOWN = (
    HealthError, ListeningError, RunningAlreadyError, StoreError, TokenRejectedError, TwoBotsError,
)  # fmt: skip
MISTAKE = 2  # exit status: something in the settings or the data folder has to be put right


def run(config: Config, live: LiveLibrary) -> int:
    """Answers in Telegram until SIGINT or SIGTERM; 0, or 2 with a line on standard error.

    The watchdog ends the process with 3.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # python-telegram-bot's durations as timedeltas, unwarned
    set_up_logging(config.log_level, config.bot_token)
    try:
        with locked(config.data_dir):
            live.tidy()
            asyncio.run(_serve(config, live))
    except KNOWN as error:
        print(error, file=sys.stderr)
        return MISTAKE
    LOG.info("Stopped")
    return 0


async def _serve(config: Config, live: LiveLibrary) -> None:
    gc.collect()
    gc.freeze()  # what is loaded by now stays; looking through it for garbage took 40 ms each time
    stop = asyncio.Event()
    _stop_on_signals(stop)
    alarms = Alarms(Redacting(config.bot_token).redacted, MonotonicClock())
    async with contextlib.AsyncExitStack() as stack:
        stack.enter_context(_hearing(alarms))
        store = await stack.enter_async_context(await Store.open(config.data_dir))
        await stack.enter_async_context(_beside(look_after(store)))
        bot = TelegramBot(config, live, store)
        await stack.enter_async_context(_watched(config, bot, alarms))
        await bot.run(stop)


@contextlib.asynccontextmanager
async def _watched(config: Config, bot: TelegramBot, alarms: Alarms) -> AsyncIterator[None]:
    """All that looks after the bot during a block; raises HealthError."""
    began, systemd = time.monotonic(), Systemd.of(os.environ)
    pulse = Pulse(lambda: bot.silence if bot.silence is not None else time.monotonic() - began)
    vitals = Vitals(pulse, bot.levels, lambda: bot.counts() | {("errors", "logged"): alarms.errors})
    watchdog = Watchdog(pulse, config.watchdog_seconds, systemd)
    with served(config.health_port, pulse, vitals):
        async with _beside(pulse.run(), _alarming(alarms, bot, config.admin_chat)):
            watchdog.start()
            systemd.tell(READY)
            try:
                yield
            finally:
                systemd.tell(STOPPING)
                watchdog.stop()


async def _alarming(alarms: Alarms, bot: TelegramBot, chat: int | None) -> None:
    await bot.started.wait()
    if chat is not None:
        await alarms.tell(bot.outbox, chat)


@contextlib.contextmanager
def _hearing(alarms: Alarms) -> Iterator[None]:
    logging.getLogger().addHandler(alarms)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(alarms)


@contextlib.asynccontextmanager
async def _beside(*works: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Does some work in the background of a block."""
    tasks = [asyncio.create_task(one) for one in works]
    try:
        yield
    finally:
        for one in tasks:
            one.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _stop_on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C ends it less gently
            loop.add_signal_handler(name, stop.set)
