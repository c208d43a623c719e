"""What a reload did: the new library beside the one before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from bot.building.file_reports import report_on
from bot.building.golden_check import changed_answers, failed_questions
from bot.sources.folder import ALIASES, QUESTIONS
from bot.today import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.building.file_reports import FileReport
    from bot.building.golden_check import GoldenChange
    from bot.library import Library
    from bot.sources.problem import Problem

MOST_REPORTED = 40  # files that a reload tells more about than their names
MOST_EXAMPLES, LONGEST_EXAMPLE = 2, 300  # passages of a file that are quoted, and their characters


@dataclass(frozen=True, slots=True)
class FileChange:
    """The passages that a file has more than before, and those that it has no more; the first are quoted."""

    file: str
    added: int
    removed: int
    added_texts: tuple[str, ...] = ()
    removed_texts: tuple[str, ...] = ()


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
    changed: tuple[str, ...] = ()  # aliases.yaml and questions.yaml among them
    passages_added: int = 0
    passages_removed: int = 0
    files: tuple[FileChange, ...] = ()  # the first that were added, changed or removed
    golden: tuple[GoldenChange, ...] = ()  # golden questions that are answered otherwise
    read: tuple[FileReport, ...] = ()  # of the first files that were added or changed
    left_out: tuple[Problem, ...] = ()  # why files were left out, since an admin wished so
    can_leave_out: bool = False  # whether the rest could be published without the files that have problems
    seconds: float = 0.0


def compared(before: Library, after: Library) -> ReloadReport:
    """The report on a library that takes the place of another; all golden questions are asked of both."""
    if before is after:
        return _unchanged(after)
    old, new = before.documents.by_file(), after.documents.by_file()
    same = {
        file
        for file, number in new.items()
        if file in old and before.documents[old[file]].digest == after.documents[number].digest
    }
    was = {file: number for file, number in old.items() if file not in same}
    now = {file: number for file, number in new.items() if file not in same}
    broken, golden = changed_answers(before, after)
    report = _report(before, after, was, now)
    return replace(
        report,
        broken=tuple(map(str, broken)),
        golden=golden,
        changed=(*report.changed, *_changed_lists(before, after)),
    )


def _changed_lists(before: Library, after: Library) -> Iterator[str]:
    """Which of the two files beside the documents hold something else."""
    if before.aliases != after.aliases:
        yield ALIASES
    if before.golden != after.golden:
        yield QUESTIONS


def refused(
    library: Library, problems: tuple[Problem, ...], notices: tuple[Problem, ...] = ()
) -> ReloadReport:
    """The report on a reload that published nothing: the library before stays."""
    report = replace(_report(library, library, {}, {}), published=False, unchanged=False)
    return replace(report, problems=problems, notices=notices, left_out=())


def _unchanged(library: Library) -> ReloadReport:
    broken = tuple(map(str, failed_questions(library)))
    return replace(_report(library, library, {}, {}), broken=broken)


def _report(before: Library, after: Library, was: Mapping[str, int], now: Mapping[str, int]) -> ReloadReport:
    """The report on a new library; `was` and `now` are the documents that are not the same in both."""
    changes = [
        _file_change(file, _texts(before, was.get(file)), _texts(after, now.get(file)))
        for file in sorted(was.keys() | now.keys())
    ]
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
        files=tuple(changes[:MOST_REPORTED]),
        read=tuple(read),
        left_out=tuple(problem for record in after.left_out for problem in record.problems),
        added=tuple(sorted(now.keys() - was.keys())),
        removed=tuple(sorted(was.keys() - now.keys())),
        changed=tuple(sorted(now.keys() & was.keys())),
        passages_added=sum(change.added for change in changes),
        passages_removed=sum(change.removed for change in changes),
    )


def _texts(library: Library, document: int | None) -> Counter[str]:
    """How often each passage stands in a document, in reading order."""
    if document is None:
        return Counter()
    first, last = library.documents.passages(document)
    return Counter(library.index.passages.texts[passage] for passage in range(first, last))


def _file_change(file: str, before: Counter[str], after: Counter[str]) -> FileChange:
    come, gone = after - before, before - after
    return FileChange(file, come.total(), gone.total(), _examples(come), _examples(gone))


def _examples(texts: Counter[str]) -> tuple[str, ...]:
    return tuple(" ".join(text[:LONGEST_EXAMPLE].split()) for text in islice(texts, MOST_EXAMPLES))
