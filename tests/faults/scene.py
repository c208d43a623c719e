"""A server, a bot at work and a quiz."""

from __future__ import annotations

import asyncio
import contextlib
import math
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from tests.faults.finding import BACK, Finding, said_seconds, said_tally
from tests.server.processes import BotProcess
from tests.server.quiz import TOWNS, Quiz, write_knowledge
from tests.server.server import BotApiServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from tests.server.people import Json
    from tests.server.world import World

LONGEST = 100.0  # seconds that anything may take


@dataclass
class Leaks:
    """Lines that bots wrote and files that they left, and those that hold what they must not."""

    lines: int = 0
    files: int = 0
    token: int = 0
    words: int = 0

    def look_in(self, folder: Path, log: str, token: str) -> None:
        """Members' words may stand in a log at DEBUG and, until they are answered, in the database."""
        secret = token.split(":")[1]
        for line in log.splitlines():
            self.lines += 1
            self.token += secret in line
            self.words += " DEBUG " not in line and any(town in line for town in TOWNS)
        for path in folder.rglob("*"):
            if path.is_file() and path.parent.name != "knowledge":
                self.files += 1
                self.token += secret.encode() in path.read_bytes()

    def look_at(self, messages: Iterable[Json], token: str) -> None:
        """What the admins were told."""
        for one in messages:
            self.lines += 1
            self.token += token.split(":")[1] in str(one)
            self.words += any(town in str(one) for town in TOWNS)

    def finding(self) -> Finding:
        figures = f"{self.token} with the token, {self.words} with members' words"
        name = f"{self.lines:,} lines of logs and alarms and {self.files} files of all runs searched"
        return Finding(name, not self.token + self.words, figures)


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

    def finding(
        self, fault: str, seconds: float | None = None, remark: str = "", *, is_well: bool | None = None
    ) -> Finding:
        """A row; without a judgement it is well when all was answered, once, and the bot was back in time."""
        tally = self.quiz.tally()
        if is_well is None:
            is_well = tally.is_perfect and self.bot.is_alive and (seconds is None or seconds <= BACK)
        figures = [said_tally(tally)]
        if seconds is not None:
            figures.append(f"back after {said_seconds(seconds)}")
        if self.bot.exit is not None:
            figures.append(f"exit {self.bot.exit}")
        return Finding(fault, is_well, "; ".join([*figures, *([remark] if remark else [])]))


@contextlib.asynccontextmanager
async def scene(groups: int = 5, log_level: str = "INFO", **settings: str) -> AsyncIterator[Scene]:
    """A bot that polls already; at the end its log is searched for what must not be there."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_knowledge(folder / "knowledge")
        async with BotApiServer() as server:
            bot = BotProcess(server, folder, None, LOG_LEVEL=log_level, **settings)
            try:
                async with bot:
                    yield Scene(server, bot, Quiz(server.world, groups), folder)
            finally:
                Scene.leaks.look_in(folder, bot.log, server.world.token)
                Scene.leaks.look_at(_told_to_admins(server.world, bot), server.world.token)


def _told_to_admins(world: World, bot: BotProcess) -> list[Json]:
    staff = world.rooms.get(int(bot.settings.get("ADMIN_CHAT", "0")))
    return [one for messages in staff.replies.values() for one in messages] if staff else []
