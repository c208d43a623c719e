"""Backups of the database, made whole or not at all; one is made a night."""

from __future__ import annotations

import re
import sqlite3
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bot.private_files import make_private_folder
from bot.store.database_files import DATABASE, give_name, listed, opened, tables_of
from bot.store.errors import StoreError

BACKUPS = "backups"
NIGHTLY = re.compile(r"bot-(\d{4}-\d\d-\d\d)\.sqlite3", re.ASCII)  # bot-2026-11-25.sqlite3
PASSING = {"inbox", "forgotten"}  # tables that hold what is at work just now
UNFINISHED = ".new-"  # folders in which a backup is being made or put back


def todays_backup(folder: Path) -> Path:
    """Where the backup of this day belongs."""
    return folder / BACKUPS / f"bot-{datetime.now(UTC):%Y-%m-%d}.sqlite3"


def nightly_backups(folder: Path) -> list[Path]:
    """The nightly backups, the oldest first; raises OSError.

    One of a day that is still to come, from when the clock was wrong, counts as older than all others.
    """
    days = {file: day for file in listed(folder / BACKUPS) if (day := _day_of(file)) is not None}
    now = datetime.now(UTC)
    return sorted(days, key=lambda file: (days[file] <= now, days[file]))


def _day_of(file: Path) -> datetime | None:
    """The day that a nightly backup is of, None where a file is none."""
    match = NIGHTLY.fullmatch(file.name)
    try:
        return datetime.fromisoformat(match[1]).replace(tzinfo=UTC) if match else None
    except ValueError:  # not a day: the bot gave no such name
        return None


def back_up(folder: Path, target: Path) -> None:
    """Writes a backup without what waits in the inbox; the bot may run meanwhile. Raises StoreError.

    Nothing is written to the database, and so nobody forgotten, until the backup has its name: who is
    forgotten afterwards is looked for in it.
    """
    database = folder / DATABASE
    if not database.exists():
        raise StoreError(f"{database}: there is no database to back up")
    try:
        _make_folder(folder, target.parent)
        with (
            tempfile.TemporaryDirectory(prefix=UNFINISHED, dir=target.parent) as work_folder,
            opened(database) as live,
        ):
            live.execute("BEGIN IMMEDIATE")
            backup = copied(database, Path(work_folder))
            _leave_out_what_passes(backup)
            give_name(backup, target)
            live.execute("ROLLBACK")
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{target}: the backup could not be made: {error}") from error


def _leave_out_what_passes(backup: Path) -> None:
    with opened(backup) as connection:
        for table in tables_of(connection) & PASSING:
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - one of ours


def copied(database: Path, folder: Path) -> Path:
    """A copy of a database in another folder; raises sqlite3.Error."""
    copy = folder / DATABASE
    with opened(database, "ro") as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    return copy


def _make_folder(data_folder: Path, folder: Path) -> None:
    """Makes the folder of a backup; one that is not the bot's own keeps its permissions."""
    if folder == data_folder / BACKUPS:
        make_private_folder(folder)
    else:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
