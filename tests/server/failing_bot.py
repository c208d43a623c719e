"""Our bot as it is, but for one thing in its background that fails, as nobody foresaw, in its first life."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import NoReturn

import bot.store.housekeeping
from bot.__main__ import main
from bot.chat.alarms import Alarms
from bot.cli.vitals import Pulse
from bot.cli.watchdog import Limits
from bot.store import Inbox, Store

FAULTS: dict[str, tuple[type, str]] = {  # what fails -> the method that it fails in
    "housekeeping": (Store, "forget_old"),
    "dispatcher": (Inbox, "next"),
    "update": (Inbox, "done"),
    "taking in": (Inbox, "take"),
    "pulse": (Pulse, "run"),
    "alarms": (Alarms, "tell"),
    "watchdog": (Limits, "complaint"),
}
FAULT = "FAULT"  # the environment's name for which
WORDS = "wallaby"  # what a member might have written
FAILED = Path("failed")  # is there from the second life on


def fails(*_: object) -> NoReturn:
    FAILED.touch()
    raise TypeError(WORDS)


async def fails_soon(_: object) -> NoReturn:
    await asyncio.sleep(1)  # by then it has a connection
    fails()


if __name__ == "__main__":
    bot.store.housekeeping.EVERY = 0.5
    if not FAILED.exists():
        fault = os.environ[FAULT]
        setattr(*FAULTS[fault], fails_soon if fault == "pulse" else fails)
    sys.exit(main([]))
