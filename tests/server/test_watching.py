"""Whole bots that look after themselves: two of one kind, and how they are, over HTTP."""

from __future__ import annotations

import asyncio
import signal
import socket
import tempfile
from typing import TYPE_CHECKING

import httpx

from tests import HANG
from tests.ports import free_port
from tests.server.misbehaviour import ScriptRow, conflict
from tests.server.processes import BotProcess
from tests.server.quiz import Quiz, write_knowledge

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.server import BotApiServer
    from tests.server.world import TelegramWorld


async def test_a_second_bot_on_the_same_data_ends_with_one_line(server: BotApiServer, folder: Path) -> None:
    async with BotProcess(server, folder) as bot:
        second = BotProcess(server, folder, LOG_LEVEL="INFO")
        await second.start()

        assert await second.ends() == 2
        (line,) = second.log.splitlines()
        assert "another bot is running with this data folder" in line
        assert bot.is_alive


async def test_of_two_bots_with_one_token_one_ends_and_one_answers(
    server: BotApiServer, tmp_path: Path
) -> None:
    folders = [tmp_path / name for name in ("first", "second")]
    for folder in folders:
        write_knowledge(folder / "knowledge")
    first, second = (BotProcess(server, folder, LOG_LEVEL="INFO") for folder in folders)
    async with first, second:
        is_first = await one_ended(first, second)
        loser, winner = (first, second) if is_first else (second, first)
        quiz = Quiz(server.world)
        quiz.ask(3)
        await quiz.settles()

        assert (loser.exit, winner.exit) == (2, None)
        assert "Another program asks Telegram for this bot's updates (409" in loser.log.splitlines()[-1]
        assert quiz.tally().is_perfect


async def one_ended(first: BotProcess, second: BotProcess) -> bool:
    """Waits until one of two has ended; whether it was the first."""
    ends = [asyncio.create_task(process.ends()) for process in (first, second)]
    await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    for end in ends:
        end.cancel()
    return not first.is_alive


async def test_two_conflicts_are_a_restart_that_overlaps(server: BotApiServer, folder: Path) -> None:
    quiz = Quiz(server.world)
    server.misbehaves(ScriptRow("getUpdates", conflict(), times=2))
    async with BotProcess(server, folder) as bot:
        quiz.ask(3)
        await quiz.settles()

        assert bot.is_alive
    assert quiz.tally().is_perfect


async def test_how_a_bot_is_can_be_asked(server: BotApiServer, folder: Path) -> None:
    quiz = Quiz(server.world)
    with free_port() as port:
        address = f"http://127.0.0.1:{port}"
        async with (
            BotProcess(server, folder, HEALTH_PORT=str(port)),
            httpx.AsyncClient(base_url=address, timeout=HANG, trust_env=False) as client,
        ):
            quiz.ask(3)
            await quiz.settles()
            health = await client.get("/healthz")
            metrics = await metrics_with(
                client, 'history_bot_messages_total{outcome="sent"} 3.0', "history_bot_waiting 0.0"
            )

    assert (health.status_code, health.json()["status"]) == (200, "ok")
    assert "history_bot_passages 20.0" in metrics


async def metrics_with(client: httpx.AsyncClient, *lines: str) -> str:
    """All that is measured, as soon as it holds some lines: who has an answer is a little ahead of them."""
    text = ""
    async with asyncio.timeout(HANG):
        while not all(line in text for line in lines):
            await asyncio.sleep(0.05)
            text = (await client.get("/metrics")).text
    return text


async def test_systemd_hears_that_a_bot_is_ready_lives_and_stops(server: BotApiServer, folder: Path) -> None:
    with (
        tempfile.TemporaryDirectory() as place,  # a socket's path has hundred characters at the most
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd,
    ):
        systemd.bind(f"{place}/notify")
        systemd.setblocking(False)
        service = {"NOTIFY_SOCKET": f"{place}/notify", "WATCHDOG_USEC": "300000"}
        async with BotProcess(server, folder, None, **service) as bot:
            messages = ""
            while "WATCHDOG=1" not in messages:
                messages += await next_of(systemd)
            bot.send(signal.SIGTERM)
            assert await bot.ends() == 0
            while "STOPPING=1" not in messages:
                messages += await next_of(systemd)

    assert messages.startswith("READY=1")


async def next_of(systemd: socket.socket) -> str:
    async with asyncio.timeout(HANG):
        return (await asyncio.get_running_loop().sock_recv(systemd, 100)).decode()


async def test_an_error_reaches_the_admins_chat(
    server: BotApiServer, world: TelegramWorld, folder: Path
) -> None:
    staff = world.supergroup(world.person("Ada"))
    async with BotProcess(server, folder, ADMIN_CHAT=str(staff.id)) as bot:
        bot.expects_errors = True
        for _ in range(5):
            world.brings({"message": {"text": "wallaby"}})
        await world.until(lambda: bool(staff.replies[None]))

    (alarm,) = staff.replies[None]
    assert "cannot be read" in alarm["text"]
    assert "wallaby" not in alarm["text"]
