"""Backups of the database: made while the bot runs, and put back when it does not."""

from __future__ import annotations

import contextlib
import io
import sqlite3
from typing import TYPE_CHECKING

import pytest

from bot.__main__ import main
from bot.conversation.subject import Subject
from bot.store import (
    DATABASE,
    KEY,
    MIGRATIONS,
    MessageId,
    Outcome,
    Store,
    StoreError,
    Vote,
    back_up,
    database_files,
    todays_backup,
)
from bot.store.backups import BACKUPS, nightly_backups
from tests.store.test_store import GROUP, MEMBER, asked

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
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
    await store.note(asked(2, words=WORDS, member=MEMBER, subject=Subject(WORDS, WORDS)))
    await store.note(asked(3, at=MessageId(MEMBER, 3)))  # in private, from before members were kept
    await store.note(asked(4, words=OTHER_WORDS, outcome=REFUSED, member=OTHER))
    await store.note(asked(5, member=OTHER, subject=Subject("and then?", f"{WORDS} and then?", WORDS)))
    await store.vote(MessageId(GROUP, 10), MEMBER, Vote.UP)
    await store.vote(MessageId(GROUP, 4), OTHER, Vote.DOWN)


def files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and file.name != KEY]


def files_with(folder: Path, *things: bytes) -> list[str]:
    """The files that hold any of some things; looks again when one of them was moved meanwhile."""
    while True:
        with contextlib.suppress(FileNotFoundError):
            return [
                file.name for file in files(folder) if any(thing in file.read_bytes() for thing in things)
            ]


async def test_what_waits_in_the_inbox_is_not_copied(store: Store, folder: Path) -> None:
    await store.inbox.take([{"update_id": 1, "message": {"text": WORDS}}])
    back_up(folder, todays_backup(folder))

    assert WORDS.encode() not in todays_backup(folder).read_bytes()
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
        assert await store.answer_to(MessageId(GROUP, 1)) == 2
    assert len([*folder.glob(f"{DATABASE}.replaced-*")]) == 1


async def test_a_backup_without_a_name_is_beside_the_nightly_ones(folder: Path) -> None:
    async with await Store.open(folder):
        assert main(["backup"]) == 0
        assert main(["backup"]) == 0

    assert nightly_backups(folder) == [todays_backup(folder)]
    assert [path.name for path in (folder / BACKUPS).iterdir()] == [todays_backup(folder).name]


async def test_nothing_is_restored_while_the_bot_runs(
    store: Store, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await store.note(asked(1, answer=2))
    assert main(["backup", "safe.sqlite3"]) == 0

    assert main(["restore", "safe.sqlite3"]) == 2
    assert "is in use; stop the bot first" in capsys.readouterr().err
    assert await store.answer_to(MessageId(GROUP, 1)) == 2


async def test_a_damaged_database_is_set_aside_by_a_restore(folder: Path) -> None:
    async with await Store.open(folder) as store:
        await store.note(asked(1, answer=2))
    assert main(["backup", "safe.sqlite3"]) == 0
    (folder / DATABASE).write_bytes(b"torn" * 3_000)
    assert main(["restore", "safe.sqlite3"]) == 0

    async with await Store.open(folder) as store:
        assert await store.answer_to(MessageId(GROUP, 1)) == 2


async def test_changes_to_a_database_that_is_gone_are_not_made_to_the_one_put_back(folder: Path) -> None:
    async with await Store.open(folder) as store:
        await store.note(asked(1, answer=2))
        assert main(["backup", "safe.sqlite3"]) == 0
        for message in range(2, 200):
            await store.note(asked(message, words="later", outcome=REFUSED))
        changes = (folder / f"{DATABASE}-wal").read_bytes()
    (folder / DATABASE).unlink()
    (folder / f"{DATABASE}-wal").write_bytes(changes)
    assert main(["restore", "safe.sqlite3"]) == 0

    async with await Store.open(folder) as store:
        assert await store.database.read("SELECT message, answer FROM questions") == [(1, 2)]
        assert await store.database.read("PRAGMA integrity_check") == [("ok",)]
    (aside,) = folder.glob(f"{DATABASE}.replaced-*-wal")
    assert aside.read_bytes() == changes


async def test_a_restore_leaves_the_backup_as_it_is(folder: Path, tmp_path: Path) -> None:
    async with await Store.open(folder) as store:
        await fill(store)
        (tmp_path / "away").mkdir()
        assert main(["backup", "away/safe.sqlite3"]) == 0
    content = (tmp_path / "away" / "safe.sqlite3").read_bytes()
    for _ in range(2):
        assert main(["restore", "away/safe.sqlite3"]) == 0

    assert (tmp_path / "away" / "safe.sqlite3").read_bytes() == content
    assert [file.name for file in (tmp_path / "away").iterdir()] == ["safe.sqlite3"]
    assert len([*folder.glob(f"{DATABASE}.replaced-*")]) == 2
    assert not [*folder.glob(".new-*")]


async def test_a_backup_that_is_locked_is_still_a_backup(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_files, "PATIENCE", 0.01)
    async with await Store.open(folder) as store:
        await store.note(asked(1, answer=2))
    assert main(["backup", "safe.sqlite3"]) == 0
    with contextlib.closing(sqlite3.connect(tmp_path / "safe.sqlite3")) as other_program:
        other_program.execute("BEGIN EXCLUSIVE")
        assert main(["restore", "safe.sqlite3"]) == 2

    assert "safe.sqlite3: could not be put back: database is locked" in capsys.readouterr().err
    assert main(["restore", "safe.sqlite3"]) == 0


@pytest.mark.parametrize("statement", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE", "SELECT * FROM questions"])
async def test_a_database_that_another_program_has_open_is_not_replaced(
    folder: Path, capsys: pytest.CaptureFixture[str], statement: str
) -> None:
    async with await Store.open(folder) as store:
        await store.note(asked(1, answer=2))
    assert main(["backup", "safe.sqlite3"]) == 0
    with contextlib.closing(sqlite3.connect(folder / DATABASE)) as other_program:
        other_program.execute(statement)
        assert main(["restore", "safe.sqlite3"]) == 2

    assert "is in use; stop the bot first" in capsys.readouterr().err
    assert [*folder.glob(f"{DATABASE}.replaced-*")] == []


async def test_a_backup_that_cannot_be_made_leaves_the_one_before(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_files, "PATIENCE", 0.01)
    target = todays_backup(folder)
    await store.note(asked(1, answer=2))
    back_up(folder, target)
    before = target.read_bytes()
    with contextlib.closing(sqlite3.connect(folder / DATABASE)) as other_program:
        other_program.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"bot-.*the backup could not be made: database is locked"):
            back_up(folder, target)

    assert target.read_bytes() == before
    assert [file.name for file in target.parent.iterdir()] == [target.name]


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
        (["restore", "other.sqlite3"], "other.sqlite3: is no backup of the bot"),
        (["restore", "newer.sqlite3"], "was written by a newer version of the bot"),
    ]
    for call, message in mistakes:
        assert main(call) == 2
        written = capsys.readouterr().err
        assert message in written
        assert written.count("\n") == 1
    assert list(folder.iterdir()) == []
