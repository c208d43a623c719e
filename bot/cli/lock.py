"""One bot a data folder: whoever runs holds a lock on a file in it, and the system lets go of it for them."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOG = logging.getLogger(__name__)
LOCK = "bot.lock"


class RunningAlreadyError(Exception):
    """Another bot works with this data folder; says which."""


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the lock of a data folder during a block; raises RunningAlreadyError.

    Where nothing can be written there is no lock, and nothing that two bots could spoil.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        LOG.warning("%s cannot be locked: %s", folder, error.strerror)
        yield
        return
    try:
        _lock(handle, folder)
        os.truncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, folder: Path) -> None:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        holder = os.pread(handle, 20, 0).decode(errors="replace") or "unknown"
        raise RunningAlreadyError(
            f"{folder}: another bot is running with this data folder (process {holder}); stop it first"
        ) from None
