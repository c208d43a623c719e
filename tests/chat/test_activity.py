"""What the bot does in a day: in /status, in the metrics, a line in the log; failures name their chat."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.chat.activity import BOUNDS, RECEIVED_AT, Activity, Latency
from bot.chat.gauges import counts, levels
from bot.publishing.live import LiveLibrary
from bot.store import Figures, Outcome
from bot.today import day_of
from tests.chat.world import ANNA, BORIS, GROUP, ago

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.world import World

OSLO, ZEBRA = "/ask who opened the Oslo library?", "/ask when did the zebra sing?"


async def a_day(world: World) -> None:
    """Two answers, one of them by pointing, a refusal, and two votes."""
    (answer,) = await world.says(ANNA, OSLO, GROUP)
    await world.says(BORIS, OSLO, GROUP)
    await world.says(ANNA, ZEBRA)
    await world.presses(ANNA, answer, world.buttons(answer)["👍"])
    await world.presses(BORIS, answer, world.buttons(answer)["👎"])


async def test_the_status_tells_of_today(world: World) -> None:
    await a_day(world)
    await world.says(ANNA, "/ask Tokyo?", date=ago(300))

    (status,) = await world.says(BORIS, "/status")
    assert "not found, 1 👍, 1 👎" in status.text
    assert "Today: " in status.text


async def test_the_figures_are_of_one_day(world: World) -> None:
    await a_day(world)
    assert world.store
    noon = datetime.now(UTC)

    day = await world.store.figures(noon - timedelta(hours=1), noon + timedelta(hours=1))
    assert day == Figures(answered=2, refused=1, up=1, down=1)
    assert await world.store.figures(noon + timedelta(hours=1), noon + timedelta(hours=2)) == Figures()


async def test_the_metrics_count_what_was_said_and_how_long_it_took(world: World) -> None:
    await a_day(world)
    assert world.bot
    await world.bot.services.activity.look()

    number, level = counts(world.bot.services), levels(world.bot.services)
    assert (number["questions", "answered"], number["questions", "refused"]) == (2, 1)
    assert (level["answered_today"], level["votes_down_today"]) == (2, 1)
    latency = world.bot.services.activity.latency
    assert latency.buckets()[-1] == (float("inf"), 3)
    assert latency.total > 0


async def test_how_long_it_took_is_kept_with_the_question(world: World) -> None:
    await a_day(world)
    assert world.store
    rows = await world.store.database.read("SELECT took FROM questions")

    assert len(rows) == 3
    assert all(0 <= took < 60_000 for (took,) in rows)


async def test_a_restart_does_not_lose_the_day(quiet_world: World) -> None:
    async with quiet_world.running() as world:
        await a_day(world)
    async with quiet_world.running() as world:
        assert world.bot
        await world.bot.services.activity.look()
        assert world.bot.services.activity.figures == Figures(2, 1, 1, 1)


async def test_the_levels_are_of_the_library_that_answers(quiet_world: World, knowledge: Path) -> None:
    async with quiet_world.running() as world:
        before = library_levels(world)
        (knowledge / "mill.md").write_text("# The mill\n\nIn May 2001 the mill burned.\n", encoding="utf-8")
        await world.says(BORIS, "/reload")
        assert library_levels(world) == (before[0] + 1, before[1] + 1)

        (listed,) = await world.says(BORIS, "/rollback")
        await world.presses(BORIS, listed, world.buttons(listed)["1"])
        assert library_levels(world) == before
    quiet_world.live = LiveLibrary(knowledge, place=quiet_world.config.data_dir / "library")
    async with quiet_world.running() as world:
        assert library_levels(world) == before


def library_levels(world: World) -> tuple[float, float]:
    assert world.bot
    level = levels(world.bot.services)
    assert level["library_age_seconds"] >= 0
    return level["documents"], level["passages"]


async def test_a_line_a_day_stands_in_the_log_and_holds_nobodys_words(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    days = [day_of()]
    assert world.store
    activity = Activity(world.store, world.clock.clock, lambda: days[-1])
    RECEIVED_AT.set(0.0)
    activity.note(Outcome.ANSWERED)
    await a_day(world)

    await activity.look()
    assert "answered" not in caplog.text
    days.append(days[0] + timedelta(days=1))
    await activity.look()
    line = caplog.records[-1].getMessage()
    assert line.startswith(f"{days[0].isoformat()}: 2 answered, 1 refused, 1 votes up, 1 down; half of what")
    assert "zebra" not in caplog.text

    days.append(days[0] + timedelta(days=2))
    await activity.look()
    assert (
        caplog.records[-1]
        .getMessage()
        .endswith("0 answered, 0 refused, 0 votes up, 0 down; no latency is known")
    )


async def test_the_figures_go_on_while_the_database_cannot_be_read(world: World) -> None:
    assert world.store
    activity = Activity(world.store, world.clock.clock, lambda: date(2020, 1, 1))
    await world.store.close()

    task = asyncio.create_task(activity.run())
    await asyncio.sleep(0.01)
    assert not task.done()
    task.cancel()
    assert await activity.figures_now() is None


@pytest.mark.parametrize(("seconds", "bucket"), [(0.0, 0), (0.05, 0), (0.051, 1), (120.0, 10), (121.0, 11)])
def test_a_latency_lies_in_the_bucket_that_it_does_not_exceed(seconds: float, bucket: int) -> None:
    latency = Latency()
    latency.add(seconds)

    assert latency.counts.index(1) == bucket
    assert [number for _, number in latency.buckets()] == [0] * bucket + [1] * (len(BOUNDS) + 1 - bucket)


def test_the_median_is_of_the_day() -> None:
    latency = Latency()
    assert latency.median is None
    for seconds in (1.0, 9.0, 2.0):
        latency.add(seconds)
    assert latency.median == 2.0
    latency.begin_day()
    assert (latency.median, latency.total) == (None, 12.0)


async def test_a_failure_names_its_chat_by_a_hash(
    world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError

    monkeypatch.setattr("bot.chat.asking.answering.day_of", broken)
    await world.says(ANNA, ZEBRA, GROUP)

    assert world.store
    assert f"failed: ValueError (chat {world.store.pseudonym(GROUP)})" in caplog.text
    assert "zebra" not in caplog.text
    assert str(GROUP) not in caplog.text
