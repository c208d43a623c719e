"""One bot a data folder: whoever runs holds a lock on a file in it, and the system lets go of it for them."""

from __future__ import annotations

import contextlib
import logging
import os
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from bot.private_files import FILE, make_private_file, make_private_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOG = logging.getLogger(__name__)
LOCK = "bot.lock"
HOLDER = "bot.pid"  # beside it: on Windows nobody may read a file that is locked


class RunningAlreadyError(Exception):
    """Another bot works with this data folder; says which."""


@contextlib.contextmanager
def locked(folder: Path, *, warns: bool = True) -> Iterator[None]:
    """Holds the lock of a data folder during a block; raises RunningAlreadyError.

    Where nothing can be written there is no lock, and nothing that two bots could spoil; a line in the log
    `warns` of that.
    """
    try:
        make_private_folder(folder)
        make_private_file(folder / LOCK)
        lock = FileLock(folder / LOCK, timeout=0, mode=FILE)
        lock.acquire()
    except Timeout:
        raise RunningAlreadyError(
            f"{folder}: another bot is running with this data folder (process {_holder(folder)}); "
            "stop it first"
        ) from None
    except OSError as error:
        if warns:
            LOG.warning("%s cannot be locked: %s", folder, error.strerror)
        yield
        return
    try:
        with _named(folder):
            yield
    finally:
        lock.release()


@contextlib.contextmanager
def _named(folder: Path) -> Iterator[None]:
    """Lets others read during a block whose lock it is; that it cannot be written harms nobody."""
    with contextlib.suppress(OSError):
        make_private_file(folder / HOLDER)
        (folder / HOLDER).write_text(str(os.getpid()), encoding="ascii")
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            (folder / HOLDER).unlink()


def _holder(folder: Path) -> str:
    try:
        return (folder / HOLDER).read_text(encoding="ascii", errors="replace") or "unknown"
    except OSError:
        return "unknown"
