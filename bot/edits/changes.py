"""The log of changes made from the chat: a line of JSON each in `.changes.jsonl`, which is not indexed."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from io import FileIO
    from pathlib import Path

CHANGES = ".changes.jsonl"


@dataclass(frozen=True, slots=True)
class Change:
    """Who changes something, and why."""

    who: str  # the beginning of a keyed hash, never a name or a number
    why: str  # in a few words: "alias CZ = Changpeng Zhao"
    is_entry: bool = False  # of one entry: a message remembered, a passage taught, a question pinned


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """A change that was made to a file."""

    when: str  # ISO 8601, UTC
    who: str
    why: str
    file: str  # path within the folder
    before: str | None  # digest of what the file held, None when there was none
    after: str | None  # None when it was taken away

    @classmethod
    def now(cls, change: Change, file: str, before: str | None, after: str | None) -> ChangeEntry:
        """A change that is being made at this moment."""
        when = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(when, change.who, change.why, file, before, after)

    def as_line(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False) + "\n"

    def is_again(self, other: ChangeEntry) -> bool:
        """Whether another entry tells of the same change, whenever that was."""
        return replace(self, when="") == replace(other, when="")


def read_changes(folder: Path) -> Iterator[ChangeEntry]:
    """The changes in the order in which they were made; lines that are none are passed over.

    Raises OSError when there is a log that cannot be read.
    """
    try:
        lines = (folder / CHANGES).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return
    for line in lines:
        try:
            yield ChangeEntry(**json.loads(line))
        except (ValueError, TypeError):  # a line that was cut off, or written by hand
            continue


@contextlib.contextmanager
def logged(folder: Path, entries: Sequence[ChangeEntry]) -> Iterator[None]:
    """Entries in the log before a block makes the changes; where it fails they are out again.

    Raises OSError, and then there are none of them.
    """
    with (folder / CHANGES).open("ab+", buffering=0) as log:
        end = log.seek(0, os.SEEK_END)
        try:
            _append(log, "".join(entry.as_line() for entry in entries).encode())
            yield
        except BaseException:
            with contextlib.suppress(OSError):
                log.truncate(end)
            raise


def taken_out(folder: Path, entries: Sequence[ChangeEntry]) -> bool:
    """Takes the last entries out of the log again; False where it ends in others. Raises OSError."""
    lines = "".join(entry.as_line() for entry in entries).encode()
    with (folder / CHANGES).open("rb+") as log:
        start = log.seek(0, os.SEEK_END) - len(lines)
        log.seek(max(start, 0))
        if log.read() != lines:
            return False
        log.truncate(start)
        return True


def _append(log: FileIO, lines: bytes) -> None:
    """Lines behind the others; one that was cut off by a crash is ended first."""
    log.seek(max(log.tell() - 1, 0))
    rest = b"\n" * (log.read(1) not in {b"", b"\n"}) + lines
    while rest:  # a disk that gets full takes a part
        rest = rest[log.write(rest) :]
    os.fsync(log.fileno())
