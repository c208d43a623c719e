"""The knowledge folder: every document, alias and golden question in it, and all that is wrong with them.

The only place that opens an admin's files.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
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

    from bot.sources.source import Block

ALIASES = "aliases.yaml"
QUESTIONS = "questions.yaml"
FORMATS = {".md": "markdown", ".markdown": "markdown", ".txt": "plain"}
LARGEST = 64 * 1024 * 1024  # bytes of one file; a book has about one million
LONGEST_LINE = 1_000_000  # characters; no paragraph that a person wrote comes near


@dataclass(slots=True)
class Knowledge:
    """What a folder holds. With `problems` it must not be published; `notices` are worth a look."""

    documents: list[Document] = field(default_factory=list)
    aliases: Aliases = field(default_factory=Aliases)
    golden: tuple[GoldenQuestion, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)


def read_folder(folder: Path, progress: Callable[[int, int], None] = lambda _done, _all: None) -> Knowledge:
    """Everything below a folder, sorted by file name; `progress` hears files done and files in all."""
    return _FolderReader(folder).read(progress)


def read_aliases_file(path: Path) -> tuple[Aliases, list[Problem]]:
    """The aliases in one file anywhere, with its problems."""
    reader = _FolderReader(path.parent)
    text = reader.text(path, path.name)
    return reader.knowledge.aliases if text is None else reader.aliases(
        text, path.name
    ), reader.knowledge.problems


class _FolderReader:
    """Reads file after file into one Knowledge."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.knowledge = Knowledge()

    def read(self, progress: Callable[[int, int], None]) -> Knowledge:
        if not self._folder.is_dir():
            self._wrong(str(self._folder), 0, "is not a folder; put your documents (.md, .txt) into one")
            return self.knowledge
        files = list(self._files())
        for done, path in enumerate(files):
            progress(done, len(files))
            self._file(path, path.relative_to(self._folder).as_posix())
        progress(len(files), len(files))
        if not self.knowledge.documents and not self.knowledge.problems:
            self._wrong(str(self._folder), 0, "holds no documents; put .md or .txt files into it")
        return self.knowledge

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

    def _file(self, path: Path, name: str) -> None:
        kind = FORMATS.get(path.suffix.lower())
        if name not in {ALIASES, QUESTIONS} and kind is None:
            self._remark(name, 0, "is not read; documents end in .md or .txt")
            return
        text = self.text(path, name)
        if text is None:
            return
        if name == ALIASES:
            self.knowledge.aliases = self.aliases(text, name)
        elif name == QUESTIONS:
            self.knowledge.golden, problems = read_golden(text, name)
            self.knowledge.problems += problems
        elif document := self._document(text, name, _markdown if kind == "markdown" else _plain):
            self.knowledge.documents.append(document)

    def aliases(self, text: str, name: str) -> Aliases:
        aliases, problems = read_aliases(text, name)
        self.knowledge.problems += problems
        return aliases

    def text(self, path: Path, name: str) -> str | None:
        """The text of a file, or None with the reason among the problems."""
        try:
            raw = self._bytes(path)
            decoded = decode(raw)
        except OSError as error:
            self._wrong(name, 0, f"cannot be read: {error.strerror}")
            return None
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
