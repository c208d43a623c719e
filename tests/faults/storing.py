"""The disk is full, the data folder cannot be written, the database is damaged: do answers go out?"""

from __future__ import annotations

import asyncio
import contextlib
import resource
import signal
import sqlite3
from typing import TYPE_CHECKING

from bot.store import DATABASE
from tests.faults.scene import scene

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.faults.finding import Finding
    from tests.faults.scene import Scene
    from tests.server.people import Room

NOWHERE = "/proc/nowhere"  # where nobody can make a folder, not even root
PAGE = 4096  # bytes
TRIED_AGAIN = 11.0  # seconds after which the bot has tried to write once more


async def findings() -> AsyncIterator[Finding]:
    yield await disk_full()
    yield await read_only()
    yield await damaged()


async def disk_full() -> Finding:
    """No file may grow for a while: SQLite is told so by the system as it would be by a full disk."""
    async with scene(polls=False) as here:
        staff = await with_admins(here)
        await here.warm_up()
        files = [*(here.folder / "data").iterdir(), here.bot.log_path]
        limit_files(here, max(file.stat().st_size for file in files))
        here.quiz.ask(20)
        await here.quiz.settles()
        during, alarms = here.quiz.tally(), alarms_in(staff)
        limit_files(here, resource.RLIM_INFINITY)
        await asyncio.sleep(TRIED_AGAIN)
        here.quiz.ask(20)
        await here.quiz.settles()
        stored = await questions_noted(here)
        is_right = during.is_perfect and here.quiz.tally().is_perfect and alarms == 1 and stored >= 20
        remark = (
            f"{during.answered} of {during.asked} while it was full; alarms: {alarms}; {stored} noted since"
        )
        return here.finding("disk full for a while", None, remark, is_right=is_right)


async def read_only() -> Finding:
    """A data folder that cannot be made."""
    async with scene(polls=False, DATA_DIR=NOWHERE) as here:
        staff = await with_admins(here)
        here.quiz.ask(20)
        await here.quiz.settles()
        is_right = here.quiz.tally().is_perfect and alarms_in(staff) == 1
        return here.finding(
            "data folder that cannot be written", None, f"alarms: {alarms_in(staff)}", is_right=is_right
        )


async def damaged() -> Finding:
    """The first page of the database is overwritten while the bot is away."""
    async with scene(polls=False) as here:
        staff = await with_admins(here)
        await here.warm_up()
        here.bot.send(signal.SIGTERM)
        await here.bot.ends()
        database = here.folder / "data" / DATABASE
        database.write_bytes(b"\xff" * PAGE + database.read_bytes()[PAGE:])
        before = database.read_bytes()
        await here.bot.restart()
        here.quiz.ask(20)
        await here.quiz.settles()
        kept = kept_copies(here.folder / "data", before)
        is_right = here.quiz.tally().is_perfect and kept == 1 and alarms_in(staff) == 1
        remark = f"set aside unchanged: {kept}; alarms: {alarms_in(staff)}"
        return here.finding("first page of the database overwritten", None, remark, is_right=is_right)


async def with_admins(here: Scene) -> Room:
    """Starts the bot, with a group of admins that alarms go to."""
    staff = here.world.supergroup(here.world.person("Ada"))
    here.bot.settings["ADMIN_CHAT"] = str(staff.id)
    await here.bot.restart()
    return staff


def limit_files(here: Scene, size: int) -> None:
    """From now on no file of the bot may become larger than so many bytes."""
    resource.prlimit(here.bot.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def alarms_in(staff: Room) -> int:
    return len(staff.replies[None])


async def questions_noted(here: Scene) -> int:
    here.bot.send(signal.SIGTERM)
    await here.bot.ends()
    with contextlib.closing(sqlite3.connect(here.folder / "data" / DATABASE)) as database:
        (number,) = database.execute("SELECT count(*) FROM questions").fetchone()
        return int(number)


def kept_copies(folder: Path, content: bytes) -> int:
    """Files beside the database that hold this content."""
    return sum(
        file.read_bytes() == content for file in folder.iterdir() if file.is_file() and file.name != DATABASE
    )
