"""The knowledge folder: every document, alias and golden question in it, and all that is wrong with them.

The only place that opens an admin's files. Documents are read one at a time, so that no folder is too large.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from bot.sources.aliases import Aliases, read_aliases
from bot.sources.composition import compose
from bot.sources.cutting import cut
from bot.sources.draft import FormatError
from bot.sources.file_opening import opened
from bot.sources.file_record import FileRecord, Reading
from bot.sources.formats import SUFFIXES, decoded, format_of, format_of_content, why_not_read
from bot.sources.golden import GoldenQuestion, read_golden
from bot.sources.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.sources.formats import Format, KnowledgeFile
    from bot.sources.source import Document

    Progress = Callable[[int, int], None]

ALIASES = "aliases.yaml"
QUESTIONS = "questions.yaml"
STATE_DIGITS = 16
SETTLED = 2 * 10**9  # nanoseconds: the coarsest clock of a file system


class FaultyFiles(Enum):
    """What becomes of files that cannot be read."""

    REFUSED = "refused"  # nothing is published
    AS_BEFORE = "as before"  # those are left out that were, and have not changed since
    LEFT_OUT = "left out"  # the rest is published


@dataclass(slots=True)
class Knowledge:
    """What a folder holds. With `problems` it must not be published; `notices` are worth a look."""

    aliases: Aliases = field(default_factory=Aliases)
    golden: tuple[GoldenQuestion, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    left_out: list[FileRecord] = field(default_factory=list)  # faulty files, where they may be


Known = Mapping[str, FileRecord]  # by file
NONE_KNOWN: Known = {}


def read_aliases_file(path: Path) -> tuple[Aliases, list[Problem]]:
    """The aliases in one file anywhere, with its problems."""
    reader = FolderReader(path.parent)
    reader.read_list(path, path.name, ALIASES)
    return reader.knowledge.aliases, reader.knowledge.problems


@dataclass(frozen=True, slots=True)
class Overlay:
    """Changes of a folder that are not made yet: files as if they lay in it, others as if they did not."""

    folder: Path  # whose files are laid over those of the same path
    without: frozenset[str] = frozenset()  # paths within the folder


def state_of(folder: Path) -> str:
    """A name for what lies in a folder, by paths, sizes and times of its files."""
    files = FolderReader(folder).all_files() if folder.is_dir() else []
    states = [(name, *_size_and_time(path)) for name, path in files]
    return sha256(repr(states).encode()).hexdigest()[:STATE_DIGITS]


class FolderReader:
    """Reads aliases and golden questions at once, then document after document."""

    def __init__(
        self,
        folder: Path,
        faulty: FaultyFiles = FaultyFiles.REFUSED,
        left_out: Known = NONE_KNOWN,
        overlay: Overlay | None = None,
    ) -> None:
        """`left_out` are the faulty files that were left out before."""
        self._folder = folder
        self._overlay = overlay
        self._faulty = faulty
        self._left_out = left_out
        self.knowledge = Knowledge()  # its documents are left to the caller
        self._documents: list[tuple[str, Path]] = []
        self._order: dict[str, int] = {}  # of all files

    def read_lists(self) -> Knowledge:
        """The aliases and golden questions, and what else is no document."""
        if not self._folder.is_dir():
            self._wrong(str(self._folder), "is not a folder; put your documents into one")
            return self.knowledge
        for name, path in self.all_files():
            self._order[name] = len(self._order)
            if name in {ALIASES, QUESTIONS}:
                self.read_list(path, name, name)
            elif format_of(path):
                self._documents.append((name, path))
            else:
                self._remark(name, 0, f"is not read; {why_not_read(name)}")
        return self.knowledge

    def documents(self, known: Known, progress: Progress) -> Iterator[Document | FileRecord]:
        """The documents without problems, sorted by file, and behind those of each file its record.

        A record without documents is of a file that is known and has not changed. To be called after
        `read_lists`.
        """
        many = len(self._documents)
        is_empty = True
        for done, (name, path) in enumerate(self._documents):
            progress(done, many)
            for row in self._read(path, name, known):
                is_empty = False
                yield row
        progress(many, many)
        if is_empty and not (self.knowledge.problems or self.knowledge.left_out):
            self._wrong(str(self._folder), f"holds no documents; put files into it that end in {SUFFIXES}")
        for rows in (self.knowledge.problems, self.knowledge.notices):
            rows.sort(key=lambda row: self._order.get(row.file, -1))  # whenever they were noticed

    def document_file(self, name: str) -> Iterator[Document | FileRecord]:
        """The documents of one file and its record; nothing where the folder has no such document."""
        for document, path in self._documents:
            if document == name:
                yield from self._read(path, name, NONE_KNOWN)

    @property
    def has_documents(self) -> bool:
        """Whether there is any file that a document can be read of. To be called after `read_lists`."""
        return bool(self._documents)

    def is_as_before(self, known: Known) -> bool:
        """Whether the folder holds the very documents that are known, going by their size and time."""
        files = self._documents
        return len(files) == len(known) and all(_is_as_before(path, known.get(name)) for name, path in files)

    def _wrong(self, file: str, message: str) -> None:
        self.knowledge.problems.append(Problem(file, 0, message))

    def _remark(self, file: str, line: int, message: str) -> None:
        self.knowledge.notices.append(Problem(file, line, message))

    def all_files(self) -> list[tuple[str, Path]]:
        """Every file with its name, in reading order: the files of a folder, then the folders in it."""
        files = {self._name(path): path for path in self._files(self._folder)}
        if self._overlay:
            files = {name: path for name, path in files.items() if name not in self._overlay.without}
            files |= {self._name(path): path for path in self._files(self._overlay.folder)}
        return sorted(files.items(), key=lambda row: _reading_order(row[0]))

    def _files(self, top: Path) -> Iterator[Path]:
        """Every file that is not hidden; linked folders are not entered."""
        for where, folders, files in os.walk(top, onerror=self._unreadable):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in folders:
                if (Path(where) / name).is_symlink():
                    self._remark(self._name(Path(where) / name), 0, "a link to a folder is not followed")
            yield from (Path(where) / name for name in files if not name.startswith("."))

    def _unreadable(self, error: OSError) -> None:
        self._wrong(self._name(Path(error.filename)), f"cannot be read: {error.strerror}")

    def _name(self, path: Path) -> str:
        top = self._top(path)
        return path.relative_to(top).as_posix() if path != top else str(path)

    def _top(self, path: Path) -> Path:
        """The folder that a file lies in, or the one laid over it."""
        is_laid_over = self._overlay is not None and path.is_relative_to(self._overlay.folder)
        return self._overlay.folder if self._overlay and is_laid_over else self._folder

    def read_list(self, path: Path, name: str, kind: str) -> None:
        """The aliases or golden questions in a file, unless it is faulty."""
        record = FileRecord(name, "", *_state(path))
        try:
            file = opened(self._top(path), path, name)
            record = replace(record, digest=file.digest)
            text, remarks = decoded(file.raw)
        except FormatError as error:
            self._refuse(record, [_problem(name, error)])
            return
        for remark in remarks:
            self._remark(name, remark.line, remark.message)
        if kind == ALIASES:
            aliases, problems = read_aliases(text, name)
            self.knowledge.aliases = Aliases() if problems else aliases
        else:
            golden, problems = read_golden(text, name)
            self.knowledge.golden = () if problems else golden
        self._refuse(record, problems)

    def _read(self, path: Path, name: str, known: Known) -> Iterator[Document | FileRecord]:
        record = FileRecord(name, "", *_state(path))
        form = format_of(path)
        if form is None:
            return
        try:
            file = opened(self._top(path), path, name, form)
            record = replace(record, digest=file.digest)
            same = known.get(name)
            if same and same.digest == record.digest:
                self.knowledge.notices += same.notices
                yield replace(same, size=record.size, modified=record.modified)
            else:
                yield from self._documents_in(file, format_of_content(form, file.raw), record)
        except FormatError as error:
            if form.is_optional:
                self._remark(name, error.line, f"is not read; it {error.message}")
            else:
                self._refuse(record, [_problem(name, error)])
        except OSError as error:
            self._refuse(record, [Problem(name, 0, f"cannot be read: {error.strerror}")])

    def _documents_in(
        self, file: KnowledgeFile, form: Format, record: FileRecord
    ) -> Iterator[Document | FileRecord]:
        """The documents of a file and its record; raises FormatError before any of them."""
        readings: list[Reading] = []
        notices: list[Problem] = []
        for draft in form.read(file):
            document = compose(draft, file.name, draft.format or form.name)
            if all(block.level for block in document.blocks) and not cut(document).cuts:
                raise FormatError("holds no text")
            notices += [Problem(file.name, remark.line, remark.message) for remark in draft.remarks]
            readings.append(Reading.of(document))
            yield document
        self.knowledge.notices += notices
        yield replace(record, notices=tuple(notices), reading=Reading.joined(readings))

    def _refuse(self, record: FileRecord, problems: Sequence[Problem]) -> None:
        """Takes note of what is wrong with a file, and leaves it out where that may be."""
        if not problems:
            return
        before = self._left_out.get(record.file)
        is_as_before = before is not None and before.digest == record.digest
        if self._faulty is FaultyFiles.LEFT_OUT or (self._faulty is FaultyFiles.AS_BEFORE and is_as_before):
            self.knowledge.left_out.append(replace(record, problems=tuple(problems)))
        else:
            self.knowledge.problems += problems


def _problem(name: str, error: FormatError) -> Problem:
    return Problem(name, error.line, error.message)


def _reading_order(name: str) -> list[tuple[bool, str]]:
    *folders, file = name.split("/")
    return [*((True, folder) for folder in folders), (False, file)]


def _is_as_before(path: Path, record: FileRecord | None) -> bool:
    return bool(record and record.modified and (record.size, record.modified) == _state(path))


def _size_and_time(path: Path) -> tuple[int, int]:
    try:
        state = path.stat()
    except OSError:
        return 0, 0
    return state.st_size, state.st_mtime_ns


def _state(path: Path) -> tuple[int, int]:
    """Size and time of a file; no time when it is so new that the next change might have the same one."""
    size, modified = _size_and_time(path)
    return size, modified if time.time_ns() - modified > SETTLED else 0
