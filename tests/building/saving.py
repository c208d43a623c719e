"""A library built into a file, as the program does it, without a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.building.dry_run import BuildOrder, dry_run
from bot.sources.folder import FaultyFiles

if TYPE_CHECKING:
    from pathlib import Path

    from bot.building.dry_run import DryRun


def build_to(folder: Path, place: Path, faulty: FaultyFiles = FaultyFiles.REFUSED) -> DryRun:
    """Builds the library of a folder into a file beside the one there; raises KnowledgeError."""
    return dry_run(BuildOrder(folder, place, place, faulty))
