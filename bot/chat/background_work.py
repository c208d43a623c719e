"""Work that goes on when the handlers of an update have returned: the update is done when it has ended, too.

So what an admin began is begun again after a crash: whatever works in the background can be done twice.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from telegram.ext import Application

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Generator

    from bot.store import Taken

# What the update that is worked on has begun; None outside of updates.
BACKGROUND_WORK: ContextVar[list[asyncio.Task[Any]] | None] = ContextVar("background_work", default=None)
UPDATE_AT_WORK: ContextVar[Taken | None] = ContextVar("update_at_work", default=None)


class LastingApplication(Application[Any, Any, Any, Any, Any, Any]):
    """An application that notes what an update begins, handlers that do not block among it."""

    __slots__ = ()

    def create_task(
        self,
        coroutine: Generator[asyncio.Future[object], None, Any] | Awaitable[Any],
        update: object | None = None,
        *,
        name: str | None = None,
    ) -> asyncio.Task[Any]:
        task = super().create_task(coroutine, update, name=name)
        work = BACKGROUND_WORK.get()
        if work is not None:
            work.append(task)
        return task
