"""Real `python -m bot` processes: started against a server, watched, signalled, killed and started again."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tests import HANG
from tests.programs import Program, Streams, forked

if TYPE_CHECKING:
    from tests.server.server import BotApiServer

PROJECT = Path(__file__).parent.parent.parent


class BotProcess:
    """A bot in a folder of its own, with `knowledge/` and `data/` in it; killed at the end of the block.

    It may have logged no error by then, unless its test `expects_errors`. Python starts it, as it does for
    its users, unless it `is_forked`.
    """

    is_forked = False

    def __init__(
        self,
        server: BotApiServer,
        folder: Path,
        knowledge: Path | None = None,
        module: str = "bot",
        **settings: str,
    ) -> None:
        self.module = module
        self.expects_errors = False
        self.server = server
        self.folder = folder
        self.settings = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(PROJECT),
            "PYTHONUNBUFFERED": "1",
            "BOT_API_URL": server.url,
            "BOT_TOKEN": server.world.token,
            "KNOWLEDGE": str(knowledge or folder / "knowledge"),
            "DATA_DIR": str(folder / "data"),
            "LOG_LEVEL": "DEBUG",
        } | settings
        self.log_path = folder / f"bot-{id(self)}.log"  # of all its lives
        self._process: asyncio.subprocess.Process | Program | None = None
        self._began = 0.0

    async def __aenter__(self) -> Self:
        await self.start()
        await self.polls()
        return self

    async def __aexit__(self, raised: object, *_: object) -> None:
        await self.kill()
        if raised is None and not self.expects_errors:
            assert [line for line in self.log.splitlines() if " ERROR " in line] == []

    async def start(self) -> None:
        """Starts it, and does not wait for anything."""
        self._began = time.monotonic()
        self._process = self._forked() if self.is_forked else await self._started()

    def _forked(self) -> Program:
        streams = Streams(self.log_path, self.log_path)
        return Program(forked(self.module, folder=self.folder, environment=self.settings, streams=streams))

    async def _started(self) -> asyncio.subprocess.Process:
        with self.log_path.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable, "-m", self.module, cwd=self.folder, env=self.settings, stdout=log, stderr=log
            )

    async def polls(self, within: float = HANG) -> float:
        """Waits until it asks for updates; the seconds since it was started."""
        assert self._process
        polled = asyncio.ensure_future(self.server.world.until(self._has_polled, within))
        ended = asyncio.ensure_future(self._process.wait())
        await asyncio.wait({polled, ended}, return_when=asyncio.FIRST_COMPLETED)
        if not polled.done():
            polled.cancel()
            raise ProcessEndedError(self)
        ended.cancel()
        await polled
        return time.monotonic() - self._began

    async def listens(self, within: float = HANG) -> None:
        """Waits until it has told where updates are to be posted."""
        await self.server.world.until(lambda: self._has_called("setWebhook"), within)

    def _has_polled(self) -> bool:
        return self._has_called("getUpdates")

    def _has_called(self, method: str) -> bool:
        return any(call.at > self._began for call in reversed(self.server.calls_of(method)))

    def send(self, number: signal.Signals) -> None:
        assert self._process
        self._process.send_signal(number)

    async def ends(self, within: float = HANG) -> int:
        """Its exit status, as soon as it has ended."""
        assert self._process
        async with asyncio.timeout(within):
            return await self._process.wait()

    async def kill(self) -> None:
        """SIGKILL, if it has not ended by itself."""
        if self.is_alive:
            self.send(signal.SIGKILL)
        if self._process:
            await self._process.wait()

    async def restart(self) -> float:
        """Kills it, and starts it again on what it left behind; the seconds until it polls."""
        await self.kill()
        await self.start()
        return await self.polls()

    @property
    def is_alive(self) -> bool:
        return self._process is not None and self._process.returncode is None

    @property
    def exit(self) -> int | None:
        """The status that it ended with, None while it lives."""
        return self._process.returncode if self._process else None

    @property
    def log(self) -> str:
        """All that it wrote, in all its lives."""
        return self.log_path.read_text(encoding="utf-8")

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    @property
    def memory(self) -> int:
        """Bytes that it holds; Linux only."""
        pages = Path(f"/proc/{self.pid}/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")


class ProcessEndedError(AssertionError):
    """The bot has gone; says what it wrote last."""

    def __init__(self, bot: BotProcess) -> None:
        super().__init__("the bot ended:\n" + "\n".join(bot.log.splitlines()[-20:]))
