"""The bot is killed or told to stop with questions waiting, or there are two of it."""

from __future__ import annotations

import asyncio
import random
import signal
import time
from typing import TYPE_CHECKING

from tests.server.faults.scene import scene
from tests.server.misbehaviour import Row, Waits, bad_gateway
from tests.server.processes import BotProcess

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.server.faults.scene import Finding, Scene

SLOW = 0.05  # seconds that Telegram takes for a message, as it does in life


async def findings(kills: int, waiting: int) -> AsyncIterator[Finding]:
    yield await killed(kills, waiting)
    yield await stopped(500, SLOW)
    yield await stopped(500, 10 * SLOW)
    yield await two_of_it()
    yield await telegram_down_at_the_start()


async def killed(times: int, waiting: int) -> Finding:
    """SIGKILL after a random number of answers, again and again; then what has come of all questions."""
    chance = random.Random(5)
    async with scene() as here:
        here.server.misbehaves(Row("sendMessage", Waits(SLOW)))
        came_back = []
        for _ in range(times):
            here.quiz.ask(waiting)
            goal = here.quiz.answers + chance.randrange(waiting // 10, waiting)
            await _until_answers(here, goal)
            came_back.append(await here.bot.restart())
            await here.quiz.settles(quiet=3)
        remark = f"{times} kills, {waiting} waiting at each; polls again after {max(came_back):.1f} s"
        return here.finding("kill -9", max(came_back), remark)


async def _until_answers(here: Scene, number: int) -> None:
    async with asyncio.timeout(60):
        while here.quiz.answers < number:  # noqa: ASYNC110 - the count is too dear to take at every event
            await asyncio.sleep(0.01)


async def stopped(waiting: int, slow: float) -> Finding:
    """SIGTERM with questions waiting; the seconds are those until it ended; then it is started again."""
    async with scene() as here:
        await here.warm_up()
        here.server.misbehaves(Row("sendMessage", Waits(slow)))
        here.quiz.ask(waiting)
        await _until_answers(here, 5)
        began = time.monotonic()
        here.bot.send(signal.SIGTERM)
        status = await here.bot.ends(120)
        seconds = time.monotonic() - began
        before = here.quiz.tally().answered
        await here.bot.restart()
        await here.quiz.settles(quiet=3)
        remark = f"exit {status}; {before} answered by then; Telegram takes {slow * 1000:.0f} ms a message"
        return here.finding(f"SIGTERM with {waiting} waiting", seconds, remark)


async def two_of_it() -> Finding:
    """A second bot with the same token and data folder."""
    async with scene() as here:
        await here.warm_up()
        async with BotProcess(here.server, here.folder, LOG_LEVEL="INFO") as other:
            for _ in range(10):
                here.quiz.ask(5)
                await asyncio.sleep(1)
            await here.quiz.settles(quiet=35)
            conflicts = sum(one.status == 409 for one in here.server.calls_of("getUpdates"))
            ended = [one.exit for one in (here.bot, other)]
        return here.finding("two with one token, 10 s", None, f"{conflicts} times 409; exits: {ended}")


async def telegram_down_at_the_start() -> Finding:
    """Each method answers 502 twice at the start; the seconds are those until it polled."""
    async with scene() as here:
        await here.bot.kill()
        methods = ("getMe", "deleteWebhook", "setMyCommands")
        here.server.misbehaves(*(Row(method, bad_gateway(), times=2) for method in methods))
        await here.bot.start()
        seconds = await here.bot.polls(100)
        here.quiz.ask(5)
        await here.quiz.settles()
        return here.finding("502 twice for each call at the start", seconds)
