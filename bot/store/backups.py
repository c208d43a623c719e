"""Copies of the database: one a night, seven kept; made, put back, and rid of who wants to be forgotten."""

from __future__ import annotations

import contextlib
import re
import shutil
import sqlite3
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.store.database import set_aside
from bot.store.errors import StoreError
from bot.store.schema import DATABASE, MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

COPIES = "backups"
NIGHTLY = re.compile(r"bot-\d{4}-\d\d-\d\d\.sqlite3")  # bot-2026-11-25.sqlite3
MOST_KEPT = 7
FORGET = (  # what a member's hash stands in; a private chat has its member's number
    "DELETE FROM questions WHERE member = ?1 OR chat = ?1",
    "DELETE FROM votes WHERE member = ?1 OR chat = ?1",
)
UNFINISHED = ".new-"  # copies that are being made
SET_ASIDE = f"{DATABASE}.*-*"  # with what belongs to them
SET_ASIDE_KEPT = 90 * 86_400.0  # seconds; members' words may be in it
STALE = 3_600.0  # seconds after which nobody is making them any more


def todays_copy(folder: Path) -> Path:
    """Where the copy of this day belongs."""
    return folder / COPIES / f"bot-{datetime.now(UTC):%Y-%m-%d}.sqlite3"


def copies_in(folder: Path) -> list[Path]:
    """The nightly copies, the oldest first."""
    return sorted(one for one in (folder / COPIES).glob("bot-*") if NIGHTLY.fullmatch(one.name))


def back_up(folder: Path, target: Path) -> None:
    """Writes a copy, whole or not at all, without what waits in the inbox; the bot may run meanwhile.

    Raises StoreError.
    """
    database = folder / DATABASE
    if not database.exists():
        raise StoreError(f"{database}: there is no database to back up")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=UNFINISHED, dir=target.parent) as desk:
            copy = Path(desk) / "copy.sqlite3"
            with _opened(database) as connection:
                connection.execute("VACUUM INTO ?", (str(copy),))
            with _opened(copy) as connection:
                connection.execute("DELETE FROM inbox")
            copy.chmod(0o600)
            copy.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{target}: the copy could not be made: {error}") from error


def tidy(folder: Path) -> None:
    """Removes nightly copies but the last seven, unfinished ones, and what was set aside long ago."""
    old = [one for one in folder.glob(SET_ASIDE) if _age(one) > SET_ASIDE_KEPT]
    for one in (*copies_in(folder)[:-MOST_KEPT], *old):
        one.unlink(missing_ok=True)
    for desk in (folder / COPIES).glob(f"{UNFINISHED}*"):
        if _age(desk) > STALE:
            shutil.rmtree(desk, ignore_errors=True)


def _age(path: Path) -> float:
    """Seconds since it was last written."""
    return time.time() - path.stat().st_mtime


def restore(copy: Path, folder: Path) -> Path | None:
    """Puts a copy in the place of the database, which is set aside; its new path. The bot must not run.

    Raises StoreError.
    """
    database = folder / DATABASE
    try:
        _check(copy)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=UNFINISHED, dir=folder) as desk:
            new = Path(desk) / DATABASE
            with _opened(copy) as connection:
                connection.execute("VACUUM INTO ?", (str(new),))
            aside = None
            if database.exists():
                _check_that_nobody_uses(database)
                aside = set_aside(database, "replaced")
            new.chmod(0o600)
            new.replace(database)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{copy}: could not be put back: {error}") from error
    return aside


def forget_in_copies(folder: Path, who: bytes) -> None:
    """Deletes what the copies, and files that were set aside, hold of a member.

    A file that cannot be read is removed: nobody knows what it holds. Raises StoreError.
    """
    aside = [one for one in folder.glob(SET_ASIDE) if not one.name.endswith(("-wal", "-shm"))]
    for copy in (*copies_in(folder), *aside):
        try:
            with _opened(copy) as connection:
                for statement in FORGET:
                    connection.execute(statement, (who,))
                connection.execute("DELETE FROM inbox")
        except sqlite3.DatabaseError:
            for suffix in ("", "-wal", "-shm"):
                copy.with_name(copy.name + suffix).unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(f"{copy}: {error}") from error


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection for one piece of work, by which no traces are left."""
    with contextlib.closing(sqlite3.connect(path.absolute().as_uri() + "?mode=rw", uri=True)) as connection:
        connection.isolation_level = None
        connection.execute("PRAGMA secure_delete = ON")
        yield connection
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _check(copy: Path) -> None:
    if not copy.is_file():
        raise StoreError(f"{copy}: there is no such file")
    try:
        with _opened(copy) as connection:
            ((verdict,),) = connection.execute("PRAGMA quick_check(1)")
            ((version,),) = connection.execute("PRAGMA user_version")
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{copy}: is no backup of the bot: {error}") from error
    if verdict != "ok" or "questions" not in tables:
        raise StoreError(f"{copy}: is no backup of the bot, or damaged")
    if version > len(MIGRATIONS):
        raise StoreError(f"{copy}: was written by a newer version of the bot; update the bot first")


def _check_that_nobody_uses(database: Path) -> None:
    """Leaving WAL mode needs the file for oneself alone."""
    with contextlib.closing(sqlite3.connect(database, timeout=1)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise StoreError(f"{database}: is in use; stop the bot first") from error
            raise
        except sqlite3.DatabaseError:
            return  # it is damaged: nobody uses that
