"""Cards for admins: reports that count, fit and say how long."""

from __future__ import annotations

import pytest

from bot import cards
from bot.cards.formatting import duration
from bot.live import ReloadReport
from bot.sources.problem import Problem
from tests.cards.reading import text_of
from tests.chat.rules import units


def report(**fields: object) -> ReloadReport:
    ordinary = {"published": True, "unchanged": False, "documents": 1, "passages": 1, "dated_share": 0.5}
    return ReloadReport(**ordinary | fields)  # type: ignore[arg-type]


def test_a_report_counts_in_words() -> None:
    assert "1 document, 1 passage, 50% of them dated" in text_of(cards.reload_card(report()))
    assert "2,000 documents" in text_of(cards.reload_card(report(documents=2000)))


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
        (60, "1 min"),
        (3661, "1 h 1 min"),
        (93784, "1 d 2 h"),
        (86401, "1 d"),
    ],
)
def test_durations_are_said_in_two_units(seconds: float, words: str) -> None:
    assert duration(seconds) == words
