"""Copies of the database, and that nothing is left of who wants to be forgotten."""

from __future__ import annotations

import asyncio
import contextlib
import io
import os
import sqlite3
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.__main__ import main
from bot.store import (
    DATABASE,
    KEY,
    MIGRATIONS,
    Outcome,
    Place,
    Remembered,
    Store,
    Vote,
    back_up,
    housekeeping,
    look_after,
    todays_copy,
)
from bot.store.backups import COPIES, copies_in
from bot.store.pseudonyms import hashed
from tests import HANG
from tests.test_store import GROUP, MEMBER, asked

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

OTHER = 555_000_111
WORDS, OTHER_WORDS = "where did the wallaby go", "what of the kangaroo"
REFUSED = Outcome.REFUSED


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    return tmp_path / "data"


@pytest.fixture
async def store(folder: Path) -> AsyncIterator[Store]:
    async with await Store.open(folder) as opened:
        yield opened


async def fill(store: Store) -> None:
    await store.note(asked(1, words=WORDS, outcome=REFUSED, member=MEMBER))
    await store.note(asked(2, member=MEMBER))
    await store.note(asked(3, at=Place(MEMBER, 3)))  # in private, from before members were kept
    await store.note(asked(4, words=OTHER_WORDS, outcome=REFUSED, member=OTHER))
    await store.note(asked(5, member=OTHER))
    await store.vote(Place(GROUP, 5), MEMBER, Vote.UP, None)
    await store.vote(Place(GROUP, 2), OTHER, Vote.DOWN, WORDS)


def files(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file() and one.name != KEY]


def found_in(folder: Path, *things: bytes) -> list[str]:
    """The files that hold any of some things; looks again when one of them was moved meanwhile."""
    while True:
        with contextlib.suppress(FileNotFoundError):
            return [one.name for one in files(folder) if any(thing in one.read_bytes() for thing in things)]


async def housekept(store: Store, claim: Callable[[], bool]) -> None:
    """Keeps house until something holds."""
    keeping = asyncio.create_task(look_after(store))
    async with asyncio.timeout(HANG):
        while not claim():  # noqa: ASYNC110 - files tell nobody
            await asyncio.sleep(0.01)
    keeping.cancel()
    await asyncio.gather(keeping, return_exceptions=True)


async def test_nothing_is_left_of_a_member_who_wants_to_be_forgotten(store: Store, folder: Path) -> None:
    await fill(store)
    key = (folder / KEY).read_bytes()
    for name in ("bot-2026-01-01.sqlite3", "bot-2026-01-02.sqlite3"):
        back_up(folder, folder / COPIES / name)
    (folder / f"{DATABASE}.damaged-20260101-000000-0").write_bytes(b"torn" + WORDS.encode())
    back_up(folder, folder / f"{DATABASE}.replaced-20260101-000000-0")
    traces = (WORDS.encode(), hashed(MEMBER, key))
    assert len(found_in(folder, *traces)) >= 5

    await store.forget(MEMBER)

    assert found_in(folder, *traces) == []
    assert await store.remembered_of(MEMBER) == Remembered(0, (), 0, None)
    assert len(await store.database.read("SELECT * FROM questions")) == 2
    for copy in copies_in(folder):
        assert OTHER_WORDS.encode() in copy.read_bytes()
    assert OTHER_WORDS.encode() in (folder / DATABASE).read_bytes()


async def test_what_is_stored_about_a_member_is_told(store: Store) -> None:
    await fill(store)
    await store.note(asked(6, words="the newest", outcome=REFUSED, member=MEMBER))

    told = await store.remembered_of(MEMBER)
    assert (told.questions, told.votes) == (4, 1)
    assert set(told.words) == {WORDS, "the newest"}
    assert told.oldest is not None


async def test_words_of_updates_that_are_done_are_gone_after_a_minute(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping, "EVERY", 0.001)
    await store.inbox.take([{"update_id": 1, "message": {"text": WORDS}}])
    assert found_in(folder, WORDS.encode())
    store.inbox.done(await store.inbox.next())
    await housekept(store, lambda: not found_in(folder, WORDS.encode()))


