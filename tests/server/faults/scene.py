"""A server, a bot at work and a quiz; and what came of a fault."""

from __future__ import annotations

import asyncio
import contextlib
import math
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from tests.server.processes import BotProcess
from tests.server.quiz import TOWNS, Quiz, write_knowledge
from tests.server.server import BotApiServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.server.quiz import Tally
    from tests.server.world import World

LONGEST = 100.0  # seconds that anything may take


@dataclass(frozen=True, slots=True)
class Finding:
    """A row of the table."""

    fault: str
    tally: Tally
    seconds: float | None  # until the first answer after the fault, unless said otherwise; inf: never came
    exit: int | None  # the status that the bot ended with by itself, None when it lived on
    remark: str = ""

    HEAD: ClassVar[str] = (
        "| fault | asked | answered | lost | doubled | wrong | seconds | process | remark |\n"
        "|---|---|---|---|---|---|---|---|---|"
    )

    def __str__(self) -> str:
        tally = self.tally
        cells = (
            self.fault, tally.asked, tally.answered, tally.lost, tally.doubled, tally.wrong,
            "" if self.seconds is None else "never" if self.seconds == math.inf else f"{self.seconds:.1f}",
            "lives on" if self.exit is None else f"exit {self.exit}", self.remark,
        )  # fmt: skip
        return f"| {' | '.join(str(one) for one in cells)} |"


@dataclass
class Leaks:
    """Lines that bots wrote, those with the token in them, and those above DEBUG with members' words."""

    lines: int = 0
    token: int = 0
    words: int = 0

    def look_in(self, log: str, token: str) -> None:
        secret = token.split(":")[1]
        for line in log.splitlines():
            self.lines += 1
            self.token += secret in line
            self.words += " DEBUG " not in line and any(town in line for town in TOWNS)


@dataclass
class Scene:
    """What an experiment works with."""

    server: BotApiServer
    bot: BotProcess
    quiz: Quiz
    folder: Path
    leaks: ClassVar[Leaks] = Leaks()

    @property
    def world(self) -> World:
        return self.server.world

    async def warm_up(self) -> None:
        """One question and its answer, which do not count."""
        warm = Quiz(self.world, groups=1)
        warm.ask()
        await warm.settles()

    async def back(self, within: float = LONGEST) -> float:
        """Seconds until the next answer to the quiz; inf when there is none, or the bot has ended."""
        began, before = time.monotonic(), self.quiz.answers
        while self.bot.is_alive and time.monotonic() < began + within:
            await asyncio.sleep(0.02)
            if self.quiz.answers > before:
                return time.monotonic() - began
        return math.inf

    def finding(self, fault: str, seconds: float | None, remark: str = "") -> Finding:
        return Finding(fault, self.quiz.tally(), seconds, self.bot.exit, remark)


@contextlib.asynccontextmanager
async def scene(groups: int = 5, log_level: str = "INFO") -> AsyncIterator[Scene]:
    """A bot that polls already; at the end its log is searched for what must not be there."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_knowledge(folder / "knowledge")
        async with BotApiServer() as server:
            bot = BotProcess(server, folder, LOG_LEVEL=log_level)
            try:
                async with bot:
                    yield Scene(server, bot, Quiz(server.world, groups), folder)
            finally:
                Scene.leaks.look_in(bot.log, server.world.token)
