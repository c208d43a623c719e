"""Whole bots that updates are posted to: the same inbox, and nobody let in without the secret."""

from __future__ import annotations

import json
import signal
import sqlite3
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from bot.chat.updates.webhook import SECRET_HEADER, secret_for
from bot.store import DATABASE
from tests import HANG
from tests.ports import free_port
from tests.server.misbehaviour import Hangs, ScriptRow
from tests.server.processes import BotProcess
from tests.server.quiz import FACTS, Quiz

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.server.people import Json
    from tests.server.server import BotApiServer
    from tests.server.world import TelegramWorld

PATH = "/history/hook"
ADDRESS = f"https://bots.example.org{PATH}"


@pytest.fixture
async def bot(server: BotApiServer, world: TelegramWorld, folder: Path) -> AsyncIterator[BotProcess]:
    """A bot that has answered one question already."""
    with free_port() as port:
        listen = f"127.0.0.1:{port}"
        server.webhook.proxy = f"http://{listen}"
        server.webhook.pause = 0.05
        process = BotProcess(server, folder, WEBHOOK_URL=ADDRESS, WEBHOOK_LISTEN=listen, LOG_LEVEL="INFO")
        try:
            await process.start()
            await process.listens()
            await world.answer_to(world.says(world.person("Anna"), FACTS[0].question))
            yield process
        finally:
            await process.kill()


async def test_questions_that_are_posted_are_answered(world: TelegramWorld, bot: BotProcess) -> None:
    quiz = Quiz(world)
    quiz.ask(12)
    await quiz.settles()
    bot.send(signal.SIGTERM)

    assert await bot.ends() == 0
    assert quiz.tally().is_perfect
    assert world.updates.waiting == []


async def test_an_update_is_on_the_disk_before_telegram_hears_that_it_was_taken(
    server: BotApiServer, world: TelegramWorld, bot: BotProcess, folder: Path
) -> None:
    server.misbehaves(ScriptRow("sendMessage", Hangs()))
    written = world.says(world.person("Anna"), FACTS[0].question)
    await world.until(lambda: not world.updates.waiting)
    await bot.kill()

    with sqlite3.connect(folder / "data" / DATABASE) as connection:
        rows = connection.execute("SELECT number FROM inbox WHERE raw IS NOT NULL").fetchall()
    connection.close()
    assert rows == [(written.update,)]
    server.misbehaves()
    await bot.start()
    assert FACTS[0].date in (await world.answer_to(written))["text"]


async def posted(server: BotApiServer, **more: Any) -> httpx.Response:
    async with httpx.AsyncClient(base_url=server.webhook.proxy, timeout=HANG, verify=False) as client:
        asked: Json = {"method": "POST", "url": PATH, "headers": {SECRET_HEADER: server.webhook.secret}}
        return await client.request(**asked | more)


def question(number: int, world: TelegramWorld) -> bytes:
    anna = world.person("Anna")
    message: Json = {
        "message_id": 1, "date": 4_000_000_000, "from": anna.json, "chat": world.rooms[anna.id].json,
        "text": FACTS[0].question,
    }  # fmt: skip
    return json.dumps({"update_id": number, "message": message}).encode()


async def test_one_that_is_posted_twice_is_answered_once(
    server: BotApiServer, world: TelegramWorld, bot: BotProcess
) -> None:
    anyone = question(7, world)
    for _ in range(3):
        assert (await posted(server, content=anyone)).status_code == 200
    await world.until(lambda: len(server.calls_of("sendMessage")) == 2)
    await world.answer_to(world.says(world.person("Boris"), FACTS[1].question))

    assert len(server.calls_of("sendMessage")) == 3


STRANGERS: list[tuple[str, Json, int]] = [
    ("no secret", {"headers": {}}, 401),
    ("a wrong secret", {"headers": {SECRET_HEADER: "x" * 64}}, 401),
    ("a secret that is no ASCII", {"headers": {SECRET_HEADER: "é".encode()}}, 401),
    ("another path", {"url": "/history"}, 404),
    ("the path and more", {"url": PATH + "/x"}, 404),
    ("another method", {"method": "GET"}, 405),
    ("no JSON", {"content": b"<html>"}, 400),
    ("a deep nest", {"content": b"[" * 100_000}, 400),
    ("no update", {"content": b"[1]"}, 400),
    ("a number that no update has", {"content": b'{"update_id": 1e99}'}, 400),
    ("too much", {"content": b" " * 2_000_000}, 413),
]


async def test_strangers_are_not_let_in(server: BotApiServer, world: TelegramWorld, bot: BotProcess) -> None:
    for case, more, status in STRANGERS:
        content = {"content": question(8, world)} if more.get("method") != "GET" else {}
        assert (await posted(server, **(content | more))).status_code == status, case

    assert len(server.calls_of("sendMessage")) == 1
    assert "Traceback" not in bot.log


def test_the_secret_gives_no_hint_of_the_token_and_is_what_telegram_takes() -> None:
    secret = secret_for("123456789:AAHbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ")

    assert len(secret) == 64
    assert secret.isalnum()
    assert secret != secret_for("123456789:AAHbGciOiJIUzI1NiIsInR5cCI6IkpXVCK")


async def test_a_port_that_is_taken_ends_with_one_line(
    server: BotApiServer, bot: BotProcess, folder: Path
) -> None:
    listen = server.webhook.proxy.removeprefix("http://")
    data = str(folder / "other")
    second = BotProcess(server, folder, WEBHOOK_URL=ADDRESS, WEBHOOK_LISTEN=listen, DATA_DIR=data)
    await second.start()

    assert await second.ends() == 2
    assert second.log.splitlines()[-1].startswith(f"WEBHOOK_LISTEN: {listen} cannot be listened on")
    assert len(server.calls_of("setWebhook")) == 1  # of the first: nobody posts to where nobody listens


async def test_polling_again_takes_the_webhook_away(
    server: BotApiServer, world: TelegramWorld, bot: BotProcess, folder: Path
) -> None:
    await bot.kill()
    async with BotProcess(server, folder, LOG_LEVEL="INFO"):
        assert server.webhook.url == ""
        answer = await world.answer_to(world.says(world.person("Anna"), FACTS[1].question))

    assert FACTS[1].date in answer["text"]
