"""Our programs as processes of their own, forked from one in which all that they import is loaded.

With all of it Python takes half a second of processor time to start, and the tests start two hundred bots.
Each is a process all the same, with its own memory, environment, folder and streams. That a program loads
what it needs by itself is seen where tests start it with Python.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import runpy
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests import HANG, signals

if TYPE_CHECKING:
    from collections.abc import Mapping
    from multiprocessing.context import ForkServerContext, SpawnContext
    from multiprocessing.process import BaseProcess


def _context() -> ForkServerContext | SpawnContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():  # on Windows
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "tests.loaded"])
    return context


CONTEXT = _context()


@dataclass(frozen=True, slots=True)
class Streams:
    """The files that stand for a program's standard streams; what it writes is added to them."""

    out: Path
    err: Path
    typed: Path = Path(os.devnull)


def forked(
    module: str, *arguments: str, folder: Path, environment: Mapping[str, str], streams: Streams
) -> BaseProcess:
    """A module at work as `python -m` would run it."""
    order = (module, arguments, folder, dict(environment), streams)
    process = CONTEXT.Process(target=_run, args=order, name=module)
    process.start()
    return process


def run(
    module: str, *arguments: str, typed: str, folder: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """What a program to which all this was typed wrote, and its exit status."""
    with tempfile.TemporaryDirectory() as name:
        streams = Streams(Path(name, "out"), Path(name, "err"), Path(name, "typed"))
        streams.typed.write_text(typed, encoding="utf-8")
        process = forked(module, *arguments, folder=folder, environment=environment, streams=streams)
        process.join(HANG)
        if process.exitcode is None:
            process.kill()
            raise TimeoutError(module)
        out, err = (path.read_text(encoding="utf-8") for path in (streams.out, streams.err))
    return subprocess.CompletedProcess([module, *arguments], process.exitcode, out, err)


class Program:
    """A forked process beside a running loop, as asyncio has those that it starts itself."""

    def __init__(self, process: BaseProcess) -> None:
        self._process = process
        self._status: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().add_reader(process.sentinel, self._ended)

    def _ended(self) -> None:
        asyncio.get_running_loop().remove_reader(self._process.sentinel)
        status = self._process.exitcode
        assert status is not None
        self._status.set_result(status)

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        """Its exit status, below 0 for a signal; None while it lives."""
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    async def wait(self) -> int:
        """Its exit status, as soon as it has ended."""
        return await asyncio.shield(self._status)


def _run(
    module: str, arguments: tuple[str, ...], folder: Path, environment: dict[str, str], streams: Streams
) -> None:
    """Makes of the process what Python makes of one that it starts, and runs the module."""
    _connect(streams, is_unbuffered=bool(environment.get("PYTHONUNBUFFERED")))
    os.environ.clear()
    os.environ.update(environment)
    if hasattr(time, "tzset"):
        time.tzset()
    for number in signals.NUMBERS:  # which whoever runs the tests may ignore
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    os.chdir(folder)
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _connect(streams: Streams, *, is_unbuffered: bool) -> None:
    added = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    for number, path, flags in (
        (0, streams.typed, os.O_RDONLY),
        (1, streams.out, added),
        (2, streams.err, added),
    ):
        opened = os.open(path, flags, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout.reconfigure(line_buffering=is_unbuffered)
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr.reconfigure(line_buffering=True)
