"""The inbox: nothing that was taken is lost, nothing is worked on twice, nobody waits for another chat."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sqlite3
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest

from bot.store import DATABASE, Inbox, Store, database, inbox
from bot.store.inbox import chat_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ANNA, BORIS = 1, 2


def update(number: int, chat: int = ANNA, words: str = "when was Tokyo?") -> dict[str, Any]:
    return {"update_id": number, "message": {"text": words, "chat": {"id": chat}}}


async def served(box: Inbox, most: int = 100_000) -> list[int]:
    """The numbers of what waits, each done before the next one is had."""
    numbers: list[int] = []
    while len(box) and len(numbers) < most:
        taken = await box.next()
        numbers.append(taken.number)
        box.done(taken)
    return numbers


def held(folder: Path) -> list[tuple[int, str | None]]:
    with sqlite3.connect(folder / DATABASE) as connection:
        updates = connection.execute("SELECT number, raw FROM inbox ORDER BY number").fetchall()
    connection.close()
    return updates


async def test_what_was_taken_is_on_the_disk_before_anything_is_answered(
    store: Store, tmp_path: Path
) -> None:
    await store.inbox.take([update(1)])

    ((number, raw),) = held(tmp_path)
    assert (number, json.loads(raw or "")) == (1, update(1))


async def test_what_was_not_done_is_there_after_a_restart(tmp_path: Path) -> None:
    async with await Store.open(tmp_path) as store:
        await store.inbox.take([update(1), update(2, BORIS), update(3)])
        store.inbox.done(await store.inbox.next())
        await store.inbox.next()  # at work when the process ended

    async with await Store.open(tmp_path) as store:
        assert await store.inbox.load() == 2
        assert await served(store.inbox) == [2, 3]


async def test_the_words_go_when_an_update_is_done(tmp_path: Path) -> None:
    async with await Store.open(tmp_path) as store:
        await store.inbox.take([update(1, words="secret words")])
        await served(store.inbox)

    assert held(tmp_path) == [(1, None)]
    assert b"secret words" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


async def test_an_update_is_worked_on_once_however_often_it_comes(tmp_path: Path) -> None:
    async with await Store.open(tmp_path) as store:
        await store.inbox.take([update(1), update(1)])
        await store.inbox.take([update(1), update(2)])
        assert await served(store.inbox) == [1, 2]

    async with await Store.open(tmp_path) as store:
        await store.inbox.load()
        await store.inbox.take([update(1), update(2), update(3)])
        assert await served(store.inbox) == [3]


async def test_one_that_comes_again_is_not_acknowledged_before_the_first_is_committed(
    store: Store, tmp_path: Path
) -> None:
    first = asyncio.create_task(store.inbox.take([update(1)]))
    await asyncio.sleep(0)
    await store.inbox.take([update(1)])

    assert len(held(tmp_path)) == 1
    await first


async def test_one_that_cannot_be_read_is_kept_and_not_tried_again(tmp_path: Path) -> None:
    async with await Store.open(tmp_path) as store:
        await store.inbox.take([update(1), update(2)])
        await store.inbox.set_aside(await store.inbox.next())
        assert await served(store.inbox) == [2]

    async with await Store.open(tmp_path) as store:
        assert await store.inbox.load() == 0
        await store.inbox.take([update(1)])
        assert len(store.inbox) == 0
    assert [number for number, raw in held(tmp_path) if raw] == [1]


async def test_what_is_old_is_forgotten_but_never_what_waits(tmp_path: Path) -> None:
    async with await Store.open(tmp_path) as store:
        await store.inbox.take([update(1), update(2), update(3)])
        store.inbox.done(await store.inbox.next())
        await store.inbox.set_aside(await store.inbox.next())
        await store.database.write(("UPDATE inbox SET taken_at = taken_at - 1000000", ()))

    async with await Store.open(tmp_path) as store:
        assert await store.inbox.load() == 1
    assert [number for number, _ in held(tmp_path)] == [3]


async def test_a_chat_is_served_in_order_and_only_one_of_it_at_a_time(store: Store) -> None:
    await store.inbox.take(update(number, chat) for number, chat in enumerate([1, 1, 2, 1, 2]))

    first, second = await store.inbox.next(), await store.inbox.next()
    assert (first.number, second.number) == (0, 2)
    third = asyncio.create_task(store.inbox.next())
    await asyncio.sleep(0.01)
    assert not third.done()
    store.inbox.done(first)
    assert (await third).number == 1


async def test_a_chat_that_sends_a_lot_lets_the_others_have_their_turns(store: Store) -> None:
    await store.inbox.take(update(number, ANNA) for number in range(1_000))
    await store.inbox.take([update(1_000, BORIS)])

    assert 1_000 in await served(store.inbox, 2)


async def test_more_than_can_be_held_in_memory_is_fetched_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "MOST_HELD", 3)
    monkeypatch.setattr(inbox, "PAGE", 2)
    async with await Store.open(tmp_path) as store:
        await store.inbox.take(update(number) for number in range(10))
        assert await served(store.inbox, 5) == [0, 1, 2, 3, 4]

    async with await Store.open(tmp_path) as store:
        assert await store.inbox.load() == 5
        assert await served(store.inbox) == [5, 6, 7, 8, 9]
        assert store.inbox._held == 0


@pytest.mark.parametrize("chats", [1, 1_000])
async def test_ten_thousand_updates_cost_little_memory(store: Store, chats: int) -> None:
    words = "ж" * 500  # as JSON six times as long
    tracemalloc.start()
    for start in range(0, 10_000, 100):
        batch = [update(number, number % chats, words) for number in range(start, start + 100)]
        await store.inbox.take(batch)
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert used < 10_000_000


async def test_what_cannot_be_written_is_kept_in_memory_and_its_end_noted_later(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with await Store.open(tmp_path) as store:
        await store.database.read("PRAGMA query_only = ON")
        await store.inbox.take([update(1), update(2)])
        assert await served(store.inbox) == [1, 2]
        await store.database.read("PRAGMA query_only = OFF")
        await store.inbox.take([update(3)])
        assert await served(store.inbox) == [3]

    assert held(tmp_path) == [(1, None), (2, None), (3, None)]
    assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]


@contextlib.contextmanager
def unreadable(folder: Path) -> Iterator[None]:
    """A data folder that is not there during a block: a file stands in its place."""
    away = folder.with_name("away")
    folder.rename(away)
    folder.touch()
    yield
    folder.unlink()
    away.rename(folder)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that is looked for again at once."""
    monkeypatch.setattr(database, "RETRY", 0.0)
    monkeypatch.setattr(inbox, "READ_AGAIN", 0.01)
    return tmp_path / "data"


