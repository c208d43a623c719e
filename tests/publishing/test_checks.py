"""Looking before publishing, and taking a library back."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

import pytest

from bot.answers import Answer
from bot.building.build import KnowledgeError
from bot.building.reload_report import ReloadReport
from bot.dates import HistoricalDate
from bot.publishing.check import Check
from bot.publishing.generations import Reason
from bot.publishing.live import LiveLibrary
from bot.sources.folder import Overlay
from tests.building.in_thread import live_library

if TYPE_CHECKING:
    from pathlib import Path

HARBOUR = "The harbour\n\nThe harbour of Bergen was opened in May 1903 by its mayor.\n"
BRIDGE = "The bridge\n\nEngineers opened the long bridge in October 1931, and ferries lost passengers.\n"
GOLDEN = """- {question: When was the harbour of Bergen opened?, passage: harbour of Bergen, date: 1903-05}
- {question: When was the long bridge opened?, passage: long bridge, date: 1931-10}
"""
REASON = Reason("a test", "0123456789ab")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (folder / "questions.yaml").write_text(GOLDEN, encoding="utf-8")
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library"


def year_of_harbour(live: LiveLibrary) -> str:
    result = live.current.answer("When was the harbour of Bergen opened?")
    assert isinstance(result, Answer)
    assert result.date
    return str(result.date.date)


def change(folder: Path, year: int = 1904) -> None:
    (folder / "harbour.txt").write_text(HARBOUR.replace("1903", str(year)), encoding="utf-8")


async def test_a_check_says_what_would_change_and_changes_nothing(folder: Path, place: Path) -> None:
    live = live_library(folder, place)
    before = live.current, place.read_bytes()
    change(folder)
    (folder / "bridge.txt").unlink()
    (folder / "zoo.txt").write_text("Zoo\n\nThe zoo of Bergen got its first wallaby in 1950.\n")

    report = (await live.check()).report

    assert (report.published, report.added, report.changed, report.removed) == (
        False, ("zoo.txt",), ("harbour.txt",), ("bridge.txt",),
    )  # fmt: skip
    changes = {row.file: (row.added, row.removed, row.added_texts) for row in report.files}
    assert changes["bridge.txt"] == (0, 1, ())
    assert changes["harbour.txt"] == (1, 1, ("The harbour of Bergen was opened in May 1904 by its mayor.",))
    harbour, bridge = report.golden
    assert harbour.question == "When was the harbour of Bergen opened?"
    assert (harbour.before.date, harbour.after.date) == (
        HistoricalDate.parse("1903-05"), HistoricalDate.parse("1904-05"),
    )  # fmt: skip
    assert (harbour.before.is_wanted, harbour.after.is_wanted) == (True, False)
    assert bridge.after.passage is None
    assert len(report.broken) == 2
    assert (live.current, place.read_bytes()) == before


async def test_what_was_checked_is_published(folder: Path, place: Path) -> None:
    live = LiveLibrary(folder, place=place)
    change(folder)

    report = await live.publish(await live.check(), REASON)

    assert isinstance(report, ReloadReport)
    assert (report.published, report.changed) == (True, ("harbour.txt",))
    assert year_of_harbour(live) == "1904-05"
    assert (await live.reload()).unchanged
    assert year_of_harbour(live_library(folder, place)) == "1904-05"


@pytest.mark.parametrize("what", ["a document", "a list", "a new file", "another library"])
async def test_what_changed_since_is_checked_again(folder: Path, place: Path, what: str) -> None:
    live = live_library(folder, place)
    change(folder)
    check = await live.check()
    if what == "a document":
        change(folder, 1905)
    elif what == "a list":
        (folder / "questions.yaml").write_text(GOLDEN.replace("1903", "1904"), encoding="utf-8")
    elif what == "a new file":
        (folder / "zoo.txt").write_text("Zoo\n\nThe zoo of Bergen got its first wallaby in 1950.\n")
    else:
        await live.reload()
        change(folder, 1906)
        await live.reload()

    again = await live.publish(check, REASON)

    assert isinstance(again, Check)
    if what != "another library":
        assert year_of_harbour(live) == "1903-05"
        report = await live.publish(again, REASON)
        assert isinstance(report, ReloadReport)
        assert report.published
    assert (await live.reload()).unchanged


@pytest.mark.parametrize("changes_meanwhile", [False, True])
async def test_of_two_checks_each_can_be_published_while_it_shows_what_there_is(
    folder: Path, place: Path, changes_meanwhile: bool
) -> None:
    live = live_library(folder, place)
    change(folder)
    first = await live.check()
    await live.check()
    if changes_meanwhile:  # where nobody sees it in the report
        text = (folder / "harbour.txt").read_text(encoding="utf-8")
        (folder / "harbour.txt").write_text(f"{text} \n", encoding="utf-8")

    assert isinstance(await live.publish(first, REASON), Check if changes_meanwhile else ReloadReport)


async def test_a_check_leaves_out_what_is_faulty_and_says_so(folder: Path, place: Path) -> None:
    live = live_library(folder, place)
    change(folder)
    (folder / "bad.md").write_text("# No text")

    check = await live.check()
    report = await live.publish(check, REASON)

    assert [problem.file for problem in check.report.left_out] == ["bad.md"]
    assert isinstance(report, ReloadReport)
    assert report.published
    assert year_of_harbour(live) == "1904-05"
    assert year_of_harbour(live_library(folder, place)) == "1904-05"


async def test_of_faulty_files_alone_nothing_can_be_published(folder: Path, place: Path) -> None:
    live = live_library(folder, place)
    for path in folder.iterdir():
        path.write_text("")

    check = await live.check()

    assert check.before is None
    assert len(check.report.problems) == 2


async def test_a_check_without_a_change_has_nothing_to_publish(folder: Path, place: Path) -> None:
    live = live_library(folder, place)

    check = await live.check()

    assert (check.before, check.report.unchanged) == (None, True)


async def test_files_are_tried_before_they_are_there(folder: Path, place: Path, tmp_path: Path) -> None:
    live = live_library(folder, place)
    laid_over = tmp_path / "laid over"
    (laid_over / "sub").mkdir(parents=True)
    (laid_over / "harbour.txt").write_text(HARBOUR.replace("1903", "1907"))
    (laid_over / "sub" / "zoo.txt").write_text("Zoo\n\nThe zoo of Bergen got its first wallaby in 1950.\n")

    check = await live.check(overlay=Overlay(laid_over, frozenset({"bridge.txt"})))

    report = check.report
    assert (report.added, report.changed, report.removed) == (
        ("sub/zoo.txt",), ("harbour.txt",), ("bridge.txt",),
    )  # fmt: skip
    assert sorted(path.name for path in folder.iterdir()) == ["bridge.txt", "harbour.txt", "questions.yaml"]

    def make_changes() -> None:
        (folder / "bridge.txt").unlink()
        (folder / "sub").mkdir()
        for name in ("harbour.txt", "sub/zoo.txt"):
            (folder / name).write_bytes((laid_over / name).read_bytes())

    published = await live.publish(check, REASON, make_changes)
    assert isinstance(published, ReloadReport)
    assert year_of_harbour(live) == "1907-05"
    assert (await live.reload()).unchanged


async def test_a_file_that_holds_much_of_a_known_one_is_named(
    folder: Path, place: Path, tmp_path: Path
) -> None:
    rows = [f"Ship number {n} of the line was built in the yard of Bergen in {1900 + n}." for n in range(20)]
    (folder / "ships.txt").write_text("Ships\n\n" + "\n\n".join(rows))
    live = live_library(folder, place)
    laid_over = tmp_path / "laid over"
    laid_over.mkdir()
    (laid_over / "ships new.txt").write_text("Ships\n\n" + "\n\n".join(rows[5:]))
    (laid_over / "part.txt").write_text("Ships\n\n" + "\n\n".join(rows[:5]))

    check = await live.check(overlay=Overlay(laid_over))

    assert [(row.file, row.known, round(row.share, 2)) for row in check.alike] == [
        ("ships new.txt", "ships.txt", 0.75)
    ]


async def test_an_earlier_library_answers_again_until_the_next_reload(folder: Path, place: Path) -> None:
    live = live_library(folder, place)
    change(folder)
    await live.reload(reason=REASON)
    assert year_of_harbour(live) == "1904-05"
    (earlier,) = live.earlier

    assert await live.roll_back(earlier.number, Reason("/rollback", "0123"))

    assert year_of_harbour(live) == "1903-05"
    assert live.is_rolled_back
    assert [row.why for row in live.earlier] == ["a test"]
    assert year_of_harbour(live_library(folder, place)) == "1903-05"  # a start does not undo it
    assert (await live.check()).report.changed == ("harbour.txt",)
    assert (await live.reload()).changed == ("harbour.txt",)
    assert year_of_harbour(live) == "1904-05"
    assert not live.is_rolled_back


@pytest.mark.parametrize("how", ["mended", "another file"])
async def test_a_start_after_a_rollback_reads_a_folder_that_has_changed(
    folder: Path, place: Path, how: str
) -> None:
    live = live_library(folder, place)
    change(folder)
    await live.reload()
    await live.roll_back(live.earlier[0].number, REASON)
    if how == "mended":
        change(folder, 1903)
    else:
        (folder / "zoo.txt").write_text("Zoo\n\nThe zoo of Bergen got its first wallaby in 1950.\n")

    again = live_library(folder, place)

    assert not again.is_rolled_back
    assert year_of_harbour(again) == ("1903-05" if how == "mended" else "1904-05")


async def test_a_rollback_can_be_taken_back(folder: Path, place: Path) -> None:
    live = live_library(folder, place)
    change(folder)
    await live.reload(reason=REASON)
    await live.roll_back(live.earlier[0].number, Reason("/rollback"))

    await live.roll_back(live.earlier[0].number, Reason("/rollback"))

    assert year_of_harbour(live) == "1904-05"


async def test_an_earlier_library_that_is_gone_changes_nothing(folder: Path, place: Path) -> None:
    live = live_library(folder, place)
    before = live.current

    assert not await live.roll_back(7, REASON)
    assert live.current is before


async def test_what_a_check_built_does_not_outlive_the_next_start(folder: Path, place: Path) -> None:
    live = live_library(folder, place)
    change(folder)
    await live.check()
    assert "library.checked" in os.listdir(place.parent)  # noqa: PTH208

    live.tidy()

    assert sorted(path.name for path in place.parent.iterdir()) == ["generations", "library"]


async def test_a_change_that_cannot_be_made_publishes_nothing(folder: Path, place: Path) -> None:
    live = live_library(folder, place)
    change(folder)
    check = await live.check()

    def fail() -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        await live.publish(check, REASON, fail)

    assert year_of_harbour(live) == "1903-05"
    assert not live.is_busy


def test_an_empty_folder_is_a_beginning_where_that_is_allowed_and_else_a_mistake(
    tmp_path: Path,
) -> None:
    folder, place = tmp_path / "knowledge", tmp_path / "data" / "library"
    folder.mkdir()
    with pytest.raises(KnowledgeError, match="holds no documents"):
        LiveLibrary(folder, place=place)

    live = LiveLibrary(folder, place=place, may_be_empty=True)
    (folder / "harbour.md").write_text("The harbour was opened in May 1904.\n", encoding="utf-8")
    report = asyncio.run(live.reload())
    (folder / "harbour.md").unlink()

    assert report.published
    assert len(live.current.documents) == 1
    with pytest.raises(KnowledgeError, match="holds no documents"):
        LiveLibrary(folder, place=place)
    assert len(LiveLibrary(folder, place=place, may_be_empty=True).current.documents) == 0
