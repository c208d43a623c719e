"""`check`: what a knowledge folder holds and all that is wrong with it, for the admin who keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.building.build import KnowledgeError, build, unwatched, usable_cores
from bot.building.file_reports import left_out_of, report_on
from bot.building.golden_check import failed_questions
from bot.cli.progress import progress_bar
from bot.dates import say
from bot.sources.folder import FolderReader
from bot.sources.passages import style_of
from bot.sources.source import Document
from bot.today import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from bot.building.file_reports import FileReport
    from bot.library import Library
    from bot.sources.problem import Problem


def check(folder: Path) -> int:
    """Prints the report; 0 when all is well, 1 when something must be mended."""
    try:
        library = build(folder, progress=progress_bar("Reading"), cores=usable_cores())
    except KnowledgeError as error:
        _list("To look at", error.notices)
        _list("To mend", error.problems)
        return 1
    today = day_of()
    reports = [report_on(library, number, today) for number in range(len(library.documents))]
    _print_table(library, reports, _styles(folder, library))
    _list("To look at", [*library.notices, *(remark for report in reports for remark in report.remarks)])
    broken = failed_questions(library)
    _list("Golden questions that are not answered as wanted", broken)
    asked = f"; {_many(len(library.golden), 'golden question')} asked" if library.golden else ""
    print(
        "All is well" + asked + "." if not broken else f"{len(broken)} of {len(library.golden)} are broken."
    )
    return 1 if broken else 0


def _print_table(library: Library, reports: Sequence[FileReport], styles: Mapping[str, str]) -> None:
    width = max(len(report.record.file) for report in reports)
    forms = max(len(report.record.reading.format) for report in reports)
    print(f"{'file':{width}}  {'format':{forms}}  passages  dated  {'style':10}  from – to")
    for report in reports:
        file, form = report.record.file, report.record.reading.format
        span = say(report.span) if report.span else "no dates"
        print(
            f"{file:{width}}  {form:{forms}}  {report.passages:8,}  {report.dated_share:5.0%}"
            f"  {styles[file]:10}  {span}"
        )
        print(f"    {_reading(report)}")
    if any("?" in style for style in styles.values()):
        print(
            "? guessed: a line such as `style: news` (narrative, news, log) in the head of a file settles it."
        )
    print(
        f"{_many(len(library.documents), 'document')}, {_many(len(library.passages), 'passage')}, "
        f"{library.dated_share:.0%} of them dated. `check --show FILE` prints a file as it was cut."
    )


def _reading(report: FileReport) -> str:
    """A file's title and where it is from, and what was left out: “Ferries” (head); left out: code 120."""
    reading = report.record.reading
    more = f" and {reading.titles - 1:,} more" if reading.titles > 1 else ""
    left_out = left_out_of(report.record)
    return f"“{reading.title}”{more} ({reading.title_origin})" + (
        f"; left out, in characters: {left_out}" if left_out else ""
    )


def _styles(folder: Path, library: Library) -> dict[str, str]:
    """How each file tells time; those whose style is a guess ("news?") are read once more, one at a time."""
    styles = {source.file: str(source.style) for source in library.sources if source.style}
    known = {record.file: record for record in library.documents if record.file in styles}
    reader = FolderReader(folder)
    reader.read_lists()
    for row in reader.documents(known, unwatched):
        if isinstance(row, Document):
            styles.setdefault(row.source.file, f"{style_of(row)[0]}?")
    return styles


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def _list(title: str, lines: Iterable[Problem | str]) -> None:
    shown = [str(line) for line in lines]
    if shown:
        print(f"{title}:", *(f"  {line}" for line in shown), sep="\n")
