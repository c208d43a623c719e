"""Libraries that answered before, kept on the disk so that one of them can answer again.

Beside the saved library lies a folder with up to three earlier ones and an index that says when each was
published, why and by whom. A change is whole or not made: the index is written first, and when the library
did not follow, because the program was killed in between, `settle` takes it back at the next start.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

from filelock import FileLock

from bot.fingerprint import fingerprint
from bot.private_files import make_private_file, make_private_folder
from bot.whole_files import sync_folder, write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library import Library

FOLDER, INDEX, LOCK = "generations", "index.json", ".lock"
MOST = 3  # earlier libraries
MOST_BYTES = 3 * 2**30  # of them together; a chat of a million messages takes about one third
LONGEST_WAIT = 10.0  # seconds for another program that publishes in the same folder


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a library was published, and by whom."""

    why: str = ""  # in a few words: "/reload"; empty for a start
    who: str = ""  # the beginning of a keyed hash, never a name or a number
    is_entry: bool = False  # it changed one entry of one file; such changes often come in a row


@dataclass(frozen=True, slots=True)
class Generation:
    """A library that was published."""

    number: int  # counts up
    when: str  # ISO 8601, UTC
    why: str
    who: str
    documents: int
    passages: int
    edition: str  # of the program that can read it
    pinned_to: str = ""  # the state of the folder that it stays in spite of, after a rollback
    size: int = 0  # bytes of its file; with the time it tells one library from another
    modified: int = 0  # nanoseconds since 1970
    version: str = ""  # of its documents and aliases; the same for what answers from the same
    is_entry: bool = False

    @classmethod
    def of(cls, library: Library, reason: Reason, pinned_to: str = "") -> Self:
        """A library that is being published at this moment."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        documents, passages = len(library.documents), len(library.passages)
        return cls(
            0, now, reason.why, reason.who, documents, passages, fingerprint(), pinned_to,
            version=library.version, is_entry=reason.is_entry,
        )  # fmt: skip

    def is_in(self, path: Path) -> bool:
        """Whether a file holds this library."""
        return (self.size, self.modified) == _identity(path)


@dataclass(frozen=True, slots=True)
class _Index:
    current: Generation | None = None
    earlier: tuple[Generation, ...] = ()  # the last one first
    following: int = 1  # the number of the next that is kept


class Generations:
    """The library at a place, and those that were there before."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._folder = place.with_name(FOLDER)
        self._index = self._folder / INDEX

    @property
    def current(self) -> Generation | None:
        """How the library came to its place, None where nobody noted it."""
        return self._read().current

    @property
    def earlier(self) -> tuple[Generation, ...]:
        """Those that can answer again, the last one first."""
        return tuple(generation for generation in self._read().earlier if self._is_usable(generation))

    def path(self, number: int) -> Path:
        """Where an earlier library lies."""
        return self._folder / str(number)

    def publish(self, candidate: Path, published: Generation) -> None:
        """Moves a saved library to its place and keeps the one that was there; raises OSError.

        `published` is what is noted of it.
        """
        make_private_folder(self._folder)
        with self._locked():
            index = self._read()
            following = _Index(published, self._earlier_than(published, index), index.following + 1)
            self._write(following)
            candidate.replace(self._place)
            sync_folder(self._place.parent)
            with contextlib.suppress(OSError):  # it is published; the next publication or start does that
                self._settle(following)

    def prepare(self, number: int, target: Path) -> None:
        """Lays an earlier library at `target`, to be published from there; raises OSError."""
        _link(self.path(number), target)

    def settle(self) -> None:
        """Takes back what was begun and not done when the program ended; raises OSError."""
        if self._folder.is_dir():
            with self._locked():
                self._settle(self._read())

    def _locked(self) -> FileLock:
        """Keeps other programs out that publish in the same folder; raises OSError."""
        make_private_file(self._folder / LOCK)
        return FileLock(self._folder / LOCK, timeout=LONGEST_WAIT)

    def _earlier_than(self, published: Generation, index: _Index) -> tuple[Generation, ...]:
        """The earlier ones and before them the library at its place, whose file is kept.

        Not where the new one answers from the same: a question was pinned. Of entries in a row only what was
        before the first and before the last takes a place.
        """
        current, earlier = index.current, index.earlier
        if current and published.version and published.version == current.version:
            return earlier
        is_run = published.is_entry and current is not None and current.is_entry
        if is_run and earlier and earlier[0].is_entry:
            earlier = earlier[1:]
        if not self._place.exists():
            return earlier
        target = self.path(index.following)
        _link(self._place, target)
        size, modified = _identity(target)
        kept = current or Generation(0, "", "", "", 0, 0, fingerprint())
        return replace(kept, number=index.following, size=size, modified=modified), *earlier

    def _settle(self, index: _Index) -> None:
        """Leaves what fits, and nothing twice."""
        current, earlier = index.current, index.earlier
        if earlier and earlier[0].is_in(self._place):  # the new library did not get there
            current, earlier = earlier[0], earlier[1:]
        kept = [row for row in earlier if self._is_usable(row) and not row.is_in(self._place)][:MOST]
        while sum(row.size for row in kept) > MOST_BYTES:
            kept.pop()
        settled = replace(index, current=current, earlier=tuple(kept))
        if settled != index:
            self._write(settled)
        names = {str(row.number) for row in kept} | {INDEX, LOCK}
        for path in self._folder.iterdir():
            if path.name not in names:
                path.unlink(missing_ok=True)

    def _is_usable(self, generation: Generation) -> bool:
        return generation.edition == fingerprint() and generation.is_in(self.path(generation.number))

    def _read(self) -> _Index:
        """The index; an empty one where there is none, or it was damaged."""
        try:
            row: dict[str, Any] = json.loads(self._index.read_text(encoding="utf-8"))
            current = Generation(**row["current"]) if row["current"] else None
            return _Index(
                current, tuple(Generation(**each) for each in row["earlier"]), int(row["following"])
            )
        except (OSError, ValueError, TypeError, KeyError):
            return _Index()

    def _write(self, index: _Index) -> None:
        write_whole(self._index, json.dumps(asdict(index), ensure_ascii=False, indent=1).encode())


def _identity(path: Path) -> tuple[int, int]:
    """Size and time of a file, which a second name of it shares; impossible ones where there is none."""
    try:
        state = path.stat()
    except OSError:
        return -1, -1
    return state.st_size, state.st_mtime_ns


def _link(path: Path, target: Path) -> None:
    """A second name of a file, or a copy of it where the disk knows no such thing; raises OSError."""
    target.unlink(missing_ok=True)
    try:
        os.link(path, target)
    except OSError:
        shutil.copy2(path, target)
