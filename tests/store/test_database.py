"""Whole transactions: whatever fails, wherever it is cancelled, no half of one is ever there."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
import subprocess
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import aiosqlite
import pytest

from bot.store import DATABASE, Outcome, Store, StoreError, database
from bot.store.database import Database
from tests.store.test_store import asked

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

FORTH = "INSERT INTO inbox (number, raw, taken_at) VALUES (?, '{}', 1)"
FULL = 2  # https://www.sqlite.org/pragma.html#pragma_synchronous
MOST = 150  # calls of the connection that a run may make


@dataclass
class Plan:
    """Which call of the connection goes wrong, counted from 1 over all connections of a run."""

    fails_at: int = 0
    error: Exception | None = None  # cancelled without one
    calls: int = 0


class Faulty(aiosqlite.Connection):
    """A real connection, one of whose calls goes wrong before or while it is carried out."""

    plan: Plan

    async def _execute(self, fn: Any, *args: Any, **named: Any) -> Any:
        self.plan.calls += 1
        if self.plan.calls == self.plan.fails_at:
            if self.plan.error:
                raise self.plan.error
            task = asyncio.current_task()
            assert task
            task.cancel()
        return await super()._execute(fn, *args, **named)  # type: ignore[no-untyped-call]


def connecting(plan: Plan, path: Path, **named: Any) -> Faulty:
    connection = Faulty(lambda: sqlite3.connect(str(path), **named), 64)
    connection.plan = plan
    return connection


def failure(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("it went wrong")
    error.sqlite_errorcode = code
    return error


FAULTS = {
    "an error of the statement": sqlite3.SQLITE_ERROR,
    "a disk that fails": sqlite3.SQLITE_IOERR,
    "cancelled": None,
}


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "RETRY", 0.0)


async def pair_written(data: Database, first: int) -> bool:
    """Writes two rows that belong together; whether that was acknowledged."""
    try:
        await data.write((FORTH, (first,)), (FORTH, (first + 1,)))
    except (StoreError, asyncio.CancelledError):
        return False
    return True


def numbers(path: Path) -> set[int]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return {number for (number,) in connection.execute("SELECT number FROM inbox")}


async def run(path: Path, plan: Plan) -> list[bool]:
    """Ten pairs, some by themselves and some together, some read in between; which were acknowledged."""
    data = Database(path, partial(connecting, plan))
    try:
        acknowledged = [await pair_written(data, 0), await pair_written(data, 2)]
        acknowledged += await asyncio.gather(*(pair_written(data, first) for first in (4, 6, 8)))
        with contextlib.suppress(StoreError, asyncio.CancelledError):
            await data.read("SELECT 1")
        acknowledged += [await pair_written(data, first) for first in (10, 12)]
        plan.fails_at = 0  # from here all is well
        acknowledged += [await pair_written(data, 14)]
    finally:
        plan.fails_at = 0
        await data.close()
    return acknowledged


@pytest.mark.parametrize("fault", FAULTS)
async def test_each_call_goes_wrong_once_and_leaves_whole_transactions(tmp_path: Path, fault: str) -> None:
    code = FAULTS[fault]
    at = 0
    while at < MOST:
        at += 1
        plan = Plan(at, failure(code) if code is not None else None)
        path = tmp_path / f"{at}.sqlite3"
        acknowledged = await run(path, plan)
        held = numbers(path)

        for first, is_acknowledged in zip(range(0, 16, 2), acknowledged, strict=True):
            assert (first in held) == (first + 1 in held), (at, first)
            assert not is_acknowledged or first in held, (at, first)
        assert acknowledged[-1], at
        if plan.calls < at:
            break
    assert 30 < at < MOST  # each was reached


@pytest.mark.usefixtures("on_the_disk")
async def test_what_is_acknowledged_survives_a_power_cut(tmp_path: Path) -> None:
    async with await Store.open(tmp_path) as store:
        assert await store.database.read("PRAGMA synchronous") == [(FULL,)]


async def test_a_caller_cancelled_at_any_moment_leaves_whole_transactions(tmp_path: Path) -> None:
    data = Database(tmp_path / DATABASE)
    for hops in range(30):
        task = asyncio.create_task(pair_written(data, 2 * hops))
        for _ in range(hops):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert await pair_written(data, 100)
    await data.close()

    held = numbers(tmp_path / DATABASE)
    assert all((first in held) == (first + 1 in held) for first in range(0, 60, 2))
    assert {100, 101} <= held


async def test_a_bad_write_harms_none_of_those_that_are_committed_with_it(tmp_path: Path) -> None:
    data = Database(tmp_path / DATABASE)
    assert await pair_written(data, 0)

    acknowledged = await asyncio.gather(*(pair_written(data, first) for first in (2, 1, 10)))
    await data.close()
    assert acknowledged == [True, False, True]
    assert numbers(tmp_path / DATABASE) == {0, 1, 2, 3, 10, 11}


async def is_noted(store: Store, message: int) -> bool:
    try:
        await store.note(asked(message, words="x" * 200))
    except StoreError:
        return False
    return True


def levels(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.levelname for record in caplog.records if record.levelname != "DEBUG"]


async def test_a_file_that_may_not_grow_is_told_about_once_and_written_again_when_it_may(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    ((pages,),) = await store.database.read("PRAGMA page_count")
    await store.database.read(f"PRAGMA max_page_count = {pages}")
    message = 0
    while await is_noted(store, message := message + 1):
        assert message < 1_000
    assert [await is_noted(store, message) for _ in range(3)] == [False] * 3
    assert "full" in store.database.problem
    assert await store.answer_to(asked(1).at) == 2  # reading goes on
    await store.database.read("PRAGMA max_page_count = 1000000")

    assert await is_noted(store, message)
    assert store.database.problem == ""
    assert levels(caplog) == ["ERROR", "WARNING"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 kB; only root may make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can mount a disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("there is no mounting here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


async def test_a_disk_that_is_full_stops_nothing_and_is_used_again_when_there_is_room(
    small_disk: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with await Store.open(small_disk) as store:
        await store.note(asked(1))
        with contextlib.suppress(OSError), (small_disk / "filler").open("wb", buffering=0) as filler:
            while True:
                filler.write(b"x" * 1024)
        message = 1
        while await is_noted(store, message := message + 1):
            assert message < 1_000
        await store.inbox.take({"update_id": number} for number in range(1_000))
        for _ in range(1_000):
            store.inbox.done(await store.inbox.next())
        assert await store.answer_to(asked(1).at) == 2
        (small_disk / "filler").unlink()
        assert await is_noted(store, message)
        await store.inbox.take([{"update_id": 1_000}])
        store.inbox.done(await store.inbox.next())
    assert levels(caplog) == ["ERROR", "WARNING"]

    async with await Store.open(small_disk) as store:  # what was done in memory is known as done
        assert await store.inbox.load() == 0
        await store.inbox.take({"update_id": number} for number in range(1_000))
        assert len(store.inbox) == 0


async def test_a_disk_that_is_full_at_the_start_is_used_when_there_is_room(
    small_disk: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (small_disk / "filler").write_bytes(b"x" * 400 * 1024)
    async with await Store.open(small_disk) as store:
        assert not await is_noted(store, 1)
        await store.inbox.take([{"update_id": 1}])
        assert (await store.inbox.next()).number == 1
        (small_disk / "filler").unlink()

        assert await is_noted(store, 1)
    assert levels(caplog) == ["ERROR", "WARNING"]


async def test_a_disk_that_is_read_only_for_a_while_is_written_again(
    small_disk: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def remount(mode: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{mode}", str(small_disk)], check=True)

    async with await Store.open(small_disk) as store:
        await store.note(asked(1))
    remount("ro")
    async with await Store.open(small_disk) as store:
        assert not await is_noted(store, 2)
        await store.inbox.take([{"update_id": 1}])
        assert (await store.inbox.next()).number == 1
        remount("rw")

        assert await is_noted(store, 2)
        assert await store.answer_to(asked(1).at) == 2
    assert levels(caplog) == ["ERROR", "WARNING"]


async def test_a_file_that_is_taken_away_is_begun_again(store: Store, tmp_path: Path) -> None:
    await store.note(asked(1))
    for path in tmp_path.glob(f"{DATABASE}*"):
        path.unlink()

    assert await is_noted(store, 2)
    assert await store.answer_to(asked(1).at) is None
    assert (tmp_path / DATABASE).exists()


async def test_a_page_that_is_damaged_meanwhile_stops_no_writing_for_long(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / DATABASE
    async with await Store.open(tmp_path) as store:
        for message in range(200):
            assert await is_noted(store, message)
    async with await Store.open(tmp_path) as store:
        noise = os.urandom(path.stat().st_size)
        path.write_bytes(noise)
        for message in range(200, 210):
            await is_noted(store, message)
        assert await is_noted(store, 300)

    async with await Store.open(tmp_path) as store:
        assert await is_noted(store, 301)
    assert [path for path in tmp_path.glob(f"{DATABASE}.damaged-*") if path.read_bytes()[:100] == noise[:100]]
    assert "set aside" in caplog.text


@contextlib.asynccontextmanager
async def opened(path: Path, plan: Plan) -> AsyncIterator[Database]:
    data = await Database.open(path, partial(connecting, plan))
    try:
        yield data
    finally:
        plan.fails_at = 0
        await data.close()


ERRORS = [  # what SQLite says of a statement; does the bot say that nothing is written now?
    (sqlite3.SQLITE_BUSY, True),
    (sqlite3.SQLITE_LOCKED, True),
    (sqlite3.SQLITE_PROTOCOL, True),
    (sqlite3.SQLITE_FULL, True),
    (sqlite3.SQLITE_IOERR | 3 << 8, True),
    (sqlite3.SQLITE_READONLY, True),
    (sqlite3.SQLITE_CANTOPEN, True),
    (sqlite3.SQLITE_PERM, True),
    (sqlite3.SQLITE_CORRUPT, True),
    (sqlite3.SQLITE_NOTADB, True),
    (sqlite3.SQLITE_ERROR, False),
    (sqlite3.SQLITE_CONSTRAINT, False),
    (sqlite3.SQLITE_MISUSE, False),
]


@pytest.mark.parametrize(("code", "is_problem"), ERRORS)
async def test_no_error_loses_what_was_written_or_comes_after_it(
    tmp_path: Path, code: int, is_problem: bool, caplog: pytest.LogCaptureFixture
) -> None:
    plan = Plan()
    async with opened(tmp_path / DATABASE, plan) as data:
        assert await pair_written(data, 0)
        for first in (2, 4):
            plan.fails_at, plan.error = plan.calls + 1, failure(code)
            assert not await pair_written(data, first)
            assert bool(data.problem) is is_problem
            await data.read("SELECT 1")  # it can be read
        assert await pair_written(data, 6)
        assert data.problem == ""

    assert numbers(tmp_path / DATABASE) == {0, 1, 6, 7}
    assert [path.name for path in tmp_path.iterdir()] == [DATABASE]  # nothing was set aside
    assert levels(caplog) == (["ERROR", "WARNING"] if is_problem else ["ERROR"])


async def test_a_connection_that_somebody_closed_is_opened_again(tmp_path: Path) -> None:
    async with opened(tmp_path / DATABASE, Plan()) as data:
        assert await pair_written(data, 0)
        assert data._connection
        await data._connection.close()

        assert not await pair_written(data, 2)
        assert await pair_written(data, 4)


async def test_words_that_sqlite_does_not_take_leave_the_connection_as_it_is(store: Store) -> None:
    connection = store.database._connection
    with pytest.raises(StoreError):
        await store.database.write(
            ("INSERT INTO inbox (number, raw, taken_at) VALUES (1, ?, 1)", ("\ud800",))
        )
    await store.note(asked(1, words="half \ud800", outcome=Outcome.REFUSED))

    assert store.database._connection is connection
    assert await store.database.read("SELECT words FROM questions") == [("half ?",)]


async def test_a_database_of_a_newer_version_put_in_its_place_is_told_about_and_not_touched(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / DATABASE
    async with await Store.open(tmp_path) as store:
        path.unlink()
        assert not store.database.problem
        newer = tmp_path / "newer"
        with contextlib.closing(sqlite3.connect(newer)) as connection:
            connection.execute("PRAGMA user_version = 99")
        content = newer.read_bytes()
        await store.database._drop()
        for name in (f"{DATABASE}-wal", f"{DATABASE}-shm"):
            (tmp_path / name).unlink(missing_ok=True)
        newer.rename(path)
        for _ in range(2):
            assert not await is_noted(store, 1)
        assert "written by a newer version" in store.database.problem
        path.unlink()
        assert await is_noted(store, 2)
    assert len(content) == 4096
    assert levels(caplog)[0] == "ERROR"
    assert caplog.text.count("written by a newer version") == 1


@pytest.mark.parametrize("code", [sqlite3.SQLITE_BUSY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL])
async def test_a_database_that_cannot_be_opened_at_first_is_opened_later(tmp_path: Path, code: int) -> None:
    plan = Plan(fails_at=2, error=failure(code))  # a setting of the connection
    async with opened(tmp_path / DATABASE, plan) as data:
        assert data.problem

        assert await pair_written(data, 0)
        assert data.problem == ""
    assert [path.name for path in tmp_path.iterdir()] == [DATABASE]


async def test_it_is_not_tried_to_open_it_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "RETRY", 3600.0)
    plan = Plan(fails_at=2, error=failure(sqlite3.SQLITE_IOERR))
    async with opened(tmp_path / DATABASE, plan) as data:
        calls = plan.calls
        for _ in range(3):
            assert not await pair_written(data, 0)

        assert plan.calls == calls
        assert "it went wrong" in data.problem
