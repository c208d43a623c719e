"""Admins see what was asked and how it ended, and nobody's name: a card, a file, a message a week."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageColor

from bot.chat.administration.statistics import WEEK, exported, last_days, wanted_days
from bot.chat.administration.weekly_report import WeeklyReport, due_week
from bot.pictures import Bar, BarsPicture
from bot.pictures.bars import draw_bars
from bot.pictures.drawing import DARK, LIGHT, Theme
from bot.publishing.live import LiveLibrary
from bot.store import ExportedQuestion
from tests.chat.world import ANNA, BORIS, GROUP, STAFF

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.world import World

TOKYO = "/ask when did the company move to Tokyo?"
WHEN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


async def test_a_week_is_counted(world: World) -> None:
    for text in (TOKYO, TOKYO.replace("company", "firm"), "/ask where is the wallaby"):
        await world.says(ANNA, text, GROUP)
    (card,) = await world.says(BORIS, "/stats")

    assert "".join(card.bold[:3]) == "The last 7 days"
    assert "3 questions: 2 answered, 1 refused" in card.text
    assert "▁▁▁▁▁▁█" in card.text
    assert "Alice in Oslo" in card.text.partition("never used")[2] + card.text.partition("Never used")[2]


async def test_numbers_that_are_too_long_for_a_caption_stand_above_the_picture(world: World) -> None:
    for number in range(12):
        name = f"A history of everything that happened in the harbour, part {number}, " + "x" * 60
        (world.config.knowledge / f"{number}.md").write_text(f"# {name}\n\nIt rained.\n", encoding="utf-8")
    await world.says(BORIS, "/reload")
    for text in (TOKYO, "/ask who opened the Oslo library?"):
        await world.says(ANNA, text, GROUP)
    *cards, picture = await world.says(BORIS, "/stats 90")

    assert world.transport.files[-1][:2] == ("sendPhoto", "questions.png")
    assert [len(card.text) > 1024 for card in cards] in ([], [True])
    assert len(picture.text) <= 1024


async def test_without_questions_nothing_is_counted(world: World) -> None:
    (card,) = await world.says(BORIS, "/stats")

    assert "0 questions: 0 answered, 0 refused" in card.text


def drawn(picture: BarsPicture, theme: Theme = LIGHT) -> Image.Image:
    return Image.open(BytesIO(draw_bars(picture, theme))).convert("RGB")


@pytest.mark.parametrize(("answered", "squares"), [("answered", 1), ("\U0010ffff𐎠", 0)])
def test_a_legend_says_what_the_colours_mean_where_its_letters_can_be_drawn(
    answered: str, squares: int
) -> None:
    picture = drawn(BarsPicture("Last days", (Bar("11-01", 0, 0),), answered, "refused"))
    legend = picture.crop((picture.width // 2, 0, picture.width, 150))
    colours = {colour for _, colour in legend.getcolors(1 << 16) or []}

    for colour in (LIGHT.accent, LIGHT.quiet):
        assert (ImageColor.getrgb(colour) in colours) == squares


def test_bars_are_as_high_as_their_days() -> None:
    days = [Bar(f"11-{day:02}", day, 30 - day) for day in range(1, 31)]
    for bars in (days[:7], days, [Bar("11-01", 0, 0)]):
        image = drawn(BarsPicture("Last days", tuple(bars), "answered", "refused"), DARK)
        assert image.size == (1080, 640)
    columns = drawn(BarsPicture("", (Bar("", 3, 0), Bar("", 1, 0)), "", ""))
    accent = ImageColor.getrgb(LIGHT.accent)
    heights = [sum(columns.getpixel((x, y)) == accent for y in range(columns.height)) for x in (200, 700)]
    assert heights[0] == pytest.approx(3 * heights[1], rel=0.02)


PERIODS = [
    ((), 7), (("week",), 7), (("MONTH",), 30), (("day",), 1), (("1",), 1), (("90",), 90),
    (("91",), None), (("0",), None), (("-1",), None), (("x",), None), (("٣",), None), (("1" * 5000,), None),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "days"), PERIODS, ids=lambda value: str(value)[:20])
def test_days_are_named_or_counted(arguments: tuple[str, ...], days: int | None) -> None:
    assert wanted_days(arguments) == days


def test_the_last_day_is_today() -> None:
    days = last_days(WEEK)
    assert (len(days), days[-1]) == (7, datetime.now(UTC).date())
    assert [(later - earlier).days for earlier, later in pairwise(days)] == [1] * 6


async def test_an_export_has_every_question_and_nobody(world: World) -> None:
    await world.says(ANNA, TOKYO, GROUP)
    await world.says(ANNA, "/ask =1+2 where is the wallaby", GROUP)
    (card,) = await world.says(BORIS, "/export")

    assert card.text == "2 questions, nobody's name or number."
    ((method, name, content),) = world.transport.files
    assert (method, name) == ("sendDocument", f"questions-{datetime.now(UTC):%Y-%m-%d}.csv")
    text = content.decode("utf-8-sig")
    for private in (ANNA.name, str(ANNA.id), str(GROUP)):
        assert private not in text
    head, *rows = csv.reader(StringIO(text))
    assert [row[1:3] for row in rows] == [["answered", ""], ["refused", "'=1+2 where is the wallaby"]]
    assert all(len(row) == len(head) for row in rows)


@given(st.text(max_size=40))
def test_no_cell_is_a_formula(words: str) -> None:
    question = ExportedQuestion(WHEN, "refused", words, None, 0, 1)
    row = list(csv.reader(StringIO(exported([question], LIBRARY.current), newline="")))[1]

    assert not row[2].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert row[2] in {words, f"'{words}"}


@pytest.fixture(scope="module", autouse=True)
def library(tmp_path_factory: pytest.TempPathFactory) -> None:
    """One library for all examples."""
    folder: Path = tmp_path_factory.mktemp("knowledge")
    (folder / "a.md").write_text("# A\n\nThe ferry came in 1903.\n", encoding="utf-8")
    global LIBRARY  # noqa: PLW0603 - hypothesis wants no fixtures
    LIBRARY = LiveLibrary(folder)


LIBRARY: LiveLibrary

DUE = [
    ("2026-11-23T09:00", "2026-W48"), ("2026-11-23T23:59", "2026-W48"), ("2026-11-23T08:59", None),
    ("2026-11-24T09:00", None), ("2026-11-22T09:00", None), ("2027-01-04T09:00", "2027-W01"),
    ("2024-12-30T09:00", "2025-W01"),
]  # fmt: skip


@pytest.mark.parametrize(("now", "week"), DUE)
def test_a_report_is_due_on_monday_from_nine_on(now: str, week: str | None) -> None:
    assert due_week(datetime.fromisoformat(now)) == week


class Monday:
    """A Telegram whose time is a Monday morning."""

    def __init__(self, day: date) -> None:
        self._day = day

    def now(self) -> float:
        return datetime.fromisoformat(f"{self._day}T09:30").astimezone().timestamp()


async def test_a_week_is_reported_once_over_restarts(quiet_world: World) -> None:
    for day in (date(2026, 11, 23), date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 30)):
        async with quiet_world.running() as world:
            assert world.bot
            statistics = world.bot.callbacks.administration.statistics
            await WeeklyReport(statistics, Monday(day)).send_due(STAFF)  # type: ignore[arg-type]
    reports = [shown for shown in quiet_world.transport.shown if shown.chat == STAFF]
    assert len(reports) == 2
    assert all(report.text.startswith("The last 7 days") for report in reports)
