"""The library: one immutable set of documents, passages and index; built from a folder, saved, opened again.

A library lives in memory (`build`), or in one file that is mapped into it (`build_to`, `open_library`).
Only the passages that are shown are made into objects, so a million need no loading and little memory. The
file is written aside and renamed when it is whole; a file of another version of the program, or a damaged
one, is never used but written anew. A document that the library before holds unchanged is not read again.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.answers import answer
from bot.arrays import ArrayFileError
from bot.arrays import file as array_file
from bot.dates import HistoricalDate
from bot.fingerprint import fingerprint
from bot.private_files import make_private_folder
from bot.search import Index
from bot.search.cutting.passages import PassageReader
from bot.sources.aliases import Aliases, Event
from bot.sources.folder import FolderReader
from bot.sources.golden import GoldenQuestion
from bot.sources.holdings import Holdings
from bot.sources.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from bot.answers import Answer, Refusal
    from bot.sources.folder import FileRecord, Knowledge
    from bot.sources.source import Document, Passage, Source

Progress = Callable[[int, int], None]  # hears files done and files in all


class KnowledgeError(Exception):
    """A knowledge folder that must not be published; `problems` says all that is wrong with it."""

    def __init__(self, problems: tuple[Problem, ...], notices: tuple[Problem, ...] = ()) -> None:
        super().__init__(problems, notices)
        self.problems = problems
        self.notices = notices

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


@dataclass(frozen=True, slots=True)
class Library:
    """All that questions are answered from, as it was at one moment."""

    documents: Holdings  # in reading order
    index: Index
    golden: tuple[GoldenQuestion, ...] = ()
    notices: tuple[Problem, ...] = ()

    def answer(
        self, question: str, *, top: int = 3, today: date | None = None, earlier: str | None = None
    ) -> Answer | Refusal:
        """The answer to a question, or why there is none, with up to `top` hits.

        `today` is what "last year" counts from, `earlier` the topic of the question before ("and in 2018?").
        """
        day = HistoricalDate.parse(today.isoformat()) if today else None
        return answer(question, self.index, top=top, today=day, earlier=earlier)

    @property
    def passages(self) -> Sequence[Passage]:
        """Document after document, in reading order; each is made when it is asked for."""
        return self.index.passages

    @property
    def aliases(self) -> Aliases:
        return self.index.aliases

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(self.index.passages.all_sources())

    @property
    def dated_share(self) -> float:
        """Share of the passages that have a date, 0 to 1."""
        return self.index.passages.dated_share

    @property
    def version(self) -> str:
        """Ten hexadecimal digits of the content: the same folder gives the same ones anywhere."""
        content = sha256(repr(self.aliases).encode())
        for document in self.documents:
            content.update(document.digest.encode())
        return content.hexdigest()[:10]


def nobody(_done: int, _all: int) -> None:
    """Nobody watches."""


def usable_cores() -> int:
    """Cores that this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)  # not everywhere
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def build(
    folder: Path, before: Library | None = None, progress: Progress = nobody, cores: int = 1
) -> Library:
    """The library of a folder; raises KnowledgeError. What `before` holds unchanged is not read again.

    With several `cores`, large folders are read in so many processes.
    """
    return _Builder(folder, before, cores).build(progress)


