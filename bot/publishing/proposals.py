"""Changes of the knowledge folder that are tried before they are made; nothing is half made.

A proposal lies in the bot's own folder until it is published, given up or a day old. Its files are laid over
those of the knowledge folder to see what would change. Publishing is begun with a mark in the proposal: when
the program ends before its end, the next start makes the rest of it.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import shutil
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING, Self

from bot.edits import Change, EditError, FileEdit, FolderEdit, digest_of, text_of
from bot.private_files import make_private_folder
from bot.publishing.generations import Reason
from bot.publishing.live import Check, publish_checked
from bot.sources.folder import FaultyFiles, Overlay
from bot.whole_files import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.building.reload_report import ReloadReport
    from bot.edits import KnowledgeFolder
    from bot.publishing.live import LiveLibrary

FOLDER, FILES, NOTE = "proposals", "files", "proposal.json"
Contents = Mapping[str, "bytes | None"]  # of files by their paths; None: the file is taken away
NOTHING: Contents = MappingProxyType({})
ROLLED_BACK = (
    "an earlier library answers since /rollback, and this would bring the later one back; "
    "/reload check shows it, publish that first"
)
LIFETIME = 24 * 3600.0  # seconds
MOST = 20  # proposals that wait; the oldest give way
MOST_BYTES = 512 * 2**20  # of all their files
NUMBER_BYTES = 4


@dataclass(frozen=True, slots=True)
class Proposal:
    """Changes that somebody would like to be published; without files it is a look at the folder as it is."""

    number: str  # eight hexadecimal digits
    folder: Path  # where it lies
    who: str  # the beginning of a keyed hash
    why: str
    when: float  # seconds since 1970
    before: tuple[tuple[str, str | None], ...]  # files, with digests of what they held; None: there was none
    removed: tuple[str, ...] = ()  # those of them that are to be taken away
    is_begun: bool = False  # to be published
    is_published: bool = False
    is_entry: bool = False  # it changes one entry of one file

    @property
    def overlay(self) -> Overlay | None:
        """The changes laid over the folder."""
        return Overlay(self.folder / FILES, frozenset(self.removed)) if self.before else None

    @property
    def change(self) -> Change:
        return Change(self.who, self.why, self.is_entry)

    @property
    def reason(self) -> Reason:
        """Why a library is published with it."""
        return Reason(self.why, self.who, self.is_entry)

    def content(self, name: str) -> bytes | None:
        """What a file is to hold, None where it is taken away; raises OSError."""
        return None if name in self.removed else (self.folder / FILES / name).read_bytes()

    def written(self) -> Self:
        """Notes it on the disk; raises OSError."""
        row = {key: value for key, value in asdict(self).items() if key != "folder"}
        write_whole(self.folder / NOTE, json.dumps(row, ensure_ascii=False).encode())
        return self

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """The proposal in a folder, None where there is no whole one."""
        try:
            row = json.loads((folder / NOTE).read_text(encoding="utf-8"))
            before = tuple((str(name), digest) for name, digest in row.pop("before"))
            return cls(**row | {"folder": folder, "before": before, "removed": tuple(row["removed"])})
        except (OSError, ValueError, TypeError, KeyError):
            return None


class Proposals:
    """The proposals that wait, and how they are tried and published."""

    def __init__(self, data_dir: Path, knowledge: KnowledgeFolder, live: LiveLibrary) -> None:
        self._folder = data_dir / FOLDER
        self.knowledge = knowledge
        self._live = live
        self._keeping = Lock()  # one proposal is kept at a time: what is not whole yet is taken for left over
        self._unasked = asyncio.Lock()  # of two checked at once neither would hold, again and again

    def propose(self, contents: Contents, change: Change, made_from: Contents = NOTHING) -> Proposal:
        """Keeps changes that are to be tried: files by their paths, None for those to be taken away.

        `made_from` is what files held that were changed, where that was read before. Raises EditError when
        the changes cannot be kept.
        """
        with self._keeping:
            return self._kept(contents, change, made_from)

    def _kept(self, contents: Contents, change: Change, made_from: Contents) -> Proposal:
        size = sum(len(content) for content in contents.values() if content)
        expire(self._folder, MOST - 1, MOST_BYTES - size)
        number = secrets.token_hex(NUMBER_BYTES)
        folder = self._folder / number
        before = tuple(
            (name, digest_of(made_from[name] if name in made_from else self.knowledge.read(name)))
            for name in sorted(contents)
        )
        removed = tuple(sorted(name for name, content in contents.items() if content is None))
        try:
            make_private_folder(folder / FILES)
            for name, content in contents.items():
                if content is not None:
                    (folder / FILES / name).parent.mkdir(parents=True, exist_ok=True)
                    (folder / FILES / name).write_bytes(content)
            proposal = Proposal(number, folder, change.who, change.why, time.time(), before, removed)
            return replace(proposal, is_entry=change.is_entry).written()
        except OSError as error:
            _remove(folder)
            raise EditError(f"the changes could not be kept ({error.strerror or error})") from error

    def get(self, number: str) -> Proposal | None:
        """A proposal that waits, None when it was published, given up or is too old."""
        return next((row for row in _waiting(self._folder) if row.number == number), None)

    def was_published(self, number: str) -> bool:
        """Whether a proposal was published, less than a day ago."""
        return any(row.number == number and row.is_published for row in _young(self._folder))

    def drop(self, proposal: Proposal, check: Check | None = None) -> None:
        """Gives a proposal up, and what was built of it."""
        _remove(proposal.folder)
        if check:
            self._live.drop(check)

    @property
    def is_busy(self) -> bool:
        """Whether something is being looked at or published just now."""
        return self._live.is_busy

    async def check(self, proposal: Proposal) -> Check:
        """What would change; raises EditError where a file was changed by somebody else meanwhile."""
        await asyncio.to_thread(self._compare, proposal)
        return await self._live.check(overlay=proposal.overlay)

    async def publish(self, proposal: Proposal, check: Check) -> ReloadReport | Check:
        """Makes the changes and publishes what was checked, or checks anew where it does not hold any more.

        Raises EditError, and then nothing was changed.
        """
        await asyncio.to_thread(self._compare, proposal)
        return await self._publish(proposal, check)

    async def edit(
        self, name: str, changed: Callable[[str], str], change: Change, *, is_urgent: bool = False
    ) -> None:
        """Changes an entry of a file and publishes that without asking; an empty text takes the file away.

        While an earlier library answers only what is urgent is: it brings back what was rolled back. Raises
        EditError, also where a file of the folder is faulty, and then nothing was changed.
        """
        if self._live.is_rolled_back and not is_urgent:
            raise EditError(ROLLED_BACK)
        async with self._unasked:
            before = await asyncio.to_thread(self.knowledge.read, name)
            after = changed(text_of(name, before)).encode()
            entry = replace(change, is_entry=True)
            report = await self._publish_now({name: after or None}, entry, {name: before})
        if report.problems:
            raise EditError(str(report.problems[0]))

    async def publish_now(
        self, contents: Contents, change: Change, made_from: Contents = NOTHING
    ) -> ReloadReport:
        """Makes changes and publishes them without asking, unless a file of the folder is faulty.

        Raises EditError, and then nothing was changed.
        """
        async with self._unasked:
            return await self._publish_now(contents, change, made_from)

    async def _publish_now(self, contents: Contents, change: Change, made_from: Contents) -> ReloadReport:
        proposal = await asyncio.to_thread(self.propose, contents, change, made_from)
        try:
            check = await self._live.check(FaultyFiles.AS_BEFORE, proposal.overlay)
            while isinstance(check, Check) and check.before:
                outcome = await self._publish(proposal, check)
                if not isinstance(outcome, Check):
                    return outcome
                check = outcome
            return check.report
        finally:
            self.drop(proposal)

    async def _publish(self, proposal: Proposal, check: Check) -> ReloadReport | Check:
        work = _Publication(proposal, self.knowledge)
        outcome = await self._live.publish(check, proposal.reason, work.make, work.take_back)
        if not isinstance(outcome, Check) and outcome.published:
            await asyncio.to_thread(work.clear)
            _keep_note(proposal)
        return outcome

    def _compare(self, proposal: Proposal) -> None:
        for name, digest in proposal.before:
            if digest_of(self.knowledge.read(name)) != digest:
                raise EditError(f"{name} was changed by somebody else meanwhile; please begin again")


class _Publication:
    """Making the changes of a proposal, all or none."""

    def __init__(self, proposal: Proposal, knowledge: KnowledgeFolder) -> None:
        self._proposal = proposal
        self._knowledge = knowledge
        self._edit = FolderEdit(knowledge, (), proposal.change)

    def make(self) -> None:
        """Makes all changes, or none and raises EditError."""
        if not self._proposal.before:
            return
        try:
            replace(self._proposal, is_begun=True).written()
        except OSError as error:
            raise EditError(f"the changes could not be begun ({error.strerror or error})") from error
        try:
            self._edit = FolderEdit(self._knowledge, self._edits(), self._proposal.change)
            self._edit.make()
        except EditError:
            self._put_off()
            raise

    def take_back(self) -> None:
        """Gives the files what they held; raises EditError."""
        self._edit.take_back()
        self._put_off()

    def clear(self) -> None:
        """Takes away what the files held before."""
        self._edit.clear()

    def go_on(self) -> bool:
        """Makes the changes that are not made; what somebody changed meanwhile stays.

        False where that cannot be done and none is made: the proposal waits again. Raises EditError where
        some are.
        """
        edits = self._edits()
        now = {edit.name: digest_of(self._knowledge.read(edit.name)) for edit in edits}
        rest = [edit for edit in edits if now[edit.name] == edit.before != digest_of(edit.content)]
        edit = FolderEdit(self._knowledge, rest, self._proposal.change)
        try:
            edit.make(is_resumed=True)
        except EditError:
            if any(now[edit.name] == digest_of(edit.content) != edit.before for edit in edits):
                raise
            self._put_off()
            return False
        edit.clear()
        return True

    def _put_off(self) -> None:
        """Lets the proposal wait again; where that cannot be noted it is given up."""
        try:
            replace(self._proposal, is_begun=False).written()
        except OSError:
            _remove(self._proposal.folder)

    def _edits(self) -> list[FileEdit]:
        """Raises EditError."""
        try:
            return [FileEdit(name, self._proposal.content(name), was) for name, was in self._proposal.before]
        except OSError as error:
            raise EditError(f"{error.filename} cannot be read: {error.strerror}") from error


def recover(data_dir: Path, knowledge: KnowledgeFolder, place: Path) -> tuple[Proposal, ...]:
    """Makes the rest of what was begun when the program ended, and says what that was.

    To be called before the library at `place` is opened, with no other bot at work there. Raises EditError.
    """
    folder = data_dir / FOLDER
    begun = tuple(proposal for proposal in _waiting(folder) if proposal.is_begun)
    finished = tuple(proposal for proposal in begun if _Publication(proposal, knowledge).go_on())
    for proposal in finished:
        publish_checked(place, proposal.reason)
        _keep_note(proposal)
    knowledge.tidy()
    expire(folder)
    return finished


def expire(folder: Path, most: int = MOST, most_bytes: int = MOST_BYTES) -> None:
    """Gives up proposals that are too old, too many or too large, and what was not kept as a whole."""
    young = sorted(_young(folder), key=lambda proposal: (proposal.is_published, -proposal.when))
    kept: set[str] = set()
    for row in young[:most]:
        most_bytes -= sum(path.stat().st_size for path in row.folder.rglob("*"))
        if most_bytes >= 0 and time.time() - row.when < LIFETIME:
            kept.add(row.number)
    for path in _folders(folder):
        if path.name not in kept:
            _remove(path)


def _waiting(folder: Path) -> Iterator[Proposal]:
    return (proposal for proposal in _young(folder) if not proposal.is_published)


def _young(folder: Path) -> Iterator[Proposal]:
    for path in _folders(folder):
        proposal = Proposal.read(path)
        if proposal and (proposal.is_begun or time.time() - proposal.when < LIFETIME):
            yield proposal


def _folders(folder: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return list(folder.iterdir())
    return []


def _keep_note(proposal: Proposal) -> None:
    """Leaves nothing of a proposal but that it was published; where that cannot be noted nothing at all."""
    try:
        replace(proposal, is_begun=False, is_published=True).written()
    except OSError:
        _remove(proposal.folder)
    shutil.rmtree(proposal.folder / FILES, ignore_errors=True)


def _remove(folder: Path) -> None:
    """Takes a proposal away, its note first: without it the rest counts for nothing."""
    with contextlib.suppress(OSError):
        (folder / NOTE).unlink()
    shutil.rmtree(folder, ignore_errors=True)
