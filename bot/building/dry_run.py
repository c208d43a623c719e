"""A library built aside from the one before, and what would change with it; nothing is published."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.building.build import build, saved_library
from bot.building.reload_report import compared
from bot.library import save
from bot.sources.folder import FaultyFiles

if TYPE_CHECKING:
    from pathlib import Path

    from bot.building.reload_report import ReloadReport
    from bot.library import Library
    from bot.sources.folder import Overlay

LEAST_LETTERS = 40  # of a passage that tells one document from another
NEW_VERSION = 0.5  # share of a document's passages that a new version of it still has


@dataclass(frozen=True, slots=True)
class BuildOrder:
    """Which library is to be built of what, and beside which it is shown."""

    folder: Path
    before: Path  # where the library is saved that answers now
    target: Path  # where the new one is saved; may be the same
    faulty: FaultyFiles = FaultyFiles.REFUSED
    overlay: Overlay | None = None  # changes of the folder to be tried


@dataclass(frozen=True, slots=True)
class AlikeFile:
    """A new file that holds much of one that is known."""

    file: str
    known: str
    share: float  # of the known file's passages, 0 to 1


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a new library would change; nothing was written when it would be the one before."""

    is_new: bool
    report: ReloadReport | None  # None when there was no library before to compare with
    alike: tuple[AlikeFile, ...] = ()


def dry_run(order: BuildOrder) -> DryRun:
    """Builds a library to its target, whole or not at all, and compares; raises KnowledgeError and OSError.

    What the library before holds unchanged is not read again.
    """
    before = saved_library(order.before)
    after = build(order.folder, before, faulty=order.faulty, overlay=order.overlay)
    if after is not before:
        save(after, order.target)
    if before is None:
        return DryRun(is_new=True, report=None)
    report = compared(before, after)
    alike = _alike(before, after, report.added) if order.overlay else ()
    return DryRun(after is not before, replace(report, published=False), alike)


def _alike(before: Library, after: Library, added: tuple[str, ...]) -> tuple[AlikeFile, ...]:
    """Those of the new files that hold at least half of a known one; the largest share of each."""
    numbers = after.documents.by_file()
    new = {file: _texts(after, numbers[file]) for file in added}
    alike: dict[str, AlikeFile] = {}
    for number, record in enumerate(before.documents if new else ()):
        texts = _texts(before, number)
        for file, new_texts in new.items():
            share = len(texts & new_texts) / max(len(texts), 1)
            if share >= max(NEW_VERSION, alike[file].share if file in alike else 0):
                alike[file] = AlikeFile(file, record.file, share)
    return tuple(alike.values())


def _texts(library: Library, document: int) -> frozenset[str]:
    passages = range(*library.documents.passages(document))
    texts = (library.index.passages.texts[passage] for passage in passages)
    return frozenset(text for text in texts if len(text) >= LEAST_LETTERS)
