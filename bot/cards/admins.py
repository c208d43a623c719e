"""To admins: errors, reloads, how the bot is doing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.cards.card import Card, Span, TextLine, clipped, line
from bot.cards.checks import generation_time
from bot.cards.formatting import GAP, LONGEST_NAME, LONGEST_PROBLEM, MOST_PROBLEMS, card, duration
from bot.cards.languages import ENGLISH
from bot.sources.source import TitleOrigin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.building.file_reports import FileReport
    from bot.building.reload_report import ReloadReport
    from bot.cards.phrasebook import Phrasebook
    from bot.publishing.generations import Generation
    from bot.store import Figures, Votes

MOST_FILES = 8
_ORIGINS = {
    TitleOrigin.HEAD: "title_from_head",
    TitleOrigin.HEADING: "title_from_heading",
    TitleOrigin.LINE: "title_from_line",
    TitleOrigin.FILE: "title_from_file",
}


def alarm_card(line_of_log: str, missed: int, book: Phrasebook = ENGLISH) -> Card:
    """To the admins: an error, and how often the same was not told because it had just been."""
    title = book.line("alarm_again", n=missed) if missed else book.line("alarm")
    return card(title, line(clipped(line_of_log, LONGEST_PROBLEM)))


def admins_only_card(user_id: int | None = None, book: Phrasebook = ENGLISH) -> Card:
    """To a member who tries an admin's command; with their number where only they see it."""
    hint = [book.line("admins_only_number", number=str(user_id))] if user_id else []
    return card(book.line("admins_only"), *hint)


def reloading_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("reloading"))


def reload_runs_card(book: Phrasebook = ENGLISH) -> Card:
    return card(book.line("reload_runs"))


def reload_card(report: ReloadReport, book: Phrasebook = ENGLISH) -> Card:
    """What a reload did, or why it did nothing."""
    return card(
        _reload_title(report, book),
        line(_inventory(report.documents, report.passages, report.dated_share, book)),
        GAP,
        *_files("check_added", report.added, book),
        *_files("check_changed", report.changed, book),
        *_files("check_removed", report.removed, book),
        *_passages(report, book),
        GAP,
        *(_reading(read, book) for read in report.read[:MOST_FILES]),
        GAP,
        *_listed("reload_left_out", [str(problem) for problem in report.left_out], book),
        GAP,
        *_listed("reload_problems", [str(problem) for problem in report.problems], book),
        *([book.line("reload_anyway")] if report.can_leave_out else []),
        GAP,
        *_listed("reload_broken", report.broken, book),
        GAP,
        *_listed("reload_notices", [str(problem) for problem in report.notices], book),
    )


def _reload_title(report: ReloadReport, book: Phrasebook) -> TextLine:
    if not report.published:
        return book.line("reload_refused")
    if report.unchanged:
        return book.line("reload_unchanged")
    return book.line("reloaded", seconds=f"{report.seconds:.1f}")


def _inventory(documents: int, passages: int, dated_share: float, book: Phrasebook) -> str:
    return book.text(
        "inventory",
        documents=book.text("n_documents", n=documents),
        passages=book.text("n_passages", n=passages),
        share=f"{dated_share:.0%}",
    )


