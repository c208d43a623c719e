"""A bot runs from its first word to Telegram until it is told to stop, and goes without leaving a mess."""

from __future__ import annotations

import asyncio
import contextlib
import re
from typing import TYPE_CHECKING

import pytest
from telegram.error import Conflict, NetworkError

from bot.chat.application import TelegramBot, TokenRejectedError
from bot.chat.updates.polling import TwoBotsError
from bot.store import Store
from tests.chat.transport import TOKEN
from tests.chat.world import ANNA

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.chat.transport import Json
    from tests.chat.world import World

HANG = 20  # seconds; nothing here takes more than one


@contextlib.asynccontextmanager
async def run(world: World, stop: asyncio.Event) -> AsyncIterator[tuple[TelegramBot, asyncio.Task[None]]]:
    """The bot and its run, which ends with the block or when `stop` is set."""
    async with await Store.open(world.config.data_dir) as store, asyncio.timeout(HANG):
        requests = (world.transport, world.transport)
        bot = TelegramBot(world.config, world.live, store, requests, world.clock.clock)
        async with bot.services.supervisor:
            task = asyncio.create_task(bot.run(stop))
            yield bot, task
            stop.set()
            if not task.done():
                await task


async def test_a_bot_that_is_told_to_stop_finishes_what_is_at_work(
    quiet_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop, is_sending, send = asyncio.Event(), asyncio.Event(), quiet_world.transport.on_send_message

    async def slow(parameters: Json) -> Json:
        is_sending.set()
        await asyncio.sleep(0.05)
        return send(parameters)

    monkeypatch.setattr(quiet_world.transport, "on_send_message", slow)
    quiet_world.transport.brings({"update_id": 1, "message": quiet_world.message(ANNA, "/help")})
    async with run(quiet_world, stop) as (bot, task):
        await is_sending.wait()
        assert bot.started.is_set()
        stop.set()
        await task

        assert len(quiet_world.transport.shown) == 1
        assert not bot.application.running


async def test_it_tries_again_and_again_while_telegram_cannot_be_reached(
    quiet_world: World, caplog: pytest.LogCaptureFixture
) -> None:
    began = quiet_world.clock.time
    quiet_world.transport.failing["getMe"] = [NetworkError("Bad Gateway") for _ in range(7)]
    async with run(quiet_world, asyncio.Event()) as (bot, _):
        await bot.started.wait()

    pauses = [int(pause) for pause in re.findall(r"No connection .* next try in (\d+) s", caplog.text)]
    assert pauses == [1, 2, 4, 8, 16, 30, 30]
    assert quiet_world.clock.time - began >= sum(pauses)


async def test_it_stops_at_once_while_it_tries(quiet_world: World) -> None:
    quiet_world.transport.failing["getMe"] = [NetworkError("Bad Gateway") for _ in range(100_000)]
    async with run(quiet_world, asyncio.Event()) as (bot, _):
        while len(quiet_world.calls("getMe")) < 2:  # noqa: ASYNC110 - only tests want to know
            await asyncio.sleep(0)

    assert not bot.started.is_set()
    assert not bot.application.running


@pytest.mark.parametrize("when", ["at the start", "later"])
async def test_a_token_that_telegram_does_not_know_ends_it_and_is_not_shown(
    quiet_world: World, when: str
) -> None:
    quiet_world.transport.is_revoked = when == "at the start"
    async with run(quiet_world, asyncio.Event()) as (bot, task):
        if when == "later":
            await bot.started.wait()
            quiet_world.transport.is_revoked = True
            quiet_world.transport.brings({"update_id": 1})
        with pytest.raises(TokenRejectedError) as raised:
            await task

    assert "BOT_TOKEN was rejected" in str(raised.value)
    assert TOKEN.split(":")[1] not in str(raised.value)


async def test_a_second_bot_ends_it(quiet_world: World) -> None:
    quiet_world.transport.failing["getUpdates"] = [Conflict("terminated by other") for _ in range(3)]
    async with run(quiet_world, asyncio.Event()) as (_, task):
        with pytest.raises(TwoBotsError):
            await task


async def test_what_nobody_foresaw_in_taking_in_is_reported_and_waits_for_the_stop(
    quiet_world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with run(quiet_world, asyncio.Event()) as (bot, task):
        await bot.started.wait()

        async def fails(**_: object) -> None:
            raise RuntimeError("wallaby")

        monkeypatch.setattr(type(bot.application.bot), "raw_updates", fails)
        quiet_world.transport.brings({"update_id": 1})
        await bot.services.supervisor.failed.wait()
        assert not task.done()

    assert "its taking in of updates failed (" in caplog.text
    assert "wallaby" not in caplog.text
