"""The knowledge folder: every document, alias and golden question in it, and all that is wrong with them.

The only place that opens an admin's files. Documents are read one at a time, so that no folder is too large.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from bot.sources import markdown, plain
from bot.sources.aliases import Aliases, read_aliases
from bot.sources.decoding import decode
from bot.sources.golden import GoldenQuestion, read_golden
from bot.sources.head import Head, has_head, read_head
from bot.sources.problem import Problem, quoted
from bot.sources.source import Document, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.dates import Block

    Progress = Callable[[int, int], None]

ALIASES = "aliases.yaml"
QUESTIONS = "questions.yaml"
FORMATS = {".md": "markdown", ".markdown": "markdown", ".txt": "plain"}
LARGEST = 64 * 1024 * 1024  # bytes of one file; a book has about one million
SETTLED = 2 * 10**9  # nanoseconds: the coarsest clock of a file system
LONGEST_LINE = 1_000_000  # characters; no paragraph that a person wrote comes near


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
    documents = [document for _, document in reader.documents({}, progress) if document]
    reader.knowledge.documents += documents
    return reader.knowledge


def documents_of(folder: Path) -> Iterator[Document]:
    """The documents of a folder that have no problems, one after the other."""
    reader = FolderReader(folder)
    reader.read_lists()
    return (document for _, document in reader.documents({}, lambda _done, _all: None) if document)


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
            self._wrong(str(self._folder), 0, "is not a folder; put your documents (.md, .txt) into one")
            return self.knowledge
        for path in self._files():
            name = self._name(path)
            self._order[name] = len(self._order)
            if name in {ALIASES, QUESTIONS}:
                self._list(path, name)
            elif path.suffix.lower() in FORMATS:
                self._documents.append(path)
            else:
                self._remark(name, 0, "is not read; documents end in .md or .txt")
        return self.knowledge

    def documents(self, known: Known, progress: Progress) -> Iterator[tuple[FileRecord, Document | None]]:
        """The documents without problems, sorted by file; None for one that is known and has not changed.

        To be called after `read_lists`.
        """
        many = len(self._documents)
        for done, path in enumerate(self._documents):
            progress(done, many)
            found = self._read(path, self._name(path), known)
            if found:
                yield found
        progress(many, many)
        if not many and not self.knowledge.problems:
            self._wrong(str(self._folder), 0, "holds no documents; put .md or .txt files into it")
        for rows in (self.knowledge.problems, self.knowledge.notices):
            rows.sort(key=lambda one: self._order.get(one.file, -1))  # whenever they were noticed

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

    def _read(self, path: Path, name: str, known: Known) -> tuple[FileRecord, Document | None] | None:
        before = len(self.knowledge.notices)
        state = _state(path)
        raw = self._raw(path, name)
        if raw is None:
            return None
        digest = sha256(name.encode(errors="surrogateescape") + b"\0" + raw).hexdigest()
        holding = FileRecord(name, digest, *state)
        same = known.get(name)
        if same and same.digest == digest:
            self.knowledge.notices += same.notices
            return replace(holding, notices=same.notices), None
        text = self._decoded(raw, name)
        read = _markdown if FORMATS[path.suffix.lower()] == "markdown" else _plain
        document = None if text is None else self._document(text, name, read)
        return (
            (replace(holding, notices=tuple(self.knowledge.notices[before:])), document) if document else None
        )

    def aliases(self, text: str, name: str) -> Aliases:
        aliases, problems = read_aliases(text, name)
        self.knowledge.problems += problems
        return aliases

    def text(self, path: Path, name: str) -> str | None:
        """The text of a file, or None with the reason among the problems."""
        raw = self._raw(path, name)
        return None if raw is None else self._decoded(raw, name)

    def _raw(self, path: Path, name: str) -> bytes | None:
        try:
            return self._bytes(path)
        except OSError as error:
            self._wrong(name, 0, f"cannot be read: {error.strerror}")
        except ValueError as error:
            self._wrong(name, 1, str(error))
        return None

    def _decoded(self, raw: bytes, name: str) -> str | None:
        try:
            decoded = decode(raw)
        except ValueError as error:
            self._wrong(name, 1, str(error))
            return None
        if decoded.guessed:
            self._remark(
                name, 0, f"read as {decoded.encoding}, which is a guess; save it as UTF-8 to be sure"
            )
        return decoded.text if self._lines_fit(decoded.text, name) else None

    def _bytes(self, path: Path) -> bytes:
        """The bytes of a plain file inside the folder; ValueError says what else it is."""
        try:
            target = path.resolve()
        except RuntimeError as error:  # Python before 3.13 says so when links go round in a circle
            raise ValueError("is a link that leads back to itself") from error
        if not target.is_relative_to(self._folder.resolve()):
            raise ValueError("links to a place outside the folder; put the file itself here")
        if path.exists() and not path.is_file():
            raise ValueError("is not a plain file")
        size = path.stat().st_size
        if size > LARGEST:
            raise ValueError(f"has {size / 2**20:,.0f} MB; at most {LARGEST // 2**20} MB of text are read")
        return path.read_bytes()

    def _lines_fit(self, text: str, name: str) -> bool:
        for number, line in enumerate(text.split("\n"), 1):
            if len(line) > LONGEST_LINE:
                self._wrong(
                    name, number, f"a line has {len(line):,} characters; at most {LONGEST_LINE:,} are read"
                )
                return False
        return True

    def _document(
        self, text: str, name: str, read: Callable[[str, str, Head | None], Document]
    ) -> Document | None:
        head = read_head(text, name) if has_head(text) else None
        if head:
            self.knowledge.problems += head.problems
            self.knowledge.notices += head.notices
            if head.source is None:
                return None
        document = read(text, name, head)
        if not document.source.title:
            self._wrong(name, 1, "has no title; begin it with a head: ---, title: A history of Tokyo, ---")
        elif not any(block.level == 0 for block in document.blocks):
            self._wrong(name, 1, f"holds no text under its title {quoted(document.source.title)}")
        else:
            return document
        return None


def _state(path: Path) -> tuple[int, int]:
    """Size and time of a file; no time when it is so new that the next change might have the same one."""
    try:
        state = path.stat()
    except OSError:
        return 0, 0
    is_settled = time.time_ns() - state.st_mtime_ns > SETTLED
    return state.st_size, state.st_mtime_ns if is_settled else 0


def _markdown(text: str, name: str, head: Head | None) -> Document:
    blocks = markdown.blocks(text, head.body if head else 0, head.body_line if head else 1)
    source = head.source if head and head.source else Source(_first_heading(text, blocks), name)
    return Document(source, text, blocks)


def _first_heading(text: str, blocks: tuple[Block, ...]) -> str:
    return next((text[one.start : one.end] for one in blocks[:1] if one.level), "")


def _plain(text: str, name: str, head: Head | None) -> Document:
    if head and head.source:
        read = plain.read(text, head.body, head.body_line, head.source.title)
        return Document(head.source, text, read.blocks)
    read = plain.read(text)
    return Document(Source(read.title, name, author=read.author), text, read.blocks)
