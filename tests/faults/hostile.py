"""4,096 hostile characters for every parser, and texts whose work must grow with them and no faster."""

from __future__ import annotations

import math
import random
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.dates import HistoricalDate, resolve
from bot.sentences import sentences
from tests.dates.hostile import PIECES, repeated
from tests.faults.finding import Finding
from tests.hostile import hostile_texts, parsers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

MOST = 0.05  # seconds of a processor that has nothing else to do
TRIES = 30  # the fastest counts: others use the machine too
REFERENCE = 0.013  # seconds that `reference` takes on such a processor
SIZES = 2_000, 16_000  # characters; linear work is 8 times as much for the longer text, quadratic 64 times
MOST_GROWTH = 24
NOISE = 0.02  # seconds of work below which a ratio says nothing
NESTS = 100  # texts of pieces drawn by chance
WRITTEN = HistoricalDate.parse("2025-10-25")
SENTENCE_PIECES = (".", "a.", "Mr._", '"', "。", "?_", ".\n", "...)")


async def findings() -> AsyncIterator[Finding]:
    yield read_soon()
    yield grows("dates", lambda text: resolve(text, written=WRITTEN), [*PIECES, *nests()])
    yield grows("sentences", sentences, [*SENTENCE_PIECES, *nests()])


def read_soon() -> Finding:
    """The slowest parser and text."""
    slowest, of = 0.0, ""
    with tempfile.TemporaryDirectory() as folder:
        for name, parser in parsers(Path(folder)).items():
            parser.is_right_about("warm")
            for text in hostile_texts():
                seconds = fastest(partial(parser.is_right_about, text), MOST)
                if seconds > slowest:
                    slowest, of = seconds, f"{name}, {text[:12]!r} again and again"
    figures = f"{1e3 * slowest:.0f} ms of work at most ({of})"
    return Finding("4,096 hostile characters for every parser", True, figures, is_in_time=slowest <= MOST)


def grows(name: str, read: Callable[[str], object], pieces: list[str]) -> Finding:
    """How much more work a text is that is eight times as long."""
    steepest, of = 0.0, ""
    for piece in pieces:
        small, large = (repeated(piece, size) for size in SIZES)
        most = fastest(partial(read, large), NOISE)
        growth = most / max(fastest(partial(read, small)), NOISE / MOST_GROWTH)
        if growth > steepest:
            steepest, of = growth, piece
    figures = f"{steepest:.0f} times the work at most ({of!r} again and again)"
    fault = f"{len(pieces)} hostile texts eight times as long, read for {name}"
    return Finding(fault, True, figures, is_in_time=steepest <= MOST_GROWTH)


def nests() -> list[str]:
    """Pieces of pieces, drawn by chance and always the same."""
    chance = random.Random(3)
    return ["".join(chance.choices(PIECES, k=chance.randint(2, 6))) for _ in range(NESTS)]


def fastest(work: Callable[[], object], enough: float = 0.0) -> float:
    """The least seconds of work of some tries, as on a processor without other work; ends when enough."""
    least = math.inf
    for _ in range(TRIES if enough else 3):
        began = time.process_time()
        work()
        seconds = time.process_time() - began
        least = min(least, seconds, seconds * REFERENCE / reference() if seconds > enough else math.inf)
        if least <= enough:
            break
    return least


def reference() -> float:
    """Seconds that a piece of work takes now, however slow the machine is."""
    began, total = time.process_time(), 0
    for number in range(200_000):
        total += number * number % 7
    return time.process_time() - began
