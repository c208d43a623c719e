"""The library: one immutable set of documents, passages and index, and how a new one takes its place."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.answers import Answer, Refusal, answer
from bot.search import Index
from bot.sources.aliases import Aliases
from bot.sources.folder import read_folder
from bot.sources.passages import passages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.sources.folder import Knowledge
    from bot.sources.golden import GoldenQuestion
    from bot.sources.problem import Problem
    from bot.sources.source import Document, Passage, Source


class KnowledgeError(Exception):
    """A knowledge folder that must not be published; `problems` says all that is wrong with it."""

    def __init__(self, problems: tuple[Problem, ...], notices: tuple[Problem, ...] = ()) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
        self.notices = notices


@dataclass(frozen=True, slots=True)
class Library:
    """All that questions are answered from, as it was at one moment."""

    documents: tuple[Document, ...]
    passages: tuple[Passage, ...]  # document after document, in reading order
    index: Index
    aliases: Aliases = field(default_factory=Aliases)
    golden: tuple[GoldenQuestion, ...] = ()
    notices: tuple[Problem, ...] = ()

    def answer(self, question: str, *, top: int = 3) -> Answer | Refusal:
        """The answer to a question, or why there is none, with up to `top` hits."""
        return answer(question, self.index, top=top)

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(one.source for one in self.documents)

    @property
    def dated_share(self) -> float:
        """Share of the passages that have a date, 0 to 1."""
        return sum(one.date is not None for one in self.passages) / len(self.passages)

    @property
    def version(self) -> str:
        """Ten hexadecimal digits of the content: the same folder gives the same ones anywhere."""
        content = hashlib.sha256(repr(self.aliases).encode())
        for one in self.documents:
            content.update(repr(one.source).encode())
            content.update(one.text.encode(errors="surrogatepass"))
        return content.hexdigest()[:10]


def build(
    folder: Path,
    before: Library | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Library:
    """The library of a folder; raises KnowledgeError. What `before` holds unchanged is not read again."""
    knowledge = read_folder(folder, progress)
    if knowledge.problems:
        raise KnowledgeError(tuple(knowledge.problems), tuple(knowledge.notices))
    if before and _is_same(knowledge, before):
        return before
    cut = _passages(knowledge, before)
    return Library(
        documents=tuple(knowledge.documents),
        passages=cut,
        index=Index.build(cut, knowledge.aliases),
        aliases=knowledge.aliases,
        golden=knowledge.golden,
        notices=tuple(knowledge.notices),
    )


def _is_same(knowledge: Knowledge, before: Library) -> bool:
    return (
        tuple(knowledge.documents) == before.documents
        and knowledge.aliases == before.aliases
        and knowledge.golden == before.golden
    )


def _passages(knowledge: Knowledge, before: Library | None) -> tuple[Passage, ...]:
    """The passages of all documents, those of unchanged documents taken over."""
    known: dict[str, list[Passage]] = {}
    unchanged: set[str] = set()
    if before and before.aliases.events == knowledge.aliases.events:
        old = {one.source.file: one for one in before.documents}
        unchanged = {file for one in knowledge.documents if old.get(file := one.source.file) == one}
        for passage in before.passages:
            known.setdefault(passage.source.file, []).append(passage)
    events = knowledge.aliases.event_dates
    return tuple(
        passage
        for one in knowledge.documents
        for passage in (known[one.source.file] if one.source.file in unchanged else passages(one, events))
    )


def broken_questions(library: Library) -> tuple[str, ...]:
    """The golden questions that a library does not answer as wanted, a line each saying what came instead."""
    return tuple(filter(None, (_broken(library, row) for row in library.golden)))


def _broken(library: Library, row: GoldenQuestion) -> str | None:
    found = library.answer(row.question, top=1)
    if isinstance(found, Refusal):
        return None if row.refuse else f'line {row.line}: "{row.question}" is not answered'
    shown = " ".join(found.passage.text.split())
    if row.refuse:
        return f'line {row.line}: "{row.question}" should find nothing, but is answered'
    if row.passage and row.passage.casefold() not in shown.casefold():
        return f'line {row.line}: "{row.question}" is answered by another passage ("{shown[:50]}…")'
    if row.date and (not found.date or found.date.date != row.date):
        said = found.date.date if found.date else "no date"
        return f'line {row.line}: "{row.question}" is dated {said}, not {row.date}'
    return None


@dataclass(frozen=True, slots=True)
class ReloadReport:
    """What a reload did, and to what; with problems nothing was published and the old library stays."""

    published: bool
    unchanged: bool
    documents: int  # of the library that is current now, as all numbers here
    passages: int
    dated_share: float  # 0 to 1
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    broken: tuple[str, ...] = ()  # golden questions no longer answered as wanted
    added: tuple[str, ...] = ()  # files
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    passages_added: int = 0
    passages_removed: int = 0
    seconds: float = 0.0


class LiveLibrary:
    """The library that answers now. Readers take `current` once and keep it; a reload swaps it as a whole."""

    def __init__(self, folder: Path, progress: Callable[[int, int], None] = lambda _done, _all: None) -> None:
        """Builds the first library; raises KnowledgeError."""
        self._folder = folder
        self.current = build(folder, progress=progress)
        self.is_reloading = False

    async def reload(self) -> ReloadReport:
        """Builds a new library aside, off the event loop, and swaps it in unless the folder has problems."""
        return await asyncio.to_thread(self.reload_now)

    def reload_now(self) -> ReloadReport:
        """As `reload`, at once; one at a time is for the caller to see to (`is_reloading`)."""
        began, before = time.monotonic(), self.current
        self.is_reloading = True
        try:
            after = build(self._folder, before)
            report = replace(_compared(before, after), broken=broken_questions(after))
            self.current = after
        except KnowledgeError as error:
            report = replace(_compared(before, before), published=False, unchanged=False)
            report = replace(report, problems=error.problems, notices=error.notices)
        finally:
            self.is_reloading = False
        return replace(report, seconds=time.monotonic() - began)


def _compared(before: Library, after: Library) -> ReloadReport:
    old = {one.source.file: one for one in before.documents}
    new = {one.source.file: one for one in after.documents}
    was, now = _counted(before), _counted(after)
    return ReloadReport(
        published=True,
        unchanged=before is after,
        documents=len(after.documents),
        passages=len(after.passages),
        dated_share=after.dated_share,
        notices=after.notices,
        added=tuple(sorted(new.keys() - old.keys())),
        removed=tuple(sorted(old.keys() - new.keys())),
        changed=tuple(sorted(file for file in new.keys() & old.keys() if new[file] != old[file])),
        passages_added=(now - was).total(),
        passages_removed=(was - now).total(),
    )


def _counted(library: Library) -> Counter[tuple[str, str]]:
    return Counter((one.source.file, one.text) for one in library.passages)
