"""One connection and one writer: what is written at the same time is committed together."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self, TypeVar

import aiosqlite

from bot.store.errors import StoreError
from bot.store.schema import DATABASE, prepare, transaction

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from pathlib import Path

T = TypeVar("T")
Statement = tuple[str, tuple[Any, ...]]
LOG = logging.getLogger(__name__)
DAMAGED = ("damaged", "malformed", "not a database")  # what SQLite says of a file that it cannot read
BESIDES = ("", "-wal", "-shm")  # the files of a database


@dataclass(frozen=True, slots=True)
class _Write:
    """Statements that hold together, and whoever waits for them."""

    statements: Sequence[Statement]
    done: asyncio.Future[None]


class Database:
    """An open database. What it does is done whole, even if the caller is cancelled; close it."""

    def __init__(self, connection: aiosqlite.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection
        self._lock = asyncio.Lock()
        self._waiting: list[_Write] = []
        self._writer: asyncio.Task[None] | None = None
        self._running: set[asyncio.Task[Any]] = set()

    @classmethod
    async def open(cls, path: Path, where: str | None = None) -> Self:
        """The database of a path, its schema up to date; `where` opens something else in its place."""
        try:
            connection = await aiosqlite.connect(where or path, isolation_level=None)
        except sqlite3.Error as error:
            raise StoreError(f"{path}: cannot be opened: {error}") from error
        try:
            await prepare(connection)
        except StoreError as error:
            await connection.close()
            raise StoreError(f"{path}: {error}") from error
        except BaseException:
            await connection.close()
            raise
        return cls(connection, path)

    async def close(self) -> None:
        """Waits for what has begun and closes; the process does not end without it."""
        await self._written()
        await asyncio.gather(*self._running, return_exceptions=True)
        await self._connection.close()

    def later(self, *statements: Statement) -> asyncio.Future[None]:
        """Commits statements, all or none, soon; waiting for that is optional. Its error is a StoreError."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        done.add_done_callback(lambda one: one.cancelled() or one.exception())  # looked at: no complaint
        self._waiting.append(_Write(statements, done))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write_all())
        return done

    async def write(self, *statements: Statement) -> None:
        """Commits statements, all or none; raises StoreError."""
        await asyncio.shield(self.later(*statements))

    async def read(self, statement: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Rows, after all that was to be written before; raises StoreError."""
        await self._written()

        async def fetch(connection: aiosqlite.Connection) -> list[tuple[Any, ...]]:
            return [tuple(row) for row in await connection.execute_fetchall(statement, values)]

        return await self.alone(fetch)

    async def alone(self, work: Callable[[aiosqlite.Connection], Awaitable[T]]) -> T:
        """One piece of work at a time, each to its end: a cancelled caller leaves nothing half done."""
        task = asyncio.create_task(self._alone(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def _alone(self, work: Callable[[aiosqlite.Connection], Awaitable[T]]) -> T:
        try:
            async with self._lock:
                return await work(self._connection)
        except (sqlite3.Error, ValueError) as error:  # aiosqlite says ValueError of a closed connection
            raise StoreError(f"{self.path}: {error}") from error

    async def _written(self) -> None:
        if self._writer is not None:
            await asyncio.shield(self._writer)

    async def _write_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            await self._commit(batch)

    async def _commit(self, batch: Sequence[_Write]) -> None:
        """One transaction for all; if it fails one for each, so that a bad one harms itself alone."""

        async def execute(connection: aiosqlite.Connection) -> None:
            async with transaction(connection):
                for write in batch:
                    for statement, values in write.statements:
                        await connection.execute(statement, values)

        try:
            await self._alone(execute)
        except Exception as error:  # noqa: BLE001 - whoever waits must hear of it
            if len(batch) > 1:
                for one in batch:
                    await self._commit([one])
            else:
                _tell(batch[0].done, error)
            return
        for write in batch:
            _tell(write.done, None)


def _tell(done: asyncio.Future[None], error: Exception | None) -> None:
    if done.done():  # whoever waited was cancelled
        return
    if error is None:
        done.set_result(None)
    else:
        done.set_exception(error if isinstance(error, StoreError) else StoreError(str(error)))


async def open_or_replace(folder: Path) -> Database:
    """The database of a folder; a damaged one is set aside under another name and a new one begun.

    Raises StoreError when it was written by a newer version, sqlite3.Error and OSError when there is no
    writing in the folder.
    """
    path = folder / DATABASE
    try:
        return await Database.open(path)
    except sqlite3.DatabaseError as error:
        if not any(one in str(error) for one in DAMAGED):
            raise
    aside = set_aside(path)
    LOG.error("%s is damaged: it was set aside as %s, and a new one begun", path, aside.name)
    return await Database.open(path)


def set_aside(path: Path) -> Path:
    """Renames the files of a database, overwriting nothing; the new path."""
    stamp, number = time.strftime("%Y%m%d-%H%M%S"), 0
    while (aside := path.with_name(f"{path.name}.damaged-{stamp}-{number}")).exists():
        number += 1
    for suffix in BESIDES:
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + suffix).rename(aside.with_name(aside.name + suffix))
    return aside
