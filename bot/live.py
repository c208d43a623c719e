"""The library that answers now, and how a new one takes its place."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.arrays import ArrayFileError, tidy
from bot.bounded_dict import BoundedDict
from bot.build import KnowledgeError, build, is_up_to_date, unwatched, usable_cores
from bot.build_process import BuildProcessError, Caps, built_apart
from bot.chronology import Chronology
from bot.golden_check import failed_questions
from bot.library import open_library, save
from bot.reload_report import ReloadReport, compared
from bot.sources.folder import FaultyFiles
from bot.sources.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from bot.build import Progress
    from bot.library import Library

MOST_NARROWED = 50  # choices of sources that are kept ready


class LiveLibrary:
    """The library that answers now. Readers take `current` once and keep it; a reload swaps it as a whole."""

    def __init__(
        self,
        folder: Path,
        progress: Progress = unwatched,
        place: Path | None = None,
        caps: Caps | None = None,
    ) -> None:
        """Opens the library saved at `place` if it is up to date, or builds it; raises KnowledgeError."""
        self._folder = folder
        self._narrowed: BoundedDict[frozenset[str], tuple[Library, Library]] = BoundedDict(MOST_NARROWED)
        self._place = place
        saved = _opened(place) if place else None
        is_current = saved is not None and is_up_to_date(saved, folder)
        self.current = saved if saved and is_current else self._build(saved, FaultyFiles.AS_BEFORE, progress)
        self.is_reloading = False
        self._caps = caps
        self._chronology: Chronology | None = None

    @property
    def chronology(self) -> Chronology:
        """The dated statements of the current library, made when they are first asked for."""
        library, chronology = self.current, self._chronology
        if chronology is None or chronology.library is not library:
            chronology = self._chronology = Chronology.of(library)
        return chronology

    def without(self, files: frozenset[str]) -> Library:
        """The library that answers now, without the sources of some files; one object for each choice."""
        whole = self.current
        known = self._narrowed.get(files)
        if known is None or known[0] is not whole:
            known = self._narrowed[files] = (whole, whole.without(files) if files else whole)
        return known[1]

    def _build(
        self, before: Library | None, faulty: FaultyFiles, progress: Progress | None = None
    ) -> Library:
        """A new library of the folder, saved and mapped where there is a place for it.

        More than one core is for the start, when somebody watches and nobody asks yet.
        """
        after = build(self._folder, before, progress or unwatched, usable_cores() if progress else 1, faulty)
        if self._place is None or after is before:
            return after
        try:
            save(after, self._place)
        except OSError as error:
            why = f"the library could not be saved ({error.strerror}); the next start reads all documents"
            return replace(after, notices=(*after.notices, Problem(str(self._place), 0, why)))
        return _opened(self._place) or after

    async def reload(self, faulty: FaultyFiles = FaultyFiles.REFUSED) -> ReloadReport:
        """Builds a new library aside and swaps it in unless the folder has problems.

        It is built in a process of its own, within caps; where it cannot be saved the old one stays. A
        library that has no place where it is saved is built in a thread.
        """
        if self._place is None:
            return await asyncio.to_thread(self.reload_now, faulty)
        began = time.monotonic()
        self.is_reloading = True
        try:
            await built_apart(self._folder, self._place, self._caps, faulty)
            report = await asyncio.to_thread(self._take_up, self._place)
        except OSError as error:
            why = f"the new library could not be saved ({error.strerror or error})"
            report = self._refused((Problem(str(error.filename or self._place), 0, why),))
        except ArrayFileError as error:  # names the file
            report = self._refused((Problem("the new library", 0, str(error)),))
        except KnowledgeError as error:
            report = self._faulty(error)
        except BuildProcessError as error:
            report = self._refused((Problem(self._folder.name, 0, str(error)),))
        finally:
            self.is_reloading = False
        return replace(report, seconds=time.monotonic() - began)

    def tidy(self) -> None:
        """Takes away what an earlier life left unfinished; no other bot may be building."""
        if self._place is not None:
            tidy(self._place)

    def _take_up(self, place: Path) -> ReloadReport:
        """Publishes what was built and saved."""
        before, saved = self.current, open_library(place)
        is_same = (saved.version, saved.golden, saved.left_out) == (
            before.version,
            before.golden,
            before.left_out,
        )
        return self._publish(before if is_same else saved)

    def _publish(self, after: Library) -> ReloadReport:
        broken = tuple(map(str, failed_questions(after)))
        report = replace(compared(self.current, after), broken=broken)
        self.current, self._chronology = after, None
        self._narrowed.clear()  # they hold the one before
        return report

    def _refused(self, problems: tuple[Problem, ...], notices: tuple[Problem, ...] = ()) -> ReloadReport:
        report = replace(compared(self.current, self.current), published=False, unchanged=False)
        return replace(report, problems=problems, notices=notices)

    def _faulty(self, error: KnowledgeError) -> ReloadReport:
        are_files = all(problem.file != str(self._folder) for problem in error.problems)
        return replace(self._refused(error.problems, error.notices), can_leave_out=are_files)

    def reload_now(self, faulty: FaultyFiles = FaultyFiles.REFUSED) -> ReloadReport:
        """As `reload`, at once; one at a time is for the caller to see to (`is_reloading`)."""
        began, before = time.monotonic(), self.current
        self.is_reloading = True
        try:
            report = self._publish(self._build(before, faulty))
        except KnowledgeError as error:
            report = self._faulty(error)
        finally:
            self.is_reloading = False
        return replace(report, seconds=time.monotonic() - began)


def _opened(place: Path) -> Library | None:
    """The library saved at a place, None when there is none that this program may use."""
    try:
        return open_library(place)
    except ArrayFileError:
        return None
