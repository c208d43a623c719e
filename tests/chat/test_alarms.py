"""Errors reach the admins' chat: once an hour each, without anybody's words."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING

import pytest

from bot.chat.alarms import MOST_KINDS, MOST_WAITING, Alarms
from bot.cli.logs import Redacting
from tests.chat.transport import TOKEN
from tests.chat.world import ANNA, GROUP, STAFF

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.chat.world import World

OURS = logging.getLogger("bot.chat.somewhere")


@pytest.fixture
async def alarms(world: World) -> AsyncIterator[Alarms]:
    assert world.bot
    alarms = Alarms(Redacting(TOKEN).redacted, world.clock.clock)
    await world.bot.services.settings.of(STAFF)  # known from now on: telling waits for no thread
    logging.getLogger().addHandler(alarms)
    telling = asyncio.create_task(alarms.tell(world.bot.services.outbox, world.bot.services.settings, STAFF))
    yield alarms
    logging.getLogger().removeHandler(alarms)
    telling.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await telling


async def alarms_in_the_chat(world: World) -> list[str]:
    """What the admins' chat has been told, without the first line of each."""
    for _ in range(200):
        await asyncio.sleep(0)
    return [message.text.partition("\n")[2] for message in world.transport.shown if message.chat == STAFF]


@pytest.mark.usefixtures("alarms")
async def test_an_error_is_told_once_an_hour(world: World) -> None:
    for number in range(50):
        OURS.error("Update %d cannot be read", number)
    assert await alarms_in_the_chat(world) == ["Update 0 cannot be read"]

    world.clock.time += 3_600
    OURS.error("Update 50 cannot be read")
    assert await alarms_in_the_chat(world) == ["Update 0 cannot be read", "Update 50 cannot be read"]
    assert "49 more" in world.transport.shown[-1].text


@pytest.mark.usefixtures("alarms")
async def test_an_error_in_another_chat_is_of_the_same_kind(world: World) -> None:
    for pseudonym in ("8eca271223e0", "0123456789ab"):
        OURS.error("A card for chat %s", pseudonym)

    assert await alarms_in_the_chat(world) == ["A card for chat 8eca271223e0"]


@pytest.mark.usefixtures("alarms")
async def test_each_kind_is_told(world: World) -> None:
    OURS.error("The disk is full")
    OURS.warning("No updates")
    OURS.critical("The disk is on fire")

    assert await alarms_in_the_chat(world) == ["The disk is full", "The disk is on fire"]


@pytest.mark.usefixtures("alarms")
async def test_neither_traces_nor_tokens_nor_other_libraries_words_are_told(world: World) -> None:
    OURS.error("Failed: %s\nFile wallaby", f"https://x/bot{TOKEN}/getMe")
    logging.getLogger("asyncio").error("Task exception: wallaby")

    assert await alarms_in_the_chat(world) == [
        "Failed: https://x/bot[token]/getMe",
        "asyncio reports an error; the log says more",
    ]


@pytest.mark.usefixtures("alarms")
async def test_a_handler_that_fails_is_told_about_without_the_members_words(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: object, question: str, **_: object) -> None:
        raise ValueError(f"cannot search for {question}")

    monkeypatch.setattr(type(world.live.current), "answer", fail)
    await world.says(ANNA, "/ask wallaby", GROUP)

    (alarm,) = await alarms_in_the_chat(world)
    assert "failed: ValueError" in alarm
    assert "wallaby" not in alarm


async def test_an_alarm_that_cannot_be_sent_is_no_alarm(world: World, alarms: Alarms) -> None:
    del world.transport.chats[STAFF]
    OURS.error("The disk is full")

    assert await alarms_in_the_chat(world) == []
    assert alarms.errors == 1


async def test_a_thread_may_raise_an_alarm(world: World, alarms: Alarms) -> None:
    await asyncio.to_thread(OURS.error, "The disk is full")

    assert await alarms_in_the_chat(world) == ["The disk is full"]
    assert alarms.errors == 1


async def test_no_more_alarms_wait_than_one_can_read_and_the_rest_may_come_again(world: World) -> None:
    assert world.bot
    alarms = Alarms(Redacting(TOKEN).redacted, world.clock.clock)
    kinds = ["x" * number for number in range(1, MOST_WAITING + 6)]
    logging.getLogger().addHandler(alarms)
    for kind in kinds:
        OURS.error("The file %s is bad", kind)
    await asyncio.sleep(0)
    telling = asyncio.create_task(alarms.tell(world.bot.services.outbox, world.bot.services.settings, STAFF))
    await world.transport.has_shown(MOST_WAITING)
    OURS.error("The file %s is bad", kinds[-1])
    await world.transport.has_shown(MOST_WAITING + 1)
    lines = await alarms_in_the_chat(world)
    logging.getLogger().removeHandler(alarms)
    telling.cancel()

    assert lines == [f"The file {kind} is bad" for kind in (*kinds[:MOST_WAITING], kinds[-1])]


async def test_kinds_are_forgotten_in_the_end(world: World, alarms: Alarms) -> None:
    for number in range(2 * MOST_KINDS):
        OURS.error("The file %s is bad", "x" * number)
        await asyncio.sleep(0)
    await alarms_in_the_chat(world)

    assert len(alarms._sent) <= MOST_KINDS
