"""The library: one immutable set of documents, passages and index; saved to a file, and opened again.

Only the passages that are shown are made into objects, so a million take little memory. A file of another
version of the program, or a damaged one, is never used.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING, Any

from bot.answers import answer, explained, languages_instead, quoted
from bot.arrays import file as array_file
from bot.dates import HistoricalDate
from bot.fingerprint import fingerprint
from bot.private_files import make_private_folder
from bot.questions import understand_whole
from bot.search import Index
from bot.sources.aliases import Aliases, Event
from bot.sources.document_table import DocumentTable
from bot.sources.file_record import FileRecord
from bot.sources.golden import GoldenQuestion
from bot.sources.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import date
    from pathlib import Path

    from bot.answers import Answer, Explanation, Quotation, Refusal
    from bot.questions import Question
    from bot.sources.source import Passage, Source


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Library:
    """All that questions are answered from, as it was at one moment."""

    documents: DocumentTable  # in reading order
    index: Index
    golden: tuple[GoldenQuestion, ...] = ()
    notices: tuple[Problem, ...] = ()
    left_out: tuple[FileRecord, ...] = ()  # faulty files that it was published without
    hidden: frozenset[str] = frozenset()  # files whose sources are not used

    def answer(
        self, question: str, *, top: int = 3, today: date | None = None, earlier: str | None = None
    ) -> Answer | Refusal:
        """The answer to a question, or why there is none, with up to `top` hits.

        `today` is what "last year" counts from, `earlier` the topic of the question before ("and in 2018?").
        """
        before = None if earlier is None else partial(self.understand, earlier, today)
        return self.answer_after(before, question, top=top, today=today)

    def answer_after(
        self,
        before: Callable[[], Question] | None,
        question: str,
        *,
        top: int = 3,
        today: date | None = None,
    ) -> Answer | Refusal:
        """The same, where `before` makes what was spoken of, only for a question that goes on from it."""
        return answer(question, self.index, top=top, today=_as_historical(today), before=before)

    def understand(self, text: str, today: date | None = None) -> Question:
        """A text as a single question that stands alone."""
        return understand_whole(text, self.index, _as_historical(today))

    def look_at(self, passage: Passage, question: Question) -> Quotation:
        """A passage with the sentence and dates that are nearest to a question, which it need not answer."""
        return quoted(question, passage, self.index)

    def languages_instead(self, question: str) -> tuple[str, ...]:
        """The languages of the sources (ISO 639-1) when a question is in a script that none of them has."""
        return languages_instead(question, self.index)

    def without(self, files: Collection[str]) -> Library:
        """The same library, which answers from the sources of all other files."""
        return replace(self, index=self.index.without(files), hidden=frozenset(files))

    def explain(self, result: Answer | Refusal) -> Explanation:
        """Why one of its answers or refusals is as it is."""
        return explained(result, self.index)

    @property
    def passages(self) -> Sequence[Passage]:
        """Document after document, in reading order; each is made when it is asked for."""
        return self.index.passages

    @property
    def aliases(self) -> Aliases:
        return self.index.aliases

    @property
    def sources(self) -> tuple[Source, ...]:
        every = self.index.passages.all_sources()
        return tuple(source for source in every if source.file not in self.hidden)

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


def _as_historical(day: date | None) -> HistoricalDate | None:
    return HistoricalDate.parse(day.isoformat()) if day else None


def save(library: Library, place: Path) -> None:
    """Writes a library to a file, whole or not at all, in the place of the one before; raises OSError."""
    make_private_folder(place.parent)
    arrays = chain(library.documents.arrays("documents"), library.index.arrays())
    array_file.write(place, fingerprint(), _facts(library), arrays)


def open_library(place: Path) -> Library:
    """The library in a file; raises ArrayFileError."""
    saved = array_file.read(place, fingerprint())
    facts = saved.facts
    aliases = Aliases(
        tuple(tuple(names) for names in facts["names"]),
        tuple(Event(tuple(names), HistoricalDate.parse(date)) for names, date in facts["events"]),
    )
    return Library(
        documents=DocumentTable.of_arrays(saved.arrays, "documents"),
        index=Index.of_arrays(saved.arrays, aliases),
        golden=tuple(_golden(row) for row in facts["golden"]),
        notices=tuple(Problem(*row) for row in facts["notices"]),
        left_out=tuple(map(FileRecord.from_json, facts["left_out"])),
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
        "notices": [[notice.file, notice.line, notice.message] for notice in library.notices],
        "left_out": [record.as_json() for record in library.left_out],
    }


def _golden(row: list[Any]) -> GoldenQuestion:
    question, line, passage, date, refuse = row
    return GoldenQuestion(question, line, passage, HistoricalDate.parse(date) if date else None, refuse)
