"""A progress bar on standard error, for people who wait."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH = 24  # characters of the bar
PATIENCE = 0.5  # seconds before anything is drawn: quick work needs no bar


def progress_bar(label: str) -> Callable[[int, int], None]:
    """A function that draws how many of how many are done, where somebody watches a terminal."""
    if not sys.stderr.isatty():
        return lambda _done, _all: None
    began = time.monotonic()

    def draw(done: int, everything: int) -> None:
        if time.monotonic() - began < PATIENCE:
            return
        filled = WIDTH * done // max(everything, 1)
        bar = "█" * filled + "░" * (WIDTH - filled)
        sys.stderr.write(f"\r\x1b[K{label} {bar} {done:,} of {everything:,}")
        if done >= everything:
            sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()

    return draw
