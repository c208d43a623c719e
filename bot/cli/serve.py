"""Running the Telegram bot until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING

from bot.chat.alarms import Alarms
from bot.chat.application import NoBotApiError, TelegramBot, TokenRejectedError
from bot.chat.clock import MonotonicClock
from bot.chat.gauges import counts, levels
from bot.chat.updates.polling import TwoBotsError
from bot.chat.updates.webhook import ListeningError
from bot.cli.exit_status import DONE, MISTAKE, START_AGAIN
from bot.cli.health import HealthError, served
from bot.cli.lock import RunningAlreadyError, locked
from bot.cli.logs import Redacting, set_up_logging
from bot.cli.systemd import READY, STOPPING, Systemd
from bot.cli.vitals import LatencyFigures, Pulse, Vitals
from bot.cli.watchdog import Watchdog
from bot.store import Store, StoreError, look_after
from bot.supervisor import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.chat.activity import Latency
    from bot.config import Config
    from bot.publishing.live import LiveLibrary
    from bot.supervisor import Supervisor

LOG = logging.getLogger(__name__)
KNOWN = (
    HealthError, ListeningError, NoBotApiError, RunningAlreadyError, StoreError, TokenRejectedError,
    TwoBotsError,
)  # fmt: skip
LAST_WORDS = 5.0  # seconds that the alarm of a failure may take
LONGEST_STOP = 30.0  # seconds that stopping may take after a failure: what failed may be what is waited for


def run(config: Config, live: LiveLibrary) -> int:
    """Answers in Telegram until it is told to stop; DONE, or MISTAKE with a line on standard error.

    START_AGAIN when something failed that nobody foresaw; with that the watchdog ends the process, too.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # python-telegram-bot's durations as timedeltas, unwarned
    set_up_logging(config.log_level, config.bot_token)
    try:
        with locked(config.data_dir):
            live.tidy()
            if not live.current.documents:
                LOG.warning("%s holds no documents yet; an admin sends them to the bot", config.knowledge)
            if live.is_rolled_back:
                LOG.warning(
                    "An earlier library answers, since /rollback; /reload brings what lies in knowledge/"
                )
            status = asyncio.run(_serve(config, live))
    except KNOWN as error:
        print(error, file=sys.stderr)
        return MISTAKE
    except Exception as error:  # noqa: BLE001 - its message may hold the token
        LOG.critical("The bot ends, to be started again: %s\n%s", type(error).__name__, place_of(error))
        return START_AGAIN
    LOG.info("Stopped")
    return status


async def _serve(config: Config, live: LiveLibrary) -> int:
    gc.collect()
    gc.freeze()  # what is loaded by now stays; looking through it for garbage took 40 ms each time
    stop = asyncio.Event()
    _stop_on_signals(stop)
    alarms = Alarms(Redacting(config.bot_token).redacted, MonotonicClock())
    async with contextlib.AsyncExitStack() as stack:
        stack.enter_context(_hearing(alarms))
        if live.faults:  # an alarm, too
            first, more = live.faults[0], len(live.faults) - 1
            LOG.error(
                "Not all documents can be read, so the library before answers (/reload tells all): %s%s",
                first,
                f", and {more} more" * (more > 0),
            )
        store = await stack.enter_async_context(await Store.open(config.data_dir))
        bot = TelegramBot(config, live, store)
        services = bot.services
        supervisor = await stack.enter_async_context(services.supervisor)
        supervisor.keep("housekeeping", look_after(store))
        supervisor.keep("figures of the day", services.activity.run())
        alarming = None
        if config.admin_chat is not None:
            alarming = supervisor.keep("alarms", _alarming(alarms, bot, config.admin_chat))
        supervisor.start("stop", _stop_after_failure(supervisor, alarms, alarming, stop))
        stack.enter_context(_watched(config, bot, alarms, supervisor))
        await bot.run(stop)
    return START_AGAIN if supervisor.failed.is_set() else DONE


async def _stop_after_failure(
    supervisor: Supervisor, alarms: Alarms, alarming: asyncio.Task[None] | None, stop: asyncio.Event
) -> None:
    """Lets the admins hear of a failure, and then stops the bot as if it had been told to."""
    await supervisor.failed.wait()
    end = threading.Timer(LONGEST_STOP, os._exit, [START_AGAIN])
    end.daemon = True
    end.start()
    if alarming and not alarming.done():
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS):
                await alarms.all_sent()
    stop.set()


@contextlib.contextmanager
def _watched(config: Config, bot: TelegramBot, alarms: Alarms, supervisor: Supervisor) -> Iterator[None]:
    """All that looks after the bot during a block; raises HealthError."""
    began, systemd = time.monotonic(), Systemd.of(os.environ)
    pulse = Pulse(lambda: bot.silence if bot.silence is not None else time.monotonic() - began)
    vitals = Vitals(
        pulse,
        lambda: levels(bot.services),
        lambda: counts(bot.services) | {("errors", "logged"): alarms.errors},
        lambda: _latency(bot.services.activity.latency),
    )
    watchdog = Watchdog(pulse, config.watchdog_seconds, systemd)
    with served(config.health_port, vitals):
        supervisor.keep("pulse", pulse.run())
        watchdog.start()
        systemd.tell(READY)
        try:
            yield
        finally:
            systemd.tell(STOPPING)
            watchdog.stop()


def _latency(measured: Latency) -> LatencyFigures:
    return LatencyFigures(measured.buckets(), measured.total, measured.median)


async def _alarming(alarms: Alarms, bot: TelegramBot, chat: int) -> None:
    await bot.started.wait()
    await alarms.tell(bot.services.outbox, bot.services.settings, chat)


@contextlib.contextmanager
def _hearing(alarms: Alarms) -> Iterator[None]:
    logging.getLogger().addHandler(alarms)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(alarms)


def _stop_on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in {signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)}:
        is_ignored = signal.getsignal(number) is signal.SIG_IGN  # `nohup` wants SIGHUP to be
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C ends it less gently
            if not is_ignored:
                loop.add_signal_handler(number, stop.set)
