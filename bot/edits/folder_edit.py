"""Changes of several files of the knowledge folder, made together or not at all, with lines in the log.

What needs room on the disk comes first: the new contents beside the files, the lines in the log. Then nothing
is left but to give them their names, and a second name of each old file waits until all of it has been kept.
A file that was changed by hand since it was read is never overwritten: whoever writes says what they read.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.edits.changes import Change, ChangeEntry, logged, read_changes, taken_out
from bot.edits.knowledge_folder import NEW, OLD, EditError, digest_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.edits.knowledge_folder import KnowledgeFolder

FILE_MODE = 0o644


@dataclass(frozen=True, slots=True)
class FileEdit:
    """What a file is to hold, and what its writer read there."""

    name: str
    content: bytes | None  # None: it is taken away
    before: str | None  # digest; None: there was no file

    def entry(self, change: Change, *, is_back: bool = False) -> ChangeEntry:
        """Its line in the log, or that of taking it back."""
        after = digest_of(self.content)
        states = (after, self.before) if is_back else (self.before, after)
        return ChangeEntry.now(change, self.name, *states)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An edit whose files lie beside the one that it changes."""

    edit: FileEdit
    path: Path
    new: Path | None  # None: the file is taken away
    old: Path | None  # None: there was no file

    def make(self) -> None:
        if self.new:
            self.new.replace(self.path)
        else:
            self.path.unlink(missing_ok=True)

    def take_back(self) -> None:
        if self.old:
            self.old.replace(self.path)
        else:
            self.path.unlink(missing_ok=True)

    def clear(self) -> None:
        for beside in (self.new, self.old):
            if beside:
                with contextlib.suppress(OSError):
                    beside.unlink(missing_ok=True)


class FolderEdit:
    """Edits that are made together."""

    def __init__(self, knowledge: KnowledgeFolder, edits: Sequence[FileEdit], change: Change) -> None:
        self._knowledge = knowledge
        self._edits = edits
        self._change = change
        self._prepared: list[_Prepared] = []
        self._logged: list[ChangeEntry] = []

    def make(self, *, is_resumed: bool = False) -> None:
        """Makes all edits, or none and raises EditError; `clear` ends it, `take_back` unmakes it.

        One that was begun before, and is resumed, may stand in the log already.
        """
        with self._knowledge.locked():
            for edit in self._edits:
                if digest_of(self._knowledge.read(edit.name)) != edit.before:
                    raise EditError(
                        f"{edit.name} was changed by somebody else meanwhile; nothing was "
                        "overwritten, try again"
                    )
            name = ""
            try:
                for edit in self._edits:
                    name = edit.name
                    self._prepared.append(self._prepare(edit))
                self._logged = self._entries(is_resumed=is_resumed)
                with logged(self._knowledge.folder, self._logged):
                    self._swap()
            except OSError as error:
                self.clear()
                raise EditError(f"{name} cannot be written: {error.strerror}") from error

    def take_back(self) -> None:
        """Gives the files what they held, but those that somebody changed meanwhile; raises EditError."""
        with self._knowledge.locked():
            made = [row for row in self._prepared if self._is_as_made(row)]
            try:
                for row in made:
                    row.take_back()
            except OSError as error:
                raise EditError(f"the files could not be changed back: {error.strerror}") from error
            with contextlib.suppress(OSError):  # the files are what counts
                self._take_out_of_log(made)
        self.clear()

    def _take_out_of_log(self, made: Sequence[_Prepared]) -> None:
        """Leaves no line of what was made, or where others came after adds lines that say so."""
        if len(made) == len(self._logged) and taken_out(self._knowledge.folder, self._logged):
            return
        change = Change(self._change.who, f"taken back: {self._change.why}")
        with logged(self._knowledge.folder, [row.edit.entry(change, is_back=True) for row in made]):
            pass

    def clear(self) -> None:
        """Takes away what the files held."""
        for row in self._prepared:
            row.clear()
        self._prepared.clear()

    def _swap(self) -> None:
        """Gives all new files their names, or none and raises OSError."""
        made: list[_Prepared] = []
        try:
            for row in self._prepared:
                made.append(row)
                row.make()
        except BaseException:
            for row in made:
                row.take_back()
            raise

    def _prepare(self, edit: FileEdit) -> _Prepared:
        """Lays the new content of a file beside it, and a second name of the old one."""
        path = self._knowledge.path(edit.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(prefix=".", suffix=NEW, dir=path.parent)
        new, old = Path(unfinished), Path(unfinished).with_suffix(OLD)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(edit.content or b"")
                file.flush()
                os.fsync(file.fileno())
            if edit.before is not None:
                _second_name(path, old)
            with contextlib.suppress(OSError):  # a disk without permissions
                new.chmod((path.stat().st_mode if path.exists() else FILE_MODE) & 0o777)
        except BaseException:
            _Prepared(edit, path, new, old).clear()
            raise
        if edit.content is None:
            new.unlink()
        return _Prepared(
            edit, path, None if edit.content is None else new, None if edit.before is None else old
        )

    def _entries(self, *, is_resumed: bool) -> list[ChangeEntry]:
        """The lines for the log that do not stand there yet."""
        entries = [edit.entry(self._change) for edit in self._edits]
        known = list(read_changes(self._knowledge.folder)) if is_resumed else []
        last = {entry.file: entry for entry in known}
        return [entry for entry in entries if entry.file not in last or not entry.is_again(last[entry.file])]

    def _is_as_made(self, row: _Prepared) -> bool:
        return digest_of(self._knowledge.read(row.edit.name)) == digest_of(row.edit.content)


def _second_name(path: Path, name: Path) -> None:
    """A second name of a file, or a copy where the disk knows no such thing; raises OSError."""
    try:
        os.link(path, name)
    except OSError:
        shutil.copy2(path, name)
