"""Kills a program, or fills the disk, at a step that changes files: one is made, renamed, linked, removed."""

from __future__ import annotations

import errno
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

NEEDS_ROOM = {"open", "os.mkdir", "os.link"}
STEPS = NEEDS_ROOM | {"os.rename", "os.remove", "os.rmdir"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass
class _Watch:
    """What is watched: from its beginning each step below a folder is counted."""

    folder: Path | None = None  # None: nothing
    ignored: tuple[str, ...] = ()  # beginnings of the names of files
    at: int = 0  # the first step, from 1, at which something goes wrong
    goes_wrong: Callable[[str, tuple[Any, ...]], None] = lambda *_: None
    steps: int = 0


_WATCH = _Watch()


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    """Counts a step, before it is made; Python calls it before each."""
    if _WATCH.folder is not None and event in STEPS and _is_step(event, arguments):
        count(event, *arguments)


def count(event: str, *arguments: Any) -> None:
    """Counts a step of any kind, which is about to be made; of no effect while nothing is watched."""
    if _WATCH.folder is None:
        return
    _WATCH.steps += 1
    if _WATCH.steps >= _WATCH.at:
        _WATCH.goes_wrong(event, arguments)


def _is_step(event: str, arguments: tuple[Any, ...]) -> bool:
    place = arguments[0]
    if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & WRITING):
        return False
    if not isinstance(place, (str, bytes, os.PathLike)):
        return False
    path = Path(os.fsdecode(place))
    return path.is_relative_to(str(_WATCH.folder)) and not path.name.startswith(_WATCH.ignored or ("\0",))


def _begin(
    folder: Path, at: int, goes_wrong: Callable[[str, tuple[Any, ...]], None], ignored: tuple[str, ...]
) -> None:
    if not getattr(sys, "_file_steps", False):
        sys.addaudithook(_hook)  # for the life of the process
        sys._file_steps = True  # type: ignore[attr-defined]
    _WATCH.at, _WATCH.goes_wrong, _WATCH.ignored, _WATCH.steps = at, goes_wrong, ignored, 0
    _WATCH.folder = folder


def end() -> int:
    """Watches no more; how many steps there were."""
    _WATCH.folder = None
    return _WATCH.steps


def kill_at(step: int, folder: Path, ignored: tuple[str, ...] = ()) -> None:
    """From now on this process is killed before a step, the first is 1."""
    _begin(folder, step, _kill, ignored)


def fill_disk_at(step: int, folder: Path) -> None:
    """From a step on nothing that needs room on the disk can be made; files can be renamed and removed."""
    _begin(folder, step, _no_room, ())


def lock_folder(folder: Path) -> None:
    """From now on nothing in a folder can be changed, whoever tries."""
    _begin(folder, 1, _read_only, ())


def _read_only(*_: object) -> None:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS))


def _kill(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _no_room(event: str, arguments: tuple[Any, ...]) -> None:
    """A file that is there can be opened, and cut off, but nothing can be added to it."""
    if event == "open" and Path(os.fsdecode(arguments[0])).exists() and not arguments[2] & os.O_APPEND:
        return
    if event in NEEDS_ROOM:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
