"""What happens in the background is heard of: tasks, threads, and errors that nobody waits for."""

from __future__ import annotations

import asyncio
import gc
import logging
import threading
from typing import TYPE_CHECKING

import pytest

from bot.supervisor import Supervisor
from tests import HANG

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

WORDS = "wallaby"  # what a member might have written


async def ends() -> None:
    await asyncio.sleep(0)


async def fails() -> None:
    await asyncio.sleep(0)
    raise ValueError(WORDS)


async def goes_on() -> None:
    await asyncio.Event().wait()


async def cancels_itself() -> None:
    raise asyncio.CancelledError


WORKS = [  # how it is begun, the work, what is logged of it
    (Supervisor.keep, goes_on, None),
    (Supervisor.keep, cancels_itself, None),  # somebody told it to
    (Supervisor.keep, ends, "its post failed (it came to an end)"),
    (Supervisor.keep, fails, "its post failed (ValueError)"),
    (Supervisor.start, goes_on, None),
    (Supervisor.start, ends, None),
    (Supervisor.start, fails, "its post failed (ValueError)"),
]


@pytest.mark.parametrize(("begin", "work", "line"), WORKS)
async def test_what_fails_or_ends_though_it_should_go_on_is_logged(
    begin: Callable[..., asyncio.Task[None]],
    work: Callable[[], Awaitable[None]],
    line: str | None,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with Supervisor() as supervisor:
        begin(supervisor, "post", work())
        for _ in range(5):
            await asyncio.sleep(0)

        assert supervisor.failed.is_set() == (line is not None)
    records = [(record.levelname, record.getMessage().split("\n")[0]) for record in caplog.records]
    assert records == ([("CRITICAL", f"The bot ends, to be started again: {line}")] if line else [])
    assert WORDS not in caplog.text.replace("raise ValueError(WORDS)", "")
    assert ("in fails" in caplog.text) == (work is fails)  # the place in the code


async def test_at_the_end_all_is_cancelled(caplog: pytest.LogCaptureFixture) -> None:
    async with Supervisor() as supervisor:
        tasks = [supervisor.keep("one", goes_on()), supervisor.start("another", goes_on())]

    assert all(task.cancelled() for task in tasks)
    assert not supervisor.failed.is_set()
    assert caplog.records == []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
async def test_a_thread_that_fails_is_heard_of(caplog: pytest.LogCaptureFixture) -> None:
    hook = threading.excepthook

    def failing() -> None:
        raise ValueError(WORDS)

    async with Supervisor() as supervisor:
        threading.Thread(target=failing, name="watch").start()
        async with asyncio.timeout(HANG):
            await supervisor.failed.wait()

    assert "its thread watch failed (ValueError)" in caplog.text
    assert threading.excepthook is hook


async def test_what_nobody_waits_for_is_logged_and_ends_nothing(caplog: pytest.LogCaptureFixture) -> None:
    async with Supervisor() as supervisor:
        asyncio.get_running_loop().call_soon(int, WORDS)
        task = asyncio.create_task(fails())
        await asyncio.wait({task})
        del task
        gc.collect()
        await asyncio.sleep(0)

        assert not supervisor.failed.is_set()
    errors = [
        record.getMessage().split("\n")[0] for record in caplog.records if record.levelno == logging.ERROR
    ]
    assert errors == ["Something failed that nobody waits for: ValueError"] * 2
    assert WORDS not in caplog.text.replace("raise ValueError(WORDS)", "")
