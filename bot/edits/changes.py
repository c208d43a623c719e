"""The log of changes made from the chat: a line of JSON each in `.changes.jsonl`, which is not indexed."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHANGES = ".changes.jsonl"


@dataclass(frozen=True, slots=True)
class Change:
    """Who changes something, and why."""

    who: str  # the beginning of a keyed hash, never a name or a number
    why: str  # in a few words: "alias CZ = Changpeng Zhao"


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
