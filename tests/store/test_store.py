"""The database: what it remembers and forgets, over restarts, faults and cancelled callers."""

from __future__ import annotations

import asyncio
import itertools
import os
import sqlite3
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import aiosqlite
import pytest

from bot.conversation.subject import ShownSentence, Subject
from bot.store import (
    DATABASE,
    KEPT,
    KEY,
    MIGRATIONS,
    WORDS_KEPT,
    AnsweredQuestion,
    MessageId,
    Outcome,
    QuestionRecord,
    Store,
    StoreError,
    Vote,
    Votes,
    back_up,
    database,
    migrate,
    restore,
    todays_backup,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime.now(UTC)
GROUP, MEMBER = -1001234567890, 987654321


def asked(
    message: int = 1, answer: int | None = None, words: str = "when was Tokyo?", **other: object
) -> QuestionRecord:
    """A question; its answer is the message of twice its number, unless it is named."""
    fields = {"at": MessageId(GROUP, message), "outcome": Outcome.ANSWERED, "when": NOW} | other
    return QuestionRecord(answer=answer or 2 * message, words=words, **fields)  # type: ignore[arg-type]


def subject(topic: str = "when was Tokyo?", earlier: str | None = None) -> Subject:
    shown = (ShownSentence("a reference", 7), ShownSentence("another", 0, "2017-10", "explicit"))
    return Subject(topic, topic, earlier, shown)


def rows(folder: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(folder / DATABASE) as connection:
        questions = connection.execute("SELECT * FROM questions").fetchall()
    connection.close()
    return questions


def content(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def test_an_answer_is_found_by_the_message_that_asked(store: Store) -> None:
    await store.note(asked(message=1, answer=2))

    assert await store.answer_to(MessageId(GROUP, 1)) == 2
    assert await store.answer_to(MessageId(GROUP, 2)) is None
    assert await store.answer_to(MessageId(MEMBER, 1)) is None


async def test_what_was_noted_is_there_after_a_restart(tmp_path: Path) -> None:
    async with await Store.open(tmp_path) as store:
        await store.note(asked())

    async with await Store.open(tmp_path) as store:
        assert await store.answer_to(MessageId(GROUP, 1)) == 2


async def test_a_message_that_asks_again_is_noted_once(store: Store, tmp_path: Path) -> None:
    await store.note(asked(answer=2))
    await store.note(asked(answer=3))

    assert await store.answer_to(MessageId(GROUP, 1)) == 3
    assert len(rows(tmp_path)) == 1


KEPT_WORDS = [  # how it ended, how old it is, a vote on it, whether its words are kept
    (Outcome.ANSWERED, WORDS_KEPT - timedelta(hours=1), None, True),
    (Outcome.ANSWERED, WORDS_KEPT + timedelta(hours=1), None, False),
    (Outcome.ANSWERED, WORDS_KEPT + timedelta(hours=1), Vote.UP, False),
    (Outcome.ANSWERED, WORDS_KEPT + timedelta(hours=1), Vote.DOWN, True),
    (Outcome.ANSWERED, KEPT + timedelta(hours=1), Vote.DOWN, False),
    (Outcome.REFUSED, WORDS_KEPT + timedelta(hours=1), None, True),
    (Outcome.REFUSED, KEPT + timedelta(hours=1), None, False),
]


@pytest.mark.parametrize(("outcome", "age", "vote", "are_kept"), KEPT_WORDS)
async def test_words_are_kept_for_a_week_and_longer_where_something_was_wrong(
    store: Store, tmp_path: Path, outcome: Outcome, age: timedelta, vote: Vote | None, are_kept: bool
) -> None:
    await store.note(asked(1, 2, "spoken", outcome=outcome, when=NOW - age, subject=subject("topical")))
    if vote:
        await store.vote(MessageId(GROUP, 2), MEMBER, vote)
    await store.forget_old()

    assert ("spoken" in str(rows(tmp_path))) == are_kept
    assert ("topical" in str(rows(tmp_path))) == (age < WORDS_KEPT)


async def test_words_without_a_subject_are_kept_of_refusals_only(store: Store, tmp_path: Path) -> None:
    await store.note(asked(1, outcome=Outcome.ANSWERED, words="answered words"))
    await store.note(asked(2, outcome=Outcome.REFUSED, words="refused words"))

    assert "refused words" in str(rows(tmp_path))
    assert "answered words" not in str(rows(tmp_path))


async def test_what_an_answer_was_about_is_found_by_its_message_also_after_a_restart(tmp_path: Path) -> None:
    about = subject("when was Tokyo? and in 2018?", "when was Tokyo?")
    when = NOW.replace(microsecond=0)
    async with await Store.open(tmp_path) as store:
        await store.note(asked(1, 2, "and in 2018?", when=when, subject=about, member=MEMBER))

    async with await Store.open(tmp_path) as store:
        known = AnsweredQuestion(1, "and in 2018?", when, about)
        assert await store.subjects.of_answer(GROUP, 2) == known
        assert await store.subjects.of_answer(GROUP, 1) is None
        assert await store.subjects.of_answer(MEMBER, 2) is None
        assert await store.subjects.is_asker(GROUP, 2, MEMBER)
        assert not await store.subjects.is_asker(GROUP, 2, 5)
        assert not await store.subjects.is_asker(GROUP, 1, MEMBER)


async def test_what_is_shown_of_an_answer_changes_and_is_forgotten(store: Store, tmp_path: Path) -> None:
    await store.note(asked(1, 2, "spoken", subject=subject()))
    now = subject().after(ShownSentence("a third", 3))
    store.subjects.note_shown(GROUP, 2, now)

    known = await store.subjects.of_answer(GROUP, 2)
    assert known
    assert known.subject == now
    store.subjects.forget(GROUP, 2)
    store.subjects.note_shown(GROUP, 2, now)
    assert await store.subjects.of_answer(GROUP, 2) is None
    assert "spoken" not in str(rows(tmp_path))


LATEST = [  # the subjects of a chat's questions in order, minutes since the last one, the one that is latest
    ([], 0, None),
    (["Oslo"], 9, "Oslo"),
    (["Oslo"], 11, None),
    (["Oslo", "Tokyo"], 9, "Tokyo"),
    (["Oslo", None], 9, None),  # the last one was refused
    ([None, "Oslo"], 9, "Oslo"),
]


@pytest.mark.parametrize(("topics", "minutes", "latest"), LATEST)
async def test_the_latest_subject_of_a_chat_is_that_of_its_last_question(
    store: Store, topics: list[str | None], minutes: int, latest: str | None
) -> None:
    for number, topic in enumerate(topics):
        when = NOW - timedelta(minutes=minutes)
        about = subject(topic) if topic else None
        at = MessageId(MEMBER, 2 * number)
        await store.note(asked(at=at, answer=2 * number + 1, when=when, subject=about))

    since = NOW - timedelta(minutes=10)
    last = await store.subjects.last_before(MEMBER, 2 * len(topics), since)
    assert (last and last.subject.topic) == latest
    assert await store.subjects.last_before(MEMBER, 0, since) is None


async def test_words_of_a_member_go_from_what_others_asked_further(store: Store, tmp_path: Path) -> None:
    await store.note(asked(1, 2, "spoken", subject=subject("spoken"), member=MEMBER))
    await store.note(asked(3, 4, "and then?", subject=subject("spoken and then?", "spoken"), member=5))
    await store.note(asked(5, 6, "other", subject=subject("other"), member=5))
    await store.note(asked(7, 8, "more", subject=subject("spoken"), member=5))
    elsewhere = subject("elsewhere and then?", "elsewhere")
    await store.note(asked(at=MessageId(-5, 1), words="x", subject=elsewhere, member=5))

    assert await store.forget(MEMBER)
    assert "spoken" not in str(rows(tmp_path))
    kept = [await store.subjects.of_answer(GROUP, answer) for answer in (4, 6)]
    assert [row and row.subject.topic for row in kept] == [None, "other"]
    assert await store.subjects.of_answer(-5, 2)


async def test_nothing_is_kept_for_longer_than_it_may(store: Store, tmp_path: Path) -> None:
    await store.note(asked(1, when=NOW - KEPT - timedelta(minutes=1)))
    await store.note(asked(2))
    await store.vote(MessageId(GROUP, 4), MEMBER, Vote.UP)
    await store.forget_old()

    assert len(rows(tmp_path)) == 1
    assert await store.votes() == Votes(1, 0)


async def test_what_is_stored_about_a_member_is_shown_the_newest_first(store: Store) -> None:
    ages = {1: 3, 2: 1, 3: 2}  # days by message
    for message, days in ages.items():
        when = NOW - timedelta(days=days)
        await store.note(asked(message, words=f"{days}", outcome=Outcome.REFUSED, when=when, member=MEMBER))
    await store.note(asked(at=MessageId(MEMBER, 4), when=NOW - timedelta(days=4)))  # in private
    await store.note(asked(5, words="other", outcome=Outcome.REFUSED, member=5))
    await store.vote(MessageId(GROUP, 10), MEMBER, Vote.UP)
    await store.vote(MessageId(GROUP, 2), 5, Vote.UP)

    remembered = await store.remembered_of(MEMBER)
    assert (remembered.questions, remembered.words, remembered.votes) == (4, ("1", "2", "3"), 1)
    assert remembered.oldest == (NOW - timedelta(days=4)).replace(microsecond=0)


ANSWER = MessageId(GROUP, 11)
VOTES = [  # who votes how, what the last vote is then, all votes, whether the words are kept
    ("a up", Vote.UP, Votes(1, 0), False),
    ("a down", Vote.DOWN, Votes(0, 1), True),
    ("a up, a up", Vote.NONE, Votes(0, 0), False),
    ("a down, a down", Vote.NONE, Votes(0, 0), False),
    ("a up, a down", Vote.DOWN, Votes(0, 1), True),
    ("a down, a up", Vote.UP, Votes(1, 0), False),
    ("a down, b up", Vote.UP, Votes(1, 1), True),
    ("a down, b down, a down", Vote.NONE, Votes(0, 1), True),
    ("a down, b down, a up, b up", Vote.UP, Votes(2, 0), False),
    ("a down, a down, a down", Vote.DOWN, Votes(0, 1), True),
]


@pytest.mark.parametrize(("cast", "last", "votes", "are_kept"), VOTES, ids=[row[0] for row in VOTES])
async def test_each_member_has_one_vote_and_old_words_are_kept_while_one_is_down(
    store: Store, tmp_path: Path, cast: str, last: Vote, votes: Votes, are_kept: bool
) -> None:
    old = NOW - WORDS_KEPT - timedelta(minutes=1)
    for message in (1, 2):
        words = f"words of {message}"
        await store.note(asked(message, 10 + message, words, subject=subject(words)))
    for member, vote in (ballot.split() for ballot in cast.split(", ")):
        result = await store.vote(ANSWER, ord(member), Vote(vote))
    await store.database.write(("UPDATE questions SET asked_at = ?", (int(old.timestamp()),)))
    await store.forget_old()

    assert result == last
    assert await store.votes() == votes
    assert ("words of 1" in str(rows(tmp_path)), "words of 2" in str(rows(tmp_path))) == (are_kept, False)


async def test_a_vote_that_is_taken_back_after_a_week_takes_the_words_along(
    store: Store, tmp_path: Path
) -> None:
    old = NOW - WORDS_KEPT - timedelta(minutes=1)
    await store.note(asked(1, 11, "spoken", when=old, subject=subject()))
    await store.vote(ANSWER, 1, Vote.DOWN)
    await store.forget_old()
    assert "spoken" in str(rows(tmp_path))

    await store.vote(ANSWER, 1, Vote.DOWN)
    assert "spoken" not in str(rows(tmp_path))


async def test_a_vote_leaves_words_of_the_last_week(store: Store, tmp_path: Path) -> None:
    await store.note(asked(1, 11, "spoken", subject=subject()))
    for _ in range(2):
        await store.vote(ANSWER, 1, Vote.DOWN)

    assert "spoken" in str(rows(tmp_path))


async def test_what_nobody_remembers_cannot_be_voted_on(store: Store) -> None:
    await store.note(asked(1, 2))

    assert await store.vote(MessageId(GROUP, 1), 1, Vote.UP) is None
    assert await store.votes() == Votes(0, 0)


async def test_a_vote_leaves_the_words_of_a_refused_question(store: Store, tmp_path: Path) -> None:
    await store.note(asked(1, 11, words="refused", outcome=Outcome.REFUSED))
    await store.vote(ANSWER, 1, Vote.UP)

    assert "refused" in str(rows(tmp_path))


async def test_votes_go_with_the_answer_that_they_were_about(store: Store) -> None:
    for message in (1, 2):
        await store.note(asked(message))
        await store.vote(MessageId(GROUP, 2 * message), MEMBER, Vote.UP)
    await store.note(asked(1))

    assert await store.votes() == Votes(1, 0)


async def test_no_number_of_a_member_or_group_is_in_the_files(tmp_path: Path) -> None:
    async with await Store.open(tmp_path) as store:
        await store.note(asked(at=MessageId(MEMBER, 1)))
        await store.note(asked(at=MessageId(GROUP, 1)))

    held = content(tmp_path)
    for number in (MEMBER, GROUP):
        assert str(number).encode() not in held
        assert number.to_bytes(8, "big", signed=True).lstrip(b"\0\xff") not in held


async def test_hashes_are_nobodys_but_this_bots(tmp_path: Path) -> None:
    for name in ("a", "b"):
        async with await Store.open(tmp_path / name) as store:
            await store.note(asked())

    assert rows(tmp_path / "a")[0][0] != rows(tmp_path / "b")[0][0]


def open_to_others(folder: Path) -> list[str]:
    """What others may read or write in a folder, and whether they may enter it."""
    return [path.name for path in (folder, *folder.rglob("*")) if path.stat().st_mode & 0o077]


@pytest.fixture
def _open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
@pytest.mark.usefixtures("_open_umask")
async def test_all_that_is_made_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    async with await Store.open(folder) as store:
        await store.note(asked())
        back_up(folder, todays_backup(folder))
        names = {path.name for path in folder.iterdir()}
        assert {DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", KEY, "backups"} <= names
        assert open_to_others(folder) == []
    restore(todays_backup(folder), folder)
    (folder / DATABASE).write_bytes(b"no database")
    async with await Store.open(folder):
        assert open_to_others(folder) == []
    assert len([*folder.glob(f"{DATABASE}.*")]) == 2  # set aside


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
async def test_what_others_could_read_is_closed_at_the_start(tmp_path: Path) -> None:
    names = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", KEY, f"{DATABASE}.damaged-20260101-000000-0")
    async with await Store.open(tmp_path) as store:
        await store.note(asked())
        back_up(tmp_path, todays_backup(tmp_path))
        wal = {name: (tmp_path / name).read_bytes() for name in names[:3]}
    for name in names[:3]:  # as after a crash
        (tmp_path / name).write_bytes(wal[name])
    (tmp_path / names[-1]).touch()
    for path in (tmp_path, *tmp_path.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert len(open_to_others(tmp_path)) == 8

    async with await Store.open(tmp_path) as store:
        assert open_to_others(tmp_path) == []
        assert await store.answer_to(MessageId(GROUP, 1)) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
async def test_a_backup_elsewhere_leaves_the_folder_as_it_is(store: Store, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    elsewhere.chmod(0o755)
    back_up(tmp_path, elsewhere / "a.sqlite3")

    assert open_to_others(elsewhere) == ["elsewhere"]


async def test_a_short_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / KEY).write_bytes(b"short")

    with pytest.raises(StoreError, match=r"hash\.key: must hold 32 bytes, not 5"):
        await Store.open(tmp_path)


async def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / DATABASE) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()

    with pytest.raises(StoreError, match="written by a newer version of the bot"):
        await Store.open(tmp_path)


NO_DATABASES = {
    "words": b"no database, only words " * 100,
    "a first page of noise": None,
}


@pytest.mark.parametrize("case", NO_DATABASES)
async def test_a_damaged_file_is_set_aside_and_a_new_one_begun(
    tmp_path: Path, case: str, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / DATABASE
    async with await Store.open(tmp_path) as store:
        await store.note(asked())
    damaged = NO_DATABASES[case] or bytes(range(256)) * 16 + path.read_bytes()[4096:]
    path.write_bytes(damaged)

    async with await Store.open(tmp_path) as store:
        await store.note(asked(answer=7))
        assert await store.answer_to(MessageId(GROUP, 1)) == 7
    (aside,) = tmp_path.glob(f"{DATABASE}.damaged-*")
    assert aside.read_bytes() == damaged
    assert caplog.text.count("ERROR") == 1
    assert f"is damaged: it was set aside as {aside.name}" in caplog.text


async def test_a_second_damaged_file_does_not_take_the_place_of_the_first(tmp_path: Path) -> None:
    for _ in range(2):
        (tmp_path / DATABASE).write_bytes(b"no database")
        async with await Store.open(tmp_path):
            pass

    assert len([*tmp_path.glob(f"{DATABASE}.damaged-*")]) == 2


async def test_a_folder_that_cannot_be_made_is_told_about_once_and_waited_for(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "RETRY", 0.0)
    (tmp_path / "file").touch()
    async with await Store.open(tmp_path / "file" / "data") as store:
        for _ in range(3):
            with pytest.raises(StoreError):
                await store.note(asked())
        assert store.pseudonym(GROUP) == "unknown"
        (tmp_path / "file").unlink()
        await store.note(asked())

        assert await store.answer_to(MessageId(GROUP, 1)) == 2
    assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]


def schema(folder: Path) -> list[tuple[str, ...]]:
    with sqlite3.connect(folder / DATABASE) as connection:
        objects = connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY name").fetchall()
    connection.close()
    return objects


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
async def test_every_older_version_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    with sqlite3.connect(old / DATABASE) as connection:
        for statement in itertools.chain(*MIGRATIONS[:version], [f"PRAGMA user_version = {version}"]):
            connection.execute(statement)
    connection.close()

    for folder in (old, new):
        async with await Store.open(folder) as store:
            await store.note(asked())
            assert await store.answer_to(MessageId(GROUP, 1)) == 2
    assert schema(old) == schema(new)


async def test_a_migration_that_fails_half_way_leaves_the_version_before(tmp_path: Path) -> None:
    migrations = (("CREATE TABLE a (b)",), ("CREATE TABLE c (d)", "CREATE TABLE a (b)"))

    async with aiosqlite.connect(tmp_path / "x", isolation_level=None) as connection:
        with pytest.raises(sqlite3.OperationalError):
            await migrate(connection, migrations)
        tables = await connection.execute_fetchall("SELECT name FROM sqlite_schema")
        version = await connection.execute_fetchall("PRAGMA user_version")

    assert [*map(tuple, tables), *map(tuple, version)] == [("a",), (1,)]


async def test_a_cancelled_caller_leaves_a_whole_row_and_no_lock(store: Store, tmp_path: Path) -> None:
    for hops in range(12):  # each number of turns of the loop cancels at another await
        note = asyncio.create_task(store.note(asked(hops)))
        for _ in range(hops):
            await asyncio.sleep(0)
        note.cancel()
        await asyncio.gather(note, return_exceptions=True)

    await store.note(asked(100))
    assert await store.answer_to(MessageId(GROUP, 100)) == 200


async def test_closing_waits_for_what_has_begun(tmp_path: Path) -> None:
    store = await Store.open(tmp_path)
    notes = [asyncio.create_task(store.note(asked(number))) for number in range(20)]
    await asyncio.sleep(0)
    await store.close()

    await asyncio.gather(*notes)
    assert len(rows(tmp_path)) == 20


@pytest.mark.parametrize("hops", range(1, 12, 2))
async def test_closing_waits_for_what_is_at_work(tmp_path: Path, hops: int) -> None:
    store = await Store.open(tmp_path)
    await store.note(asked())
    vote = asyncio.create_task(store.vote(MessageId(GROUP, 2), MEMBER, Vote.UP))
    for _ in range(hops):
        await asyncio.sleep(0)
    await store.close()

    assert await vote == Vote.UP


async def test_a_write_that_fails_leaves_the_next_one_working(store: Store, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / DATABASE) as connection:
        connection.execute("ALTER TABLE questions RENAME TO elsewhere")
    connection.close()
    with pytest.raises(StoreError, match="no such table"):
        await store.note(asked())
    with sqlite3.connect(tmp_path / DATABASE) as connection:
        connection.execute("ALTER TABLE elsewhere RENAME TO questions")
    connection.close()

    await store.note(asked())
    assert await store.answer_to(MessageId(GROUP, 1)) == 2


async def test_a_closed_store_says_so_in_its_own_words(tmp_path: Path) -> None:
    store = await Store.open(tmp_path)
    await store.close()

    with pytest.raises(StoreError):
        await store.note(asked())
