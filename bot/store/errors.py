"""What can go wrong with a database, and what each error of SQLite means for what is in it."""

from __future__ import annotations

import sqlite3


class StoreError(Exception):
    """The database could not do what was wanted; the message names the file and holds nobody's words."""


class NewerSchemaError(StoreError):
    """The file was written by a newer version of the bot."""


class DamagedError(sqlite3.DatabaseError):
    """SQLite can open the file, but its pages do not fit together."""


DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
LOST = {
    sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM,
}  # fmt: skip
IN_USE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
FULL = {sqlite3.SQLITE_FULL}


def is_damaged(error: BaseException) -> bool:
    """Whether the file is no database any more: the only reason to give it up. All else may pass."""
    return isinstance(error, DamagedError) or _code(error) in DAMAGED


def is_lost(error: BaseException) -> bool:
    """Whether the file cannot be reached; opening it again may help."""
    return isinstance(error, OSError) or _code(error) in LOST


def is_in_use(error: BaseException) -> bool:
    """Whether another program has locked the file."""
    return _code(error) in IN_USE


def is_passing(error: BaseException) -> bool:
    """Whether there is no room, or somebody else works with the file: it can be read meanwhile."""
    return is_in_use(error) or _code(error) in FULL


def _code(error: BaseException) -> int:
    """SQLite's code without its details, 0 where there is none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