async def test_an_update_that_cannot_be_read_just_now_is_tried_again_and_the_others_go_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "MOST_HELD", 3)
    async with await Store.open(folder) as store:
        await store.inbox.take([update(0), update(1), update(2, BORIS), update(3, BORIS), update(4)])
        with unreadable(folder):
            first = [await store.inbox.next() for _ in range(2)]
            for taken in first:
                store.inbox.done(taken)
            third = await store.inbox.next()
            store.inbox.done(third)
            await asyncio.sleep(0.05)  # the fourth is tried again and again
            waiting = asyncio.create_task(store.inbox.next())
            await asyncio.sleep(0.05)
            assert not waiting.done()
            assert len(store.inbox) == 2
        last = await waiting
        store.inbox.done(last)
        rest = await served(store.inbox)

        assert [taken.number for taken in (*first, third)] == [0, 2, 1]
        assert sorted([last.number, *rest]) == [3, 4]
    assert held(folder) == [(number, None) for number in range(5)]


async def test_what_an_earlier_life_left_is_read_as_soon_as_it_can_be(folder: Path) -> None:
    async with await Store.open(folder) as store:
        await store.inbox.take([update(1), update(2), update(3)])
        store.inbox.done(await store.inbox.next())

    with unreadable(folder):
        store = await Store.open(folder)
        assert await store.inbox.load() == 0
        await store.inbox.take([update(8)])  # in memory
        assert len(store.inbox) == 1
    async with store:
        await store.inbox.take([update(1), update(9)])  # the first one was answered in an earlier life
        assert await served(store.inbox) == [8, 2, 3, 9]


