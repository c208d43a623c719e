"""A running bot over the small library."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from bot.sources.folder import state_of
from tests.building.in_thread import live_library
from tests.chat.world import World, config_for

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.library import Library

os.environ.setdefault("PTB_TIMEDELTA", "true")  # as bot.cli.serve does


@pytest.fixture
def menus() -> None:
    """The bot sets its menus of commands when it starts, as it does for its users."""


@pytest.fixture(autouse=True)
def _without_menus(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere it leaves them: fifteen requests of its start are a fifth of what a test takes."""
    if "menus" not in request.fixturenames:
        monkeypatch.setattr("bot.chat.application.set_menus", no_menus)


async def no_menus(*_: object) -> None: ...


@dataclass(frozen=True, slots=True)
class Saved:
    """A data folder, and the library that is saved in it."""

    folder: Path
    library: Library


@pytest.fixture(scope="session")
def small_library(small_knowledge: Path) -> Saved:
    """What a bot leaves that has read the small documents."""
    data = small_knowledge.with_name("data")
    return Saved(data, live_library(small_knowledge, data / "library").current)


@pytest.fixture
def quiet_world(knowledge: Path, small_knowledge: Path, small_library: Saved) -> World:
    """A world whose bot does not run yet; it reads the documents if there are others than the small ones.

    Those are opened once for all tests: a library never changes.
    """
    config = config_for(knowledge.parent)
    place = config.data_dir / "library"
    with pytest.MonkeyPatch.context() as patch:
        if state_of(knowledge) == state_of(small_knowledge):
            shutil.copytree(small_library.folder, config.data_dir)
            patch.setattr("bot.publishing.live.saved_library", lambda _: small_library.library)
        return World(config, live_library(knowledge, place))


@pytest.fixture
async def world(quiet_world: World) -> AsyncIterator[World]:
    async with quiet_world.running():
        yield quiet_world
