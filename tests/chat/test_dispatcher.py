"""What was taken in is answered once, over faults, stops and crashes; what is too old is passed over."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.chat.updates import dispatcher
from bot.store import Store
from tests.chat.world import ANNA, BORIS, GROUP, ago

if TYPE_CHECKING:
    from tests.chat.transport import Json
    from tests.chat.world import World

OLD = 11 * 60
STICKER = {
    "file_id": "x", "file_unique_id": "y", "width": 1, "height": 1, "type": "regular",
    "is_animated": False, "is_video": False,
}  # fmt: skip
TOKYO = "when did the company move to Tokyo?"


async def left_behind(world: World, *updates: Json) -> None:
    """Updates that an earlier life of the bot took in and did not answer."""
    async with await Store.open(world.config.data_dir) as store:
        await store.inbox.take({"update_id": next(world.update_ids), **update} for update in updates)


async def test_what_a_crash_left_undone_is_answered_at_the_next_start(quiet_world: World) -> None:
    await left_behind(quiet_world, {"message": quiet_world.message(ANNA, TOKYO)})

    async with quiet_world.running() as world:
        await world.all_done()
        assert [message.bold[0] for message in world.transport.shown] == ["October 2017"]
    async with quiet_world.running() as world:
        await world.all_done()
        assert len(world.transport.shown) == 1


async def test_an_update_that_comes_again_is_not_answered_again(world: World) -> None:
    assert world.store
    update = {"update_id": 5, "message": world.message(ANNA, TOKYO)}
    for _ in range(3):
        await world.store.inbox.take([update, update])
    await world.all_done()

    assert len(world.transport.shown) == 1


async def test_the_next_one_is_answered_while_a_broken_one_is_set_aside_with_one_alarm(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    broken = {"message": {"text": "wallaby"}}
    shown = await world.hears(broken, {"message": world.message(ANNA, TOKYO)})

    assert shown[0].bold[0] == "October 2017"
    alarms = [record for record in caplog.records if record.levelname == "ERROR"]
    assert [record.getMessage()[-40:] for record in alarms] == [
        "cannot be read (KeyError): it was set aside"[-40:]
    ]
    assert "wallaby" not in caplog.text


async def test_what_is_too_old_is_passed_over_and_each_chat_told_once(quiet_world: World) -> None:
    old = {"date": ago(OLD)}
    await left_behind(
        quiet_world,
        *({"message": quiet_world.message(ANNA, TOKYO, **old)} for _ in range(5)),
        *({"message": quiet_world.message(BORIS, f"/ask {TOKYO}", GROUP, **old)} for _ in range(5)),
        {"message": quiet_world.message(BORIS, "/ask Tokyo", GROUP)},
    )

    async with quiet_world.running() as world:
        await world.all_done()
    messages = [(message.chat, message.text.split()[0]) for message in quiet_world.transport.shown]
    assert sorted(messages) == [(GROUP, "I"), (GROUP, "October"), (ANNA.id, "I")]


@pytest.mark.parametrize(("age", "begins"), [(600.0, "October"), (600.5, "I was away")])
async def test_what_is_older_than_ten_minutes_is_too_old(
    world: World, age: float, begins: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert world.bot
    message = world.message(ANNA, TOKYO)
    monkeypatch.setattr(world.bot.services.time, "now", lambda: message["date"] + age)

    (shown,) = await world.hears({"message": message})
    assert shown.text.startswith(begins)


async def test_a_chat_is_told_again_after_ten_minutes(world: World) -> None:
    began = world.clock.time
    for seconds, is_told in ((0, True), (599.9, False), (600, True), (601, False)):
        world.clock.time = began + seconds
        assert len(await world.says(ANNA, TOKYO, date=ago(OLD))) == is_told


async def test_private_stickers_and_commands_that_waited_are_told_of_too(world: World) -> None:
    (shown,) = await world.says(ANNA, "/help", date=ago(OLD))
    assert shown.text.startswith("I was away")
    (shown,) = await world.sends(BORIS, sticker=STICKER, date=ago(OLD))
    assert shown.text.startswith("I was away")
    assert await world.says(BORIS, "/help", GROUP, date=ago(OLD)) == []


async def test_an_old_correction_is_passed_over_without_a_word(world: World) -> None:
    message = world.message(ANNA, f"/ask {TOKYO}", GROUP, date=ago(3 * OLD))

    assert await world.edits(message["message_id"], "/ask who opened the Oslo library?", GROUP, OLD) == []


@pytest.mark.parametrize("text", ["hello", "/ask@other_bot hello", "/sources@other_bot"])
async def test_nobody_is_told_of_what_was_not_for_the_bot(quiet_world: World, text: str) -> None:
    await left_behind(quiet_world, {"message": quiet_world.message(ANNA, text, GROUP, date=ago(OLD))})

    async with quiet_world.running() as world:
        await world.all_done()
        assert world.transport.shown == []


async def test_an_old_message_that_was_edited_just_now_is_not_too_old(world: World) -> None:
    message = world.message(ANNA, f"/ask {TOKYO}", GROUP, date=ago(OLD))
    (shown,) = await world.hears({"message": message | {"date": ago(1)}})
    message["date"] = ago(OLD)

    (edited,) = await world.edits(message["message_id"], "/ask who opened the Oslo library?", GROUP, OLD - 5)
    assert (edited.id, edited.is_edit) == (shown.id, True)


async def test_a_stop_leaves_what_waits_for_the_next_start(
    quiet_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go, send = asyncio.Event(), quiet_world.transport.on_send_message
    monkeypatch.setattr(dispatcher, "GRACE", 0.01)
    monkeypatch.setattr(dispatcher, "CONCURRENT_UPDATES", 20)

    async def hanging(parameters: Json) -> Json:
        await may_go.wait()
        return send(parameters)

    with monkeypatch.context() as patched:
        patched.setattr(quiet_world.transport, "on_send_message", hanging)
        async with quiet_world.running() as world:
            await world.takes(*({"message": world.message(member, TOKYO)} for member in world.crowd(60)))
            await asyncio.sleep(0.01)

    assert quiet_world.transport.shown == []
    async with quiet_world.running() as world:
        await world.all_done()
        assert len(world.transport.shown) == 60


async def test_a_stop_lets_those_at_work_end(quiet_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    may_go, send = asyncio.Event(), quiet_world.transport.on_send_message

    async def slow(parameters: Json) -> Json:
        asyncio.get_running_loop().call_later(0.05, may_go.set)
        await may_go.wait()
        return send(parameters)

    monkeypatch.setattr(quiet_world.transport, "on_send_message", slow)
    async with quiet_world.running() as world:
        await world.takes({"message": world.message(ANNA, TOKYO)})
        while not world.calls("sendMessage"):  # noqa: ASYNC110 - only tests want to know
            await asyncio.sleep(0)

    assert len(quiet_world.transport.shown) == 1
    async with quiet_world.running() as world:
        await world.all_done()
    assert len(quiet_world.transport.shown) == 1


async def test_a_disk_that_cannot_be_written_stops_no_answer_and_is_told_about_once(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    assert world.store
    await world.store.database.read("PRAGMA query_only = ON")
    shown = [message for _ in range(3) for message in await world.says(ANNA, TOKYO)]
    await world.store.database.read("PRAGMA query_only = OFF")
    shown += await world.says(ANNA, TOKYO)

    assert len(shown) == 4
    alarms = [record.levelname for record in caplog.records if record.levelno >= 30]
    assert alarms == ["ERROR", "WARNING"]


async def test_an_update_whose_handling_fails_is_told_about_and_done(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert world.bot

    async def fails(_: object) -> None:
        raise RuntimeError("wallaby")

    with monkeypatch.context() as patched:
        patched.setattr(world.bot.dispatcher, "_work", fails)
        await world.hears({"message": world.message(ANNA, TOKYO)})
    (shown,) = await world.says(ANNA, TOKYO)

    assert shown.bold[0] == "October 2017"
    assert "failed: RuntimeError" in caplog.text
    assert "wallaby" not in caplog.text
