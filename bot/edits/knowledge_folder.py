"""The knowledge folder as changes from the chat find it: what its files hold, how they may be named."""

from __future__ import annotations

import contextlib
import re
from hashlib import sha256
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK = ".changes.lock"
LONGEST_WAIT = 10.0  # seconds for somebody else's change to end
LONGEST_FILE_NAME = 120  # bytes; file systems take 255
NEW, OLD = ".new", ".old"  # hidden files end so: what a file is to hold, and what it held
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
            return self.path(name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise EditError(f"{name} cannot be read: {error.strerror}") from error

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else changes files during a block; raises EditError."""
        lock = FileLock(self.folder / LOCK, timeout=LONGEST_WAIT)
        try:
            lock.acquire()
        except Timeout as error:
            raise EditError("another change is being written; please try again") from error
        except OSError as error:
            raise EditError(f"the folder cannot be written: {error.strerror}") from error
        try:
            yield
        finally:
            lock.release()

    def path(self, name: str) -> Path:
        """Where a file lies; raises EditError when that is not inside the folder."""
        path = self.folder / name
        parts = name.split("/")
        if any(part != safe_name(part) for part in parts) or not _is_inside(path, self.folder):
            raise EditError(f"{name!r} is no name for a file here")
        return path

    def tidy(self) -> None:
        """Takes away what changes left unfinished when the program was killed."""
        if not self.folder.is_dir():
            return  # to lock it would make it
        with contextlib.suppress(EditError), self.locked():
            for path in self.folder.rglob(".*"):
                if path.suffix in {NEW, OLD}:
                    with contextlib.suppress(OSError):
                        path.unlink()


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link in a circle
        return False
