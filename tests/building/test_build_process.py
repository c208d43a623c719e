"""A library is built in a process of its own, within caps, and nothing of it is left behind."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.building.build import KnowledgeError
from bot.building.build_process import BuildProcessError, Caps, built_apart
from bot.building.dry_run import BuildOrder
from bot.library import open_library
from bot.publishing.live import LiveLibrary
from bot.sources.folder import Overlay
from tests import HANG
from tests.building.in_thread import built_in_thread
from tests.building.saving import build_to

if TYPE_CHECKING:
    from collections.abc import Callable

BUILD = """
import asyncio, sys
from pathlib import Path
from bot.building.build_process import built_apart
from bot.building.dry_run import BuildOrder
asyncio.run(built_apart(BuildOrder(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[2]))))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    write(folder, 3)
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library"


def order(folder: Path, place: Path) -> BuildOrder:
    return BuildOrder(folder, place, place)


def write(folder: Path, number: int) -> None:
    for n in range(number):
        text = (
            f"# Part\n\nThe harbour of Bergen was opened in March {1900 + n % 100}, say {n} records.\n\n" * 20
        )
        (folder / f"{n}.md").write_text(f"---\ntitle: Harbours {n}\n---\n{text}", encoding="utf-8")


async def test_a_library_is_built_by_another_process(folder: Path, place: Path) -> None:
    assert (await built_apart(order(folder, place))).is_new
    assert len(open_library(place).documents) == 3
    assert [path.name for path in place.parent.iterdir()] == ["library"]
    assert not (await built_apart(order(folder, place))).is_new


async def test_the_thread_that_other_tests_build_in_builds_the_same(folder: Path, tmp_path: Path) -> None:
    before, targets = tmp_path / "before", (tmp_path / "apart", tmp_path / "in thread")
    build_to(folder, before)
    overlay = Overlay(tmp_path / "new", without=frozenset({"0.md"}))
    overlay.folder.mkdir()
    write(overlay.folder, 4)
    orders = [BuildOrder(folder, before, target, overlay=overlay) for target in targets]

    reports = [(await built_apart(orders[0])).report, (await built_in_thread(orders[1])).report]
    # Which of the new texts are shown hangs on the order of sets, which differs from process to process.
    assert len({(row.added, row.removed, row.changed, row.passages) for row in reports if row}) == 1
    assert None not in reports
    texts = [list(open_library(target).index.passages.texts) for target in targets]
    assert texts[0] == texts[1]


async def test_what_is_wrong_with_the_documents_comes_back(folder: Path, place: Path) -> None:
    (folder / "bad.md").write_text("---\ntitle: [A\n---\nText.\n", encoding="utf-8")

    with pytest.raises(KnowledgeError) as caught:
        await built_apart(order(folder, place))
    assert caught.value.problems[0].file == "bad.md"
    assert not place.exists()


async def test_a_place_that_cannot_be_written_is_named(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(OSError, match="file"):
        await built_apart(order(folder, tmp_path / "file" / "library"))


@pytest.mark.parametrize(
    ("caps", "message"),
    [
        (Caps(seconds=0.05), "reading the documents took more than 0 minutes"),
        (Caps(memory=130 * 2**20), r"reading the documents took more than 0\.1 GB of memory"),
        (Caps(memory=150 * 2**20), r"reading the documents took more than 0\.1 GB of memory"),
        (Caps(memory=200 * 2**20), r"reading the documents took more than 0\.2 GB of memory"),
    ],
)
async def test_who_takes_too_much_is_ended(folder: Path, place: Path, caps: Caps, message: str) -> None:
    write(folder, 400)

    with pytest.raises(BuildProcessError, match=message):
        await built_apart(order(folder, place), caps)
    assert not place.exists()


async def test_a_cap_is_told_to_the_admin_in_one_line(folder: Path, place: Path) -> None:
    live = LiveLibrary(folder, place=place, builder=partial(built_apart, caps=Caps(seconds=0.05)))
    before = live.current
    write(folder, 5)
    report = await live.reload()

    assert [str(problem) for problem in report.problems] == [
        "knowledge: reading the documents took more than 0 minutes"
    ]
    assert (report.published, live.current, live.is_busy) == (False, before, False)


async def test_a_reload_takes_up_what_the_other_process_built(folder: Path, place: Path) -> None:
    live = LiveLibrary(folder, place=place)
    write(folder, 5)
    report = await live.reload()

    assert (report.published, report.documents, report.added) == (True, 5, ("3.md", "4.md"))
    assert len(live.current.documents) == 5
    assert (await live.reload()).unchanged


async def test_where_nothing_can_be_saved_a_reload_says_so_and_keeps_the_old_library(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    live = LiveLibrary(folder, place=tmp_path / "file" / "library")
    before = live.current
    write(folder, 5)
    report = await live.reload()

    assert (report.published, report.unchanged, report.documents) == (False, False, 3)
    assert [str(problem) for problem in report.problems] == [
        f"{tmp_path / 'file'}: the new library could not be saved (File exists)"
    ]
    assert live.current is before
    assert not live.is_busy


async def test_the_loop_goes_on_while_a_library_is_built(folder: Path, place: Path) -> None:
    live = LiveLibrary(folder, place=place)
    write(folder, 300)
    turns = 0
    reloading = asyncio.create_task(live.reload())
    while not reloading.done():
        await asyncio.sleep(0.001)
        turns += 1

    assert reloading.result().documents == 300
    assert turns > 20


async def test_a_reload_that_is_cancelled_leaves_nothing(folder: Path, place: Path) -> None:
    write(folder, 400)
    place.parent.mkdir()
    before = set(children(os.getpid()))  # other tests of this process may have left some
    building = asyncio.create_task(built_apart(order(folder, place)))
    await until(lambda: bool(set(children(os.getpid())) - before))
    building.cancel()
    with pytest.raises(asyncio.CancelledError):
        await building

    assert not set(children(os.getpid())) - before
    assert list(place.parent.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_a_parent_that_is_killed_takes_the_child_with_it(folder: Path, place: Path) -> None:
    write(folder, 2_000)
    place.parent.mkdir()
    with subprocess.Popen([sys.executable, "-c", BUILD, str(folder), str(place)]) as parent:
        begun = time.monotonic()
        while not children(parent.pid) and time.monotonic() < begun + HANG:
            time.sleep(0.01)
        (child,) = children(parent.pid)
        parent.send_signal(signal.SIGKILL)
        parent.wait()

    while Path(f"/proc/{child}").exists() and time.monotonic() < begun + HANG:
        time.sleep(0.01)
    assert not Path(f"/proc/{child}").exists()
    assert list(place.parent.iterdir()) == []


def children(parent: int) -> list[int]:
    """The numbers of a process's children."""
    numbers = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent and fields[0] != "Z":
            numbers.append(int(stat.parent.name))
    return numbers


async def until(claim: Callable[[], bool]) -> None:
    async with asyncio.timeout(HANG):
        while not claim():  # noqa: ASYNC110 - the system tells nobody
            await asyncio.sleep(0.01)
