"""Opening a file of the knowledge folder: a plain one inside it, not too large, and what may be in it."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from bot.sources.draft import FormatError
from bot.sources.formats import MEGABYTE, KnowledgeFile

if TYPE_CHECKING:
    from pathlib import Path

    from bot.sources.formats import Format

LARGEST = 64 * MEGABYTE  # bytes of a list
IN_A_CIRCLE = "is a link that leads back to itself"


def opened(folder: Path, path: Path, name: str, form: Format | None = None) -> KnowledgeFile:
    """A plain file inside a folder, read; FormatError says what else it is or why it cannot be read."""
    try:
        _check(folder, path, form.largest if form else LARGEST)
        return KnowledgeFile.opened(name, path, form)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise FormatError(IN_A_CIRCLE) from error
        if path.is_symlink() and not path.exists():
            raise FormatError(f"links to {path.readlink()}, which is not there", 0) from error
        raise FormatError(f"cannot be read: {error.strerror}", 0) from error


def _check(folder: Path, path: Path, largest: int) -> None:
    try:
        target = path.resolve()
    except RuntimeError as error:  # so Python says before 3.13
        raise FormatError(IN_A_CIRCLE) from error
    if not target.is_relative_to(folder.resolve()):
        raise FormatError("links to a place outside the folder; put the file itself here")
    if path.exists() and not path.is_file():
        raise FormatError("is not a plain file")
    size = path.stat().st_size
    if size > largest:
        raise FormatError(f"has {size / MEGABYTE:,.0f} MB; at most {largest // MEGABYTE:,} MB of it are read")
