"""Files and folders that only their owner may open: what people asked is nobody else's on the machine."""

from __future__ import annotations

import contextlib
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FILE, FOLDER = 0o600, 0o700
OTHERS = 0o077  # what the group and everybody else may do


def make_private_folder(path: Path) -> None:
    """A folder for its owner alone, made if there is none, with those above it; raises OSError."""
    path.mkdir(mode=FOLDER, parents=True, exist_ok=True)
    close_to_others(path)


def make_private_file(path: Path) -> None:
    """A file for its owner alone, an empty one if there is none; raises OSError.

    SQLite gives the files that it makes beside a database the permissions of the database.
    """
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE))
    close_to_others(path)


def close_to_others(path: Path) -> None:
    """Lets nobody but its owner open a file or folder.

    Left as it is: what is not there, belongs to somebody else or lies on a disk without permissions, and a
    folder that many share (`/tmp`).
    """
    with contextlib.suppress(OSError):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & OTHERS and not mode & stat.S_ISVTX:
            path.chmod(mode & ~OTHERS)
