"""Nothing is left of who wants to be forgotten, and nothing is lost of all the others."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from bot.store import (
    DATABASE,
    KEY,
    MIGRATIONS,
    Outcome,
    Remembered,
    Store,
    StoreError,
    back_up,
    database_files,
    restore,
)
from bot.store.backups import BACKUPS, nightly_backups
from bot.store.pseudonyms import pseudonym
from tests.store.test_backups import OTHER, OTHER_WORDS, WORDS, files_with, fill
from tests.store.test_store import MEMBER, asked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ASIDE = f"{DATABASE}.damaged-20260101-000000-0"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_files, "PATIENCE", 0.01)


@pytest.fixture
async def backups(store: Store) -> list[Path]:
    """Two nightly backups of a database in which two members are known."""
    await fill(store)
    for name in ("bot-2026-01-01.sqlite3", "bot-2026-01-02.sqlite3"):
        back_up(store.folder, store.folder / BACKUPS / name)
    return nightly_backups(store.folder)


def traces(folder: Path) -> list[str]:
    """The files in which something of the member stands."""
    return files_with(folder, WORDS.encode(), pseudonym(MEMBER, (folder / KEY).read_bytes()))


def rows(path: Path, statement: str = "SELECT words FROM questions") -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


@contextlib.contextmanager
def written_in(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        yield connection
        connection.commit()


async def test_nothing_is_left_of_a_member_who_wants_to_be_forgotten(
    store: Store, backups: list[Path], tmp_path: Path
) -> None:
    (tmp_path / ASIDE).write_bytes(b"torn" + WORDS.encode())
    back_up(tmp_path, tmp_path / f"{DATABASE}.replaced-20260101-000000-0")
    assert len(traces(tmp_path)) >= 5

    assert await store.forget(MEMBER)

    assert traces(tmp_path) == []
    assert await store.remembered_of(MEMBER) == Remembered(0, (), 0, None)
    assert len(await store.database.read("SELECT * FROM questions")) == 2
    for file in (*backups, tmp_path / DATABASE):
        assert OTHER_WORDS.encode() in file.read_bytes()


async def test_each_table_with_a_member_in_it_is_looked_through(store: Store) -> None:
    columns = await store.database.read(
        "SELECT t.name FROM sqlite_schema t, pragma_table_info(t.name) c"
        " WHERE t.type = 'table' AND c.name = 'member'"
    )
    assert sorted(columns) == [("chronicle",), ("forgotten",), ("gaps",), ("questions",), ("votes",)]


FAULTS = [  # what SQLite says of a backup, whether the file stays
    (sqlite3.SQLITE_BUSY, True),
    (sqlite3.SQLITE_LOCKED, True),
    (sqlite3.SQLITE_PROTOCOL, True),
    (sqlite3.SQLITE_FULL, True),
    (sqlite3.SQLITE_IOERR | 33 << 8, True),  # the disk itself is damaged, perhaps
    (sqlite3.SQLITE_READONLY, True),
    (sqlite3.SQLITE_CANTOPEN, True),
    (sqlite3.SQLITE_PERM, True),
    (sqlite3.SQLITE_NOMEM, True),
    (sqlite3.SQLITE_SCHEMA, True),
    (sqlite3.SQLITE_ERROR, True),
    (0, True),
    # nobody can read it any more
    (sqlite3.SQLITE_CORRUPT, False),
    (sqlite3.SQLITE_CORRUPT | 1 << 8, False),
    (sqlite3.SQLITE_NOTADB, False),
]


class Failing(sqlite3.Connection):
    """A connection whose transactions cannot begin."""

    code: int

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        if statement.startswith("BEGIN"):
            error = sqlite3.DatabaseError("it went wrong")
            error.sqlite_errorcode = self.code
            raise error
        return super().execute(statement, *values)


@contextlib.contextmanager
def failing(backup: Path, code: int) -> Iterator[None]:
    """A backup that cannot be written during a block."""
    connect = database_files._connected
    failing_here = type("_", (Failing,), {"code": code})

    def connected(path: Path, mode: str) -> sqlite3.Connection:
        return sqlite3.connect(path, factory=failing_here) if path == backup else connect(path, mode)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(database_files, "_connected", connected)
        yield


@pytest.mark.parametrize(("code", "stays"), FAULTS)
async def test_only_a_damaged_backup_is_removed(
    store: Store, backups: list[Path], code: int, stays: bool, caplog: pytest.LogCaptureFixture
) -> None:
    with failing(backups[0], code):
        is_whole = await store.forget(MEMBER)
        assert (backups[0].exists(), is_whole) == (stays, not stays)
        assert files_with(store.folder, WORDS.encode()) == ([backups[0].name] if stays else [])

    await store.go_on_forgetting()
    assert traces(store.folder) == []
    assert backups[0].exists() is stays
    assert str(backups[0]) in caplog.text


async def test_a_backup_that_is_locked_is_worked_on_as_soon_as_it_is_not(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with await Store.open(tmp_path) as store:
        await fill(store)
        backup = tmp_path / BACKUPS / "bot-2026-01-01.sqlite3"
        back_up(tmp_path, backup)
        with contextlib.closing(sqlite3.connect(backup)) as other_program:
            other_program.execute("BEGIN EXCLUSIVE")
            assert not await store.forget(MEMBER)
            with pytest.raises(StoreError, match="database is locked"):
                await store.go_on_forgetting()
            assert await store.remembered_of(MEMBER) == Remembered(0, (), 0, None)

    async with await Store.open(tmp_path) as store:  # over a restart
        await store.go_on_forgetting()
        assert traces(tmp_path) == []
        assert OTHER_WORDS.encode() in backup.read_bytes()
        assert await store.forget(OTHER)
    assert "tried again" in caplog.text


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
async def test_backups_of_older_schemas_lose_the_member_and_nothing_else(
    store: Store, tmp_path: Path, version: int
) -> None:
    backup = tmp_path / BACKUPS / "bot-2026-01-01.sqlite3"
    backup.parent.mkdir()
    who = pseudonym(MEMBER, (tmp_path / KEY).read_bytes())
    with written_in(backup) as connection:
        for statement in itertools.chain(*MIGRATIONS[:version], [f"PRAGMA user_version = {version}"]):
            connection.execute(statement)
        if version:
            note = "INSERT INTO questions (chat, message, answer, outcome, words, asked_at) VALUES "
            connection.execute(note + "(?, 1, 2, 'refused', ?, 3)", (who, WORDS))  # in private
            connection.execute(note + "(x'01', 1, 2, 'refused', ?, 3)", (OTHER_WORDS,))
        if version > 1:
            note = "INSERT INTO questions (chat, message, answer, outcome, words, asked_at, member) VALUES "
            connection.execute(note + "(x'01', 4, 5, 'refused', ?, 6, ?)", (WORDS, who))
            connection.execute("INSERT INTO inbox (number, raw, taken_at) VALUES (1, ?, 1)", (WORDS,))

    assert await store.forget(MEMBER)

    assert traces(tmp_path) == []
    assert backup.exists()
    if version:
        assert rows(backup) == [(OTHER_WORDS,)]


async def test_a_backup_of_a_newer_version_is_worked_on_as_far_as_is_known_and_again_later(
    store: Store, backups: list[Path], caplog: pytest.LogCaptureFixture
) -> None:
    with written_in(backups[0]) as connection:
        connection.execute("CREATE TABLE diary (member BLOB, words TEXT)")
        who = pseudonym(MEMBER, (store.folder / KEY).read_bytes())
        connection.execute("INSERT INTO diary VALUES (?, ?)", (who, WORDS))
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")

    assert not await store.forget(MEMBER)
    assert f"{backups[0]}: was written by a newer version of the bot" in caplog.text
    assert rows(backups[0], "SELECT * FROM diary") == []
    assert sorted(rows(backups[0], "SELECT message FROM questions")) == [(4,), (5,)]


async def test_what_stood_beside_a_file_that_is_gone_goes_too(store: Store, tmp_path: Path) -> None:
    await fill(store)
    for suffix in ("-wal", "-shm", "-journal"):
        (tmp_path / f"{ASIDE}{suffix}").write_bytes(WORDS.encode())

    assert await store.forget(MEMBER)
    assert traces(tmp_path) == []


async def test_a_file_set_aside_whose_pages_do_not_fit_together_is_removed(
    store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await fill(store)
    for message in range(100, 200):
        await store.note(asked(message, words=WORDS * 5, outcome=Outcome.REFUSED, member=MEMBER))
    back_up(tmp_path, tmp_path / ASIDE)
    whole = (tmp_path / ASIDE).read_bytes()
    (tmp_path / ASIDE).write_bytes(whole[:-4096] + b"\xff" * 4096)

    assert await store.forget(MEMBER)
    assert not (tmp_path / ASIDE).exists()
    assert f"{ASIDE} is damaged: it was removed" in caplog.text


def damage(path: Path) -> None:
    """Overwrites a page that no question stands on."""
    with written_in(path) as connection:
        connection.execute("CREATE TABLE extra AS SELECT randomblob(3000) AS a")
        ((page,),) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'extra'").fetchall()
    content = bytearray(path.read_bytes())
    content[4096 * (page - 1) : 4096 * page] = b"\xff" * 4096
    path.write_bytes(content)


async def test_a_backup_with_a_damaged_page_anywhere_is_removed(store: Store, backups: list[Path]) -> None:
    damage(backups[0])

    assert await store.forget(MEMBER)
    assert [backup.exists() for backup in backups] == [False, True]
    damage(backups[1])
    with pytest.raises(StoreError, match="is no backup of the bot: the file is damaged"):
        restore(backups[1], store.folder / "elsewhere")


async def test_backups_that_cannot_be_listed_are_no_backups_done(store: Store, tmp_path: Path) -> None:
    (tmp_path / BACKUPS).symlink_to(tmp_path / BACKUPS)  # nobody can follow it

    assert not await store.forget(MEMBER)
    (tmp_path / BACKUPS).unlink()
    await store.go_on_forgetting()
    assert await store.database.read("SELECT * FROM forgotten") == []


@pytest.mark.parametrize("named", ["a file", "nothing"])
async def test_where_there_are_no_backups_nothing_hinders(store: Store, tmp_path: Path, named: str) -> None:
    if named == "a file":
        (tmp_path / BACKUPS).touch()

    assert await store.forget(MEMBER)


async def test_nobody_is_brought_back_by_a_backup_that_could_not_be_worked_on(tmp_path: Path) -> None:
    backup = tmp_path / BACKUPS / "bot-2026-01-01.sqlite3"
    async with await Store.open(tmp_path) as store:
        await fill(store)
        back_up(tmp_path, backup)
        with failing(backup, sqlite3.SQLITE_FULL):
            assert not await store.forget(MEMBER)
    restore(backup, tmp_path)

    async with await Store.open(tmp_path) as store:
        assert await store.remembered_of(MEMBER) == Remembered(0, (), 0, None)
        assert (await store.remembered_of(OTHER)).questions == 2
        await store.go_on_forgetting()
    assert traces(tmp_path) == []


async def test_a_backup_and_a_wish_to_be_forgotten_at_the_same_moment_leave_nothing(
    store: Store, tmp_path: Path
) -> None:
    for turn in range(8):
        await fill(store)
        target = tmp_path / BACKUPS / f"bot-2026-01-0{turn + 1}.sqlite3"
        making = asyncio.create_task(asyncio.to_thread(back_up, tmp_path, target))
        await asyncio.sleep(0.002 * turn)
        await store.forget(MEMBER)
        with contextlib.suppress(StoreError):  # it may have waited for too long
            await making
        await store.go_on_forgetting()
        assert traces(tmp_path) == []
