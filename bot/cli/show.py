"""`check --show FILE`: a document as it was cut, each passage with its line, its date and why it has it."""

from __future__ import annotations

import shutil
import sys
import textwrap
from typing import TYPE_CHECKING

from bot.dates import say
from bot.sources.folder import FolderReader
from bot.sources.passages import passages
from bot.sources.source import Document

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bot.sources.source import Passage

INDENT = "    "
WIDEST = 100  # characters of a line, in a wide terminal


def show(folder: Path, file: str) -> int:
    """Prints the passages of a file in the folder; 1 when it cannot be read, 2 when it is no document."""
    reader = FolderReader(folder)
    knowledge = reader.read_lists()
    name = _name_in(folder, file)
    rows = list(reader.document_file(name))
    for document in rows:
        if isinstance(document, Document):
            _print_document(document, passages(document, knowledge.aliases.event_dates))
    problems = [problem for problem in knowledge.problems if problem.file == name]
    for problem in problems or [notice for notice in knowledge.notices if notice.file == name]:
        print(problem)
    if not rows and not problems:
        print(f"{folder} holds no document {file}; `check` lists them", file=sys.stderr)
        return 2
    return 1 if problems else 0


def _name_in(folder: Path, file: str) -> str:
    """A file's name within the folder, whether it was given so or as a path from here."""
    path = (folder / file).resolve()
    if not path.exists():
        path = type(folder)(file).resolve()
    inside = path.is_relative_to(folder.resolve())
    return path.relative_to(folder.resolve()).as_posix() if inside else file


def _print_document(document: Document, cut: Iterable[Passage]) -> None:
    source = document.source
    print(f"{source.title} ({document.format}; title from its {document.title_origin})")
    for label, value in (
        ("published", source.published and say(source.published)),
        ("written", document.written != source.published and document.written and say(document.written)),
        ("opens with", document.date and f"{say(document.date.date)} ({document.date.basis})"),
        ("left out, in characters", ", ".join(f"{kind} {many:,}" for kind, many in document.left_out)),
    ):
        if value:
            print(f"{label}: {value}")
    headings: tuple[str, ...] = ()
    for passage in cut:
        if passage.headings != headings:
            headings = passage.headings
            print(f"\n{' › '.join(headings)}")
        _print_passage(passage)


def _print_passage(passage: Passage) -> None:
    date = f"{say(passage.date.date)} ({passage.date.basis})" if passage.date else "no date"
    place = f" · {passage.place.label}" if passage.place and passage.place.label else ""
    line = f"{passage.line}: " if passage.line else ""  # pages and messages have no lines
    print(f"\n{line}{date}{place}")
    width = min(shutil.get_terminal_size().columns, WIDEST)
    if passage.context:
        introduction = " / ".join(passage.context.split("\n"))
        print(
            textwrap.fill(f"[under: {introduction}]", width, initial_indent=INDENT, subsequent_indent=INDENT)
        )
    for line in passage.text.split("\n"):
        print(textwrap.fill(line, width, initial_indent=INDENT, subsequent_indent=INDENT))
