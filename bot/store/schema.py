"""The tables, and how they came to be what they are."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

from bot.store.errors import DamagedError, NewerSchemaError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    import aiosqlite

MIGRATIONS: tuple[tuple[str, ...], ...] = (  # each takes the schema one version up; never change an old one
    (
        """
        CREATE TABLE questions (
            chat BLOB NOT NULL,           -- keyed hash of the chat's number
            message INTEGER NOT NULL,     -- the member's message in it
            answer INTEGER NOT NULL,      -- ours
            outcome TEXT NOT NULL CHECK (outcome IN ('answered', 'refused')),
            words TEXT CHECK (words IS NULL OR outcome = 'refused'),
            asked_at INTEGER NOT NULL,    -- seconds since 1970, UTC
            PRIMARY KEY (chat, message)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX questions_by_age ON questions (asked_at)",
    ),
    (
        "ALTER TABLE questions ADD COLUMN member BLOB",  # keyed hash of the member's number
        "CREATE INDEX questions_by_member ON questions (member)",
        """
        CREATE TABLE inbox (
            number INTEGER PRIMARY KEY,   -- Telegram's update_id
            raw TEXT,                     -- as it came; NULL as soon as it is done
            is_broken INTEGER NOT NULL DEFAULT 0,
            taken_at INTEGER NOT NULL     -- seconds since 1970, UTC
        )
        """,
        "CREATE INDEX inbox_waiting ON inbox (number) WHERE raw IS NOT NULL AND NOT is_broken",
    ),
    (
        "ALTER TABLE questions RENAME TO old_questions",  # a check cannot be changed
        """
        CREATE TABLE questions (
            chat BLOB NOT NULL,           -- keyed hash of the chat's number
            message INTEGER NOT NULL,     -- the member's message in it
            answer INTEGER NOT NULL,      -- ours
            outcome TEXT NOT NULL CHECK (outcome IN ('answered', 'refused')),
            words TEXT,                   -- of refusals, and of answers that somebody voted down
            asked_at INTEGER NOT NULL,    -- seconds since 1970, UTC
            member BLOB,                  -- keyed hash of the member's number
            PRIMARY KEY (chat, message)
        ) WITHOUT ROWID
        """,
        "INSERT INTO questions SELECT * FROM old_questions",
        "DROP TABLE old_questions",
        "CREATE INDEX questions_by_age ON questions (asked_at)",
        "CREATE INDEX questions_by_member ON questions (member)",
        """
        CREATE TABLE votes (
            chat BLOB NOT NULL,
            message INTEGER NOT NULL,     -- of the question
            member BLOB NOT NULL,         -- who voted
            is_up INTEGER NOT NULL,
            voted_at INTEGER NOT NULL,
            PRIMARY KEY (chat, message, member)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX votes_by_member ON votes (member)",
        "CREATE INDEX votes_by_age ON votes (voted_at)",
    ),
    (
        "ALTER TABLE questions ADD COLUMN encrypted_words BLOB",  # of an answered question
        """
        CREATE TABLE forgotten (          -- members of whom something may be left in the backups
            member BLOB PRIMARY KEY,
            asked_at INTEGER NOT NULL     -- seconds since 1970, UTC
        ) WITHOUT ROWID
        """,
    ),
    (
        """
        CREATE TABLE chat_settings (
            chat BLOB PRIMARY KEY,        -- keyed hash of the chat's number
            language TEXT,                -- ISO 639-1; NULL: none was chosen
            speaking TEXT NOT NULL,
            has_votes INTEGER NOT NULL,
            names INTEGER NOT NULL,
            hidden_sources TEXT NOT NULL  -- a list of files, as JSON
        ) WITHOUT ROWID
        """,
    ),
    (
        "ALTER TABLE questions DROP COLUMN encrypted_words",
        "ALTER TABLE questions ADD COLUMN asked TEXT",  # for a week, as the words of an answered question
        "ALTER TABLE questions ADD COLUMN topic TEXT",
        "ALTER TABLE questions ADD COLUMN earlier TEXT",  # the topic that the question went on from
        "ALTER TABLE questions ADD COLUMN shown TEXT",  # references to sentences and their dates, JSON
        "CREATE INDEX questions_by_answer ON questions (chat, answer)",
        "CREATE INDEX questions_with_topic ON questions (asked_at) WHERE topic IS NOT NULL",
    ),
    (
        """
        CREATE TABLE daily_posts (
            chat BLOB PRIMARY KEY,        -- keyed hash of the chat's number
            number INTEGER NOT NULL,      -- the number itself: the bot writes there by itself
            topic INTEGER,                -- of a forum
            hour INTEGER NOT NULL,        -- 0 to 23, in the time zone
            zone TEXT NOT NULL,           -- Europe/Berlin
            posted TEXT                   -- the last day that is done there: 2026-11-26
        ) WITHOUT ROWID
        """,
    ),
    (
        """
        CREATE TABLE gaps (               -- questions without a good answer on which something is decided
            chat BLOB NOT NULL,           -- keyed hash of the chat's number
            message INTEGER NOT NULL,     -- of the question
            member BLOB,                  -- keyed hash of the number of who asked
            state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'passed_over')),
            chat_number INTEGER,          -- in clear, while who asked wishes to be told there
            changed_at INTEGER NOT NULL,  -- seconds since 1970, UTC
            PRIMARY KEY (chat, message)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX gaps_by_member ON gaps (member)",
    ),
    (
        """
        CREATE TABLE chronicle (          -- messages that became entries of their group's chronicle
            chat BLOB NOT NULL,           -- keyed hash of the group's number
            message INTEGER NOT NULL,     -- that was remembered
            card INTEGER,                 -- ours that says so; NULL when it was not sent
            file TEXT NOT NULL,           -- of the knowledge folder
            entry TEXT NOT NULL,          -- its number in the file
            member BLOB,                  -- keyed hash of its author; NULL: a group, or forgotten
            PRIMARY KEY (chat, message)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX chronicle_by_card ON chronicle (chat, card)",
        "CREATE INDEX chronicle_by_member ON chronicle (member)",
        "ALTER TABLE questions ADD COLUMN took INTEGER",  # milliseconds to the answer
        """
        CREATE TABLE weekly_reports (week TEXT PRIMARY KEY) WITHOUT ROWID  -- that were sent, as 2026-W48
        """,
        """
        CREATE TABLE teaching (           -- messages of ours that ask an admin for a passage
            chat BLOB NOT NULL,           -- keyed hash of the chat's number
            prompt INTEGER NOT NULL,      -- ours
            words TEXT NOT NULL,          -- of the question that the passage is to answer
            asked_at INTEGER NOT NULL,    -- seconds since 1970, UTC
            PRIMARY KEY (chat, prompt)
        ) WITHOUT ROWID
        """,
    ),
    ("ALTER TABLE teaching ADD COLUMN passage INTEGER",),  # the message that holds it; NULL: none came yet
    ("ALTER TABLE inbox ADD COLUMN progress INTEGER",),  # our message that says that it is worked on
)
SETTINGS: tuple[str, ...] = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # what was acknowledged to someone survives a power cut
    "PRAGMA secure_delete = ON",  # forgotten words leave no traces in the file
)


async def migrate(connection: aiosqlite.Connection, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> None:
    """Brings the schema up to date, a version a transaction; raises NewerSchemaError."""
    version = await _schema_version(connection)
    if version > len(migrations):
        raise NewerSchemaError(
            f"was written by a newer version of the bot (its schema is {version}, ours {len(migrations)}); "
            "update the bot or move the file away"
        )
    for number, statements in enumerate(migrations[version:], version + 1):
        async with transaction(connection):
            for statement in (*statements, f"PRAGMA user_version = {number}"):
                await connection.execute(statement)


async def prepare(connection: aiosqlite.Connection) -> None:
    """Settings and schema of a connection just opened; raises what SQLite finds wrong with the file."""
    for setting in SETTINGS:
        await connection.execute(setting)
    ((verdict,),) = await connection.execute_fetchall("PRAGMA quick_check(1)")
    if verdict != "ok":
        raise DamagedError("the file is damaged")
    await migrate(connection)


async def _schema_version(connection: aiosqlite.Connection) -> int:
    ((version,),) = await connection.execute_fetchall("PRAGMA user_version")
    return int(version)


@contextlib.asynccontextmanager
async def transaction(connection: aiosqlite.Connection) -> AsyncIterator[None]:
    """All or nothing of what is executed in the block."""
    await connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        await connection.commit()
    except BaseException:  # also when the task is cancelled
        with contextlib.suppress(sqlite3.Error):  # a full disk has already rolled it back
            await connection.rollback()
        raise
