"""Where updates are worked on: several at once, each read, answered, and only then done."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from telegram import Update

from bot.chat.activity import RECEIVED_AT
from bot.chat.background_work import BACKGROUND_WORK, UPDATE_AT_WORK
from bot.chat.delivery.telegram_errors import reason

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from telegram import Bot

    from bot.store import Inbox, Taken
    from bot.supervisor import Supervisor

LOG = logging.getLogger(__name__)
CONCURRENT_UPDATES = 256  # updates; most of them wait for their turn in the outbox, which limits the requests
GRACE = 6.0  # seconds that those at work may take to end when the bot stops


class Dispatcher:
    """Takes updates from the inbox: up to CONCURRENT_UPDATES at once, those of a chat in order.

    An update is done when `work` returned and what it began in the background has ended; one that was still
    at work when the bot stopped or died is worked on again at the next start.
    """

    def __init__(
        self,
        bot: Bot,
        inbox: Inbox,
        work: Callable[[Update], Awaitable[None]],
        pseudonym: Callable[[int], str],
    ) -> None:
        self._bot = bot
        self._inbox = inbox
        self._work = work
        self._pseudonym = pseudonym  # what a chat is called in the log
        self._free_slots = asyncio.Semaphore(CONCURRENT_UPDATES)
        self._running: set[asyncio.Task[None]] = set()
        self._dispatching: asyncio.Task[None] | None = None

    async def open(self, supervisor: Supervisor) -> None:
        """Begins, if it has not, with what an earlier life left undone."""
        if self._dispatching:
            return
        waiting = await self._inbox.load()
        if waiting:
            LOG.info("%d updates were waiting", waiting)
        self._dispatching = supervisor.keep("dispatcher", self._dispatch(supervisor))

    async def close(self) -> None:
        """Takes nothing more, and lets those at work end; what does not is worked on at the next start."""
        if self._dispatching:
            self._dispatching.cancel()
            await asyncio.gather(self._dispatching, return_exceptions=True)
        if self._running:
            await asyncio.wait(self._running, timeout=GRACE)
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        if len(self._inbox):
            LOG.info("%d updates wait for the next start", len(self._inbox))

    async def _dispatch(self, supervisor: Supervisor) -> None:
        while True:
            await self._free_slots.acquire()
            task = supervisor.start("update", self._process(await self._inbox.next(), supervisor))
            self._running.add(task)
            task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._free_slots.release()

    async def _process(self, taken: Taken, supervisor: Supervisor) -> None:
        try:
            update = Update.de_json(taken.raw, self._bot)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the next one may be fine
            name = type(error).__name__
            LOG.error("Update %d cannot be read (%s): it was set aside", taken.number, name)  # noqa: TRY400
            await self._inbox.set_aside(taken)
            return
        RECEIVED_AT.set(taken.received_at)
        begun: list[asyncio.Task[Any]] = []
        BACKGROUND_WORK.set(begun)
        UPDATE_AT_WORK.set(taken)
        try:
            await self._work(update)
        except Exception as error:  # noqa: BLE001 - one that failed once would fail again
            chat = self._pseudonym(taken.chat)
            LOG.error("Update %d failed: %s (chat %s)", taken.number, reason(error), chat)  # noqa: TRY400
        if begun:
            self._inbox.free(taken)
            supervisor.start("end of background work", self._finish(taken, begun))
        else:
            self._inbox.done(taken)

    async def _finish(self, taken: Taken, begun: Sequence[asyncio.Task[Any]]) -> None:
        """Notes that an update is done when its background work has ended, unless the bot ends it."""
        while running := [task for task in begun if not task.done()]:
            await asyncio.wait(running)
        if not any(task.cancelled() for task in begun):
            self._inbox.finished(taken)
