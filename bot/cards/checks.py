"""To admins: what a new library would change, in pages; the libraries before, and which one answers again."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.cards.card import Card, Span, TextLine, clipped, line, units
from bot.cards.formatting import GAP, LONGEST_NAME, LONGEST_PROBLEM, bold, card, code
from bot.cards.languages import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from bot.building.file_reports import FileReport
    from bot.building.golden_check import GoldenAnswer, GoldenChange
    from bot.building.reload_report import FileChange, ReloadReport
    from bot.cards.phrasebook import Phrasebook
    from bot.publishing.generations import Generation
    from bot.sources.problem import Problem

PAGE_UNITS = 2_500  # UTF-16 units of a page, as Telegram counts; a message takes 4,096
MOST_NAMES = 8  # files of a kind that are named on the first page
FEW_FILES = 4  # that are named in the list of what would change alone
MOST_ROWS = 60  # of a list on all pages
LONGEST_PASSAGE = 160
ENTRIES = {"teach": "generation_teach", "remember": "generation_remember", "forget": "generation_forget"}
ENTRY = re.compile(rf"({'|'.join(ENTRIES)}) \w+")
Block = tuple[TextLine, ...]  # lines that stay on one page


def check_pages(
    report: ReloadReport, introduction: Sequence[TextLine] = (), book: Phrasebook = ENGLISH
) -> tuple[Card, ...]:
    """What would change, page by page; nothing is published yet."""
    sections = [
        [(*introduction, GAP), (*_summary(report, book), GAP)],
        _section("check_golden_heading", [_golden(change, book) for change in report.golden], book),
        _section("check_left_out_heading", _problems(report.left_out), book),
        _section("check_problems_heading", _problems(report.problems), book),
        _section("check_files_heading", _files(report, book), book),
        _section("check_notices_heading", _problems(report.notices), book),
    ]
    return tuple(_pages([block for section in sections for block in section]))


def _pages(blocks: Sequence[Block]) -> Iterator[Card]:
    lines: list[TextLine] = []
    for block in blocks:
        if lines and _units(lines) + _units(block) > PAGE_UNITS:
            yield card(*lines)
            lines = []
        lines += block
    yield card(*lines)


def _units(lines: Sequence[TextLine]) -> int:
    return sum(1 + sum(units(span.text) for span in text_line.spans) for text_line in lines)


def _section(heading: str, blocks: Sequence[Block], book: Phrasebook) -> list[Block]:
    """Blocks under a heading, which stays with the first."""
    if not blocks:
        return []
    shown = list(blocks[:MOST_ROWS])
    if len(blocks) > MOST_ROWS:
        shown.append((book.line("check_more", n=len(blocks) - MOST_ROWS),))
    return [(book.line(heading), *shown[0]), *shown[1:], (GAP,)]


def _summary(report: ReloadReport, book: Phrasebook) -> Iterator[TextLine]:
    if report.problems:
        yield book.line("check_impossible")
        return
    yield book.line("check_nothing" if report.unchanged else "check_title")
    yield book.line(
        "inventory" if report.unchanged else "check_inventory",
        documents=book.text("n_documents", n=report.documents),
        passages=book.text("n_passages", n=report.passages),
        share=f"{report.dated_share:.0%}",
    )
    has_few = len(report.files) <= FEW_FILES
    yield from _changed_names(report, book, {change.file for change in report.files if has_few})
    if not has_few:
        yield book.line("check_passages", added=report.passages_added, removed=report.passages_removed)
    if report.golden:
        yield book.line("check_golden", n=len(report.golden))
    if report.left_out:
        yield book.line("check_left_out", n=len(report.left_out))


def _changed_names(report: ReloadReport, book: Phrasebook, shown: Collection[str] = ()) -> Iterator[TextLine]:
    """Which files are new, changed and gone, without those that are shown one by one."""
    for key, names in (
        ("check_added", report.added), ("check_changed", report.changed), ("check_removed", report.removed),
    ):  # fmt: skip
        if rest := [name for name in names if name not in shown]:
            yield book.line(key, files=_names(rest, book))


def _names(names: Sequence[str], book: Phrasebook) -> str:
    shown = ", ".join(clipped(name, LONGEST_NAME // 2) for name in names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return ", ".join((shown, book.text("check_more", n=more))) if more > 0 else shown


def _golden(change: GoldenChange, book: Phrasebook) -> Block:
    """A golden question with what it gets before and after, side by side."""
    return (
        line("• ", Span(clipped(change.question, LONGEST_PASSAGE), bold=True)),
        book.line("check_before", answer=_answer(change.before, book)),
        book.line("check_after", answer=_answer(change.after, book)),
    )


def _answer(answer: GoldenAnswer, book: Phrasebook) -> str:
    """Whether it is the wanted answer, its date and its passage: ✓ 4 May 1903 – “The first ferry …”."""
    mark = "✓" if answer.is_wanted else "✗"
    if answer.passage is None:
        nothing = book.text("check_refused")
        return f"{mark} {nothing}"
    date = book.date(answer.date) if answer.date else book.text("check_undated")
    passage = book.text("quoted", text=clipped(answer.passage, LONGEST_PASSAGE))
    return f"{mark} {date} – {passage}"


def _files(report: ReloadReport, book: Phrasebook) -> list[Block]:
    readings = {reading.record.file: reading for reading in report.read}
    keys = dict.fromkeys(report.removed, "check_file_gone") | dict.fromkeys(report.added, "check_file_new")
    return [
        _file(change, keys.get(change.file, "check_file"), readings.get(change.file), book)
        for change in report.files
    ]


def _file(change: FileChange, key: str, read: FileReport | None, book: Phrasebook) -> Block:
    """A file: how many passages come and go, how it was read, and the first of the passages."""
    file = Span(clipped(change.file, LONGEST_NAME // 2), bold=True)
    passages = book.text("n_passages", n=change.added or change.removed)
    head = book.line(key, file=file, passages=passages, added=change.added, removed=change.removed)
    rows = [line("+ ", clipped(text, LONGEST_PASSAGE)) for text in change.added_texts]
    rows += [line("− ", clipped(text, LONGEST_PASSAGE)) for text in change.removed_texts]
    return (head, *([_reading(read, book)] if read else []), *rows)


def _reading(read: FileReport, book: Phrasebook) -> TextLine:
    title = clipped(read.record.reading.title, LONGEST_NAME // 2)
    return book.line(
        "check_reading",
        title=book.text("quoted", text=title),
        format=read.record.reading.format,
        share=f"{read.dated_share:.0%}",
        span=book.date(read.span) if read.span else book.text("check_undated"),
    )


def _problems(problems: Sequence[Problem]) -> list[Block]:
    return [(line("• ", clipped(str(problem), LONGEST_PROBLEM)),) for problem in problems]


def published_card(report: ReloadReport, book: Phrasebook = ENGLISH, *, is_in_chat: bool = True) -> Card:
    """What was published after a look, with what to do next in a chat, or why nothing was."""
    if not report.published:
        first = check_pages(report, (), book)[0]
        return card(book.line("not_published"), *first.lines[1:])
    left_out = [book.line("check_left_out", n=len(report.left_out))] if report.left_out else []
    documents, passages = (
        book.text("n_documents", n=report.documents), book.text("n_passages", n=report.passages),
    )  # fmt: skip
    return card(
        book.line("published", documents=documents, passages=passages),
        *_changed_names(report, book),
        *left_out,
        *([book.line("published_try")] if is_in_chat else []),
    )


def published_before_card(book: Phrasebook = ENGLISH) -> Card:
    """That changes were published, where nobody knows any more what they did."""
    return card(book.line("published_before"))


def looking_card(book: Phrasebook = ENGLISH) -> Card:
    """While the documents are read."""
    return card(book.line("check_reads"))


def publishing_card(book: Phrasebook = ENGLISH) -> Card:
    """While a change is published that needs no look."""
    return card(book.line("publishing"))


def no_change_card(reason: str, book: Phrasebook = ENGLISH) -> Card:
    """Why nothing was changed."""
    return card(book.line("check_failed"), line(clipped(reason, LONGEST_PROBLEM)))


def cancelled_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("check_cancelled"))


def earlier_card(
    current: Generation | None, earlier: Sequence[Generation], book: Phrasebook = ENGLISH
) -> Card:
    """The library that answers and those before it, which can be chosen."""
    now = [book.line("rollback_current", library=generation_text(current, book))] if current else []
    if not earlier:
        return card(*now, book.line("rollback_none"))
    rows = [line(f"{n}. ", generation_text(row, book)) for n, row in enumerate(earlier, 1)]
    return card(*now, GAP, book.line("rollback_choose"), *rows, GAP, book.line("rollback_note"))


def remove_how_card(wanted: str, files: Sequence[str], book: Phrasebook = ENGLISH) -> Card:
    """To whoever takes out a document that there is not, or names none: those there are."""
    if not files:
        return card(book.line("remove_none"))
    unknown = [book.line("remove_unknown", file=bold(clipped(wanted, LONGEST_NAME)))] if wanted else []
    example = clipped(files[0], LONGEST_NAME)
    return card(*unknown, *book.lines("remove_how", file=code(example), files=_names(files, book)))


def document_removed_card(file: str, book: Phrasebook = ENGLISH) -> Card:
    """After a document was taken out that nothing was answered from."""
    return card(book.line("removed", file=clipped(file, LONGEST_NAME)))


def rolled_back_card(generation: Generation, book: Phrasebook = ENGLISH) -> Card:
    """Which library answers again, and what becomes of the files."""
    return card(
        book.line("rolled_back", library=generation_text(generation, book)), book.line("rollback_note")
    )


def generation_text(generation: Generation, book: Phrasebook = ENGLISH) -> str:
    """A library by date, reason and size: "2026-11-26 14:05 UTC: /reload; 3 documents, 80 passages"."""
    reason = _why(generation.why, book)
    documents = book.text("n_documents", n=generation.documents)
    passages = book.text("n_passages", n=generation.passages)
    return f"{generation_time(generation)}: {reason}; {documents}, {passages}"


def _why(why: str, book: Phrasebook) -> str:
    """Why a library was published, in words where the log has the number of an entry: "teach 8a5ec946"."""
    if entry := ENTRY.fullmatch(why):
        return book.text(ENTRIES[entry[1]])
    return clipped(why, LONGEST_NAME) or book.text("generation_start")


def generation_time(generation: Generation) -> str:
    """When a library was published, to the minute, the same in all languages: 2026-11-26 14:05 UTC."""
    try:
        return f"{datetime.fromisoformat(generation.when).astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    except ValueError:
        return "?"
