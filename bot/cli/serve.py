"""Running the Telegram bot until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
from typing import TYPE_CHECKING

from bot.chat.application import TelegramBot, TokenRejectedError
from bot.chat.webhook import ListeningError
from bot.cli.logs import set_up_logging
from bot.store import Store, StoreError

if TYPE_CHECKING:
    from bot.config import Config
    from bot.library import LiveLibrary

LOG = logging.getLogger(__name__)
MISTAKE = 2  # exit status: something in the settings or the data folder has to be put right


def run(config: Config, live: LiveLibrary) -> int:
    """Answers in Telegram until SIGINT or SIGTERM; 0, or 2 with a line on standard error."""
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # python-telegram-bot's durations as timedeltas, unwarned
    set_up_logging(config.log_level, config.bot_token)
    return asyncio.run(_serve(config, live))


async def _serve(config: Config, live: LiveLibrary) -> int:
    stop = asyncio.Event()
    _stop_on_signals(stop)
    try:
        async with await Store.open(config.data_dir) as store:
            await TelegramBot(config, live, store).run(stop)
    except (StoreError, TokenRejectedError, ListeningError) as error:
        print(error, file=sys.stderr)
        return MISTAKE
    LOG.info("Stopped")
    return 0


def _stop_on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C ends it less gently
            loop.add_signal_handler(name, stop.set)
