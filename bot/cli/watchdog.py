"""Sees that the bot lives, from a thread of its own: a loop that hangs cannot look after itself."""

from __future__ import annotations

import faulthandler
import logging
import math
import os
import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.cli.exit_status import START_AGAIN
from bot.cli.systemd import ALIVE

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.cli.systemd import Systemd
    from bot.cli.vitals import Pulse

LOG = logging.getLogger(__name__)
LONGEST_HANG = 60.0  # seconds that the loop may do one thing
LONGEST_LOOK = 5.0  # seconds between two looks
LAST_WORDS = 5.0  # seconds that the line about the end may take; standard error may be what hangs


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds after which something is wrong."""

    silence: float  # of Telegram
    lag: float  # of the event loop

    def complaint(self, pulse: Pulse) -> str | None:
        """What is wrong, None when all is well."""
        if (lag := pulse.lag) > self.lag:
            return f"the bot has hung for {lag:.0f} seconds"
        if (silence := pulse.silence()) > self.silence:
            return f"Telegram has not answered getUpdates for {silence:.0f} seconds"
        return None


class Watchdog:
    """Ends the process with a line and START_AGAIN; until then it tells systemd that all is well."""

    def __init__(
        self, pulse: Pulse, silence: float, systemd: Systemd, end: Callable[[int], object] = os._exit
    ) -> None:
        self._pulse = pulse
        self._limits = Limits(silence or math.inf, LONGEST_HANG)
        self._systemd = systemd
        self._end = end
        self._look_every = min(LONGEST_LOOK, silence / 10 or math.inf, (systemd.patience or math.inf) / 3)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stopped.wait(self._look_every):
            complaint = self._limits.complaint(self._pulse)
            if complaint:
                self._give_up(complaint)
                return
            self._systemd.tell(ALIVE)

    def _give_up(self, complaint: str) -> None:
        """No tidying up: what was taken in is in the database, and what hangs would hang on."""
        teller = threading.Thread(target=_last_words, args=(complaint,), daemon=True)
        teller.start()
        teller.join(LAST_WORDS)
        self._end(START_AGAIN)


def _last_words(complaint: str) -> None:
    LOG.critical("The watchdog ends the bot, to be started again: %s", complaint)
    if "hung" in complaint:
        faulthandler.dump_traceback(sys.__stderr__ or sys.stderr)  # places in the code, nobody's words
