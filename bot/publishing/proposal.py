"""A proposal: changes of the knowledge folder that wait on the disk to be published.

It lies in the bot's own folder until it is published, given up or a day old. Its files are laid over those of
the knowledge folder to see what would change.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import time
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Self

from bot.edits import Change
from bot.publishing.generations import Reason
from bot.sources.folder import Overlay
from bot.whole_files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER, FILES, NOTE = "proposals", "files", "proposal.json"
LIFETIME = 24 * 3600.0  # seconds
MOST = 20  # proposals that wait; the oldest give way
MOST_BYTES = 512 * 2**20  # of all their files


@dataclass(frozen=True, slots=True)
class Proposal:
    """Changes that somebody would like to be published; without files it is a look at the folder as it is."""

    number: str  # eight hexadecimal digits
    folder: Path  # where it lies
    who: str  # the beginning of a keyed hash
    why: str
    when: float  # seconds since 1970
    before: tuple[tuple[str, str | None], ...]  # files, with digests of what they held; None: there was none
    removed: tuple[str, ...] = ()  # those of them that are to be taken away
    is_begun: bool = False  # to be published
    is_published: bool = False
    is_entry: bool = False  # it changes one entry of one file

    @property
    def overlay(self) -> Overlay | None:
        """The changes laid over the folder."""
        return Overlay(self.folder / FILES, frozenset(self.removed)) if self.before else None

    @property
    def change(self) -> Change:
        return Change(self.who, self.why, self.is_entry)

    @property
    def reason(self) -> Reason:
        """Why a library is published with it."""
        return Reason(self.why, self.who, self.is_entry)

    def content(self, name: str) -> bytes | None:
        """What a file is to hold, None where it is taken away; raises OSError."""
        return None if name in self.removed else (self.folder / FILES / name).read_bytes()

    def written(self) -> Self:
        """Notes it on the disk; raises OSError."""
        row = {key: value for key, value in asdict(self).items() if key != "folder"}
        write_whole(self.folder / NOTE, json.dumps(row, ensure_ascii=False).encode())
        return self

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """The proposal in a folder, None where there is no whole one."""
        try:
            row = json.loads((folder / NOTE).read_text(encoding="utf-8"))
            before = tuple((str(name), digest) for name, digest in row.pop("before"))
            return cls(**row | {"folder": folder, "before": before, "removed": tuple(row["removed"])})
        except (OSError, ValueError, TypeError, KeyError):
            return None


def expire(folder: Path, most: int = MOST, most_bytes: int = MOST_BYTES) -> None:
    """Gives up proposals that are too old, too many or too large, and what was not kept as a whole."""
    young = sorted(kept_in(folder), key=lambda proposal: (proposal.is_published, -proposal.when))
    kept: set[str] = set()
    for row in young[:most]:
        most_bytes -= sum(path.stat().st_size for path in row.folder.rglob("*"))
        if most_bytes >= 0 and time.time() - row.when < LIFETIME:
            kept.add(row.number)
    for path in _folders(folder):
        if path.name not in kept:
            remove(path)


def waiting_in(folder: Path) -> Iterator[Proposal]:
    """Those that are not published."""
    return (proposal for proposal in kept_in(folder) if not proposal.is_published)


def kept_in(folder: Path) -> Iterator[Proposal]:
    """The whole proposals in the folder of all, those that are published too; none that is too old."""
    for path in _folders(folder):
        proposal = Proposal.read(path)
        if proposal and (proposal.is_begun or time.time() - proposal.when < LIFETIME):
            yield proposal


def _folders(folder: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return list(folder.iterdir())
    return []


def leave_note(proposal: Proposal) -> None:
    """Leaves nothing of a proposal but that it was published; where that cannot be noted nothing at all."""
    try:
        replace(proposal, is_begun=False, is_published=True).written()
    except OSError:
        remove(proposal.folder)
    shutil.rmtree(proposal.folder / FILES, ignore_errors=True)


def remove(folder: Path) -> None:
    """Takes a proposal away, its note first: without it the rest counts for nothing."""
    with contextlib.suppress(OSError):
        (folder / NOTE).unlink()
    shutil.rmtree(folder, ignore_errors=True)