class _Builder:
    """Reads a folder into a new library."""

    def __init__(self, folder: Path, before: Library | None, cores: int = 1) -> None:
        self._folder = FolderReader(folder)
        self._knowledge = self._folder.read_lists()
        self._before = before
        self._known: dict[str, int] = {}
        read = None
        if before and before.aliases.events == self._knowledge.aliases.events:  # dates hang on them
            self._known = before.documents.by_file()
            read = before.index.read()
        self._reader = PassageReader(read, cores)
        self.documents_read = 0

    def build(self, progress: Progress) -> Library:
        try:
            return self._build(progress)
        finally:
            self._reader.close()

    def _build(self, progress: Progress) -> Library:
        knowledge = self._knowledge
        found = [self._take(*row) for row in self._folder.documents(self._holdings(), progress)]
        if knowledge.problems:
            raise KnowledgeError(tuple(knowledge.problems), tuple(knowledge.notices))
        if self._before and _is_same(found, knowledge, self._before):
            return self._before
        read = self._reader.passages()
        sizes = np.bincount(read.catalogue.source_of, minlength=len(found))  # each document is a source
        index = Index.over(read, knowledge.aliases)
        return Library(Holdings.of(found, sizes), index, knowledge.golden, tuple(knowledge.notices))

    def _holdings(self) -> dict[str, FileRecord]:
        """What need not be read again when it is unchanged."""
        return (
            {holding.file: holding for holding in self._before.documents}
            if self._known and self._before
            else {}
        )

    def _take(self, holding: FileRecord, document: Document | None) -> FileRecord:
        if document:
            self.documents_read += 1
            self._reader.add_document(document, self._knowledge.aliases.event_dates)
        elif self._before:
            self._reader.take_over(*self._before.documents.passages(self._known[holding.file]))
        return holding


def _is_same(found: Sequence[FileRecord], knowledge: Knowledge, before: Library) -> bool:
    return (
        [one.digest for one in found] == [one.digest for one in before.documents]
        and knowledge.aliases == before.aliases
        and knowledge.golden == before.golden
    )


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What `build_to` made, and of how much."""

    is_new: bool  # False when the saved library was up to date and nothing was written
    documents: int
    passages: int
    documents_read: int  # the others were taken over as they were
    notices: tuple[Problem, ...] = ()


def build_to(folder: Path, place: Path, progress: Progress = nobody, cores: int = 1) -> BuildReport:
    """Builds the library of a folder into the file `place`, whole or not at all.

    What the file there holds unchanged is not read again. Raises KnowledgeError, and OSError when the file
    cannot be written. Needs nothing but its arguments, so it may run in another process.
    """
    before = None
    with contextlib.suppress(ArrayFileError):
        before = open_library(place)
    builder = _Builder(folder, before, cores)
    library = builder.build(progress)
    if library is not before:
        save(library, place)
    return BuildReport(
        is_new=library is not before,
        documents=len(library.documents),
        passages=len(library.passages),
        documents_read=builder.documents_read,
        notices=library.notices,
    )


def is_up_to_date(library: Library, folder: Path) -> bool:
    """Whether a folder holds what a library was built from, by names, sizes and times of the documents."""
    reader = FolderReader(folder)
    knowledge = reader.read_lists()
    return (
        not knowledge.problems
        and knowledge.aliases == library.aliases
        and knowledge.golden == library.golden
        and reader.is_as_before({holding.file: holding for holding in library.documents})
    )


def save(library: Library, place: Path) -> None:
    """Writes a library to a file, in the place of the one before; raises OSError."""
    make_private_folder(place.parent)
    arrays = chain(library.documents.arrays("documents"), library.index.arrays())
    array_file.write(place, fingerprint(), _facts(library), arrays)


def open_library(place: Path) -> Library:
    """The library in a file, mapped into memory; raises ArrayFileError."""
    found = array_file.read(place, fingerprint())
    facts = found.facts
    aliases = Aliases(
        tuple(tuple(names) for names in facts["names"]),
        tuple(Event(tuple(names), HistoricalDate.parse(date)) for names, date in facts["events"]),
    )
    return Library(
        documents=Holdings.of_arrays(found.arrays, "documents"),
        index=Index.of_arrays(found.arrays, aliases),
        golden=tuple(_golden(row) for row in facts["golden"]),
        notices=tuple(Problem(*row) for row in facts["notices"]),
    )


def _facts(library: Library) -> dict[str, Any]:
    """What a library holds beside arrays, as JSON can say it."""
    return {
        "names": library.aliases.names,
        "events": [[event.names, str(event.date)] for event in library.aliases.events],
        "golden": [
            [row.question, row.line, row.passage, row.date and str(row.date), row.refuse]
            for row in library.golden
        ],
        "notices": [[one.file, one.line, one.message] for one in library.notices],
    }


def _golden(row: list[Any]) -> GoldenQuestion:
    question, line, passage, date, refuse = row
    return GoldenQuestion(question, line, passage, HistoricalDate.parse(date) if date else None, refuse)
