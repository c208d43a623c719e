"""What is done while the bot runs, whatever the disk does meanwhile."""

from __future__ import annotations

import asyncio
import os
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.store import DATABASE, KEPT, Store, back_up, database, housekeeping, look_after, todays_backup
from bot.store.backups import BACKUPS, nightly_backups
from bot.store.expiry import ABANDONED, remove_old
from tests import HANG
from tests.store.test_backups import WORDS, files_with, fill
from tests.store.test_store import asked, rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MINUTE = 60.0


@pytest.fixture(autouse=True)
def _busy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(housekeeping, "EVERY", 0.001)


async def housekept(store: Store, claim: Callable[[], bool]) -> None:
    """Keeps house until something holds; then nothing of it is at work any more, in no thread either."""
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(1))
    keeping = asyncio.create_task(look_after(store))
    try:
        async with asyncio.timeout(HANG):
            while not claim():  # noqa: ASYNC110 - files tell nobody
                await asyncio.sleep(0.01)
        assert not keeping.done()
    finally:
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)
        await asyncio.to_thread(int)  # after all that was given to the one thread before


def rounds(number: int, monkeypatch: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Holds when house was kept so many times."""
    done = 0

    def counted(folder: Path) -> None:
        nonlocal done
        done += 1
        remove_old(folder)

    monkeypatch.setattr(housekeeping, "remove_old", counted)
    return lambda: done >= number


def errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]


def aside(seconds: float, why: str = "damaged", beside: str = "") -> str:
    """The name of a database that was set aside so long ago."""
    then = datetime.now(UTC) - timedelta(seconds=seconds)
    return f"{DATABASE}.{why}-{then:%Y%m%d-%H%M%S}-0{beside}"


async def test_words_of_updates_that_are_done_are_gone_after_a_minute(store: Store, tmp_path: Path) -> None:
    await store.inbox.take([{"update_id": 1, "message": {"text": WORDS}}])
    assert files_with(tmp_path, WORDS.encode())
    store.inbox.done(await store.inbox.next())
    await housekept(store, lambda: not files_with(tmp_path, WORDS.encode()))


async def test_what_an_earlier_life_left_is_read_without_waiting_for_a_new_update(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "RETRY", 0.0)
    async with await Store.open(tmp_path / "data") as store:
        await store.inbox.take([{"update_id": 1}])
    (tmp_path / "data").rename(tmp_path / "away")
    (tmp_path / "data").touch()
    async with await Store.open(tmp_path / "data") as store:
        assert await store.inbox.load() == 0
        (tmp_path / "data").unlink()
        (tmp_path / "away").rename(tmp_path / "data")
        await housekept(store, lambda: len(store.inbox) == 1)


async def test_one_backup_a_day_is_made_and_seven_are_kept(store: Store, tmp_path: Path) -> None:
    await fill(store)
    for day in range(1, 10):
        back_up(tmp_path, tmp_path / BACKUPS / f"bot-2026-01-0{day}.sqlite3")
    await housekept(store, lambda: len(nightly_backups(tmp_path)) == 7)
    made = todays_backup(tmp_path).stat().st_mtime_ns
    await housekept(store, lambda: len(nightly_backups(tmp_path)) == 7)

    assert [file.name for file in nightly_backups(tmp_path)] == [
        *(f"bot-2026-01-0{day}.sqlite3" for day in range(4, 10)),
        f"bot-{datetime.now(UTC):%Y-%m-%d}.sqlite3",
    ]
    assert todays_backup(tmp_path).stat().st_mtime_ns == made


def test_a_backup_of_a_day_to_come_does_not_drive_out_those_of_today(tmp_path: Path) -> None:
    folder = tmp_path / BACKUPS
    folder.mkdir()
    for day in (*(f"2026-01-0{day}" for day in range(1, 8)), "2999-01-01", "2999-01-02"):
        (folder / f"bot-{day}.sqlite3").touch()
    remove_old(tmp_path)

    assert [file.name[:8] for file in nightly_backups(tmp_path)] == ["bot-2026"] * 7


DAY = 86_400.0
FILES = [  # in the data folder; seconds since they were written; does it stay?
    (aside(89 * DAY), 0.0, True),
    (aside(91 * DAY), 0.0, False),
    (aside(91 * DAY, "replaced"), 0.0, False),
    (aside(91 * DAY, "damaged", "-wal"), 0.0, False),
    (aside(91 * DAY, "damaged", "-shm"), 0.0, False),
    (aside(91 * DAY, "damaged", "-journal"), 0.0, False),
    (
        aside(89 * DAY),
        100 * DAY,
        True,
    ),  # its name says it, for the file is written when somebody is forgotten
    (".new-ab3_x9zq/copy", ABANDONED + MINUTE, False),
    (".new-ab3_x9zq/copy", ABANDONED - MINUTE, True),
    (f"{BACKUPS}/.new-ab3_x9zq/copy", ABANDONED + MINUTE, False),
    # an admin's own
    (f"{DATABASE}.my-own-copy", 1000 * DAY, True),
    (f"{DATABASE}.my-own-copy-20200101", 1000 * DAY, True),
    (f"{DATABASE}.damaged-by-me", 1000 * DAY, True),
    (f"{DATABASE}.damaged-20200101-000000-0.bak", 1000 * DAY, True),
    (f"my-{DATABASE}.damaged-20200101-000000-0", 1000 * DAY, True),
    (f"{DATABASE}.damaged-20201301-000000-0", 1000 * DAY, True),  # no such month
    (f"{DATABASE}.damaged-2020010-1000000-0", 1000 * DAY, True),
    (f"{BACKUPS}/bot-mine.sqlite3", 1000 * DAY, True),
    (f"{BACKUPS}/bot-2020-01-01.sqlite3.bak", 1000 * DAY, True),
    (f"{BACKUPS}/bot-2020-13-01.sqlite3", 1000 * DAY, True),
    (f"{BACKUPS}/old/bot-2020-01-01.sqlite3", 1000 * DAY, True),
    (".new-design/copy", 1000 * DAY, True),
    (".new-ab3_x9zq.txt/copy", 1000 * DAY, True),
    (".newspaper/copy", 1000 * DAY, True),
]


@pytest.mark.parametrize(("name", "age", "stays"), FILES, ids=range(len(FILES)))
def test_only_what_the_bot_itself_made_is_removed_and_only_when_it_is_old(
    tmp_path: Path, name: str, age: float, stays: bool
) -> None:
    for day in range(1, 8):
        (tmp_path / BACKUPS / f"bot-2026-01-0{day}.sqlite3").parent.mkdir(exist_ok=True)
        (tmp_path / BACKUPS / f"bot-2026-01-0{day}.sqlite3").touch()
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).touch()
    for path in (tmp_path / name, (tmp_path / name).parent):
        os.utime(path, (time.time() - age,) * 2)
    remove_old(tmp_path)

    assert (tmp_path / name).exists() is stays
    assert len(nightly_backups(tmp_path)) == 7


async def test_what_stands_in_the_way_is_told_about_once_and_stops_nothing_else(
    store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / BACKUPS).write_text("a file in the place of the folder")
    (tmp_path / aside(91 * DAY)).mkdir()
    (tmp_path / aside(91 * DAY) / "within").touch()
    (tmp_path / aside(92 * DAY)).touch()
    await store.note(asked(1, when=datetime.now(UTC) - KEPT - timedelta(minutes=1)))
    await housekept(store, rounds(20, monkeypatch))

    assert len(errors(caplog)) == 1
    assert "the backup could not be made" in errors(caplog)[0]
    assert rows(tmp_path) == []
    assert not (tmp_path / aside(92 * DAY)).exists()


async def test_it_goes_on_when_what_stood_in_the_way_is_gone_and_tells_of_the_next_time(
    store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        (tmp_path / BACKUPS).write_text("a file in the place of the folder")
        with monkeypatch.context() as patched:
            await housekept(store, rounds(5, patched))
        (tmp_path / BACKUPS).unlink()
        await housekept(store, todays_backup(tmp_path).exists)
        todays_backup(tmp_path).unlink()
        (tmp_path / BACKUPS).rmdir()

    assert len(errors(caplog)) == 2


class Faults:
    """Duties that fail with one error after the other."""

    def __init__(self, *errors: OSError | None) -> None:
        self.errors = [*errors]

    def __call__(self, _: Path) -> None:
        error = self.errors.pop(0) if len(self.errors) > 1 else self.errors[0]
        if error:
            raise error


async def test_any_error_of_the_disk_is_survived_and_each_kind_told_about_once(
    store: Store, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults = Faults(
        OSError(5, "Input/output error", "a"), OSError(5, "Input/output error", "b"),
        PermissionError(13, "Permission denied"), None, PermissionError(13, "Permission denied"), None,
    )  # fmt: skip
    monkeypatch.setattr(housekeeping, "remove_old", faults)
    await housekept(store, lambda: len(faults.errors) == 1)

    assert [line.split("]")[0] for line in errors(caplog)] == ["[Errno 5", "[Errno 13", "[Errno 13"]


async def test_what_the_database_has_told_is_not_told_again(
    store: Store, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.note(asked(1, when=datetime.now(UTC) - KEPT - timedelta(minutes=1)))
    await store.database.read("PRAGMA query_only = ON")
    await housekept(store, rounds(5, monkeypatch))

    assert len(errors(caplog)) == 1
    assert "what is new I keep in memory only" in errors(caplog)[0]
