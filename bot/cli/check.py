"""`check`: what a knowledge folder holds and all that is wrong with it, for the admin who keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.build import KnowledgeError, build, usable_cores
from bot.cli.progress import progress_bar
from bot.dates import HistoricalDate, say
from bot.golden_check import failed_questions
from bot.sources.folder import documents_of
from bot.sources.passages import style_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from bot.library import Library
    from bot.sources.problem import Problem
    from bot.sources.source import Document, Passage


def check(folder: Path) -> int:
    """Prints the report; 0 when all is well, 1 when something must be mended."""
    try:
        library = build(folder, progress=progress_bar("Reading"), cores=usable_cores())
    except KnowledgeError as error:
        _list("To look at", error.notices)
        _list("To mend", error.problems)
        return 1
    _print_table(library, _styles(folder))
    _list("To look at", library.notices)
    broken = failed_questions(library)
    _list("Golden questions that are not answered as wanted", broken)
    asked = f"; {len(library.golden)} golden questions asked" if library.golden else ""
    print(
        "All is well" + asked + "." if not broken else f"{len(broken)} of {len(library.golden)} are broken."
    )
    return 1 if broken else 0


def _print_table(library: Library, styles: Mapping[str, str]) -> None:
    by_file: dict[str, list[Passage]] = {}
    for passage in library.passages:
        by_file.setdefault(passage.source.file, []).append(passage)
    width = max(len(file) for file in by_file)
    print(f"{'file':{width}}  passages  dated  {'style':10}  from – to")
    for file, passages in by_file.items():
        dated = sum(passage.date is not None for passage in passages) / len(passages)
        print(f"{file:{width}}  {len(passages):8,}  {dated:5.0%}  {styles[file]:10}  {_span(passages)}")
    if any("?" in style for style in styles.values()):
        print(
            "? guessed: a line such as `style: news` (narrative, news, log) in the head of a file settles it."
        )
    print(
        f"{_many(len(library.documents), 'document')}, {_many(len(library.passages), 'passage')}, "
        f"{library.dated_share:.0%} of them dated."
    )


def _styles(folder: Path) -> dict[str, str]:
    """How each file tells time; documents are read once more, one at a time."""
    return {document.source.file: _style(document) for document in documents_of(folder)}


def _style(document: Document) -> str:
    """How it tells time: narrative, "news?" where that is a guess."""
    style, is_guess = style_of(document)
    return f"{style}?" if is_guess else str(style)


def _span(passages: list[Passage]) -> str:
    """From the earliest to the latest date of these passages, in words."""
    dates = [row.date.date for row in passages if row.date and not row.date.date.is_open]
    if not dates:
        return "no dates"
    first, last = min(dates, key=lambda date: date.first), max(dates, key=lambda date: date.last)
    return say(first if first == last else HistoricalDate(first.begin, last.finish))


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def _list(title: str, lines: Iterable[Problem | str]) -> None:
    shown = [str(line) for line in lines]
    if shown:
        print(f"{title}:", *(f"  {line}" for line in shown), sep="\n")
