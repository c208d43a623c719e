"""A running bot over the small library."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.building.in_thread import live_library
from tests.chat.world import World, config_for

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

os.environ.setdefault("PTB_TIMEDELTA", "true")  # as bot.cli.serve does


@pytest.fixture
def quiet_world(knowledge: Path) -> World:
    """A world whose bot does not run yet."""
    config = config_for(knowledge.parent)
    return World(config, live_library(knowledge, config.data_dir / "library"))


@pytest.fixture
async def world(quiet_world: World) -> AsyncIterator[World]:
    async with quiet_world.running():
        yield quiet_world
