"""Whole processes against a Bot API on loopback: a question comes in, its answer goes out, no token does."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.store import DATABASE
from tests import HANG
from tests.chat.http_server import serving
from tests.chat.transport import TOKEN
from tests.chat.world import ANNA, World
from tests.programs import Program, Streams, forked

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

PROJECT = Path(__file__).parent.parent.parent
SECRET = TOKEN.split(":")[1]
WRITTEN = "written"  # the file of standard output and error
STARTED: list[Program] = []


@pytest.fixture
async def address(quiet_world: World) -> AsyncIterator[str]:
    async with serving(quiet_world.transport) as api_address:
        yield api_address


async def started(world: World, address: str, **settings: str) -> Program:
    folder = world.config.knowledge.parent
    environ = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(PROJECT),
        "BOT_API_URL": address,
        "BOT_TOKEN": TOKEN,
        "KNOWLEDGE": str(world.config.knowledge),
        "DATA_DIR": str(world.config.data_dir),
        "LOG_LEVEL": "DEBUG",
    }
    streams = Streams(folder / WRITTEN, folder / WRITTEN)
    program = Program(forked("bot", folder=folder, environment=environ | settings, streams=streams))
    STARTED.append(program)
    return program


@pytest.fixture(autouse=True)
async def _none_outlives_its_test() -> AsyncIterator[None]:
    yield
    while STARTED:
        program = STARTED.pop()
        program.send_signal(signal.SIGKILL)
        await program.wait()


async def ended(program: Program, world: World) -> tuple[int, str]:
    """The exit status, and all that was written."""
    return await asyncio.wait_for(program.wait(), HANG), written_by(world)


def written_by(world: World) -> str:
    """What the bot of a world has written by now."""
    path = world.config.knowledge.with_name(WRITTEN)
    return path.read_text(encoding="utf-8") if path.exists() else ""


async def answers(world: World, number: int) -> None:
    async with asyncio.timeout(HANG):
        await world.transport.has_shown(number)


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
async def test_a_process_answers_until_it_is_told_to_stop(
    quiet_world: World, address: str, end: signal.Signals
) -> None:
    process = await started(quiet_world, address)
    texts = ["when did the company move to Tokyo?", "who opened the Oslo library?", "/help"]
    for number, text in enumerate(texts):
        quiet_world.transport.brings({"update_id": number, "message": quiet_world.message(ANNA, text)})
    await answers(quiet_world, 3)
    process.send_signal(end)
    status, written = await ended(process, quiet_world)

    assert status == 0
    assert [message.bold[0] for message in quiet_world.transport.shown] == [
        "October 2017",
        "March 1998",
        "How to ask",
    ]
    assert quiet_world.transport.waiting == []  # confirmed, so that nothing is answered twice
    assert "/bot[token]/sendMessage" in written  # the lines in which the token would stand are there
    assert SECRET not in written
    assert "Traceback" not in written


async def test_nothing_a_member_wrote_is_in_the_log_above_debug(quiet_world: World, address: str) -> None:
    process = await started(quiet_world, address, LOG_LEVEL="INFO")
    for number, text in enumerate(["wallaby", "/ask wallaby", "/wallaby"]):
        quiet_world.transport.brings({"update_id": number, "message": quiet_world.message(ANNA, text)})
    quiet_world.transport.brings({"update_id": 3, "message": {"text": "wallaby"}})
    await answers(quiet_world, 3)
    process.send_signal(signal.SIGTERM)
    status, written = await ended(process, quiet_world)

    assert status == 0
    assert "This is @HistoryBot; privacy mode is on" in written
    assert "Update 3 cannot be read" in written
    assert "wallaby" not in written
    assert "HTTP Request" not in written


async def test_a_wrong_token_ends_with_one_line(quiet_world: World, address: str) -> None:
    wrong = "987654321:" + SECRET[::-1]
    status, written = await ended(
        await started(quiet_world, address, BOT_TOKEN=wrong, LOG_LEVEL="INFO"), quiet_world
    )

    assert status == 2
    assert written.strip().splitlines() == [
        "BOT_TOKEN was rejected by Telegram: copy it from @BotFather again (/mybots, API Token)"
    ]


async def test_a_wrong_token_is_not_shown_at_debug_either(quiet_world: World, address: str) -> None:
    wrong = "987654321:" + SECRET[::-1]
    status, written = await ended(await started(quiet_world, address, BOT_TOKEN=wrong), quiet_world)

    assert status == 2
    assert "/bot[token]/getMe" in written
    assert SECRET[::-1] not in written


async def test_a_token_that_is_revoked_ends_the_process(quiet_world: World, address: str) -> None:
    process = await started(quiet_world, address, LOG_LEVEL="INFO")
    quiet_world.transport.brings({"update_id": 0, "message": quiet_world.message(ANNA, "/help")})
    await answers(quiet_world, 1)
    quiet_world.transport.is_revoked = True
    quiet_world.transport.brings({"update_id": 1, "message": quiet_world.message(ANNA, "/help")})
    status, written = await ended(process, quiet_world)

    assert status == 2
    assert "BOT_TOKEN was rejected" in written


async def test_a_database_of_another_program_ends_with_one_line(quiet_world: World) -> None:
    data = quiet_world.config.data_dir
    data.mkdir(exist_ok=True)
    with contextlib.closing(sqlite3.connect(data / DATABASE)) as connection:
        connection.execute("CREATE TABLE inbox (sender)")
    status, written = await ended(
        await started(quiet_world, "http://127.0.0.1:9", LOG_LEVEL="INFO"), quiet_world
    )

    assert status == 2
    assert (
        written.strip()
        == f"{data / DATABASE}: table inbox already exists; move the file away, or name another DATA_DIR"
    )


async def test_a_database_from_the_future_ends_with_one_line(quiet_world: World, address: str) -> None:
    data = quiet_world.config.data_dir
    data.mkdir(exist_ok=True)
    with contextlib.closing(sqlite3.connect(data / DATABASE)) as connection:
        connection.execute("PRAGMA user_version = 99")
    status, written = await ended(await started(quiet_world, address, LOG_LEVEL="INFO"), quiet_world)

    assert status == 2
    (line,) = written.strip().splitlines()
    assert line.startswith(f"{data / DATABASE}: was written by a newer version of the bot")


async def test_it_waits_for_a_telegram_that_cannot_be_reached_and_stops_while_it_waits(
    quiet_world: World,
) -> None:
    process = await started(quiet_world, "http://127.0.0.1:9", LOG_LEVEL="INFO")
    async with asyncio.timeout(HANG):
        while "\n" not in written_by(quiet_world):  # noqa: ASYNC110 - files tell nobody
            await asyncio.sleep(0.01)
    process.send_signal(signal.SIGTERM)
    status, written = await ended(process, quiet_world)

    assert "No connection (NetworkError" in written.splitlines()[0]
    assert status == 0
