"""To admins: errors, reloads, how the bot is doing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.cards.card import Card, TextLine, clipped, line
from bot.cards.formatting import (
    GAP,
    LONGEST_NAME,
    LONGEST_PROBLEM,
    MOST_PROBLEMS,
    bold,
    card,
    code,
    count,
    duration,
)
from bot.dates import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.file_reports import FileReport
    from bot.reload_report import ReloadReport
    from bot.store import Votes

MOST_FILES = 8


def alarm_card(line_of_log: str, missed: int) -> Card:
    """To the admins: an error, and how often the same was not told because it had just been."""
    missing = f" ({missed} more since I last told you)" if missed else ""
    return card(
        line("⚠️ ", bold("Something went wrong"), missing), line(clipped(line_of_log, LONGEST_PROBLEM))
    )


def admins_only_card(user_id: int | None = None) -> Card:
    """To a member who tries an admin's command; with their number where only they see it."""
    hint = line("If you run this bot, put your number into ADMINS: ", code(str(user_id)))
    return card(line("That is for the admins of this bot."), *([hint] if user_id else []))


def reloading_card() -> Card:
    return card(line("Reading the documents …"))


def reload_runs_card() -> Card:
    return card(line("A reload is running already; its report comes to whoever started it."))


def reload_card(report: ReloadReport) -> Card:
    """What a reload did, or why it did nothing."""
    return card(
        line(bold(_reload_title(report))),
        line(_inventory(report.documents, report.passages, report.dated_share)),
        GAP,
        *_files("New", report.added),
        *_files("Changed", report.changed),
        *_files("Gone", report.removed),
        *_passages(report),
        GAP,
        *_readings(report.read),
        GAP,
        *_listed("Left out, as you wished:", [str(problem) for problem in report.left_out]),
        GAP,
        *_listed("Please correct:", [str(problem) for problem in report.problems]),
        *([line(code("/reload anyway"), " publishes the rest.")] if report.can_leave_out else []),
        GAP,
        *_listed("No longer answered as wanted:", report.broken),
        GAP,
        *_listed("Worth a look:", [str(problem) for problem in report.notices]),
    )


def _reload_title(report: ReloadReport) -> str:
    if not report.published:
        return "Not reloaded: I go on answering from what I had read before."
    return "Nothing has changed." if report.unchanged else f"Reloaded in {report.seconds:.1f} seconds."


def _inventory(documents: int, passages: int, dated_share: float) -> str:
    return f"{count(documents, 'document')}, {count(passages, 'passage')}, {dated_share:.0%} of them dated"


def _files(title: str, names: Sequence[str]) -> Iterable[TextLine]:
    if names:
        shown = ", ".join(clipped(name, LONGEST_NAME // 2) for name in names[:MOST_FILES])
        more = f" and {len(names) - MOST_FILES} more" if len(names) > MOST_FILES else ""
        yield line(f"{title}: {shown}{more}")


def _passages(report: ReloadReport) -> Iterable[TextLine]:
    if report.passages_added or report.passages_removed:
        yield line(f"{count(report.passages_added, 'passage')} new, {report.passages_removed:,} gone")


def _readings(reports: Sequence[FileReport]) -> Iterable[TextLine]:
    """How new and changed files were read, a line each."""
    for report in reports:
        reading = report.record.reading
        parts = [
            f"“{clipped(reading.title, LONGEST_NAME // 2)}” ({reading.title_origin})",
            reading.format,
            count(report.passages, "passage"),
            f"{report.dated_share:.0%} dated" + (f", {say(report.span)}" if report.span else ""),
        ]
        left_out = sum(many for _, many in reading.left_out)
        if left_out:
            parts.append(f"{left_out:,} characters left out")
        yield line("• ", bold(clipped(report.record.file, LONGEST_NAME // 2)), ": ", "; ".join(parts))


def _listed(title: str, entries: Sequence[str]) -> Iterable[TextLine]:
    """Entries under a title; long lists are cut, `check` on the command line shows all."""
    if entries:
        yield line(bold(title))
        yield from (line("• ", clipped(entry, LONGEST_PROBLEM)) for entry in entries[:MOST_PROBLEMS])
        if len(entries) > MOST_PROBLEMS:
            more = len(entries) - MOST_PROBLEMS
            yield line(f"… and {more} more; ", code("python -m bot check"), " lists all.")


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
    problem: str  # of the database; empty when there is none


def status_card(status: Status) -> Card:
    """How the bot is doing, for its admins."""
    age = status.last_poll_age
    polled = "none yet" if age is None else f"{duration(age)} ago"
    return card(
        line(bold("Library: "), _inventory(status.documents, status.passages, status.dated_share)),
        line(bold("Its version: "), code(status.library_version)),
        line(bold("Last word from Telegram: "), polled),
        line(bold("Waiting for an answer: "), f"{max(status.waiting - 1, 0):,}"),
        line(bold("Votes in 90 days: "), _votes(status.votes)),
        line(bold("Database: "), clipped(status.problem, LONGEST_PROBLEM) if status.problem else "well"),
        line(bold("Running for: "), duration(status.uptime)),
        line(bold("Privacy mode: "), privacy_note(reads_all_messages=status.reads_all_messages)),
        line(bold("Bot version: "), status.bot_version),
    )


def _votes(votes: Votes | None) -> str:
    return f"{votes.up:,} 👍, {votes.down:,} 👎" if votes else "not known just now"


def privacy_note(*, reads_all_messages: bool) -> str:
    """What Telegram's privacy mode means for members of a group."""
    if reads_all_messages:
        return "off; mentions, replies and commands all reach me"
    return "on; commands and replies to me reach me, mentions may not (@BotFather, /setprivacy turns it off)"
