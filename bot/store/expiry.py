"""Files that are kept no longer: old backups, what was set aside, work that nobody finished."""

from __future__ import annotations

import re
import shutil
import time
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.store.backups import BACKUPS, UNFINISHED, nightly_backups
from bot.store.database_files import files_of, files_set_aside, listed, set_aside_at
from bot.store.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

KEPT = timedelta(days=90)  # the longest that anything of a member is kept in one place
MOST_BACKUPS = 7
WORK_FOLDER = re.compile(rf"{re.escape(UNFINISHED)}[a-z0-9_]{{8}}")  # .new-x3k9_2ab, as `tempfile` names it
ABANDONED = 3_600.0  # seconds after which nobody works in such a folder any more


def remove_old(folder: Path) -> None:
    """Removes nightly backups but the last seven, what was set aside 90 days ago, and unfinished work.

    No file is touched whose name is not exactly one that the bot gives. What can be removed is; then
    StoreError says what could not.
    """
    try:
        old = [
            *_old_backups(folder),
            *_old_set_aside(folder),
            *_abandoned(folder),
            *_abandoned(folder / BACKUPS),
        ]
    except OSError as error:
        raise StoreError(f"{folder}: {error}") from error
    hindrances = [why for path in old if (why := _why_not_removed(path))]
    if hindrances:
        raise StoreError("; ".join(hindrances))


def _old_backups(folder: Path) -> list[Path]:
    return [file for backup in nightly_backups(folder)[:-MOST_BACKUPS] for file in files_of(backup)]


def _old_set_aside(folder: Path) -> list[Path]:
    oldest = time.time() - KEPT.total_seconds()
    return [file for file in files_set_aside(folder) if (set_aside_at(file) or 0.0) < oldest]


def _abandoned(folder: Path) -> list[Path]:
    oldest = time.time() - ABANDONED
    work_folders = [path for path in listed(folder) if WORK_FOLDER.fullmatch(path.name)]
    return [path for path in work_folders if path.stat().st_mtime < oldest]


def _why_not_removed(path: Path) -> str | None:
    """Removes a file or folder; what hindered, None when it is gone."""
    try:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        return f"{path}: could not be removed: {error}"
    return None
