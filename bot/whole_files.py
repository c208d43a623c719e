"""Files that are written whole or not at all, whenever the program ends."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

UNFINISHED = ".new"  # files that are being written end so


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to be written beside `path`, which gets that name once it is on the disk; raises OSError.

    Nobody but its owner may open it.
    """
    handle, unfinished = tempfile.mkstemp(prefix=f".{path.name}-", suffix=UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_whole(path: Path, content: bytes) -> None:
    """Gives a file its content, whole or not at all; raises OSError."""
    with whole_file(path) as file:
        file.write(content)


def tidy(path: Path) -> None:
    """Takes away what writers of a file that were killed left; nobody may be writing it."""
    for unfinished in path.parent.glob(f".{path.name}-*{UNFINISHED}"):
        with contextlib.suppress(OSError):
            unfinished.unlink()


def sync_folder(folder: Path) -> None:
    """Brings new names to the disk, where the system lets us."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
