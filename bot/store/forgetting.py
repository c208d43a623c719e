"""Nothing is left of a member who wants to be forgotten: not in the backups, not in files set aside."""

from __future__ import annotations

import logging
import sqlite3
from typing import TYPE_CHECKING

from bot.store.backups import nightly_backups
from bot.store.database_files import check_pages, databases_set_aside, files_of, opened, remove, tables_of
from bot.store.errors import StoreError, is_damaged
from bot.store.schema import MIGRATIONS
from bot.store.subjects import FORGET_IN_TOPICS

if TYPE_CHECKING:
    from pathlib import Path

LOG = logging.getLogger(__name__)
COLUMNS = """
    SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
    WHERE t.type = 'table' AND c.name IN ('member', 'chat')
"""


def forget_in_backups(folder: Path, member: bytes) -> None:
    """Deletes what the backups, and files that were set aside, hold of a member (as a hash).

    A damaged file is removed: nobody knows what it holds. One that cannot be worked on just now (it is
    locked, the disk is full, a newer version of the bot wrote it) stays, and after all the others are done
    StoreError says which and why.
    """
    hindrances: list[str] = []
    try:
        databases = [*nightly_backups(folder), *databases_set_aside(folder)]
    except OSError as error:
        raise StoreError(f"{folder}: {error}") from error
    for database in databases:
        try:
            _forget_in(database, member)
        except (sqlite3.Error, OSError, StoreError) as error:
            if any(file.exists() for file in files_of(database)):
                hindrances.append(f"{database}: {error}")
    if hindrances:
        raise StoreError(f"a member could not be forgotten everywhere: {'; '.join(hindrances)}")


def _forget_in(database: Path, member: bytes) -> None:
    if not database.exists():  # what stood beside it is of no use by itself
        remove(database)
        return
    try:
        with opened(database) as connection:
            check_pages(connection)
            version = delete_rows(connection, member)
    except sqlite3.Error as error:
        if not is_damaged(error):
            raise
        remove(database)
        LOG.warning("%s is damaged: it was removed, for nobody knows whose words it holds", database)
        return
    if version > len(MIGRATIONS):
        raise StoreError("was written by a newer version of the bot; update the bot")


def delete_rows(connection: sqlite3.Connection, member: bytes) -> int:
    """Deletes a member's rows in whatever tables there are; the version of the schema.

    A private chat has its member's number.
    """
    connection.execute("BEGIN IMMEDIATE")
    if _has_topics(connection):
        connection.execute(FORGET_IN_TOPICS, (member,))
    for table, column in connection.execute(COLUMNS).fetchall():
        connection.execute(f'DELETE FROM "{table}" WHERE "{column}" = ?', (member,))  # noqa: S608 - our names
    if "inbox" in tables_of(connection):
        connection.execute("DELETE FROM inbox")
    connection.execute("COMMIT")
    ((version,),) = connection.execute("PRAGMA user_version")
    return int(version)


def _has_topics(connection: sqlite3.Connection) -> bool:
    """Whether questions are kept with their topics, which may hold words of other members."""
    columns = connection.execute("SELECT name FROM pragma_table_info('questions')")
    return ("topic",) in columns.fetchall()
