"""Our bot on a system that lacks what Windows lacks: `python -m tests.without_posix bot ask ...`.

What the standard library and others need of it is imported before it is taken away.
"""

from __future__ import annotations

import asyncio
import multiprocessing.util
import os
import runpy
import signal
import subprocess
import sys
from concurrent.futures import process

import aiosqlite
import filelock
import httpx
import numpy as np
import prometheus_client
import telegram.ext

LACKING = {  # https://docs.python.org/3/library/os.html and its like say "Availability: Unix"
    os: (
        "chown", "fchmod", "fork", "getgid", "getloadavg", "getpgid", "getuid", "killpg", "mkfifo", "nice",
        "pread", "pwrite", "sched_getaffinity", "sched_setaffinity", "setsid", "statvfs", "sysconf", "uname",
    ),
    signal: ("SIGALRM", "SIGHUP", "SIGKILL", "SIGQUIT", "SIGUSR1", "SIGUSR2", "alarm", "pause"),
}  # fmt: skip
MODULES = ("fcntl", "grp", "pwd", "readline", "resource", "termios", "tty")
NEEDED = (
    aiosqlite, asyncio, filelock, httpx, multiprocessing.util, np, process, prometheus_client, subprocess,
    telegram.ext,
)  # fmt: skip


def no_signal_handlers(*_: object) -> None:
    raise NotImplementedError


def main(module: str) -> None:
    """Runs a module as a program, with the arguments that are left."""
    for place, names in LACKING.items():
        for name in names:
            if hasattr(place, name):
                delattr(place, name)
    os.process_cpu_count = os.cpu_count  # type: ignore[attr-defined]  # Python 3.13 asks the scheduler in it
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]
    asyncio.AbstractEventLoop.add_signal_handler = no_signal_handlers  # type: ignore[method-assign,assignment]
    asyncio.SelectorEventLoop.add_signal_handler = no_signal_handlers  # type: ignore[method-assign,assignment]
    del sys.argv[1:2]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(*sys.argv[1:2] or ["bot"])
