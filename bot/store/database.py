"""One connection and one writer: what is written at the same time is committed together."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
import sqlite3
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Self, TypeVar

import aiosqlite

from bot.private_files import close_to_others, make_private_file, make_private_folder
from bot.store.database_files import files_of, set_aside
from bot.store.errors import NewerSchemaError, StoreError, is_damaged, is_lost, is_passing
from bot.store.schema import prepare

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from pathlib import Path

    Connect = Callable[..., aiosqlite.Connection]

T = TypeVar("T")
Statement = tuple[str, tuple[Any, ...]]

LOG = logging.getLogger(__name__)
RETRY = 10.0  # seconds between attempts to open a file that could not be opened


@dataclass(frozen=True, slots=True)
class _Write:
    """Statements that hold together, and whoever waits for them."""

    statements: Sequence[Statement]
    done: asyncio.Future[None]


class Database:
    """A database file. What it does is done whole, even if the caller is cancelled; close it.

    While there is no writing to the file, or no opening it, each call raises StoreError and `problem` says
    why; it is tried again all the while. A damaged file is set aside under another name and a new one begun.
    """

    def __init__(self, path: Path, connect: Connect = aiosqlite.connect) -> None:
        self.path = path
        self.problem = ""
        self._complaints: set[tuple[type, object]] = set()  # kinds of other errors, each told about once
        self._connect = connect
        self._connection: aiosqlite.Connection | None = None
        self._was_open = False
        self._is_closed = False
        self._is_in_use = False  # until then who opens it hears of its errors
        self._next_try = -math.inf
        self._lock = asyncio.Lock()
        self._waiting: list[_Write] = []
        self._writer: asyncio.Task[None] | None = None
        self._running: set[asyncio.Task[Any]] = set()

    @classmethod
    async def open(cls, path: Path, connect: Connect = aiosqlite.connect) -> Self:
        """The database of a path, made if need be and able to be, its schema up to date.

        Raises StoreError when waiting does not cure what is wrong: NewerSchemaError, or a schema not ours.
        """
        database = cls(path, connect)
        try:
            await database.read("SELECT 1")
        except NewerSchemaError:
            raise
        except StoreError as error:
            if not database.problem:
                raise StoreError(f"{error}; move the file away, or name another DATA_DIR") from error
        database._is_in_use = True
        return database

    async def close(self) -> None:
        """Waits for what has begun and closes; the process does not end without it."""
        await self._written()
        await asyncio.gather(*self._running, return_exceptions=True)
        self._is_closed = True
        await self._drop()

    def later(self, *statements: Statement) -> asyncio.Future[None]:
        """Commits statements, all or none, soon; waiting for that is optional. Its error is a StoreError."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        done.add_done_callback(
            lambda write: write.cancelled() or write.exception()
        )  # looked at: no complaint
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

    def check(self) -> None:
        """Raises StoreError while nothing can be written."""
        if self.problem:
            raise StoreError(self.problem)

    async def checkpoint(self) -> None:
        """Empties the WAL, and with it the traces of what was deleted, unless somebody reads just now."""

        async def empty(connection: aiosqlite.Connection) -> None:
            await connection.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")

        await self._written()
        await self.alone(empty)

    async def alone(self, work: Callable[[aiosqlite.Connection], Awaitable[T]]) -> T:
        """One piece of work at a time, each to its end: a cancelled caller leaves nothing half done."""
        task = asyncio.create_task(self._alone(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def _alone(self, work: Callable[[aiosqlite.Connection], Awaitable[T]]) -> T:
        async with self._lock:
            try:
                return await work(await self._open())
            except NewerSchemaError as error:
                if self._was_open:  # at the start the caller says so
                    self._complain(error, str(error))
                self.problem = str(error)
                raise
            except (sqlite3.Error, OSError, ValueError) as error:  # aiosqlite: ValueError, when it is closed
                await self._notice(error)
                raise StoreError(f"{self.path}: {error}") from error
            except asyncio.CancelledError:  # nobody knows how far it came: closing rolls back
                self._next_try = -math.inf
                await self._drop()
                raise

    async def _written(self) -> None:
        if self._writer is not None:
            await asyncio.wait({self._writer})

    async def _write_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                await self._commit(batch)
            finally:
                for write in batch:
                    write.done.cancel()  # nobody waits for ever; of no effect if it knows its end

    async def _commit(self, batch: Sequence[_Write]) -> None:
        """One transaction for all; if it fails one for each, so that a bad one harms itself alone."""
        try:
            statements = [statement for write in batch for statement in write.statements]
            await self._alone(partial(_execute, statements))
        except Exception as error:  # noqa: BLE001 - whoever waits must hear of it
            if len(batch) == 1 or self.problem:
                for write in batch:
                    _tell(write.done, error)
            else:
                for write in batch:
                    await self._commit([write])
            return
        self._is_well()
        for write in batch:
            _tell(write.done, None)

    async def _open(self) -> aiosqlite.Connection:
        """The connection, opened if there is none; raises sqlite3.Error, OSError and StoreError."""
        if self._connection is not None and not self._is_there():
            LOG.error("%s was taken away: a new one is begun", self.path)
            self._next_try = -math.inf
            await self._drop()
        if self._connection is None:
            if self._is_closed or time.monotonic() < self._next_try:
                raise StoreError(self.problem or f"{self.path}: closed")
            self._next_try = time.monotonic() + RETRY
            try:
                self._connection = await self._prepared()
            except sqlite3.Error as error:
                if not is_damaged(error):
                    raise
                self._set_aside()
                self._connection = await self._prepared()
        return self._connection

    def _is_there(self) -> bool:
        return self.path.exists()

    async def _prepared(self) -> aiosqlite.Connection:
        make_private_folder(self.path.parent)
        make_private_file(self.path)
        for file in files_of(self.path):
            close_to_others(file)
        connection = await self._connect(self.path, isolation_level=None)
        try:
            await prepare(connection)
        except StoreError as error:
            await connection.close()
            raise type(error)(f"{self.path}: {error}") from error
        except BaseException:
            await connection.close()
            raise
        self._was_open = True
        return connection

    async def _drop(self) -> None:
        if self._connection is not None:
            connection, self._connection = self._connection, None
            with contextlib.suppress(sqlite3.Error, ValueError):
                await connection.close()

    async def _notice(self, error: Exception) -> None:
        """Says once that there is no working with the file, and opens it anew where that may help."""
        if not (is_damaged(error) or is_lost(error) or is_passing(error)):
            self._complain(error, f"{self.path}: {error}")
            if isinstance(error, ValueError) and not isinstance(error, UnicodeError):
                self._next_try = -math.inf  # aiosqlite: somebody closed it
                await self._drop()
            return
        if not self.problem:
            LOG.error("%s: %s; I go on answering, what is new I keep in memory only", self.path, error)
        self.problem = f"{self.path}: {error}"
        if is_damaged(error):
            self._next_try = -math.inf  # opening it sets it aside
        if time.monotonic() >= self._next_try and not is_passing(error):
            await self._drop()

    def _complain(self, error: Exception, line: str) -> None:
        """Says once for each kind of error that something in the file is not as it should be."""
        kind = type(error), getattr(error, "sqlite_errorcode", None)
        if self._is_in_use and kind not in self._complaints:
            self._complaints.add(kind)
            LOG.error("%s", line)

    def _is_well(self) -> None:
        if self.problem:
            LOG.warning("%s: can be written again", self.path)
            self.problem = ""

    def _set_aside(self) -> None:
        aside = set_aside(self.path)
        LOG.error("%s is damaged: it was set aside as %s, and a new one begun", self.path, aside.name)


async def _execute(statements: Sequence[Statement], connection: aiosqlite.Connection) -> None:
    """All or none of some statements, in one turn of SQLite's thread.

    A turn each, as by aiosqlite's own methods, would cost a question a tenth more of the processor, and
    milliseconds on a busy machine.
    """
    run = partial(_run, statements, connection)
    await connection._execute(run)  # type: ignore[no-untyped-call]  # noqa: SLF001 - see above


def _run(statements: Sequence[Statement], connection: aiosqlite.Connection) -> None:
    plain = connection._conn  # noqa: SLF001 - in its own thread
    if len(statements) == 1:  # is a transaction by itself
        plain.execute(*statements[0])
        return
    plain.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements:
            plain.execute(*statement)
        plain.commit()
    except BaseException:
        with contextlib.suppress(sqlite3.Error):  # a full disk has already rolled it back
            plain.rollback()
        raise


def _tell(done: asyncio.Future[None], error: Exception | None) -> None:
    if done.done():  # whoever waited was cancelled
        return
    if error is None:
        done.set_result(None)
    else:
        done.set_exception(error if isinstance(error, StoreError) else StoreError(str(error)))
