"""One rule for what day it is: that of the machine's time zone, everywhere."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from bot.today import day_of
from tests.chat.world import ANNA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.chat.world import World

MIDNIGHT = datetime(2010, 12, 31, 23, 30, tzinfo=UTC)
BRIDGES = "Bridges\n\nThe Vik bridge opened in May 2009.\n\nThe Moss bridge opened in June 2010.\n"


@pytest.fixture
def knowledge(knowledge: Path) -> Path:
    (knowledge / "bridges.txt").write_text(BRIDGES, encoding="utf-8")
    return knowledge


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Sets the time zone, where that can be done for a process."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system has one time zone for all processes")

    def set_zone(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield set_zone
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("zone", "day"), [("UTC0", 31), ("XXX-1", 1), ("XXX+11", 31), ("XXX-14", 1), ("XXX+23:31", 30)]
)
def test_the_day_is_that_of_the_machine(in_zone: Callable[[str], None], zone: str, day: int) -> None:
    in_zone(zone)

    assert day_of(MIDNIGHT).day == day


def test_without_a_moment_it_is_today(in_zone: Callable[[str], None]) -> None:
    in_zone("XXX-14")
    before = datetime.now().astimezone().date()

    assert before <= day_of() <= datetime.now().astimezone().date()
    assert isinstance(day_of(), date)


@pytest.mark.parametrize(("zone", "opened"), [("UTC0", "May 2009"), ("XXX-1", "June 2010")])
@pytest.mark.parametrize("way", ["a message", "inline"])
async def test_last_year_is_the_one_before_today_where_the_bot_runs(
    world: World, in_zone: Callable[[str], None], zone: str, opened: str, way: str
) -> None:
    assert world.bot
    world.bot.services.time.note(f"{MIDNIGHT:%a, %d %b %Y %H:%M:%S} GMT")  # as Telegram's answers say
    in_zone(zone)

    question = "which bridge opened last year?"
    if way == "inline":
        assert (await world.types(ANNA, question))["results"][0]["title"] == opened
    else:
        (shown,) = await world.says(ANNA, question, date=int(MIDNIGHT.timestamp()))
        assert shown.bold[0] == opened
