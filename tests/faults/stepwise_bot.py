"""Our bot as it is, but that it is killed before a step: a file is made, renamed, removed, or SQLite commits.

It counts from SIGUSR1 on; KILL_AT says which step it is, from 1.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.__main__ import main
from bot.store import database
from tests import file_steps

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

    import aiosqlite

    from bot.store.database import Statement

run = database._run


def begin(_: int, __: FrameType | None) -> None:
    file_steps.kill_at(int(os.environ["KILL_AT"]), Path(os.environ["DATA_DIR"]).parent)


def counted(statements: Sequence[Statement], connection: aiosqlite.Connection) -> None:
    file_steps.count("commit")
    run(statements, connection)
    file_steps.count("committed")


if __name__ == "__main__":
    database._run = counted
    signal.signal(signal.SIGUSR1, begin)
    sys.exit(main([]))
