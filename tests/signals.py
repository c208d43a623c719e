"""Signals that whatever runs the tests has told them to ignore, as `nohup` and a job in the background do."""

from __future__ import annotations

import contextlib
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBERS = {signal.SIGINT, getattr(signal, "SIGHUP", signal.SIGINT)}


@contextlib.contextmanager
def heard() -> Iterator[None]:
    """Processes that are started in the block heed them all the same; they would inherit that they do not."""
    ignored = [number for number in NUMBERS if signal.getsignal(number) is signal.SIG_IGN]
    for number in ignored:
        signal.signal(number, signal.SIG_DFL)
    try:
        yield
    finally:
        for number in ignored:
            signal.signal(number, signal.SIG_IGN)
