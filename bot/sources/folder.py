"""The knowledge folder: every document, alias and golden question in it, and all that is wrong with them.

The only place that opens an admin's files. Documents are read one at a time, so that no folder is too large.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.sources.aliases import Aliases, read_aliases
from bot.sources.composition import compose
from bot.sources.draft import FormatError
from bot.sources.formats import MEGABYTE, SUFFIXES, KnowledgeFile, decoded, format_of
from bot.sources.golden import GoldenQuestion, read_golden
from bot.sources.problem import Problem
from bot.sources.source import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.sources.draft import Draft
    from bot.sources.formats import Format

    Progress = Callable[[int, int], None]

ALIASES = "aliases.yaml"
QUESTIONS = "questions.yaml"
LARGEST = 64 * MEGABYTE  # bytes of a list
SETTLED = 2 * 10**9  # nanoseconds: the coarsest clock of a file system


@dataclass(slots=True)
class Knowledge:
    """What a folder holds. With `problems` it must not be published; `notices` are worth a look."""

    documents: list[Document] = field(default_factory=list)
    aliases: Aliases = field(default_factory=Aliases)
    golden: tuple[GoldenQuestion, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A document's file as it was when it was read."""

    file: str  # path within the folder
    digest: str  # of its name and bytes
    size: int  # bytes
    modified: int  # nanoseconds since 1970
    notices: tuple[Problem, ...] = ()


Known = Mapping[str, FileRecord]  # by file


def read_folder(folder: Path, progress: Progress = lambda _done, _all: None) -> Knowledge:
    """Everything below a folder, sorted by file name; `progress` hears files done and files in all."""
    reader = FolderReader(folder)
    reader.read_lists()
    reader.knowledge.documents += [row for row in reader.documents({}, progress) if isinstance(row, Document)]
    return reader.knowledge


def documents_of(folder: Path) -> Iterator[Document]:
    """The documents of a folder that have no problems, one after the other."""
    reader = FolderReader(folder)
    reader.read_lists()
    return (row for row in reader.documents({}, lambda _done, _all: None) if isinstance(row, Document))


def read_aliases_file(path: Path) -> tuple[Aliases, list[Problem]]:
    """The aliases in one file anywhere, with its problems."""
    reader = FolderReader(path.parent)
    text = reader.text(path, path.name)
    return reader.knowledge.aliases if text is None else reader.aliases(
        text, path.name
    ), reader.knowledge.problems