def _files(key: str, names: Sequence[str], book: Phrasebook) -> Iterable[TextLine]:
    if names:
        shown = ", ".join(clipped(name, LONGEST_NAME // 2) for name in names[:MOST_FILES])
        more = len(names) - MOST_FILES
        yield book.line(key, files=f"{shown} {book.text('check_more', n=more)}" if more > 0 else shown)


def _passages(report: ReloadReport, book: Phrasebook) -> Iterable[TextLine]:
    if report.passages_added or report.passages_removed:
        added = book.text("n_passages", n=report.passages_added)
        yield book.line("reload_passages", added=added, removed=report.passages_removed)


def _reading(read: FileReport, book: Phrasebook) -> TextLine:
    """How a new or changed file was read."""
    reading = read.record.reading
    title = book.text("quoted", text=clipped(reading.title, LONGEST_NAME // 2))
    origin = book.text(_ORIGINS[TitleOrigin(reading.title_origin)])
    share = f"{read.dated_share:.0%}"
    parts = [
        book.text("reading_title", title=title, origin=origin),
        reading.format,
        book.text("n_passages", n=read.passages),
        book.text("reading_dated_span", share=share, span=book.date(read.span))
        if read.span
        else book.text("reading_dated", share=share),
    ]
    if left_out := sum(many for _, many in reading.left_out):
        parts.append(book.text("reading_left_out", n=left_out))
    file = Span(clipped(read.record.file, LONGEST_NAME // 2), bold=True)
    return line("• ", file, ": ", "; ".join(parts))


def _listed(key: str, entries: Sequence[str], book: Phrasebook) -> Iterable[TextLine]:
    """Entries under a title; long lists are cut, `check` on the command line shows all."""
    if entries:
        yield book.line(key)
        yield from (line("• ", clipped(entry, LONGEST_PROBLEM)) for entry in entries[:MOST_PROBLEMS])
        if len(entries) > MOST_PROBLEMS:
            yield book.line("check_lists_all", n=len(entries) - MOST_PROBLEMS)


@dataclass(frozen=True, slots=True)
class Status:
    """How the bot is doing; times in seconds."""

    documents: int
    passages: int
    dated_share: float
    library_version: str
    bot_version: str
    uptime: float
    last_poll_age: float | None  # None before the first one
    reads_all_messages: bool  # Telegram's privacy mode is off
    waiting: int  # updates that are not done, this one among them
    votes: Votes | None  # None when they cannot be looked up
    today: Figures | None  # the same
    problem: str  # of the database; empty when there is none
    rolled_back: Generation | None = None  # how an earlier library came to answer, if one does


def status_card(status: Status, book: Phrasebook = ENGLISH) -> Card:
    """How the bot is doing, for its admins."""
    age, problem = status.last_poll_age, clipped(status.problem, LONGEST_PROBLEM)
    polled = book.text("never") if age is None else book.text("ago", duration=duration(age, book))
    inventory = _inventory(status.documents, status.passages, status.dated_share, book)
    return card(
        book.line("status_library", inventory=inventory),
        *_rolled_back(status.rolled_back, book),
        book.line("status_library_version", version=status.library_version),
        book.line("status_last_poll", ago=polled),
        book.line("status_waiting", number=max(status.waiting - 1, 0)),
        book.line("status_today", figures=_today(status.today, book)),
        book.line("status_votes", votes=_votes(status.votes, book)),
        book.line("status_database", state=problem or book.text("database_well")),
        book.line("status_uptime", duration=duration(status.uptime, book)),
        book.line("status_privacy_mode", state=privacy_note(status.reads_all_messages, book)),
        book.line("status_bot_version", version=status.bot_version),
    )


def _rolled_back(generation: Generation | None, book: Phrasebook) -> Iterable[TextLine]:
    if generation:
        why = clipped(generation.why, LONGEST_NAME)
        yield book.line("status_rolled_back", since=generation_time(generation), why=why)


def _today(today: Figures | None, book: Phrasebook) -> str:
    """What was answered and refused today, and the votes."""
    if today is None:
        return book.text("votes_unknown")
    votes = f"{book.number(today.up)} 👍, {book.number(today.down)} 👎"
    return book.text("status_figures", answered=today.answered, refused=today.refused, votes=votes)


def _votes(votes: Votes | None, book: Phrasebook) -> str:
    if votes is None:
        return book.text("votes_unknown")
    return f"{book.number(votes.up)} 👍, {book.number(votes.down)} 👎"


def privacy_note(reads_all_messages: bool, book: Phrasebook = ENGLISH) -> str:  # noqa: FBT001 - the subject
    """What Telegram's privacy mode means for members of a group."""
    return book.text("privacy_mode_off" if reads_all_messages else "privacy_mode_on")
