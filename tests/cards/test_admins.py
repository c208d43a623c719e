"""Cards for admins: reports that count, fit and say how long."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot import cards
from bot.building.reload_report import ReloadReport
from bot.cards.formatting import duration
from bot.publishing.generations import Generation
from bot.sources.problem import Problem
from bot.store import Figures, Votes
from tests.cards.reading import text_of
from tests.chat.rules import units


def report(**fields: object) -> ReloadReport:
    ordinary = {"published": True, "unchanged": False, "documents": 1, "passages": 1, "dated_share": 0.5}
    return ReloadReport(**ordinary | fields)  # type: ignore[arg-type]


def test_a_report_counts_in_words() -> None:
    assert "1 document, 1 passage, 50% of them dated" in text_of(cards.reload_card(report()))
    assert "2,000 documents" in text_of(cards.reload_card(report(documents=2000)))


def test_a_report_shows_all_that_became_of_a_reload() -> None:
    names = tuple(f"{number}.md" for number in range(9))
    problems = tuple(Problem("a.md", number, "is <wrong>") for number in range(1, 14))
    full = report(
        seconds=1.26, added=names, changed=names[:8], removed=("x.md",), passages_added=1,
        passages_removed=2_000, problems=problems, notices=problems[:1],
        broken=('line 3: "Who?" is not answered',),
    )  # fmt: skip

    assert text_of(cards.reload_card(full)).split("\n") == [
        "Reloaded in 1.3 seconds.",
        "1 document, 1 passage, 50% of them dated",
        "",
        "New: 0.md, 1.md, 2.md, 3.md, 4.md, 5.md, 6.md, 7.md and 1 more",
        "Changed: 0.md, 1.md, 2.md, 3.md, 4.md, 5.md, 6.md, 7.md",
        "Gone: x.md",
        "1 passage new, 2,000 gone",
        "",
        "Please correct:",
        *(f"• a.md:{number}: is <wrong>" for number in range(1, 13)),
        "… and 1 more; python -m bot check lists all.",
        "",
        "No longer answered as wanted:",
        '• line 3: "Who?" is not answered',
        "",
        "Worth a look:",
        "• a.md:1: is <wrong>",
    ]


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"passages_added": 3}, "3 passages new, 0 gone"),
        ({"passages_removed": 3}, "0 passages new, 3 gone"),
        ({"unchanged": True}, "Nothing has changed."),
        ({"published": False}, "Not reloaded: I go on answering from what I had read before."),
        ({"problems": tuple(Problem("a.md", 1, "x") for _ in range(12))}, "• a.md:1: x"),
        ({"added": ("x" * 100,)}, f"New: {'x' * 59}…"),
    ],
)
def test_a_line_of_a_report(fields: dict[str, object], shown: str) -> None:
    lines = text_of(cards.reload_card(report(**fields))).split("\n")

    assert shown in lines
    assert not any("more" in line for line in lines)


STATUS = cards.Status(
    documents=2, passages=5, dated_share=0.6, library_version="0123456789", bot_version="1.2.3",
    uptime=93_784, last_poll_age=61, reads_all_messages=True, waiting=4, votes=Votes(1_000, 2), problem="",
    today=Figures(12, 3, 4, 1),
)  # fmt: skip


def test_the_status_says_how_the_bot_is() -> None:
    assert text_of(cards.status_card(STATUS)).split("\n") == [
        "Library: 2 documents, 5 passages, 60% of them dated",
        "Its version: 0123456789",
        "Last word from Telegram: 1 min 1 s ago",
        "Waiting for an answer: 3",
        "Today: 12 answered, 3 not found, 4 👍, 1 👎",
        "Votes in 90 days: 1,000 👍, 2 👎",
        "Database: well",
        "Running for: 1 d 2 h",
        "Privacy mode: off; mentions, replies and commands all reach me",
        "Bot version: 1.2.3",
    ]


def test_the_status_says_what_is_not_known_or_not_well() -> None:
    status = replace(STATUS, last_poll_age=None, waiting=0, votes=None, problem="the disk is full")
    text = text_of(cards.status_card(replace(status, reads_all_messages=False)))

    for line in (
        "Last word from Telegram: none yet",
        "Waiting for an answer: 0",
        "Votes in 90 days: not known just now",
        "Database: the disk is full",
        "Privacy mode: on; commands and replies to me reach me",
    ):
        assert line in text


def test_an_alarm_says_how_often_it_was_not_told() -> None:
    assert text_of(cards.alarm_card("The disk is full", 0)) == "⚠️ Something went wrong\nThe disk is full"
    assert "Something went wrong (1 more since I last told you)" in text_of(cards.alarm_card("x", 1))


def test_the_longest_report_fits() -> None:
    names = tuple(f"{'ü' * 300}{n}.md" for n in range(500))
    problems = tuple(Problem(name, 1, "😀" * 500) for name in names)
    files = dict.fromkeys(("added", "removed", "changed", "broken"), names)
    full = report(problems=problems, notices=problems, **files)

    assert units(text_of(cards.reload_card(full))) <= 4096


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (0.4, "0 s"),
        (59, "59 s"),
        (59.9, "59 s"),
        (60, "1 min"),
        (62, "1 min 2 s"),
        (3600, "1 h"),
        (3605, "1 h"),
        (3661, "1 h 1 min"),
        (93784, "1 d 2 h"),
        (86401, "1 d"),
    ],
)
def test_durations_are_said_in_two_units(seconds: float, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize(
    ("why", "shown"),
    [
        ("teach 8a5ec946", "a passage was taught"),
        ("remember 3eadd952", "a message was remembered"),
        ("forget 3eadd952", "a message was taken out again"),
        ("alias teach = show", "alias teach = show"),
        ("", "as I started"),
    ],
)
def test_a_library_says_in_words_why_it_was_published(why: str, shown: str) -> None:
    library = Generation(1, "2026-11-27T03:14:00+00:00", why, "", documents=5, passages=16, edition="")

    assert f"2026-11-27 03:14 UTC: {shown}; 5 documents" in text_of(cards.rolled_back_card(library))