class FolderReader:
    """Reads aliases and golden questions at once, then document after document."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.knowledge = Knowledge()  # its documents are left to the caller
        self._documents: list[Path] = []
        self._order: dict[str, int] = {}  # of all files

    def read_lists(self) -> Knowledge:
        """The aliases and golden questions, and what else is no document."""
        if not self._folder.is_dir():
            self._wrong(str(self._folder), 0, "is not a folder; put your documents into one")
            return self.knowledge
        for path in self._files():
            name = self._name(path)
            self._order[name] = len(self._order)
            if name in {ALIASES, QUESTIONS}:
                self._list(path, name)
            elif format_of(path):
                self._documents.append(path)
            else:
                self._remark(name, 0, f"is not read; documents end in {SUFFIXES}")
        return self.knowledge

    def documents(self, known: Known, progress: Progress) -> Iterator[Document | FileRecord]:
        """The documents without problems, sorted by file, and behind those of each file its record.

        A record without documents is of a file that is known and has not changed. To be called after
        `read_lists`.
        """
        many = len(self._documents)
        for done, path in enumerate(self._documents):
            progress(done, many)
            yield from self._read(path, self._name(path), known)
        progress(many, many)
        if not many and not self.knowledge.problems:
            self._wrong(str(self._folder), 0, f"holds no documents; put files into it that end in {SUFFIXES}")
        for rows in (self.knowledge.problems, self.knowledge.notices):
            rows.sort(key=lambda row: self._order.get(row.file, -1))  # whenever they were noticed

    def is_as_before(self, known: Known) -> bool:
        """Whether the folder holds the very documents that are known, going by their size and time."""
        paths = self._documents
        return len(paths) == len(known) and all(self._is_as_before(path, known) for path in paths)

    def _is_as_before(self, path: Path, known: Known) -> bool:
        holding = known.get(self._name(path))
        return bool(holding and holding.modified and (holding.size, holding.modified) == _state(path))

    def _wrong(self, file: str, line: int, message: str) -> None:
        self.knowledge.problems.append(Problem(file, line, message))

    def _remark(self, file: str, line: int, message: str) -> None:
        self.knowledge.notices.append(Problem(file, line, message))

    def _files(self) -> Iterator[Path]:
        """Every file that is not hidden, sorted; linked folders are not entered."""
        for where, folders, files in os.walk(self._folder, onerror=self._unreadable):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in folders:
                if (Path(where) / name).is_symlink():
                    self._remark(self._name(Path(where) / name), 0, "a link to a folder is not followed")
            yield from (Path(where) / name for name in sorted(files) if not name.startswith("."))

    def _unreadable(self, error: OSError) -> None:
        self._wrong(self._name(Path(error.filename)), 0, f"cannot be read: {error.strerror}")

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix() if path != self._folder else str(path)

    def _list(self, path: Path, name: str) -> None:
        text = self.text(path, name)
        if text is None:
            return
        if name == ALIASES:
            self.knowledge.aliases = self.aliases(text, name)
        else:
            self.knowledge.golden, problems = read_golden(text, name)
            self.knowledge.problems += problems

    def _read(self, path: Path, name: str, known: Known) -> Iterator[Document | FileRecord]:
        before = len(self.knowledge.notices)
        form = format_of(path)
        file = self._file(path, name, form)
        if form is None or file is None:
            return
        record = FileRecord(name, file.digest, *_state(path))
        same = known.get(name)
        if same and same.digest == record.digest:
            self.knowledge.notices += same.notices
            yield replace(record, notices=same.notices)
            return
        problems = len(self.knowledge.problems)
        yield from self._documents_in(file, form)
        if len(self.knowledge.problems) == problems:
            yield replace(record, notices=tuple(self.knowledge.notices[before:]))

    def _documents_in(self, file: KnowledgeFile, form: Format) -> Iterator[Document]:
        try:
            for draft in form.read(file):
                yield from self._composed(draft, file.name, form)
        except FormatError as error:
            self._wrong(file.name, error.line, error.message)
        except OSError as error:
            self._wrong(file.name, 0, f"cannot be read: {error.strerror}")

    def _composed(self, draft: Draft, name: str, form: Format) -> Iterator[Document]:
        for remark in draft.remarks:
            self._remark(name, remark.line, remark.message)
        document = compose(draft, name, draft.format or form.name)
        if all(block.level for block in document.blocks):
            raise FormatError("holds no text", 1)
        yield document

    def aliases(self, text: str, name: str) -> Aliases:
        aliases, problems = read_aliases(text, name)
        self.knowledge.problems += problems
        return aliases

    def text(self, path: Path, name: str) -> str | None:
        """The text of a file, or None with the reason among the problems."""
        file = self._file(path, name)
        if file is None:
            return None
        try:
            text, remarks = decoded(file.raw)
        except FormatError as error:
            self._wrong(name, error.line, error.message)
            return None
        for remark in remarks:
            self._remark(name, remark.line, remark.message)
        return text

    def _file(self, path: Path, name: str, form: Format | None = None) -> KnowledgeFile | None:
        try:
            return self._plain_file(path, name, form)
        except OSError as error:
            self._wrong(name, 0, f"cannot be read: {error.strerror}")
        except ValueError as error:
            self._wrong(name, 1, str(error))
        return None

    def _plain_file(self, path: Path, name: str, form: Format | None) -> KnowledgeFile:
        """A plain file inside the folder, read; ValueError says what else it is."""
        try:
            target = path.resolve()
        except RuntimeError as error:  # Python before 3.13 says so when links go round in a circle
            raise ValueError("is a link that leads back to itself") from error
        if not target.is_relative_to(self._folder.resolve()):
            raise ValueError("links to a place outside the folder; put the file itself here")
        if path.exists() and not path.is_file():
            raise ValueError("is not a plain file")
        size = path.stat().st_size
        largest = form.largest if form else LARGEST
        if size > largest:
            raise ValueError(
                f"has {size / MEGABYTE:,.0f} MB; at most {largest // MEGABYTE} MB of text are read"
            )
        return KnowledgeFile.opened(name, path, form)


def _state(path: Path) -> tuple[int, int]:
    """Size and time of a file; no time when it is so new that the next change might have the same one."""
    try:
        state = path.stat()
    except OSError:
        return 0, 0
    is_settled = time.time_ns() - state.st_mtime_ns > SETTLED
    return state.st_size, state.st_mtime_ns if is_settled else 0
