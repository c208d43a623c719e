"""What goes on in the background: whatever ends there without being told to is heard of, and ends the bot.

What was raised is logged by its kind and its place in the code: its message may quote a member, or the token.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import traceback
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping

LOG = logging.getLogger(__name__)


class Supervisor:
    """Background tasks and threads, from its beginning as a context to its end, which cancels the tasks.

    The first that fails, or ends though it should go on, is logged and sets `failed`: nobody knows what works
    without it, so the bot is to be ended and started again.
    """

    def __init__(self) -> None:
        self.failed = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._thread_hook = threading.excepthook

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(_log_unawaited)

        def thread_failed(failure: threading.ExceptHookArgs) -> None:
            name = failure.thread.name if failure.thread else "without a name"
            loop.call_soon_threadsafe(self.report, f"thread {name}", failure.exc_value)

        threading.excepthook = thread_failed
        return self

    async def __aexit__(self, *_: object) -> None:
        threading.excepthook = self._thread_hook
        asyncio.get_running_loop().set_exception_handler(None)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def keep(self, name: str, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Begins work that goes on until it is cancelled."""
        return self._begun(name, work, may_end=False)

    def start(self, name: str, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Begins work that may end, but not fail."""
        return self._begun(name, work, may_end=True)

    def report(self, name: str, error: BaseException | None) -> None:
        """Takes note that something in the background failed, or without an error that it ended."""
        LOG.critical(
            "The bot ends, to be started again: its %s failed (%s)%s",
            name,
            type(error).__name__ if error else "it came to an end",
            f"\n{place_of(error)}" if error else "",
        )
        self.failed.set()

    def _begun(self, name: str, work: Coroutine[Any, Any, None], *, may_end: bool) -> asyncio.Task[None]:
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)

        def ended(task: asyncio.Task[None]) -> None:
            self._tasks.discard(task)
            if not task.cancelled() and (task.exception() or not may_end):
                self.report(name, task.exception())

        task.add_done_callback(ended)
        return task


def place_of(error: BaseException) -> str:
    """The trace of an error without its message, in lines."""
    return "".join(traceback.format_tb(error.__traceback__)).rstrip()


def _log_unawaited(_: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
    """What ends a request or a callback, and nobody waits for; the rest of the context may quote anything."""
    error = context.get("exception")
    kind, place = (type(error).__name__, place_of(error)) if error else (context["message"], "")
    LOG.error("Something failed that nobody waits for: %s\n%s", kind, place)
