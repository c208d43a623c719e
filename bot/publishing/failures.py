"""Why no new library came to answer, as a report: faulty files, a build that failed, a disk that is full."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.arrays import ArrayFileError
from bot.building.build import KnowledgeError
from bot.building.build_process import BuildProcessError
from bot.building.reload_report import ReloadReport, refused
from bot.sources.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library import Library

FAILURES = (KnowledgeError, BuildProcessError, ArrayFileError, OSError)  # of building and publishing


def failed(current: Library, error: Exception, folder: Path, place: Path | None) -> ReloadReport:
    """The report on a library that could not be built of a folder, saved at its place or opened there.

    `error` is one of FAILURES; `current` answers on.
    """
    if isinstance(error, KnowledgeError):
        report = refused(current, error.problems, error.notices)
        return replace(report, can_leave_out=are_of_files(error, folder))
    if isinstance(error, BuildProcessError):
        problem = Problem(folder.name, 0, str(error))
    elif isinstance(error, ArrayFileError):  # names the file
        problem = Problem("the new library", 0, str(error))
    else:
        assert isinstance(error, OSError)
        why = f"the new library could not be saved ({error.strerror or error})"
        problem = Problem(str(error.filename or place), 0, why)
    return refused(current, (problem,))


def are_of_files(error: KnowledgeError, folder: Path) -> bool:
    """Whether files are faulty, and the folder itself can be read."""
    return all(problem.file != str(folder) for problem in error.problems)
