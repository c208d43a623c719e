"""Whole bots whose clock on the wall is wrong, or is set meanwhile: time at Telegram is what counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.server.processes import PROJECT, BotProcess
from tests.server.quiz import FACTS, Quiz

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.server import BotApiServer
    from tests.server.world import TelegramWorld

pytestmark = pytest.mark.usefixtures("started_by_python")  # which looks for a sitecustomize

DAY = 86_400
CLOCK = """
import os, time
real = time.time
time.time = lambda: real() + (float(open("shift").read()) if os.path.exists("shift") else 0)
"""


@pytest.mark.parametrize(
    ("shift", "zone"), [(-DAY, "UTC"), (3_600, "Europe/Berlin"), (DAY, "Pacific/Kiritimati")]
)
async def test_a_clock_that_is_wrong_and_is_set_costs_no_answer(
    server: BotApiServer, world: TelegramWorld, folder: Path, shift: int, zone: str
) -> None:
    (folder / "sitecustomize.py").write_text(CLOCK, encoding="utf-8")
    (folder / "shift").write_text(str(shift), encoding="utf-8")
    quiz = Quiz(world)
    async with BotProcess(server, folder, PYTHONPATH=f"{folder}:{PROJECT}", TZ=zone) as bot:
        quiz.ask(6)
        await quiz.settles()
        (folder / "shift").write_text(str(-shift), encoding="utf-8")
        quiz.ask(6)
        await quiz.settles()

        assert quiz.tally().is_perfect
        assert bot.is_alive


async def test_a_clock_that_jumps_lets_nobody_ask_more(
    server: BotApiServer, world: TelegramWorld, folder: Path
) -> None:
    (folder / "sitecustomize.py").write_text(CLOCK, encoding="utf-8")
    anna = world.person("Anna")
    async with BotProcess(server, folder, PYTHONPATH=f"{folder}:{PROJECT}"):
        rooms = [world.supergroup() for _ in range(11)]
        for room in rooms[:10]:
            await world.answer_to(world.says(anna, f"/ask {FACTS[0].question}", room))
        (folder / "shift").write_text(str(DAY), encoding="utf-8")
        written = world.says(anna, f"/ask {FACTS[0].question}", rooms[10])
        await world.answer_to(world.says(world.person("Boris"), f"/ask {FACTS[0].question}", rooms[10]))

    (line,) = world.answers_to(written)
    assert line["text"].startswith("That was a lot at once.")
