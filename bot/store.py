"""What the bot must remember and knowledge/ cannot give back: SQLite, one writer, whole transactions.

About people it keeps as little as it can: chats (a private one has its member's number) as keyed hashes, with
the key beside the database; the words of a question only when it was refused; nothing longer than 90 days.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import blake2b
from typing import TYPE_CHECKING, Self, TypeVar

import aiosqlite

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Any

T = TypeVar("T")

KEPT = timedelta(days=90)
KEY_BYTES = 32
DATABASE, KEY = "bot.sqlite3", "hash.key"

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
)
SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # what was acknowledged to someone survives a power cut
    "PRAGMA secure_delete = ON",  # forgotten words leave no traces in the file
    "PRAGMA busy_timeout = 5000",
)


class StoreError(Exception):
    """The database could not do what was wanted; the message names the file and holds nobody's words."""


class Outcome(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Place:
    """A message: the number of its chat, and its own number in there."""

    chat: int
    message: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was responded to; its words are kept only if it was refused."""

    at: Place
    answer: int  # our message's number in the same chat
    outcome: Outcome
    words: str
    when: datetime  # with a time zone


async def migrate(connection: aiosqlite.Connection, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> None:
    """Brings the schema up to date, a version a transaction; raises StoreError when it is newer than ours."""
    version = await _schema_version(connection)
    if version > len(migrations):
        raise StoreError(
            f"was written by a newer version of the bot (its schema is {version}, ours {len(migrations)}); "
            "update the bot or move the file away"
        )
    for number, statements in enumerate(migrations[version:], version + 1):
        async with _transaction(connection):
            for statement in (*statements, f"PRAGMA user_version = {number}"):
                await connection.execute(statement)


async def _schema_version(connection: aiosqlite.Connection) -> int:
    ((version,),) = await connection.execute_fetchall("PRAGMA user_version")
    return int(version)


@contextlib.asynccontextmanager
async def _transaction(connection: aiosqlite.Connection) -> AsyncIterator[None]:
    await connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        await connection.commit()
    except BaseException:  # also when the task is cancelled
        with contextlib.suppress(sqlite3.Error):  # a full disk has already rolled it back
            await connection.rollback()
        raise


class Store:
    """The open database. What it does is done whole, even if the caller is cancelled."""

    def __init__(self, connection: aiosqlite.Connection, path: Path, key: bytes) -> None:
        self._connection = connection
        self._path = path
        self._key = key
        self._lock = asyncio.Lock()
        self._running: set[asyncio.Task[Any]] = set()

    @classmethod
    async def open(cls, folder: Path) -> Self:
        """The database in a folder, made if need be, its schema up to date; close it. Raises StoreError."""
        path = folder / DATABASE
        try:
            key = _key(folder)
            connection = await aiosqlite.connect(path, isolation_level=None)
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"{path}: cannot be opened: {error}") from error
        try:
            await _prepare(connection)
        except (sqlite3.Error, StoreError) as error:
            await connection.close()
            raise StoreError(f"{path}: {error}") from error
        return cls(connection, path, key)

    async def close(self) -> None:
        """Waits for what has begun and closes; the process does not end without it."""
        await asyncio.gather(*self._running, return_exceptions=True)
        await self._connection.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def note(self, asked: Asked) -> None:
        """Keeps a question, in place of what was kept for the same message; raises StoreError."""
        row = (
            self._hash(asked.at.chat),
            asked.at.message,
            asked.answer,
            asked.outcome.value,
            asked.words if asked.outcome is Outcome.REFUSED else None,
            int(asked.when.timestamp()),
        )
        oldest = int((datetime.now(UTC) - KEPT).timestamp())

        async def write(connection: aiosqlite.Connection) -> None:
            async with _transaction(connection):
                await connection.execute("INSERT OR REPLACE INTO questions VALUES (?, ?, ?, ?, ?, ?)", row)
                await connection.execute("DELETE FROM questions WHERE asked_at < ?", (oldest,))

        await self._whole(write)

    async def answer_to(self, at: Place) -> int | None:
        """The number of our answer to a message, None if none is remembered; raises StoreError."""

        async def read(connection: aiosqlite.Connection) -> int | None:
            rows = await connection.execute_fetchall(
                "SELECT answer FROM questions WHERE chat = ? AND message = ?",
                (self._hash(at.chat), at.message),
            )
            return next((int(answer) for (answer,) in rows), None)

        return await self._whole(read)

    def _hash(self, chat: int) -> bytes:
        return blake2b(str(chat).encode(), key=self._key, digest_size=16).digest()

    async def _whole(self, work: Callable[[aiosqlite.Connection], Awaitable[T]]) -> T:
        """One piece of work at a time, each to its end: a cancelled caller leaves no half row and no lock."""
        task = asyncio.create_task(self._alone(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def _alone(self, work: Callable[[aiosqlite.Connection], Awaitable[T]]) -> T:
        try:
            async with self._lock:
                return await work(self._connection)
        except (sqlite3.Error, ValueError) as error:  # aiosqlite says ValueError of a closed connection
            raise StoreError(f"{self._path}: {error}") from error


async def _prepare(connection: aiosqlite.Connection) -> None:
    for setting in SETTINGS:
        await connection.execute(setting)
    await migrate(connection)


def _key(folder: Path) -> bytes:
    """The secret of the hashes, made at the first start; kept apart from the database and its copies."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / KEY
    with contextlib.suppress(FileExistsError):
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(made, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
    key = path.read_bytes()
    if len(key) != KEY_BYTES:
        raise StoreError(f"{path}: must hold {KEY_BYTES} bytes, not {len(key)}; remove it to get a new one")
    return key
