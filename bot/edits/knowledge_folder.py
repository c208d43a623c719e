"""The knowledge folder, written to: each file whole or not at all, with a line in the log of changes.

A file that was changed by hand since it was read is never overwritten: whoever writes says what they read.
"""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from hashlib import sha256
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from bot.edits.changes import CHANGES, ChangeEntry

if TYPE_CHECKING:
    from pathlib import Path

    from bot.edits.changes import Change

LOCK = ".changes.lock"
LONGEST_WAIT = 10.0  # seconds for somebody else's change to end
LONGEST_FILE_NAME = 120  # bytes; file systems take 255
UNFINISHED = ".new"  # files that are being written end so
FILE_MODE = 0o644
# Names that a file of a chat may not have: hidden ones, ways out of the folder, those that Windows keeps.
UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\u202a-\u202e\u2066-\u2069]+")
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


class EditError(Exception):
    """A change that is not made; the message says why in words for an admin."""


def digest_of(content: bytes | None) -> str | None:
    """Sixteen hexadecimal digits of a file's content, None for no file."""
    return None if content is None else sha256(content).hexdigest()[:16]


def text_of(name: str, content: bytes | None) -> str:
    """A file's content as text, empty where there is no file; raises EditError where it is none."""
    try:
        return (content or b"").decode()
    except UnicodeDecodeError as error:
        raise EditError(f"{name} is not UTF-8 text; please correct it first") from error


def safe_name(name: str) -> str:
    """A file name like the one wanted that is safe in any folder; "document" where nothing is left of it.

    >>> safe_name("../../etc/Our history?.md")
    'etc Our history.md'
    """
    plain = " ".join(UNSAFE.sub(" ", name).split()).lstrip(". ")
    stem, dot, suffix = plain.rpartition(".")
    stem, suffix = (stem, f".{suffix}") if dot and stem else (plain, "")
    room = LONGEST_FILE_NAME - len(suffix.encode())
    stem = stem.encode()[: max(room, 1)].decode(errors="ignore").rstrip(". ")
    shown = f"{stem or 'document'}{suffix}"
    return f"_{shown}" if RESERVED.match(shown) else shown


class KnowledgeFolder:
    """The folder that the library is built from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, name: str) -> bytes | None:
        """What a file holds now, None when there is none; raises EditError."""
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise EditError(f"{name} cannot be read: {error.strerror}") from error

    def write(self, name: str, content: bytes, change: Change, before: str | None) -> None:
        """Gives a file its content; `before` is the digest of what the writer read there, None for no file.

        Raises EditError when the file holds something else by now, or cannot be written.
        """
        self._change(name, content, change, before)

    def remove(self, name: str, change: Change, before: str | None) -> None:
        """Takes a file away; raises EditError as `write`."""
        self._change(name, None, change, before)

    def _change(self, name: str, content: bytes | None, change: Change, before: str | None) -> None:
        path = self._path(name)
        try:
            with FileLock(self.folder / LOCK, timeout=LONGEST_WAIT):
                if digest_of(self.read(name)) != before:
                    raise EditError(
                        f"{name} was changed by somebody else meanwhile; nothing was overwritten, try again"
                    )
                entry = ChangeEntry.now(change, name, before, digest_of(content))
                if content is None:
                    path.unlink(missing_ok=True)
                else:
                    _replace(path, content)
                self._log(entry)
        except Timeout as error:
            raise EditError("another change is being written; please try again") from error
        except OSError as error:
            raise EditError(f"{name} cannot be written: {error.strerror}") from error

    def _path(self, name: str) -> Path:
        """Where a file lies; raises EditError when that is not inside the folder."""
        path = self.folder / name
        parts = name.split("/")
        if any(part != safe_name(part) for part in parts) or not _is_inside(path, self.folder):
            raise EditError(f"{name!r} is no name for a file here")
        return path

    def _log(self, entry: ChangeEntry) -> None:
        """Adds a line to the log; one that was cut off by a crash is ended first."""
        path = self.folder / CHANGES
        with path.open("ab+") as log:
            end = log.tell()
            log.seek(max(end - 1, 0))
            is_cut_off = end and log.read(1) != b"\n"
            log.write(b"\n" * bool(is_cut_off) + entry.as_line().encode())
            log.flush()
            os.fsync(log.fileno())


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link in a circle
        return False


def _replace(path: Path, content: bytes) -> None:
    """Gives a file its content once that is on the disk; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(prefix=".", suffix=UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        mode = path.stat().st_mode if path.exists() else FILE_MODE
        with contextlib.suppress(OSError):  # a disk without permissions
            os.chmod(unfinished, mode & 0o777)  # noqa: PTH101 - it has no Path
        os.replace(unfinished, path)  # noqa: PTH105
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(unfinished)  # noqa: PTH108
        raise
