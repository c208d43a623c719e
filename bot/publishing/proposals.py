"""Changes of the knowledge folder that are tried before they are made; nothing is half made."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Mapping
from dataclasses import replace
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.edits import Change, EditError, digest_of, text_of
from bot.private_files import make_private_folder
from bot.publishing.check import Check
from bot.publishing.proposal import (
    FILES,
    FOLDER,
    MOST,
    MOST_BYTES,
    Proposal,
    expire,
    kept_in,
    leave_note,
    remove,
    waiting_in,
)
from bot.publishing.publication import Publication
from bot.sources.folder import FaultyFiles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.building.reload_report import ReloadReport
    from bot.edits import KnowledgeFolder
    from bot.publishing.live import LiveLibrary

Contents = Mapping[str, "bytes | None"]  # of files by their paths; None: the file is taken away
NOTHING: Contents = MappingProxyType({})
ROLLED_BACK = (
    "an earlier library answers since /rollback, and this would bring the later one back; "
    "/reload check shows it, publish that first"
)
NUMBER_BYTES = 4


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
            remove(folder)
            raise EditError(f"the changes could not be kept ({error.strerror or error})") from error

    def get(self, number: str) -> Proposal | None:
        """A proposal that waits, None when it was published, given up or is too old."""
        return next((row for row in waiting_in(self._folder) if row.number == number), None)

    def was_published(self, number: str) -> bool:
        """Whether a proposal was published, less than a day ago."""
        return any(row.number == number and row.is_published for row in kept_in(self._folder))

    def drop(self, proposal: Proposal, check: Check | None = None) -> None:
        """Gives a proposal up, and what was built of it."""
        remove(proposal.folder)
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
        work = Publication(proposal, self.knowledge)
        outcome = await self._live.publish(check, proposal.reason, work.make, work.take_back)
        if not isinstance(outcome, Check) and outcome.published:
            await asyncio.to_thread(work.clear)
            leave_note(proposal)
        return outcome

    def _compare(self, proposal: Proposal) -> None:
        for name, digest in proposal.before:
            if digest_of(self.knowledge.read(name)) != digest:
                raise EditError(f"{name} was changed by somebody else meanwhile; please begin again")
