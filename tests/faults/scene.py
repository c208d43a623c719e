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

from tests import HANG
from tests.faults.finding import BACK, Finding, seconds_text, tally_text
from tests.server.processes import BotProcess
from tests.server.quiz import TOWNS, Quiz, write_knowledge
from tests.server.server import BotApiServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from tests.server.people import Json
    from tests.server.world import TelegramWorld

LONGEST = HANG  # seconds that anything may take


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
        for message in messages:
            self.lines += 1
            self.token += token.split(":")[1] in str(message)
            self.words += any(town in str(message) for town in TOWNS)

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
    def world(self) -> TelegramWorld:
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
        self,
        fault: str,
        seconds: float | None = None,
        remark: str = "",
        *,
        is_right: bool | None = None,
        is_in_time: bool = True,
    ) -> Finding:
        """A row; without a judgement it is right when all was answered, once, and the bot is at work."""
        tally = self.quiz.tally()
        if is_right is None:
            is_right = tally.is_perfect and self.bot.is_alive
        figures = [tally_text(tally)]
        if seconds is not None:
            is_in_time &= seconds <= BACK
            figures.append(f"back after {seconds_text(seconds)}")
        if self.bot.exit is not None:
            figures.append(f"exit {self.bot.exit}")
        return Finding(fault, is_right, "; ".join([*figures, *([remark] if remark else [])]), is_in_time)


@contextlib.asynccontextmanager
async def scene(
    groups: int = 5, log_level: str = "INFO", *, polls: bool = True, **settings: str
) -> AsyncIterator[Scene]:
    """A bot that `polls`, or is to be started; at the end its log is searched for what must not be there."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_knowledge(folder / "knowledge")
        async with BotApiServer() as server:
            bot = BotProcess(server, folder, None, LOG_LEVEL=log_level, **settings)
            try:
                if polls:
                    await bot.restart()
                yield Scene(server, bot, Quiz(server.world, groups), folder)
            finally:
                await bot.kill()
                Scene.leaks.look_in(folder, bot.log, server.world.token)
                Scene.leaks.look_at(_messages_to_admins(server.world, bot), server.world.token)


def _messages_to_admins(world: TelegramWorld, bot: BotProcess) -> list[Json]:
    staff = world.rooms.get(int(bot.settings.get("ADMIN_CHAT", "0")))
    return [message for messages in staff.replies.values() for message in messages] if staff else []
