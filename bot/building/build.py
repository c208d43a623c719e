"""Building a library from a folder: what the library before holds unchanged is not read again."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from bot.arrays import ArrayFileError
from bot.library import Library, open_library
from bot.search import Index
from bot.search.tokenizing.parallel import tokenize_documents
from bot.search.tokenizing.tokenized_passages import Stretch, TokenizedPassages
from bot.sources.aliases import Aliases
from bot.sources.document_table import DocumentTable
from bot.sources.file_record import FileRecord
from bot.sources.folder import ALIASES, QUESTIONS, FaultyFiles, FolderReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from bot.sources.folder import Knowledge, Overlay
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


def build(  # noqa: PLR0913 - each says one thing of how a folder is read
    folder: Path,
    before: Library | None = None,
    progress: Progress = unwatched,
    cores: int = 1,
    faulty: FaultyFiles = FaultyFiles.REFUSED,
    *,
    overlay: Overlay | None = None,
) -> Library:
    """The library of a folder; raises KnowledgeError. What `before` holds unchanged is not read again.

    With several `cores`, large folders are read in so many processes.
    """
    return _LibraryBuilder(folder, before, cores, faulty, overlay).build(progress)


class _LibraryBuilder:
    """Reads a folder into a new library."""

    def __init__(
        self,
        folder: Path,
        before: Library | None,
        cores: int = 1,
        faulty: FaultyFiles = FaultyFiles.REFUSED,
        overlay: Overlay | None = None,
    ) -> None:
        left_out = {record.file: record for record in before.left_out} if before else {}
        self._folder = FolderReader(folder, faulty, left_out, overlay)
        self._knowledge = self._folder.read_lists()
        self._before = before
        self._cores = cores
        self._known: dict[str, int] = {}
        if before and before.aliases.events == self._knowledge.aliases.events:  # dates hang on them
            self._known = before.documents.by_file()
        self._records: list[FileRecord] = []
        self._new: set[str] = set()  # files that were read

    def build(self, progress: Progress) -> Library:
        knowledge = self._knowledge
        new = tokenize_documents(self._new_documents(progress), knowledge.aliases.event_dates, self._cores)
        if not self._records and knowledge.left_out:
            knowledge.problems += chain.from_iterable(record.problems for record in knowledge.left_out)
        if knowledge.problems:
            raise KnowledgeError(tuple(knowledge.problems), tuple(knowledge.notices))
        if self._before and _is_same(self._records, knowledge, self._before):
            return self._before
        stretches = list(self._stretches(new))
        return Library(
            documents=DocumentTable.of(self._records, map(len, stretches)),
            index=Index.over(TokenizedPassages.joined(_merged(stretches)), knowledge.aliases),
            golden=knowledge.golden,
            notices=tuple(knowledge.notices),
            left_out=tuple(knowledge.left_out),
        )

    def _new_documents(self, progress: Progress) -> Iterator[Document]:
        """Documents that have to be read, in order; all files are noted on the way."""
        known = self._before.documents if self._known and self._before else ()
        for row in self._folder.documents({record.file: record for record in known}, progress):
            if isinstance(row, FileRecord):
                self._records.append(row)
            else:
                self._new.add(row.source.file)
                yield row

    def _stretches(self, new: TokenizedPassages) -> Iterator[Stretch]:
        """The passages of each file, new ones and those that the library before has."""
        before = self._before.index.tokenized() if self._before else new
        sizes: Counter[str] = Counter()
        for source, size in zip(new.passages.all_sources(), np.bincount(new.passages.source_of), strict=True):
            sizes[source.file] += int(size)
        end = 0
        for record in self._records:
            if record.file in self._new or not self._before:
                end += sizes[record.file]
                yield Stretch(new, end - sizes[record.file], end)
            else:
                yield Stretch(before, *self._before.documents.passages(self._known[record.file]))


def _merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same with neighbours as one."""
    merged: list[Stretch] = []
    for stretch in stretches:
        if merged and merged[-1].whole is stretch.whole and merged[-1].last == stretch.first:
            merged.append(Stretch(stretch.whole, merged.pop().first, stretch.last))
        else:
            merged.append(stretch)
    return merged


def _is_same(records: Sequence[FileRecord], knowledge: Knowledge, before: Library) -> bool:
    return (
        [record.digest for record in records] == [record.digest for record in before.documents]
        and knowledge.aliases == before.aliases
        and knowledge.golden == before.golden
        and _digests(knowledge.left_out) == _digests(before.left_out)
    )


def _digests(records: Iterable[FileRecord]) -> list[tuple[str, str]]:
    return [(record.file, record.digest) for record in records]


def empty_library() -> Library:
    """A library that holds nothing yet."""
    return Library(DocumentTable.of([], []), Index.build([], Aliases()))


def is_empty(folder: Path) -> bool:
    """Whether a folder can be read, and no document lies in it."""
    reader = FolderReader(folder)
    return not reader.read_lists().problems and not reader.has_documents


def saved_library(place: Path) -> Library | None:
    """The library saved at a place, None when there is none that this program may use."""
    try:
        return open_library(place)
    except ArrayFileError:
        return None


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
