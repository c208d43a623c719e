"""The files of a database: opened for one piece of work, set aside, given a name, removed."""

from __future__ import annotations

import calendar
import contextlib
import os
import re
import sqlite3
import time
from typing import TYPE_CHECKING

from bot.private_files import close_to_others
from bot.store.errors import DamagedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DATABASE = "bot.sqlite3"
BESIDE = ("-wal", "-shm", "-journal")  # what SQLite makes beside a database while it works
STAMP = "%Y%m%d-%H%M%S"  # UTC
SET_ASIDE = re.compile(  # bot.sqlite3.damaged-20261125-080910-0-wal
    rf"{re.escape(DATABASE)}\.(?:damaged|replaced)-(?P<stamp>\d{{8}}-\d{{6}})-\d+(?P<beside>-wal|-shm|-journal)?",
    re.ASCII,
)
PATIENCE = 2.0  # seconds that a file may be locked by another program


@contextlib.contextmanager
def opened(path: Path, mode: str = "rw") -> Iterator[sqlite3.Connection]:
    """A connection for one piece of work, by which no traces are left; raises sqlite3.Error."""
    with contextlib.closing(_connected(path, mode)) as connection:
        connection.isolation_level = None
        connection.execute("PRAGMA secure_delete = ON")
        yield connection
        if mode == "rw":
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", timeout=PATIENCE, uri=True)


def check_pages(connection: sqlite3.Connection) -> None:
    """Raises DamagedError where the pages of a file do not fit together."""
    ((verdict,),) = connection.execute("PRAGMA quick_check(1)")
    if verdict != "ok":
        raise DamagedError("the file is damaged")


def tables_of(connection: sqlite3.Connection) -> set[str]:
    """The names of the tables that there are."""
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def files_of(path: Path) -> list[Path]:
    """The files of a database, those first that are of no use without it."""
    return [*(path.with_name(path.name + suffix) for suffix in BESIDE), path]


def remove(path: Path) -> None:
    """Removes the files of a database; raises OSError."""
    for file in files_of(path):
        file.unlink(missing_ok=True)


def set_aside(path: Path, why: str = "damaged") -> Path:
    """Renames the files of a database, overwriting nothing; the new path. Raises OSError.

    None of them is left behind: SQLite would take what is in an old WAL for changes to a new file.
    """
    stamp, number = time.strftime(STAMP, time.gmtime()), 0
    while any(file.exists() for file in files_of(_aside(path, why, stamp, number))):
        number += 1
    aside = _aside(path, why, stamp, number)
    for old, new in zip(files_of(path), files_of(aside), strict=True):
        with contextlib.suppress(FileNotFoundError):
            old.rename(new)
            close_to_others(new)
    return aside


def _aside(path: Path, why: str, stamp: str, number: int) -> Path:
    return path.with_name(f"{path.name}.{why}-{stamp}-{number}")


def listed(folder: Path) -> list[Path]:
    """What is in a folder, nothing where there is none; raises OSError.

    (`glob` finds nothing where it may not look.)
    """
    try:
        return sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []


def files_set_aside(folder: Path) -> list[Path]:
    """All files that were set aside in a folder; raises OSError."""
    return [file for file in listed(folder) if set_aside_at(file) is not None]


def databases_set_aside(folder: Path) -> list[Path]:
    """The databases among them, also where only what stood beside one is left; raises OSError."""
    return sorted({_database_of(file) for file in files_set_aside(folder)})


def _database_of(file: Path) -> Path:
    match = SET_ASIDE.fullmatch(file.name)
    beside = match["beside"] if match else None
    return file.with_name(file.name.removesuffix(beside or ""))


def set_aside_at(file: Path) -> float | None:
    """When a file was set aside, in seconds since 1970; None where it is no file of that kind."""
    match = SET_ASIDE.fullmatch(file.name)
    try:
        return float(calendar.timegm(time.strptime(match["stamp"], STAMP))) if match else None
    except ValueError:  # not a time: the bot gave no such name
        return None


def give_name(file: Path, name: Path) -> None:
    """Gives a finished file its name, once it is on the disk and nobody else may read it; raises OSError."""
    close_to_others(file)
    handle = os.open(file, os.O_RDWR)  # SQLite brings no copy to the disk by itself
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    file.replace(name)
