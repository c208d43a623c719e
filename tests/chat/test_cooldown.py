"""Who asks too much meets silence for a while, and holds nobody else up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.chat import cooldown
from tests.chat.transport import AS_CHANNEL
from tests.chat.world import ANNA, BORIS, FORUM, GROUP, TOPIC

if TYPE_CHECKING:
    from tests.chat.transport import Json
    from tests.chat.world import World

OSLO = "/ask who opened the Oslo library?"


async def test_a_user_has_ten_answers_in_five_minutes_wherever_they_ask(world: World) -> None:
    places = [(None, None), (GROUP, None), (FORUM, TOPIC), (GROUP, None), (None, None)] * 3
    for number, (chat, topic) in enumerate(places):
        shown = await world.says(ANNA, OSLO, chat, topic=topic)
        assert len(shown) == (number < 10)

    assert len(await world.says(BORIS, OSLO, GROUP)) == 1
    world.clock.time += 290
    assert await world.says(ANNA, "/help") == []
    world.clock.time += 11
    assert len(await world.says(ANNA, "/help")) == 1


async def test_a_chat_has_fifteen_answers_a_minute(world: World) -> None:
    began = world.clock.time
    shown = [await world.says(one, OSLO, GROUP) for one in world.crowd(20)]
    assert [len(one) for one in shown] == [1] * 15 + [0] * 5

    assert len(await world.says(ANNA, OSLO)) == 1  # elsewhere
    world.clock.time = began + 61
    assert len(await world.says(ANNA, OSLO, GROUP)) == 1


async def test_what_gets_no_answer_does_not_lengthen_the_silence(world: World) -> None:
    began = world.clock.time
    for _ in range(10):
        await world.says(ANNA, OSLO)
    for _ in range(20):
        world.clock.time += 10
        assert await world.says(ANNA, OSLO) == []
    world.clock.time = began + 312

    assert len(await world.says(ANNA, OSLO)) == 1


async def test_talk_that_is_not_for_the_bot_does_not_count(world: World) -> None:
    for _ in range(20):
        await world.says(ANNA, "good morning", GROUP)

    assert len(await world.says(ANNA, OSLO, GROUP)) == 1


async def test_a_channel_is_one_user_and_not_the_bot_that_telegram_names(world: World) -> None:
    def channel(number: int) -> Json:
        return {"from": AS_CHANNEL, "sender_chat": {"id": number, "type": "channel", "title": "A"}}

    shown = [await world.says(ANNA, OSLO, GROUP, **channel(-1)) for _ in range(11)]
    assert [len(one) for one in shown] == [1] * 10 + [0]
    assert len(await world.says(ANNA, OSLO, GROUP, **channel(-2))) == 1


@pytest.mark.parametrize("command", ["/status", "/reload", "/weather", "/start", "/sources"])
async def test_commands_count_too(world: World, command: str) -> None:
    shown = [await world.says(ANNA, command) for _ in range(11)]

    assert [bool(one) for one in shown] == [True] * 10 + [False]


async def test_the_clock_on_the_wall_does_not_matter(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(10):
        await world.says(ANNA, OSLO)
    monkeypatch.setattr("time.time", lambda: 4e9)

    assert await world.says(ANNA, OSLO) == []


async def test_no_more_are_kept_in_mind_than_there_is_room_for(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cooldown, "MOST_KNOWN", 4)
    for one in world.crowd(10):
        await world.says(one, OSLO)
    for _ in range(9):
        assert await world.says(ANNA, OSLO)
    assert await world.says(BORIS, OSLO)
    assert await world.says(ANNA, OSLO)

    assert await world.says(ANNA, OSLO) == []
