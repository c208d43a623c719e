"""What the machine says about a process and about itself, as far as it says so."""

from __future__ import annotations

import os
import resource
import sys
import time
from pathlib import Path

THREADS = tuple(f"{library}_NUM_THREADS" for library in ("OMP", "OPENBLAS", "MKL", "NUMBA", "RAYON"))
WORK = "SPEED_COUNTS_WORK"  # variable of the environment
KIB = 1024
MIB = 1024 * KIB


def clock() -> int:
    """Nanoseconds that go by, or of work alone when `count_work` was called."""
    return time.process_time_ns() if os.environ.get(WORK) else time.perf_counter_ns()


def clock_of_all() -> int:
    """As `clock`; of work, that of child processes which have ended counts too."""
    if not os.environ.get(WORK):
        return clock()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock() + int((used.ru_utime + used.ru_stime) * 1e9)


def count_work() -> None:
    """From now on, here and in child processes, time counts only while a process works."""
    os.environ[WORK] = "1"


def one_thread() -> None:
    """Keeps libraries that are loaded from now on, here and in child processes, from starting threads."""
    for name in THREADS:
        os.environ[name] = "1"


def pin(cores: int) -> None:
    """Keeps this process on so many cores, the last ones that it may use."""
    if hasattr(os, "sched_setaffinity"):
        allowed = _ALLOWED or sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, allowed[-cores:])


_ALLOWED = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []


def held() -> float:
    """MiB that this process has in memory now."""
    return _of_status("VmRSS") or most_held()


def most_held() -> float:
    """MiB that this process ever had in memory. What `getrusage` says may be its parent's before it began."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return _of_status("VmHWM") or most * (1 if sys.platform == "darwin" else KIB) / MIB


def most_of_a_child() -> float:
    """MiB that the largest of the processes that this one started and waited for ever had."""
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return most * (1 if sys.platform == "darwin" else KIB) / MIB


def free() -> float:
    """MiB that can be had without harm to others; without a limit where the system does not say."""
    return _of(Path("/proc/meminfo"), "MemAvailable") or float("inf")


def _of_status(name: str) -> float:
    return _of(Path("/proc/self/status"), name)


def _of(path: Path, name: str) -> float:
    if not path.exists():
        return 0.0
    lines = path.read_text("ascii", "ignore").splitlines()
    values = (line.split()[1] for line in lines if line.startswith(f"{name}:"))
    return int(next(values, "0")) * KIB / MIB


def size_of(folder: Path) -> float:
    """MiB of the files in a folder, those it links to counted."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / MIB
