"""A running bot over the small library."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from bot.sources.folder import state_of
from tests.building.in_thread import live_library
from tests.chat.world import World, config_for

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

os.environ.setdefault("PTB_TIMEDELTA", "true")  # as bot.cli.serve does


@pytest.fixture(scope="session")
def small_library(small_knowledge: Path) -> Path:
    """The data folder of a bot that has read the small documents."""
    data = small_knowledge.with_name("data")
    live_library(small_knowledge, data / "library")
    return data


@pytest.fixture
def quiet_world(knowledge: Path, small_knowledge: Path, small_library: Path) -> World:
    """A world whose bot does not run yet; it reads the documents if there are others than the small ones."""
    config = config_for(knowledge.parent)
    if state_of(knowledge) == state_of(small_knowledge):
        shutil.copytree(small_library, config.data_dir)
    return World(config, live_library(knowledge, config.data_dir / "library"))


@pytest.fixture
async def world(quiet_world: World) -> AsyncIterator[World]:
    async with quiet_world.running():
        yield quiet_world
