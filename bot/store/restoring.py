"""A backup put in the place of the database."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from pathlib import Path

from bot.private_files import make_private_folder
from bot.store.backups import UNFINISHED, copied
from bot.store.database_files import (
    DATABASE,
    check_pages,
    files_of,
    give_name,
    opened,
    set_aside,
    tables_of,
)
from bot.store.errors import StoreError, is_damaged, is_in_use
from bot.store.forgetting import delete_rows
from bot.store.schema import MIGRATIONS


def restore(backup: Path, folder: Path) -> Path | None:
    """Puts a backup in the place of the database, which is set aside; its new path. The bot must not run.

    Raises StoreError.
    """
    database = folder / DATABASE
    try:
        _check(backup)
        make_private_folder(folder)
        with tempfile.TemporaryDirectory(prefix=UNFINISHED, dir=folder) as work_folder:
            new = copied(backup, Path(work_folder))
            if database.exists():
                _check_that_nobody_uses(database)
                _go_on_forgetting(database, new)
            aside = set_aside(database, "replaced") if _is_anything_left(database) else None
            give_name(new, database)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{backup}: could not be put back: {error}") from error
    return aside


def _check(backup: Path) -> None:
    """Raises StoreError where a file is no backup of ours, sqlite3.Error where nobody can tell just now."""
    if not backup.is_file():
        raise StoreError(f"{backup}: there is no such file")
    try:
        with opened(backup, "ro") as connection:
            check_pages(connection)
            ((version,),) = connection.execute("PRAGMA user_version")
            tables = tables_of(connection)
    except sqlite3.Error as error:
        if not is_damaged(error):
            raise
        raise StoreError(f"{backup}: is no backup of the bot: {error}") from error
    if "questions" not in tables:
        raise StoreError(f"{backup}: is no backup of the bot")
    if version > len(MIGRATIONS):
        raise StoreError(f"{backup}: was written by a newer version of the bot; update the bot first")


def _is_anything_left(database: Path) -> bool:
    """Whether there is a database, or what SQLite would take for changes to it."""
    return any(file.exists() for file in files_of(database))


def _check_that_nobody_uses(database: Path) -> None:
    """Leaving WAL mode needs the file for oneself alone; raises StoreError or sqlite3.Error."""
    with contextlib.closing(sqlite3.connect(database, timeout=1)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.Error as error:
            if is_in_use(error):
                raise StoreError(f"{database}: is in use; stop the bot first") from error
            if not is_damaged(error):  # nobody uses a damaged one
                raise


def _go_on_forgetting(database: Path, new: Path) -> None:
    """Whoever is still to be forgotten in the backups is not brought back by one of them."""
    try:
        with opened(database) as connection:
            is_known = "forgotten" in tables_of(connection)
            waiting = (
                connection.execute("SELECT member, asked_at FROM forgotten").fetchall() if is_known else []
            )
    except sqlite3.Error as error:
        if not is_damaged(error):
            raise
        return
    with opened(new) as connection:
        for member, _ in waiting:
            delete_rows(connection, member)
        if "forgotten" in tables_of(connection):
            connection.executemany("INSERT OR IGNORE INTO forgotten VALUES (?, ?)", waiting)
