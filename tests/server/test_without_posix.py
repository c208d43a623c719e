"""Whole bots that lack what Windows lacks: they start, answer, reload, and share no data folder."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.building.dry_run import BuildOrder
from bot.library import open_library
from tests import HANG
from tests.server.processes import PROJECT, BotProcess
from tests.server.quiz import FACTS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.server import BotApiServer
    from tests.server.world import TelegramWorld

MODULE = "tests.without_posix"


@pytest.mark.usefixtures("started_by_python")
async def test_a_bot_answers_and_reloads(server: BotApiServer, world: TelegramWorld, folder: Path) -> None:
    ada = world.person("Ada")
    async with BotProcess(server, folder, None, MODULE, ADMINS=str(ada.id)) as bot:
        answer = await world.answer_to(world.says(ada, FACTS[3].question))
        (folder / "knowledge" / "bridge.txt").write_text("Bridges\n\nThe bridge was opened in May 1931.\n")
        reload = world.says(ada, "/reload")
        await world.until(
            lambda: "bridge.txt" in str([answer["text"] for answer in world.answers_to(reload)])
        )

        assert FACTS[3].date in answer["text"]
        assert bot.is_alive
        second = BotProcess(server, folder, None, MODULE, LOG_LEVEL="INFO")
        await second.start()
        assert await second.ends() == 2
        assert f"(process {bot.pid})" in second.log


def test_a_library_is_built(folder: Path) -> None:
    program = [sys.executable, "-m", MODULE, "bot.building.build_process"]
    order = BuildOrder(folder / "knowledge", folder / "library", folder / "library")
    command = [*program, str(order.folder), "1", pickle.dumps(order).hex()]
    with subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as builder:
        assert builder.wait(HANG) == 0  # its standard input is open until then, as its parent lives

    assert len(open_library(folder / "library").passages) == len(FACTS)
