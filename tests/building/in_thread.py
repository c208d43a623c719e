"""Building in a thread, for tests that are not about the process, whose start takes half a second."""

from __future__ import annotations

import asyncio
import pickle
from typing import TYPE_CHECKING

from bot.building.build import KnowledgeError
from bot.building.dry_run import dry_run
from bot.publishing.live import LiveLibrary

if TYPE_CHECKING:
    from pathlib import Path

    from bot.building.dry_run import BuildOrder, DryRun


def live_library(folder: Path, place: Path) -> LiveLibrary:
    """A library that is saved at a place, and whose reloads take no process."""
    return LiveLibrary(folder, place=place, builder=built_in_thread)


async def built_in_thread(order: BuildOrder) -> DryRun:
    """As `built_apart`, without caps; what goes from process to process there goes the same way here."""
    report = await asyncio.to_thread(_report, pickle.dumps(order))
    result: DryRun | Exception = pickle.loads(report)
    if isinstance(result, Exception):
        raise result
    return result


def _report(order: bytes) -> bytes:
    try:
        return pickle.dumps(dry_run(pickle.loads(order)))
    except (KnowledgeError, OSError) as error:
        return pickle.dumps(error)
