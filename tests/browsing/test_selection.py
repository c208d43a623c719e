"""What commands for browsing select."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.browsing.chronology import Chronology
from bot.browsing.selection import Scope, listing, on_this_day
from bot.building.build import build

if TYPE_CHECKING:
    from pathlib import Path

    from bot.browsing.selection import Selection

TODAY = date(2024, 5, 6)  # a Monday
HARBOUR = """---
title: The harbour
published: 2020-05
---
The harbour was dug in 1801. On 4 May 1903 the first ferry crossed the strait. In June a storm sank it.

The ferry sailed again on 14 July 1905. On 29 February 1908 it was sold. Rain fell in May 2023.

# 1950s

The bakery closed on 5 May 1950.
"""


@pytest.fixture
def chronology(tmp_path: Path) -> Chronology:
    (tmp_path / "harbour.md").write_text(HARBOUR, encoding="utf-8")
    return Chronology.of(build(tmp_path))


def dates(chronology: Chronology, selection: Selection) -> list[str]:
    return [str(row.date) for row in chronology.statements(selection.positions)]


COMMANDS: list[tuple[str, list[str] | None]] = [
    ("/timeline", ["1801", "1903-05-04", "1903-06", "1905-07-14", "1908-02-29", "1950-05-05", "2023-05"]),
    ("/timeline ferry", ["1801", "1903-05-04", "1903-06", "1905-07-14", "1908-02-29", "2023-05"]),
    ("/timeline ferry 1903", ["1903-05-04", "1903-06"]),
    ("/timeline 1903-1905", ["1903-05-04", "1903-06", "1905-07-14"]),
    ("/timeline bakery from 1900 to 1960", ["1950-05-05"]),
    ("/timeline last year", ["2023-05"]),
    *((f"/timeline ferry {period}", ["1903-05-04", "1903-06", "1905-07-14"])
      for period in ("1903..1905", "1905-1903", "from 1903 to 1905", "years 1903-1905", "1903/1905")),
    *((f"/timeline {period}", ["1950-05-05", "2023-05"])
      for period in ("since 1909", "from 1909", "from 1909 on", "1909 onwards", "1909-", "1909..", "с 1909")),
    *((f"/timeline {period}", ["1801"]) for period in ("before 1903", "..1902", "-1902", "until 1903")),
    ("/timeline bakery since 1909", ["1950-05-05"]),
    ("/on 1904..1906", ["1905-07-14"]),
    ("/timeline 1904", []),
    ("/timeline zeppelin", []),
    ("/timeline zeppelin 1903", []),
    ("/timeline ???", []),
    ("/on 1903-05", ["1903-05-04"]),
    ("/on 1903-05-04", ["1903-05-04"]),
    ("/on june 1903", ["1903-06"]),
    ("/on JUNE 1903", ["1903-06"]),
    ("/on июнь 1903", ["1903-06"]),
    ("/on 1903年6月", ["1903-06"]),
    ("/on the 1900s", ["1903-05-04", "1903-06", "1905-07-14", "1908-02-29"]),
    ("/on 14 July", ["1905-07-14"]),  # of any year
    ("/on 14 july", ["1905-07-14"]),
    ("/on 29 February", ["1908-02-29"]),  # also when this year has none
    ("/on 07-14", ["1905-07-14"]),
    ("/on 02-29", ["1908-02-29"]),
    ("/on 99-99", []),
    ("/on May", ["1903-05-04", "1950-05-05", "2023-05"]),
    ("/on may", ["1903-05-04", "1950-05-05", "2023-05"]),
    ("/on last year", ["2023-05"]),
    ("/on Monday", []),  # this week's, not all that there were
    ("/on", None),
    ("/on zeppelin", None),
    ("/on 1904", []),
]  # fmt: skip


@pytest.mark.parametrize(("command", "wanted"), COMMANDS)
def test_a_command_selects(chronology: Chronology, command: str, wanted: list[str] | None) -> None:
    selected = listing(chronology, command, TODAY)

    assert (None if selected is None else dates(chronology, selected.selection)) == wanted


DAYS = [
    (date(2024, 5, 4), Scope.DAY, ["1903-05-04"]),
    (date(2024, 5, 3), Scope.WEEK, ["1903-05-04", "1950-05-05"]),
    (date(2024, 5, 6), Scope.MONTH, ["1903-05-04", "1950-05-05", "2023-05"]),  # Monday: another week
    (date(2024, 2, 29), Scope.DAY, ["1908-02-29"]),
    (date(2023, 2, 28), Scope.MONTH, ["1908-02-29"]),  # there is no 29th this week
    (date(2024, 12, 31), Scope.MONTH, []),
]


@pytest.mark.parametrize(("today", "scope", "wanted"), DAYS)
def test_today_is_the_day_else_the_week_else_the_month(
    chronology: Chronology, today: date, scope: Scope, wanted: list[str]
) -> None:
    selection = on_this_day(chronology, today)

    assert (selection.scope, dates(chronology, selection)) == (scope, wanted)
