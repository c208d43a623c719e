"""With this all that our programs load is loaded, some of it by answering: what `tests.programs` forks."""

from __future__ import annotations

import gc
from pathlib import Path

import anyio._backends._asyncio  # noqa: F401
import httpcore  # noqa: F401

import bot.cli.add
import bot.cli.ask
import bot.cli.backups
import bot.cli.check
import bot.cli.dates
import bot.cli.progress
import bot.cli.serve
import bot.cli.show
import bot.cli.terminal
import bot.cli.timeline  # noqa: F401
from bot.building.build import build

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"

build(KNOWLEDGE).answer("when did Binance move to Tokyo?")
gc.freeze()
