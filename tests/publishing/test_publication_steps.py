"""A change of three files is published: at each step the program is killed, or the disk is full."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from bot.answers import Answer
from bot.edits import EditError, KnowledgeFolder
from bot.edits.changes import read_changes
from bot.publishing.check import Check
from bot.publishing.proposals import Proposals
from bot.publishing.publication import recover
from tests import file_steps
from tests.building.in_thread import live_library
from tests.publishing.changes import BEFORE, CHANGE, CHANGES

if TYPE_CHECKING:
    from pathlib import Path

    from bot.building.reload_report import ReloadReport
    from bot.publishing.live import LiveLibrary
    from bot.publishing.proposal import Proposal

AFTER = {name: content for name, content in (BEFORE | CHANGES).items() if content is not None}
MOST_STEPS = 60

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork")


@dataclass
class Place:
    """A bot's folders."""

    top: Path

    def __post_init__(self) -> None:
        self.knowledge, self.data_dir = self.top / "knowledge", self.top / "data"

    def live(self) -> LiveLibrary:
        return live_library(self.knowledge, self.data_dir / "library")

    def proposals(self, live: LiveLibrary) -> Proposals:
        return Proposals(self.data_dir, KnowledgeFolder(self.knowledge), live)

    def start(self) -> tuple[LiveLibrary, tuple[Proposal, ...]]:
        """What a start does: the library that answers, and what was finished."""
        finished = recover(self.data_dir, KnowledgeFolder(self.knowledge), self.data_dir / "library")
        live = self.live()
        live.tidy()
        beside = {path.name for path in self.data_dir.iterdir()}
        assert beside <= {"library", "generations", "proposals"}
        return live, finished

    def files(self) -> dict[str, bytes]:
        """What lies in knowledge/, but the log and its lock."""
        paths = (path for path in self.knowledge.rglob("*") if path.is_file())
        files = {path.relative_to(self.knowledge).as_posix(): path.read_bytes() for path in paths}
        return {name: content for name, content in files.items() if not name.startswith(".changes.")}

    def logged(self) -> list[str]:
        return [row.file for row in read_changes(self.knowledge)]

    async def publish(self, live: LiveLibrary, step: int) -> ReloadReport | Check:
        """Looks at the changes and publishes them; something goes wrong from a step of the second."""
        proposals = self.proposals(live)
        proposal = proposals.propose(CHANGES, CHANGE)
        check = await proposals.check(proposal)
        file_steps.fill_disk_at(step, self.top)
        return await proposals.publish(proposal, check)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    place = Place(tmp_path / "first")
    for name, content in BEFORE.items():
        path = place.knowledge / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    place.data_dir.mkdir()
    place.live()
    return place


def copied(place: Place, step: int) -> Place:
    top = place.top.with_name(f"step-{step}")
    shutil.copytree(place.top, top)
    return Place(top)


def year_of_the_zoo(live: LiveLibrary) -> str:
    result = live.current.answer("When did the zoo get its wallaby?")
    return str(result.date.date) if isinstance(result, Answer) and result.date else "nothing"


def assert_agrees(place: Place, live: LiveLibrary) -> bool:
    """Files, log, library and libraries before are those of before or those of after; whether after."""
    is_after = place.files() == AFTER
    assert is_after or place.files() == BEFORE
    assert place.logged() == (sorted(CHANGES) if is_after else [])
    assert year_of_the_zoo(live) == ("1950" if is_after else "nothing")
    assert live.generation
    assert [row.why for row in (live.generation, *live.earlier)] == (["a test", ""] if is_after else [""])
    return is_after


def killed_at(place: Place, step: int) -> bool:
    """Publishes in a process of its own that is killed before a step; whether it was."""
    child = os.fork()
    if child == 0:
        file_steps.kill_at(MOST_STEPS * 2, place.top)
        live = place.live()
        proposals = place.proposals(live)

        async def publish() -> None:
            proposal = proposals.propose(CHANGES, CHANGE)
            check = await proposals.check(proposal)
            file_steps.kill_at(step, place.top)
            await proposals.publish(proposal, check)

        asyncio.run(publish())
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFEXITED(status) or os.WTERMSIG(status) == signal.SIGKILL
    return os.WIFSIGNALED(status)


def test_after_a_kill_at_any_step_all_of_a_change_is_there_or_nothing(place: Place) -> None:
    outcomes = []
    for step in range(1, MOST_STEPS):
        here = copied(place, step)
        if not killed_at(here, step):
            break
        live, _ = here.start()
        outcomes.append(assert_agrees(here, live))
        assert here.start()[1] == ()

    assert outcomes[0] is False
    assert outcomes[-1] is True
    assert outcomes == sorted(outcomes)  # once it is begun it is finished


def test_on_a_full_disk_all_of_a_change_is_made_or_nothing(place: Place) -> None:
    outcomes = []
    for step in range(1, MOST_STEPS):
        here = copied(place, step)
        live = here.live()
        try:
            outcome = asyncio.run(here.publish(live, step))
        except EditError as error:
            assert "No space left on device" in str(error)  # noqa: PT017
            is_published = False
        else:
            assert not isinstance(outcome, Check)
            assert outcome.published or "No space left on device" in str(outcome.problems)
            is_published = outcome.published
        steps = file_steps.end()

        assert assert_agrees(here, live) == is_published, step
        live, finished = here.start()
        assert finished == ()
        assert assert_agrees(here, live) == is_published, step
        outcomes.append(is_published)
        if steps < step:
            break

    assert outcomes[0] is False
    assert outcomes[-1] is True
    assert outcomes == sorted(outcomes)
