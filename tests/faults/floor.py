"""What an answer costs over python-telegram-bot's own floor, side by side; commits to SQLite told apart."""

from __future__ import annotations

import asyncio
import contextlib
import os
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING

from tests.faults.finding import Finding
from tests.server.processes import BotProcess
from tests.server.quiz import FACTS, write_knowledge
from tests.server.server import BotApiServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

MOST = 0.003  # seconds over the floor
APART = 0.06  # seconds between two questions: of what comes at once one message is out at a time, by design
ROUND = 20  # questions to one bot, then to the next
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class MeasuredBot:
    """A bot, and the seconds from each question to its answer."""

    name: str
    server: BotApiServer
    bot: BotProcess
    waits: list[float] = field(default_factory=list)
    work: float = 0.0  # seconds of the processor

    async def ask(self, number: int) -> None:
        began = self._processor()
        for question_number in range(number):
            person = self.server.world.person("Anna")
            asked = time.monotonic()
            question = self.server.world.says(person, FACTS[question_number % len(FACTS)].question)
            await self.server.world.answer_to(question)
            self.waits.append(self.server.calls_of("sendMessage")[-1].at - asked)
            await asyncio.sleep(APART)
        self.work += self._processor() - began

    def _processor(self) -> float:
        """Seconds of the processor that the process has used."""
        fields = Path(f"/proc/{self.bot.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    @property
    def figures(self) -> str:
        work = 1e3 * self.work / len(self.waits)
        return f"{self.name} {1e3 * self.typical:.1f} ms ({work:.1f} ms of the processor)"

    @property
    def typical(self) -> float:
        """Seconds that nine in ten answers exceed: what it costs while the machine does nothing else."""
        return quantiles(self.waits, n=10)[0]


async def findings(rounds: int) -> AsyncIterator[Finding]:
    yield await measured(rounds)


async def measured(rounds: int) -> Finding:
    """Answers of three bots by turns: the least there is, ours without a database, ours."""
    async with contextlib.AsyncExitStack() as stack:
        bots = (
            await begun(stack, "python-telegram-bot alone", "tests.faults.plain_bot"),
            await begun(stack, "ours without a database", "tests.faults.forgetful_bot"),
            await begun(stack, "ours", "bot"),
        )
        for bot in bots:
            await bot.ask(ROUND)
            bot.waits.clear()
            bot.work = 0.0
        for _ in range(rounds):
            for bot in bots:
                await bot.ask(ROUND)
    plain, forgetful, ours = (bot.typical for bot in bots)
    figures = (
        f"{1e3 * (forgetful - plain):+.1f} ms, and {1e3 * (ours - forgetful):+.1f} ms for SQLite; "
        f"first decile of {len(bots[0].waits)} each: {', '.join(bot.figures for bot in bots)}"
    )
    name = "an answer, over python-telegram-bot's own floor"
    return Finding(name, True, figures, is_in_time=forgetful - plain <= MOST)


async def begun(stack: contextlib.AsyncExitStack, name: str, module: str) -> MeasuredBot:
    """A bot at a server of its own."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    write_knowledge(folder / "knowledge")
    server = await stack.enter_async_context(BotApiServer())
    bot = BotProcess(server, folder, None, module, LOG_LEVEL="INFO")
    return MeasuredBot(name, server, await stack.enter_async_context(bot))
