"""The library that answers now, and how another one takes its place."""

from __future__ import annotations

import asyncio
import contextlib
import time
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from bot.building.build import (
    KnowledgeError,
    build,
    empty_library,
    is_empty,
    is_up_to_date,
    saved_library,
    unwatched,
    usable_cores,
)
from bot.building.build_process import built_apart
from bot.building.dry_run import BuildOrder
from bot.building.reload_report import ReloadReport, compared
from bot.library import open_library, save
from bot.publishing.check import Check
from bot.publishing.failures import FAILURES, are_of_files, failed
from bot.publishing.generations import Generation, Generations, Reason
from bot.publishing.library_views import LibraryViews
from bot.sources.folder import FaultyFiles, state_of
from bot.sources.problem import Problem
from bot.whole_files import tidy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.browsing.chronology import Chronology
    from bot.building.build import Progress
    from bot.building.build_process import Builder
    from bot.building.dry_run import DryRun
    from bot.library import Library
    from bot.sources.folder import Overlay

NEXT, CHECKED, CHECKED_AGAIN = "library.next", "library.checked", "library.checked-again"  # beside the place
NO_REASON = Reason()


class LiveLibrary:
    """The library that answers now. Readers take `current` once and keep it; a reload swaps it as a whole."""

    def __init__(  # noqa: PLR0913 - each says how a start goes
        self,
        folder: Path,
        progress: Progress = unwatched,
        place: Path | None = None,
        builder: Builder = built_apart,
        *,
        may_be_empty: bool = False,
        may_be_faulty: bool = False,
    ) -> None:
        """Opens the library saved at `place` if it is up to date, or builds it; raises KnowledgeError.

        After a rollback the earlier library stays until the folder changes, or a reload. `builder` builds the
        libraries after this one. A folder without documents is a beginning where that is allowed, else a
        mistake. Where files may be faulty the saved library answers while they are, and `faults` names them.
        """
        self._folder = folder
        self._place = place
        self._generations = Generations(place) if place else None
        self._turn = asyncio.Lock()
        self._builder = builder
        self._checks = 0
        self._may_be_empty = may_be_empty
        self._may_be_faulty = may_be_faulty
        self.faults: tuple[Problem, ...] = ()  # found at the start
        self.is_rolled_back = False
        self._views = LibraryViews(self._at_start(progress))

    def _at_start(self, progress: Progress) -> Library:
        if self._place is None or self._generations is None:
            return self._build(None, FaultyFiles.AS_BEFORE, progress)
        problem: tuple[Problem, ...] = ()
        try:
            self._generations.settle()
        except OSError as error:
            problem = (Problem(str(self._place), 0, f"earlier libraries cannot be kept ({error.strerror})"),)
        saved, current = saved_library(self._place), self._generations.current
        self.is_rolled_back = bool(saved and current and current.pinned_to == state_of(self._folder))
        if saved and (self.is_rolled_back or is_up_to_date(saved, self._folder)):
            return replace(saved, notices=(*saved.notices, *problem)) if problem else saved
        if self._may_be_empty and is_empty(self._folder):
            return empty_library()
        try:
            return self._build(saved, FaultyFiles.AS_BEFORE, progress)
        except KnowledgeError as error:
            if saved is None or not self._may_be_faulty or not are_of_files(error, self._folder):
                raise
            self.faults = error.problems
            return saved

    @property
    def is_busy(self) -> bool:
        """Whether a library is being built or published."""
        return self._turn.locked()

    @property
    def generation(self) -> Generation | None:
        """How the library came to answer, None where nobody noted it."""
        return self._generations.current if self._generations else None

    @property
    def age(self) -> float | None:
        """Seconds since the library that answers was published, None where nobody noted it."""
        current = self.generation
        if current is None:
            return None
        return max(0.0, time.time() - datetime.fromisoformat(current.when).timestamp())

    @property
    def earlier(self) -> tuple[Generation, ...]:
        """The libraries before this one that can answer again, the last one first."""
        return self._generations.earlier if self._generations else ()

    @property
    def current(self) -> Library:
        """The library that answers now; whoever answers from it takes it once, and keeps it."""
        return self._views.library

    @property
    def chronology(self) -> Chronology:
        """The dated statements of the current library, made when they are first asked for."""
        return self._views.chronology

    def chronology_of(self, library: Library) -> Chronology:
        """The dated statements of a library that was taken before, with all of its sources or some."""
        return self._views.chronology_of(library)

    def without(self, files: frozenset[str]) -> Library:
        """The library that answers now, without the sources of some files; one object for each choice."""
        return self._views.without(files)

    def _build(
        self, before: Library | None, faulty: FaultyFiles, progress: Progress | None = None
    ) -> Library:
        """A new library of the folder, saved and mapped where there is a place for it.

        More than one core is for the start, when somebody watches and nobody asks yet.
        """
        after = build(self._folder, before, progress or unwatched, usable_cores() if progress else 1, faulty)
        if self._place is None or self._generations is None or after is before:
            return after
        try:
            save(after, self._beside(NEXT))
            self._generations.publish(self._beside(NEXT), Generation.of(after, NO_REASON))
        except OSError as error:
            why = f"the library could not be saved ({error.strerror}); the next start reads all documents"
            return replace(after, notices=(*after.notices, Problem(str(self._place), 0, why)))
        return saved_library(self._place) or after

    async def reload(
        self, faulty: FaultyFiles = FaultyFiles.REFUSED, reason: Reason = NO_REASON
    ) -> ReloadReport:
        """Builds a new library aside and swaps it in unless the folder has problems.

        It is built in a process of its own, within caps; where it cannot be saved the old one stays. A
        library that has no place where it is saved is built in a thread. One at a time: others wait.
        """
        async with self._turn:
            if self._place is None:
                return await asyncio.to_thread(self.reload_now, faulty)
            began = time.monotonic()
            order = BuildOrder(self._folder, self._place, self._beside(NEXT), faulty)
            built = await self._built(order)
            if isinstance(built, ReloadReport):
                report = built
            elif built.report and not built.is_new:
                self.is_rolled_back = False
                report = replace(built.report, published=True)
            else:
                report = await self._taken_up(order.target, built.report, reason)
            return replace(report, seconds=time.monotonic() - began)

    async def check(
        self, faulty: FaultyFiles = FaultyFiles.LEFT_OUT, overlay: Overlay | None = None
    ) -> Check:
        """Builds a new library aside and says what it would change; the last one can be published.

        `overlay` holds changes of the folder that are to be tried.
        """
        async with self._turn:
            return await self._check(faulty, overlay)

    async def _check(self, faulty: FaultyFiles, overlay: Overlay | None) -> Check:
        assert self._place, "what is not saved cannot be checked"
        self._checks += 1
        began, before = time.monotonic(), self.current
        state = await asyncio.to_thread(state_of, self._folder)
        order = BuildOrder(self._folder, self._place, self._beside(CHECKED), faulty, overlay)
        built = await self._built(order)
        if isinstance(built, ReloadReport):
            return Check(self._checks, built, faulty, overlay, state=state)
        report = built.report
        if report is None:
            report = await asyncio.to_thread(self._compared_with, order.target)
        report = replace(report, published=False, seconds=time.monotonic() - began)
        compared_with = before if built.is_new else None
        return Check(self._checks, report, faulty, overlay, built.alike, compared_with, state)

    async def publish(
        self,
        check: Check,
        reason: Reason,
        make_changes: Callable[[], None] = lambda: None,
        take_back: Callable[[], None] = lambda: None,
    ) -> ReloadReport | Check:
        """Publishes what was checked, or the check anew where it shows something else by now.

        `make_changes` makes the changes that were laid over the folder; when it fails nothing is published.
        `take_back` unmakes them when the library cannot be published after all.
        """
        async with self._turn:
            if not await self._holds(check):
                again = await self._check(check.faulty, check.overlay)
                if again.before is None or not check.shows_the_same(again):
                    return again
                check = again  # only another one was built meanwhile: the place for it is one
            await asyncio.to_thread(make_changes)
            report = await self._taken_up(self._beside(CHECKED), check.report, reason)
            if not report.published:
                await asyncio.to_thread(take_back)
            return report

    async def _holds(self, check: Check) -> bool:
        """Whether the folder is as it was checked, and the library too that it was compared with."""
        if check.number != self._checks or check.before is not self.current:
            return False
        checked, again = self._beside(CHECKED), self._beside(CHECKED_AGAIN)
        built = await self._built(BuildOrder(self._folder, checked, again, check.faulty, check.overlay))
        await asyncio.to_thread(again.unlink, missing_ok=True)
        return not isinstance(built, ReloadReport) and not built.is_new

    async def roll_back(self, number: int, reason: Reason) -> bool:
        """Lets an earlier library answer again, False if it is not there any more.

        The folder stays as it is. Raises OSError and ArrayFileError, and then nothing was changed.
        """
        async with self._turn:
            chosen = next((row for row in self.earlier if row.number == number), None)
            if chosen is None or self._generations is None:
                return False
            await asyncio.to_thread(self._generations.prepare, number, self._beside(NEXT))
            pinned_to = await asyncio.to_thread(state_of, self._folder)
            await asyncio.to_thread(self._swap_in, self._beside(NEXT), reason, pinned_to)
            return True

    async def _built(self, order: BuildOrder) -> DryRun | ReloadReport:
        """A library built apart, or the report on why there is none."""
        try:
            return await self._builder(order)
        except FAILURES as error:
            return self._failed(error)

    async def _taken_up(self, candidate: Path, report: ReloadReport | None, reason: Reason) -> ReloadReport:
        """Publishes what was built and saved, and says what that did."""
        try:
            if report is None:
                report = await asyncio.to_thread(self._compared_with, candidate)
            await asyncio.to_thread(self._swap_in, candidate, reason)
        except FAILURES as error:
            return self._failed(error)
        return replace(report, published=True)

    def _compared_with(self, candidate: Path) -> ReloadReport:
        return compared(self.current, open_library(candidate))

    def _swap_in(self, candidate: Path, reason: Reason, pinned_to: str = "") -> None:
        """Opens a saved library, moves it to its place and lets it answer."""
        assert self._generations
        try:
            library = open_library(candidate)
            self._generations.publish(candidate, Generation.of(library, reason, pinned_to))
        finally:
            candidate.unlink(missing_ok=True)
        self._answer_from(library, is_rolled_back=bool(pinned_to))

    def _answer_from(self, library: Library, *, is_rolled_back: bool = False) -> None:
        self._views = self._views.of_next(library)
        self.is_rolled_back = is_rolled_back

    def drop(self, check: Check) -> None:
        """Gives up what was checked."""
        if check.number == self._checks and self._place and not self.is_busy:
            self._beside(CHECKED).unlink(missing_ok=True)

    def tidy(self) -> None:
        """Takes away what an earlier life left unfinished; no other bot may be building."""
        if self._place is None:
            return
        for name in (self._place.name, NEXT, CHECKED, CHECKED_AGAIN):
            tidy(self._beside(name))
        for name in (NEXT, CHECKED, CHECKED_AGAIN):
            self._beside(name).unlink(missing_ok=True)

    def _beside(self, name: str) -> Path:
        assert self._place
        return self._place.with_name(name)

    def _failed(self, error: Exception) -> ReloadReport:
        return failed(self.current, error, self._folder, self._place)

    def reload_now(self, faulty: FaultyFiles = FaultyFiles.REFUSED) -> ReloadReport:
        """As `reload`, at once, where nobody else wants the library."""
        began, before = time.monotonic(), self.current
        try:
            after = self._build(before, faulty)
        except KnowledgeError as error:
            report = self._failed(error)
        else:
            report = compared(before, after)
            self._answer_from(after)
        return replace(report, seconds=time.monotonic() - began)


def publish_checked(place: Path, reason: Reason) -> None:
    """Moves what was checked to the place of the library, if the program ended before it did so."""
    candidate = place.with_name(CHECKED)
    checked = saved_library(candidate)
    if checked:
        with contextlib.suppress(OSError):  # the library is then built of the folder
            Generations(place).settle()
            Generations(place).publish(candidate, Generation.of(checked, reason))