async def test_what_an_earlier_life_left_is_loaded_once(folder: Path) -> None:
    async with await Store.open(folder) as store:
        await store.inbox.take([update(1)])
    async with await Store.open(folder) as store:
        assert [await store.inbox.load() for _ in range(2)] == [1, 1]
        await store.inbox.take([update(2)])
        assert await served(store.inbox) == [1, 2]


@pytest.mark.parametrize("text", ["torn", "", "[]", "5", '{"a": '])
async def test_what_an_earlier_life_left_and_nobody_can_read_is_set_aside(
    tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with await Store.open(tmp_path) as store:
        await store.inbox.take([update(1), update(2)])
        await store.database.write(("UPDATE inbox SET raw = ? WHERE number = 1", (text,)))
    for _ in range(2):
        async with await Store.open(tmp_path) as store:
            assert await store.inbox.load() == 1
    assert times_told(caplog, "Update 1 cannot be read from the database: it was set aside") == 1


def times_told(caplog: pytest.LogCaptureFixture, line: str) -> int:
    return [record.getMessage() for record in caplog.records].count(line)


async def test_what_is_lost_with_a_database_is_told_about_once_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(inbox, "MOST_HELD", 2)
    async with await Store.open(tmp_path) as store:
        await store.inbox.take(update(number) for number in range(5))
        await store.database.write(("DELETE FROM inbox WHERE number IN (2, 3)", ()))

        assert await served(store.inbox) == [0, 1, 4]
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == [
        "Update 2 is lost, perhaps others too: the database does not hold it any more"
    ]


HOUR = 3_600
KEPT_FOR = [  # hours since it came, what became of it, is it still there?
    (47, "done", True),
    (49, "done", False),
    (23, "broken", True),
    (25, "broken", False),
    (1_000, "waiting", True),
]


@pytest.mark.parametrize(("hours", "state", "stays"), KEPT_FOR)
async def test_what_is_kept_for_how_long(store: Store, hours: int, state: str, stays: bool) -> None:
    await store.inbox.take([update(1)])
    taken = await store.inbox.next()
    if state == "done":
        store.inbox.done(taken)
    elif state == "broken":
        await store.inbox.set_aside(taken)
    await store.database.write(("UPDATE inbox SET taken_at = taken_at - ?", (hours * HOUR,)))
    await store.forget_old()

    assert (held(store.folder) != []) is stays


CHATS: list[tuple[dict[str, Any], int]] = [
    ({"message": {"chat": {"id": -5}, "from": {"id": 7}}}, -5),
    ({"edited_message": {"chat": {"id": -5}}}, -5),
    ({"inline_query": {"from": {"id": 7}, "query": "a"}}, 7),
    ({"callback_query": {"from": {"id": 7}, "message": {"chat": {"id": -5}}}}, -5),
    ({"callback_query": {"from": {"id": 7}, "inline_message_id": "a"}}, 7),
    # nothing that can be read
    ({}, 0),
    ({"message": 5}, 0),
    ({"message": {"chat": "a", "from": None}}, 0),
    ({"message": {"chat": {"id": [1]}, "message": [], "from": {"id": "x"}}}, 0),
]


@pytest.mark.parametrize(("raw", "chat"), CHATS, ids=range(len(CHATS)))
def test_the_chat_of_an_update(raw: dict[str, Any], chat: int) -> None:
    assert chat_of({"update_id": 3, **raw}) == chat
