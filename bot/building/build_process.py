"""A library is built in a process of its own, which may take so much memory and time and no more.

The process ends with the one that began it, however that ended: its standard input is then at its end. It
steps back when the processor is wanted elsewhere, and is the first to go when the machine has no memory left.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import pickle
import signal
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from bot.building.build import KnowledgeError
from bot.building.dry_run import DryRun, dry_run
from bot.whole_files import tidy

try:
    import resource
except ImportError:  # there is none on Windows, and no cap on memory
    resource = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.building.dry_run import BuildOrder

    Builder = Callable[[BuildOrder], Awaitable[DryRun]]  # raises as `built_apart` does

NICE = 10  # of 19: answers go first
FIRST_TO_GO = "1000"  # for /proc/self/oom_score_adj
OVER_MEMORY = 77  # exit status
KILLED = -9  # exit status, as asyncio counts; the system kills when it has no memory left
LITTLE = 16 * 2**20  # bytes


@dataclass(frozen=True, slots=True)
class Caps:
    """What building may take."""

    memory: int = 8 * 2**30  # bytes of address space
    share: float = 0.75  # of the machine's memory, if that is less
    seconds: float = 600.0

    @property
    def bytes(self) -> int:
        try:
            machine = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        except (AttributeError, ValueError):  # another system than Linux
            return self.memory
        return min(self.memory, int(self.share * machine))


class BuildProcessError(Exception):
    """Building came to nothing for a reason that is not in the documents; says it in a line."""


async def built_apart(order: BuildOrder, caps: Caps | None = None) -> DryRun:
    """As `dry_run`, in another process; raises KnowledgeError, OSError or BuildProcessError."""
    caps = caps or Caps()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.building.build_process", str(order.folder), str(caps.bytes),
        pickle.dumps(order).hex(),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        async with asyncio.timeout(caps.seconds):
            assert process.stdout
            report = await process.stdout.read()
            status = await process.wait()
    except TimeoutError:
        raise BuildProcessError(
            f"reading the documents took more than {caps.seconds / 60:.0f} minutes"
        ) from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
        tidy(order.target)
    return _result(report, status, caps)


def _result(report: bytes, status: int, caps: Caps) -> DryRun:
    if status in {OVER_MEMORY, KILLED}:
        raise BuildProcessError(f"reading the documents took more than {caps.bytes / 2**30:.1f} GB of memory")
    if status != 0 or not report:
        raise BuildProcessError(
            f"reading the documents ended in an unexpected way (status {status}; the log says more)"
        )
    result = pickle.loads(report)  # noqa: S301 - by our own program
    if isinstance(result, DryRun):
        return result
    raise result


def main() -> NoReturn:
    """Builds; writes the report, or what was raised, to standard output."""
    _, memory, order = sys.argv[1:]  # the folder is for whoever looks at the list of processes
    out = os.dup(1)
    os.dup2(2, 1)  # whatever else is printed does not get between
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _be_modest(int(memory))
    try:
        result: DryRun | Exception = dry_run(pickle.loads(bytes.fromhex(order)))  # noqa: S301 - our own
    except Exception as error:
        if _is_for_memory(error):
            os._exit(OVER_MEMORY)
        if not isinstance(error, (KnowledgeError, OSError)):
            raise
        result = error
    with os.fdopen(out, "wb") as report:
        report.write(pickle.dumps(result))
    sys.exit(0)


def _is_for_memory(error: Exception) -> bool:
    """Whether memory was what failed, a folder of Python's own that could not be listed for it included."""
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    return isinstance(error, MemoryError) or (not isinstance(error, KnowledgeError) and _is_memory_used_up())


def _is_memory_used_up() -> bool:
    """Whether little is left: much that fails then says something else, such as that a package is missing."""
    try:
        bytearray(LITTLE)
    except MemoryError:
        return True
    return False


def _be_modest(memory: int) -> None:
    with contextlib.suppress(AttributeError, OSError):
        os.nice(NICE)
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(FIRST_TO_GO, encoding="ascii")
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _end_with_parent() -> None:
    """SIGTERM, so that an unfinished file is taken away."""
    os.read(0, 1)
    signal.raise_signal(signal.SIGTERM)


if __name__ == "__main__":
    main()
