"""The bot is killed or told to stop with questions waiting, or there are two of it."""

from __future__ import annotations

import asyncio
import contextlib
import random
import signal
import sqlite3
import time
from typing import TYPE_CHECKING

from bot.store import DATABASE
from tests.faults.scene import LONGEST, scene
from tests.server.misbehaviour import ScriptRow, Waits, bad_gateway
from tests.server.processes import BotProcess

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.faults.finding import Finding
    from tests.faults.scene import Scene

LONGEST_LIFE = 2.0  # seconds until it is killed again
AT_WORK = 16  # questions that a bot answers side by side
SOON = 10.0  # seconds within which it ends when it is told to
SLOW = 0.05  # seconds that Telegram takes for a message, as it does in life


async def findings(kills: int, waiting: int) -> AsyncIterator[Finding]:
    yield await killed(kills, waiting)
    yield await stopped(500, SLOW)
    yield await stopped(500, 10 * SLOW)
    yield await two_of_it()
    yield await telegram_down_at_the_start()


async def killed(times: int, waiting: int, longest_life: float = LONGEST_LIFE) -> Finding:
    """SIGKILL at a random moment, again and again, with so many questions waiting each time.

    What arrived and was not noted yet is said again: as a rule that is one message, for all that are at work
    the machine has to be slow.
    """
    chance = random.Random(5)
    async with scene(groups=0) as here:
        here.server.misbehaves(ScriptRow("sendMessage", Waits(SLOW)))
        came_back = []
        for _ in range(times):
            here.quiz.ask(waiting - here.quiz.unanswered)
            await asyncio.sleep(chance.random() * longest_life)
            came_back.append(await here.bot.restart())
        await here.quiz.settles(within=waiting / 20 + LONGEST)
        tally, kept = here.quiz.tally(), await left_in_the_inbox(here)
        is_right = tally.lost == tally.wrong == kept == 0 and tally.doubled <= times * AT_WORK
        remark = (
            f"{times} kills; polls again after {max(came_back):.1f} s at most; {kept} updates left undone"
        )
        name = f"`kill -9` {times} times with {waiting:,} questions waiting"
        return here.finding(name, None, remark, is_right=is_right, is_in_time=tally.doubled <= times)


async def left_in_the_inbox(here: Scene) -> int:
    """Stops the bot; updates that its database holds as not done, after SQLite found the file sound."""
    here.bot.send(signal.SIGTERM)
    await here.bot.ends()
    with contextlib.closing(sqlite3.connect(here.folder / "data" / DATABASE)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (left,) = database.execute("SELECT count(*) FROM inbox WHERE raw IS NOT NULL").fetchone()
        return int(left)


async def _until_answers(here: Scene, number: int) -> None:
    async with asyncio.timeout(LONGEST):
        while here.quiz.answers < number:  # noqa: ASYNC110 - the count is too dear to take at every event
            await asyncio.sleep(0.01)


async def stopped(waiting: int, slow: float) -> Finding:
    """SIGTERM with questions waiting; then it is started again."""
    async with scene(groups=0) as here:
        await here.warm_up()
        here.server.misbehaves(ScriptRow("sendMessage", Waits(slow)))
        here.quiz.ask(waiting)
        await _until_answers(here, 5)
        began = time.monotonic()
        here.bot.send(signal.SIGTERM)
        status = await here.bot.ends(LONGEST)
        seconds, before = time.monotonic() - began, here.quiz.tally().answered
        await here.bot.restart()
        await here.quiz.settles()
        is_right = status == 0 and here.quiz.tally().is_perfect
        remark = (
            f"exit {status} after {seconds:.1f} s, {before} answered by then, the others when started again"
        )
        name = f"SIGTERM with {waiting} waiting, {slow * 1000:.0f} ms a message"
        return here.finding(name, None, remark, is_right=is_right, is_in_time=seconds <= SOON)


async def two_of_it() -> Finding:
    """A second bot with the same token and data folder."""
    async with scene(groups=0) as here:
        await here.warm_up()
        other = BotProcess(here.server, here.folder, LOG_LEVEL="INFO")
        await other.start()
        status = await other.ends()
        here.quiz.ask(5)
        await here.quiz.settles()
        is_right = status == 2 and here.quiz.tally().is_perfect
        return here.finding(
            "a second bot on the same data folder", None, f"it ends: {status}", is_right=is_right
        )


async def telegram_down_at_the_start() -> Finding:
    """Each method answers 502 twice at the start; the seconds are those until it polled."""
    async with scene() as here:
        await here.bot.kill()
        methods = ("getMe", "deleteWebhook", "setMyCommands")
        here.server.misbehaves(*(ScriptRow(method, bad_gateway(), times=2) for method in methods))
        await here.bot.start()
        seconds = await here.bot.polls(LONGEST)
        here.quiz.ask(5)
        await here.quiz.settles()
        return here.finding("502 twice for each call at the start", seconds)
