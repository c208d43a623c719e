"""What a reload did: the new library beside the one before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.file_reports import report_on
from bot.today import day_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.file_reports import FileReport
    from bot.library import Library
    from bot.sources.problem import Problem

MOST_REPORTED = 8  # files that a reload tells more about than their names


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
    read: tuple[FileReport, ...] = ()  # of the first files that were added or changed
    left_out: tuple[Problem, ...] = ()  # why files were left out, since an admin wished so
    can_leave_out: bool = False  # whether the rest could be published without the files that have problems
    seconds: float = 0.0


def compared(before: Library, after: Library) -> ReloadReport:
    if before is after:
        return _report(before, after, {}, {})
    old, new = before.documents.by_file(), after.documents.by_file()
    same = {
        file
        for file, number in new.items()
        if file in old and before.documents[old[file]].digest == after.documents[number].digest
    }
    was = {file: number for file, number in old.items() if file not in same}
    now = {file: number for file, number in new.items() if file not in same}
    return _report(before, after, was, now)


def _report(before: Library, after: Library, was: Mapping[str, int], now: Mapping[str, int]) -> ReloadReport:
    """The report on a new library; `was` and `now` are the documents that are not the same in both."""
    gone, come = _texts(before, was), _texts(after, now)
    today = day_of()
    read = [report_on(after, now[file], today) for file in sorted(now)[:MOST_REPORTED]]
    remarks = [remark for report in read for remark in report.remarks]
    return ReloadReport(
        published=True,
        unchanged=before is after,
        documents=len(after.documents),
        passages=len(after.passages),
        dated_share=after.dated_share,
        notices=(*after.notices, *remarks),
        read=tuple(read),
        left_out=tuple(problem for record in after.left_out for problem in record.problems),
        added=tuple(sorted(now.keys() - was.keys())),
        removed=tuple(sorted(was.keys() - now.keys())),
        changed=tuple(sorted(now.keys() & was.keys())),
        passages_added=(come - gone).total(),
        passages_removed=(gone - come).total(),
    )


def _texts(library: Library, documents: Mapping[str, int]) -> Counter[tuple[str, str]]:
    """How often each passage stands in some documents."""
    return Counter(
        (file, library.index.passages.texts[passage])
        for file, number in documents.items()
        for passage in range(*library.documents.passages(number))
    )