async def test_one_copy_a_day_is_made_and_seven_are_kept(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(store)
    for day in range(1, 10):
        back_up(folder, folder / COPIES / f"bot-2026-01-0{day}.sqlite3")
    (folder / COPIES / "bot-mine.sqlite3").touch()
    aside = [folder / f"{DATABASE}.damaged-2026{month}01-000000-0" for month in ("01", "02")]
    desks = [folder / COPIES / f".new-{name}" for name in ("old", "new")]
    for file, desk in zip(aside, desks, strict=True):
        file.touch()
        desk.mkdir()
    for old in (aside[0], desks[0]):
        os.utime(old, (1, 1))
    monkeypatch.setattr(housekeeping, "EVERY", 0.001)
    await housekept(store, lambda: len(copies_in(folder)) == 7 and not desks[0].exists())
    made = todays_copy(folder).stat().st_mtime_ns
    await housekept(store, lambda: len(copies_in(folder)) == 7)

    assert todays_copy(folder).stat().st_mtime_ns == made
    assert f"bot-{datetime.now(UTC):%Y-%m-%d}.sqlite3" in [one.name for one in copies_in(folder)]
    assert (folder / COPIES / "bot-mine.sqlite3").exists()
    assert [one.exists() for one in (*aside, *desks)] == [False, True, False, True]
    assert todays_copy(folder).stat().st_mode & 0o077 == 0


async def test_a_copy_that_cannot_be_made_is_told_about_once(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / COPIES).write_text("a file in the place of the folder")
    monkeypatch.setattr(housekeeping, "EVERY", 0.001)
    began = time.monotonic()
    await housekept(store, lambda: time.monotonic() > began + 0.2)

    assert [one.levelname for one in caplog.records if one.levelno > 20] == ["ERROR"]
    assert "the copy could not be made" in caplog.text


async def test_what_waits_in_the_inbox_is_not_copied(store: Store, folder: Path) -> None:
    await store.inbox.take([{"update_id": 1, "message": {"text": WORDS}}])
    back_up(folder, todays_copy(folder))

    assert WORDS.encode() not in todays_copy(folder).read_bytes()
    assert len(store.inbox) == 1


async def test_a_copy_is_put_back_on_the_command_line(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    async with await Store.open(folder) as store:
        await store.note(asked(1, answer=2))
        assert main(["backup", "safe.sqlite3"]) == 0  # while the bot runs
        await store.note(asked(1, answer=3))
    assert main(["restore", "safe.sqlite3"]) == 0

    assert "Restored from safe.sqlite3. The database before it is now" in capsys.readouterr().out
    async with await Store.open(folder) as store:
        assert await store.answer_to(Place(GROUP, 1)) == 2
    assert len([*folder.glob(f"{DATABASE}.replaced-*")]) == 1


async def test_a_backup_without_a_name_is_beside_the_nightly_ones(folder: Path) -> None:
    async with await Store.open(folder):
        assert main(["backup"]) == 0
        assert main(["backup"]) == 0

    assert copies_in(folder) == [todays_copy(folder)]
    assert [one.name for one in (folder / COPIES).iterdir()] == [todays_copy(folder).name]


async def test_nothing_is_restored_while_the_bot_runs(
    store: Store, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await store.note(asked(1, answer=2))
    assert main(["backup", "safe.sqlite3"]) == 0

    assert main(["restore", "safe.sqlite3"]) == 2
    assert "is in use; stop the bot first" in capsys.readouterr().err
    assert await store.answer_to(Place(GROUP, 1)) == 2


async def test_a_damaged_database_is_set_aside_by_a_restore(folder: Path) -> None:
    async with await Store.open(folder) as store:
        await store.note(asked(1, answer=2))
    assert main(["backup", "safe.sqlite3"]) == 0
    (folder / DATABASE).write_bytes(b"torn" * 3_000)
    assert main(["restore", "safe.sqlite3"]) == 0

    async with await Store.open(folder) as store:
        assert await store.answer_to(Place(GROUP, 1)) == 2


def no_backup(path: Path, version: int) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE questions (a)" if version else "CREATE TABLE a (b)")
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()


def test_mistakes_are_said_in_one_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "words").write_text("no database" * 100)
    (tmp_path / "there").touch()
    no_backup(tmp_path / "other.sqlite3", 0)
    no_backup(tmp_path / "newer.sqlite3", len(MIGRATIONS) + 1)
    folder.mkdir()
    mistakes = [
        (["backup"], "there is no database to back up"),
        (["backup", "there"], "is there already; name another file"),
        (["restore", "nowhere"], "nowhere: there is no such file"),
        (["restore", "words"], "words: is no backup of the bot: file is not a database"),
        (["restore", "other.sqlite3"], "other.sqlite3: is no backup of the bot, or damaged"),
        (["restore", "newer.sqlite3"], "was written by a newer version of the bot"),
    ]
    for call, said in mistakes:
        assert main(call) == 2
        written = capsys.readouterr().err
        assert said in written
        assert written.count("\n") == 1
    assert list(folder.iterdir()) == []
