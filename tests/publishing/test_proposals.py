"""Changes of the knowledge folder: tried, published whole or not at all, finished after a kill."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.answers import Answer
from bot.building.reload_report import ReloadReport
from bot.edits import EditError, KnowledgeFolder
from bot.edits.changes import read_changes
from bot.publishing.check import Check
from bot.publishing.live import LiveLibrary
from bot.publishing.proposal import FOLDER, LIFETIME, MOST, NOTE, expire
from bot.publishing.proposals import Proposals
from bot.publishing.publication import recover
from tests.building.in_thread import live_library
from tests.publishing.changes import BEFORE, BRIDGE, CHANGE, CHANGES, HARBOUR, ZOO, Killed

if TYPE_CHECKING:
    from pathlib import Path

    from bot.publishing.proposal import Proposal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "harbour.txt").write_bytes(HARBOUR)
    (folder / "bridge.txt").write_bytes(BRIDGE)
    return folder


@pytest.fixture
def live(folder: Path) -> LiveLibrary:
    return live_library(folder, folder.parent / "data" / "library")


@pytest.fixture
def waiting(folder: Path, live: LiveLibrary) -> Proposals:
    return Proposals(folder.parent / "data", KnowledgeFolder(folder), live)


def holds(folder: Path) -> dict[str, bytes]:
    """The files that a library is made from."""
    paths = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def recovered(folder: Path) -> tuple[Proposal, ...]:
    """What a start finishes."""
    data_dir = folder.parent / "data"
    return recover(data_dir, KnowledgeFolder(folder), data_dir / "library")


AFTER = {name: content for name, content in (BEFORE | CHANGES).items() if content is not None}


def answers(live: LiveLibrary, question: str) -> str:
    result = live.current.answer(question)
    return str(result.date.date) if isinstance(result, Answer) and result.date else "nothing"


async def test_changes_are_tried_and_then_made(folder: Path) -> None:
    live = live_library(folder, folder.parent / "data" / "library")
    waiting = Proposals(folder.parent / "data", KnowledgeFolder(folder), live)
    proposal = waiting.propose(CHANGES, CHANGE)

    check = await waiting.check(proposal)

    assert (check.report.added, check.report.changed, check.report.removed) == (
        ("zoo.txt",), ("sub/harbour.txt",), ("bridge.txt",),
    )  # fmt: skip
    assert holds(folder) == BEFORE
    report = await waiting.publish(proposal, check)
    assert isinstance(report, ReloadReport)
    assert report.published
    assert holds(folder) == AFTER
    assert answers(live, "When did the zoo get its wallaby?") == "1950"
    assert [(row.file, row.who, row.why) for row in read_changes(folder)] == [
        (name, "0123456789ab", "a test") for name in sorted(CHANGES)
    ]
    assert waiting.get(proposal.number) is None
    assert waiting.was_published(proposal.number)
    (kept,) = (folder.parent / "data" / FOLDER).iterdir()
    assert [path.name for path in kept.iterdir()] == [NOTE]
    assert (await live.reload()).unchanged


async def test_changes_are_made_at_once(folder: Path, live: LiveLibrary, waiting: Proposals) -> None:
    report = await waiting.publish_now(CHANGES, CHANGE)

    assert report.published
    assert holds(folder) == AFTER
    assert answers(live, "When was the harbour of Bergen opened?") == "1904-05"


async def test_changes_that_are_made_at_the_same_time_are_all_made(
    folder: Path, live: LiveLibrary, waiting: Proposals
) -> None:
    names = [f"zoo{number}.txt" for number in range(6)]
    reports = await asyncio.gather(*(waiting.publish_now({name: ZOO}, CHANGE) for name in names))

    assert [report.published for report in reports] == [True] * len(names)
    assert set(names) <= holds(folder).keys()
    assert set(names) <= live.current.documents.by_file().keys()


async def test_one_file_that_is_edited_at_the_same_time_holds_each_edit(
    folder: Path, waiting: Proposals
) -> None:
    async def add(letter: str) -> None:
        await waiting.edit("list.txt", lambda text: f"{text}In 1950 row {letter} was added.\n\n", CHANGE)

    letters = "abcdef"
    await asyncio.gather(*map(add, letters))

    assert sorted(holds(folder)["list.txt"].decode().split("\n\n")[:-1]) == [
        f"In 1950 row {letter} was added." for letter in letters
    ]


async def test_proposals_that_are_kept_at_the_same_time_are_all_whole(waiting: Proposals) -> None:
    kept = await asyncio.gather(
        *(asyncio.to_thread(waiting.propose, {f"{n}.txt": ZOO}, CHANGE) for n in range(MOST))
    )

    assert [waiting.get(proposal.number) is None for proposal in kept] == [False] * MOST


async def test_of_two_proposals_that_were_looked_at_both_can_be_published(waiting: Proposals) -> None:
    first, second = (waiting.propose({f"zoo{n}.txt": ZOO}, CHANGE) for n in range(2))
    check = await waiting.check(first)
    await waiting.check(second)  # there is room for one library that was checked

    report = await waiting.publish(first, check)
    assert isinstance(report, ReloadReport)
    assert report.published


@pytest.mark.parametrize("faulty", ["zoo.txt", "other.md"])
async def test_nothing_is_made_at_once_while_a_file_is_faulty(
    folder: Path, live: LiveLibrary, waiting: Proposals, faulty: str
) -> None:
    changes: dict[str, bytes | None] = {"zoo.txt": b"" if faulty == "zoo.txt" else ZOO}
    if faulty == "other.md":
        (folder / faulty).write_bytes(b"")

    report = await waiting.publish_now(changes, CHANGE)

    assert (report.published, [problem.file for problem in report.problems]) == (False, [faulty])
    assert "zoo.txt" not in holds(folder)
    assert "zoo.txt" not in live.current.documents.by_file()


async def test_a_file_that_somebody_changed_meanwhile_is_not_overwritten(
    folder: Path, live: LiveLibrary, waiting: Proposals
) -> None:
    proposal = waiting.propose(CHANGES, CHANGE)
    check = await waiting.check(proposal)
    by_hand = BRIDGE.replace(b"1931", b"1932")
    (folder / "bridge.txt").write_bytes(by_hand)

    with pytest.raises(EditError, match=r"bridge\.txt was changed by somebody else"):
        await waiting.publish(proposal, check)

    assert holds(folder) == BEFORE | {"bridge.txt": by_hand}
    assert answers(live, "When did the zoo get its wallaby?") == "nothing"
    with pytest.raises(EditError, match="begin again"):
        await waiting.check(proposal)


async def test_another_change_of_the_folder_is_checked_again(folder: Path, waiting: Proposals) -> None:
    proposal = waiting.propose(CHANGES, CHANGE)
    check = await waiting.check(proposal)
    (folder / "canal.txt").write_text("Canals\n\nThe canal was dug in 1870 by hand.\n")

    again = await waiting.publish(proposal, check)

    assert isinstance(again, Check)
    assert again.report.added == ("canal.txt", "zoo.txt")
    assert waiting.get(proposal.number)


async def test_a_library_that_cannot_be_published_takes_its_changes_back(
    folder: Path, live: LiveLibrary, waiting: Proposals, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposal = waiting.propose(CHANGES, CHANGE)
    check = await waiting.check(proposal)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("bot.publishing.generations.write_whole", full)
        report = await waiting.publish(proposal, check)

    assert isinstance(report, ReloadReport)
    assert [problem.message for problem in report.problems] == [
        "the new library could not be saved (No space left on device)"
    ]
    assert holds(folder) == BEFORE
    kept = waiting.get(proposal.number)
    assert kept
    assert not kept.is_begun
    assert answers(live, "When was the harbour of Bergen opened?") == "1903-05"


def test_a_full_disk_keeps_no_proposal(
    folder: Path, waiting: Proposals, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bot.publishing.proposal.write_whole", full)
    with pytest.raises(EditError, match=r"could not be kept \(No space left on device\)"):
        waiting.propose(CHANGES, CHANGE)

    assert list((folder.parent / "data" / FOLDER).iterdir()) == []


async def test_what_was_not_begun_waits_for_the_next_start(
    folder: Path, live: LiveLibrary, waiting: Proposals
) -> None:
    proposal = waiting.propose(CHANGES, CHANGE)
    again = Proposals(folder.parent / "data", KnowledgeFolder(folder), live)

    assert recovered(folder) == ()

    assert holds(folder) == BEFORE
    assert again.get(proposal.number) == proposal
    report = await again.publish(proposal, await again.check(proposal))
    assert isinstance(report, ReloadReport)
    assert holds(folder) == AFTER


async def test_what_was_left_out_stays_left_out_after_a_kill(
    folder: Path, waiting: Proposals, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "bad.md").write_bytes(b"")
    proposal = waiting.propose(CHANGES, CHANGE)
    check = await waiting.check(proposal)

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(LiveLibrary, "_taken_up", killed)
        with pytest.raises(Killed):
            await waiting.publish(proposal, check)
    recovered(folder)

    again = live_library(folder, folder.parent / "data" / "library")
    assert [record.file for record in again.current.left_out] == ["bad.md"]
    assert again.generation
    assert (again.generation.why, again.generation.who) == ("a test", "0123456789ab")


async def test_a_kill_before_the_library_moved_leaves_each_library_once(
    folder: Path, live: LiveLibrary, waiting: Proposals, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposal = waiting.propose(CHANGES, CHANGE)
    check = await waiting.check(proposal)
    data_dir = folder.parent / "data"

    def killed(*_: object) -> None:
        raise Killed

    built = (data_dir / "library.checked").read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.replace", killed)
        patched.setattr(
            "bot.publishing.generations.write_whole", lambda path, content: path.write_bytes(content)
        )
        patched.setattr(
            "bot.publishing.proposal.write_whole", lambda path, content: path.write_bytes(content)
        )
        with pytest.raises(Killed):
            await waiting.publish(proposal, check)
    (data_dir / "library.checked").write_bytes(built)  # a killed program does not take it away
    recovered(folder)

    again = LiveLibrary(folder, place=data_dir / "library")
    assert answers(again, "When did the zoo get its wallaby?") == "1950"
    assert again.generation
    assert [row.why for row in (again.generation, *again.earlier)] == ["a test", ""]


def test_a_hand_edit_after_a_kill_stays(folder: Path, waiting: Proposals) -> None:
    proposal = waiting.propose(CHANGES, CHANGE)
    replace(proposal, is_begun=True).written()
    (folder / "bridge.txt").write_bytes(b"Mine\n\nMy own words of 1999.\n")

    recovered(folder)

    assert holds(folder) == AFTER | {"bridge.txt": b"Mine\n\nMy own words of 1999.\n"}


def test_what_is_too_old_or_too_much_goes(
    folder: Path, waiting: Proposals, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = waiting.propose({"a.txt": ZOO}, CHANGE)
    numbers = [waiting.propose({"a.txt": ZOO}, CHANGE).number for _ in range(MOST)]
    broken = folder.parent / "data" / FOLDER / "deadbeef"
    broken.mkdir()
    (broken / NOTE).write_text("{")

    assert waiting.get(first.number) is None
    assert all(waiting.get(number) for number in numbers)
    assert waiting.get("../../..") is None
    expire(folder.parent / "data" / FOLDER)
    assert not broken.exists()
    now = time.time()
    monkeypatch.setattr("bot.publishing.proposal.time.time", lambda: now + LIFETIME + 1)
    assert waiting.get(numbers[0]) is None
    recovered(folder)
    assert list((folder.parent / "data" / FOLDER).iterdir()) == []


def test_waiting_files_take_no_more_room_than_they_may(
    waiting: Proposals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.publishing.proposals.MOST_BYTES", 50_000)
    numbers = [waiting.propose({"a.txt": ZOO * 300}, CHANGE).number for _ in range(4)]

    assert [bool(waiting.get(number)) for number in numbers] == [False, False, True, True]


def test_files_lie_inside_the_folder(waiting: Proposals) -> None:
    for name in ("../evil.md", "/etc/passwd", "a/../../b.md", ".hidden.md"):
        with pytest.raises(EditError):
            waiting.propose({name: ZOO}, CHANGE)


async def test_a_look_at_the_folder_as_it_is(folder: Path, live: LiveLibrary, waiting: Proposals) -> None:
    (folder / "zoo.txt").write_bytes(ZOO)
    proposal = waiting.propose({}, CHANGE)

    check = await waiting.check(proposal)
    report = await waiting.publish(proposal, check)

    assert isinstance(report, ReloadReport)
    assert report.added == ("zoo.txt",)
    assert answers(live, "When did the zoo get its wallaby?") == "1950"
    assert list(read_changes(folder)) == []
