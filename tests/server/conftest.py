"""A server, and the two ways in which tests talk to it: plain HTTP, and python-telegram-bot's Bot."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import httpx
import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from tests import HANG
from tests.server.processes import BotProcess
from tests.server.quiz import write_knowledge
from tests.server.server import BotApiServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.server.world import TelegramWorld


os.environ.setdefault("PTB_TIMEDELTA", "true")  # as bot.cli.serve does


@pytest.fixture
async def server() -> AsyncIterator[BotApiServer]:
    async with BotApiServer() as running:
        yield running


@pytest.fixture
def world(server: BotApiServer) -> TelegramWorld:
    return server.world


@pytest.fixture
async def client(server: BotApiServer) -> AsyncIterator[httpx.AsyncClient]:
    address = f"{server.url}/bot{server.world.token}/"
    async with httpx.AsyncClient(base_url=address, timeout=HANG, verify=False) as client:
        yield client


@pytest.fixture
async def bot(server: BotApiServer) -> AsyncIterator[Bot]:
    wires = [  # certificates load slowly
        HTTPXRequest(read_timeout=HANG, connect_timeout=HANG, httpx_kwargs={"verify": False})
        for _ in range(2)
    ]
    address = server.url
    async with Bot(
        server.world.token, f"{address}/bot", f"{address}/file/bot", wires[0], wires[1]
    ) as running:
        yield running


@pytest.fixture
def started_by_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bots load what they need by themselves."""
    monkeypatch.setattr(BotProcess, "is_forked", False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a bot process lives; the harbours of the quiz are its knowledge."""
    write_knowledge(tmp_path / "knowledge")
    return tmp_path
