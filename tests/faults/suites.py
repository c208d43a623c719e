"""Rows that are whole tests: faults that are made inside of the program."""

from __future__ import annotations

import asyncio
import re
import sys
from typing import TYPE_CHECKING

from tests.faults.finding import Finding
from tests.server.processes import PROJECT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SUITES: list[tuple[str, tuple[str, ...]]] = [
    ("each SQL statement fails once, each await is cancelled once",
     ("tests/store/test_database.py", "tests/store/test_inbox.py")),
    ("what Telegram says to a message, and its limits, on a clock of its own",
     ("tests/chat/test_outbox.py", "tests/chat/test_rate_limits.py")),
    ("a clock that jumps by a day", ("tests/server/test_clocks.py", "tests/chat/test_clock.py")),
    ("a child that takes too much memory or time, or loses its parent",
     ("tests/building/test_build_process.py",)),
]  # fmt: skip


async def findings() -> AsyncIterator[Finding]:
    for name, files in SUITES:
        yield await run(name, files)


async def run(name: str, files: tuple[str, ...]) -> Finding:
    """Runs tests in a process of their own."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-o", "addopts=", *files, cwd=PROJECT,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    output, _ = await process.communicate()
    counted = re.findall(r"(\d+) (passed|failed|error)", output.decode(errors="replace"))
    figures = ", ".join(f"{number} tests {outcome}" for number, outcome in counted)
    return Finding(name, process.returncode == 0, f"{figures} ({', '.join(files)})")
