"""Building a library from a folder: what the library before holds unchanged is not read again."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from bot.arrays import ArrayFileError
from bot.library import Library, open_library, save
from bot.search import Index
from bot.search.cutting.passages import PassageReader
from bot.sources.file_record import FileRecord
from bot.sources.folder import ALIASES, QUESTIONS, FaultyFiles, FolderReader
from bot.sources.holdings import Holdings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.sources.folder import Knowledge
    from bot.sources.passage_table import PassageTable
    from bot.sources.problem import Problem
    from bot.sources.source import Document

Progress = Callable[[int, int], None]  # hears files done and files in all


class KnowledgeError(Exception):
    """A knowledge folder that must not be published; `problems` says all that is wrong with it."""

    def __init__(self, problems: tuple[Problem, ...], notices: tuple[Problem, ...] = ()) -> None:
        super().__init__(problems, notices)
        self.problems = problems
        self.notices = notices

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def unwatched(_done: int, _all: int) -> None:
    """Nobody watches."""


def usable_cores() -> int:
    """Cores that this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)  # not everywhere
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def build(
    folder: Path,
    before: Library | None = None,
    progress: Progress = unwatched,
    cores: int = 1,
    faulty: FaultyFiles = FaultyFiles.REFUSED,
) -> Library:
    """The library of a folder; raises KnowledgeError. What `before` holds unchanged is not read again.

    With several `cores`, large folders are read in so many processes.
    """
    return _LibraryBuilder(folder, before, cores, faulty).build(progress)


class _LibraryBuilder:
    """Reads a folder into a new library."""

    def __init__(
        self,
        folder: Path,
        before: Library | None,
        cores: int = 1,
        faulty: FaultyFiles = FaultyFiles.REFUSED,
    ) -> None:
        left_out = {record.file: record for record in before.left_out} if before else {}
        self._folder = FolderReader(folder, faulty, left_out)
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
        records = list(self._taken(self._folder.documents(self._records(), progress)))
        if not records and knowledge.left_out:
            knowledge.problems += chain.from_iterable(record.problems for record in knowledge.left_out)
        if knowledge.problems:
            raise KnowledgeError(tuple(knowledge.problems), tuple(knowledge.notices))
        if self._before and _is_same(records, knowledge, self._before):
            return self._before
        read = self._reader.passages()
        sizes = _sizes(records, read.catalogue)
        index = Index.over(read, knowledge.aliases)
        return Library(
            documents=Holdings.of(records, sizes),
            index=index,
            golden=knowledge.golden,
            notices=tuple(knowledge.notices),
            left_out=tuple(knowledge.left_out),
        )

    def _records(self) -> dict[str, FileRecord]:
        """What need not be read again when it is unchanged."""
        return (
            {record.file: record for record in self._before.documents} if self._known and self._before else {}
        )

    def _taken(self, rows: Iterable[Document | FileRecord]) -> Iterator[FileRecord]:
        """The records of files whose documents are read; one without any is as it was."""
        is_new = False
        for row in rows:
            if isinstance(row, FileRecord):
                if not is_new and self._before:
                    self._reader.take_over(*self._before.documents.passages(self._known[row.file]))
                self.documents_read += is_new
                is_new = False
                yield row
            else:
                self._reader.add_document(row, self._knowledge.aliases.event_dates)
                is_new = True


def _sizes(records: Sequence[FileRecord], passages: PassageTable) -> NDArray[np.int64]:
    """How many passages each file has; it may hold several sources."""
    numbers = {record.file: number for number, record in enumerate(records)}
    file_of = np.array([numbers[source.file] for source in passages.all_sources()], np.int64)
    return np.bincount(file_of[passages.source_of], minlength=len(records))


def _is_same(records: Sequence[FileRecord], knowledge: Knowledge, before: Library) -> bool:
    return (
        [record.digest for record in records] == [record.digest for record in before.documents]
        and knowledge.aliases == before.aliases
        and knowledge.golden == before.golden
        and _digests(knowledge.left_out) == _digests(before.left_out)
    )


def _digests(records: Iterable[FileRecord]) -> list[tuple[str, str]]:
    return [(record.file, record.digest) for record in records]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What `build_to` made, and of how much."""

    is_new: bool  # False when the saved library was up to date and nothing was written
    documents: int
    passages: int
    documents_read: int  # the others were taken over as they were
    notices: tuple[Problem, ...] = ()


def build_to(
    folder: Path,
    place: Path,
    progress: Progress = unwatched,
    cores: int = 1,
    faulty: FaultyFiles = FaultyFiles.REFUSED,
) -> BuildReport:
    """Builds the library of a folder into the file `place`, whole or not at all.

    What the file there holds unchanged is not read again. Raises KnowledgeError, and OSError when the file
    cannot be written. Needs nothing but its arguments, so it may run in another process.
    """
    before = None
    with contextlib.suppress(ArrayFileError):
        before = open_library(place)
    builder = _LibraryBuilder(folder, before, cores, faulty)
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
    left_out = {record.file: record for record in library.left_out}
    reader = FolderReader(folder, FaultyFiles.AS_BEFORE, left_out)
    knowledge = reader.read_lists()
    lists = {ALIASES, QUESTIONS}
    documents = (record for record in (*library.documents, *library.left_out) if record.file not in lists)
    return (
        not knowledge.problems
        and knowledge.aliases == library.aliases
        and knowledge.golden == library.golden
        and reader.is_as_before({record.file: record for record in documents})
    )
