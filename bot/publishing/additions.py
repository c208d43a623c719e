"""Files that somebody sends to become documents: where each belongs, which are not taken, and why.

A file is a new version of a known one by its name, or by holding most of its passages. Nothing is written to
the knowledge folder here: what is taken becomes a proposal, which is looked at before it is published.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from bot.edits import Change, digest_of
from bot.edits.knowledge_folder import safe_name
from bot.sources.folder import ALIASES, QUESTIONS, FolderReader
from bot.sources.formats import START, SUFFIXES, format_by_start, is_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.edits import KnowledgeFolder
    from bot.publishing.check import Check
    from bot.publishing.proposal import Proposal
    from bot.publishing.proposals import Proposals

LARGEST = 20 * 2**20  # bytes of a file; Telegram lets bots fetch no more
MOST_FILES = 10  # at once, as in an album
COPY = re.compile(  # "ferries (1).md", as browsers and phones name a second one
    r" ?\((\d{1,3})\)(?=\.[^.]*$)"
)
ROUNDS = 4  # of looking: files that cannot be read go, versions go to their places
LONGEST_REASON = 80


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as it was sent."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file that can be published, and what it takes the place of."""

    sent: str  # the name it was sent under
    file: str  # path within the knowledge folder
    known: str | None = None  # the file that it is a new version of
    share: float | None = None  # of that file's passages that it still holds; None where the name says so


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that is not taken: a key of the phrasebook, or the words of whatever tried to read it."""

    name: str
    key: str = ""
    detail: str = ""


@dataclass(slots=True)
class Addition:
    """What becomes of files that were sent; without a check nothing is left to publish."""

    taken: list[TakenFile] = field(default_factory=list)
    refused: list[RefusedFile] = field(default_factory=list)
    proposal: Proposal | None = None
    check: Check | None = None


class Additions:
    """Finds out what becomes of files."""

    def __init__(self, knowledge: KnowledgeFolder, proposals: Proposals, largest: int = LARGEST) -> None:
        """`largest` is what a file may have, in bytes."""
        self._largest = largest
        self._knowledge = knowledge
        self._proposals = proposals

    async def prepare(self, files: Sequence[SentFile], who: str, *, as_new: bool = False) -> Addition:
        """Where files belong and what would change with them; `as_new` never replaces a known file.

        Raises EditError.
        """
        sorting = await asyncio.to_thread(_Sorting, self._knowledge, files, self._largest, as_new=as_new)
        for _ in range(ROUNDS):
            addition = sorting.addition
            if not addition.taken:
                return addition
            contents = sorting.contents()
            names = ", ".join(row.file for row in addition.taken)[:LONGEST_REASON]
            proposal = await asyncio.to_thread(
                self._proposals.propose, contents, Change(who, f"added {names}")
            )
            addition.proposal = proposal
            addition.check = check = await self._proposals.check(proposal)
            if not (sorting.refuse_unreadable(check) or sorting.move_versions(check)):
                break
            self._proposals.drop(proposal)
            addition.proposal = addition.check = None
        return sorting.addition


class _Sorting:
    """Files that were sent, sorted into those that are taken and those that are not."""

    def __init__(
        self, knowledge: KnowledgeFolder, files: Sequence[SentFile], largest: int, *, as_new: bool
    ) -> None:
        self._largest = largest
        self._knowledge = knowledge
        self._as_new = as_new
        self._known = [name for name, _ in FolderReader(knowledge.folder).all_files()]
        self._contents: dict[str, bytes] = {}  # by the path that each gets
        self.addition = Addition()
        for file in files[:MOST_FILES]:
            self._sort(file)
        for file in files[MOST_FILES:]:
            self.addition.refused.append(RefusedFile(file.name, "upload_too_many"))

    def contents(self) -> dict[str, bytes | None]:
        """What the folder would hold: new contents, and known files that another kind of file replaces."""
        replaced = {row.known: None for row in self.addition.taken if row.known and row.known != row.file}
        return {**replaced, **self._contents}

    def refuse_unreadable(self, check: Check) -> bool:
        """Refuses what no reader could read; whether there was any."""
        report = check.report
        wrong = {problem.file: problem for problem in (*report.left_out, *report.problems)}
        unreadable = [row for row in self.addition.taken if row.file in wrong]
        for row in unreadable:
            problem = wrong[row.file]
            place = f"line {problem.line}: " if problem.line > 1 else ""
            self._refuse(row, RefusedFile(row.sent, detail=f"{place}{problem.message}"))
        return bool(unreadable)

    def move_versions(self, check: Check) -> bool:
        """Lets a file replace the known one that it holds most of; whether there was any."""
        taken = {row.file: row for row in self.addition.taken}
        moved = False
        for alike in () if self._as_new else check.alike:
            row = taken.get(alike.file)
            if row is None or row.known or alike.known in self.contents():
                continue
            is_same_kind = PurePosixPath(alike.known).suffix.lower() == PurePosixPath(row.file).suffix.lower()
            target = alike.known if is_same_kind else row.file
            self._contents[target] = self._contents.pop(row.file)
            place = self.addition.taken.index(row)
            self.addition.taken[place] = TakenFile(row.sent, target, alike.known, alike.share)
            moved = True
        return moved

    def _refuse(self, row: TakenFile, why: RefusedFile) -> None:
        self.addition.taken.remove(row)
        del self._contents[row.file]
        self.addition.refused.append(why)

    def _sort(self, file: SentFile) -> None:
        name = safe_name(PurePosixPath(file.name.replace("\\", "/")).name)
        wrong = _wrong(name, file, self._largest) or self._same_as(file)
        if wrong:
            self.addition.refused.append(wrong)
            return
        is_list = name in {ALIASES, QUESTIONS}  # read under this name alone
        known = None if self._as_new and not is_list else self._version_of(name)
        target = known or self._free_name(name)
        self._contents[target] = file.content
        self.addition.taken.append(TakenFile(file.name, target, known))

    def _same_as(self, file: SentFile) -> RefusedFile | None:
        """Why a file is none the bot has not got: it was sent twice, or is there already."""
        if file.content in self._contents.values():
            return RefusedFile(file.name, "upload_twice")
        for name in self._known:
            path = self._knowledge.folder / name
            if path.stat().st_size != len(file.content):
                continue
            if digest_of(path.read_bytes()) == digest_of(file.content):
                return RefusedFile(file.name, "upload_known", name)
        return None

    def _version_of(self, name: str) -> str | None:
        """The known file of this name, in whatever folder."""
        wanted = {name.casefold(), COPY.sub("", name).casefold()}
        same = [known for known in self._known if PurePosixPath(known).name.casefold() in wanted]
        free = [known for known in same if known not in self._contents]
        return min(free, key=lambda known: (known.count("/"), known), default=None)

    def _free_name(self, name: str) -> str:
        """This name, or with a number where it is taken."""
        path, taken = PurePosixPath(name), {known.casefold() for known in (*self._known, *self._contents)}
        names = (name, *(f"{path.stem}-{number}{path.suffix}" for number in range(2, 10_000)))
        return next(free for free in names if free.casefold() not in taken)


def too_large(name: str, largest: int = LARGEST) -> RefusedFile:
    """A file that has more bytes than are taken."""
    return RefusedFile(name, "upload_too_large", str(largest // 2**20))


def _wrong(name: str, file: SentFile, largest: int) -> RefusedFile | None:
    """What can be told without reading a file."""
    if not file.content.strip():
        return RefusedFile(file.name, "upload_empty")
    if len(file.content) > largest:
        return too_large(file.name, largest)
    if name in {ALIASES, QUESTIONS}:
        return None
    if format_by_start(name, file.content[:START]):
        return None
    if is_json(name):
        return RefusedFile(file.name, "upload_no_chat")
    return RefusedFile(file.name, "upload_unknown_kind", SUFFIXES)
