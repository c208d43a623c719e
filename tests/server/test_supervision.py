"""Whole bots in which something in the background fails: it is heard of, and the next start goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.cli.exit_status import START_AGAIN
from tests.server.failing_bot import FAULT, FAULTS
from tests.server.processes import BotProcess
from tests.server.quiz import FACTS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.server import BotApiServer
    from tests.server.world import TelegramWorld


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_task_that_fails_ends_the_bot_to_be_started_again(
    server: BotApiServer, world: TelegramWorld, folder: Path, fault: str
) -> None:
    staff = world.supergroup(world.person("Ada"))
    question = world.says(world.person("Anna"), FACTS[3].question)
    settings = {FAULT: fault, "ADMIN_CHAT": str(staff.id), "LOG_LEVEL": "INFO", "WATCHDOG_SECONDS": "45"}
    bot = BotProcess(server, folder, None, "tests.server.failing_bot", **settings)
    await bot.start()

    assert await bot.ends() == START_AGAIN
    (line,) = [line for line in bot.log.splitlines() if " CRITICAL " in line]
    assert "to be started again" in line
    assert "TypeError" in line
    assert "wallaby" not in bot.log
    alarms = [message["text"] for message in staff.replies[None]]
    assert [line.partition(": ")[2] in text for text in alarms] == [True] * (
        fault != "alarms"
    )  # which nobody is left to send

    await bot.start()
    answer = await world.answer_to(question)
    await bot.kill()
    assert FACTS[3].date in answer["text"]
