"""Where updates are worked on: several at once, each read, answered, and only then done."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from telegram import Update

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Bot

    from bot.chat.clock import TelegramTime
    from bot.store import Inbox, Taken
    from bot.supervisor import Supervisor

LOG = logging.getLogger(__name__)
MOST_AT_WORK = 256  # updates; most of them wait for their turn in the outbox, which limits the requests
TOO_OLD = 600.0  # seconds; nobody waits for an answer any more
GRACE = 6.0  # seconds that those at work may take to end when the bot stops


class Dispatcher:
    """Takes updates from the inbox: up to MOST_AT_WORK side by side, those of a chat one after the other.

    `work` answers one, `pass_over` hears of one that has waited for too long. An update is done when that
    returned; one that was still at work when the bot stopped or died is worked on again at the next start.
    """

    def __init__(
        self,
        bot: Bot,
        inbox: Inbox,
        work: Callable[[Update], Awaitable[None]],
        pass_over: Callable[[Update], Awaitable[None]],
        time: TelegramTime,
    ) -> None:
        self._bot = bot
        self._inbox = inbox
        self._work = work
        self._pass_over = pass_over
        self._time = time
        self._places = asyncio.Semaphore(MOST_AT_WORK)
        self._at_work: set[asyncio.Task[None]] = set()
        self._handing_out: asyncio.Task[None] | None = None

    async def open(self, supervisor: Supervisor) -> None:
        """Begins with what an earlier life left undone."""
        waiting = await self._inbox.load()
        if waiting:
            LOG.info("%d updates were waiting", waiting)
        self._handing_out = supervisor.keep("dispatcher", self._hand_out(supervisor))

    async def close(self) -> None:
        """Takes nothing more, and lets those at work end; what does not is worked on at the next start."""
        if self._handing_out:
            self._handing_out.cancel()
            await asyncio.gather(self._handing_out, return_exceptions=True)
        if self._at_work:
            await asyncio.wait(self._at_work, timeout=GRACE)
        for task in self._at_work:
            task.cancel()
        await asyncio.gather(*self._at_work, return_exceptions=True)
        if len(self._inbox):
            LOG.info("%d updates wait for the next start", len(self._inbox))

    async def _hand_out(self, supervisor: Supervisor) -> None:
        while True:
            await self._places.acquire()
            task = supervisor.start("update", self._attend(await self._inbox.next()))
            self._at_work.add(task)
            task.add_done_callback(self._leave)

    def _leave(self, task: asyncio.Task[None]) -> None:
        self._at_work.discard(task)
        self._places.release()

    async def _attend(self, taken: Taken) -> None:
        try:
            update = Update.de_json(taken.raw, self._bot)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the next one may be fine
            name = type(error).__name__
            LOG.error("Update %d cannot be read (%s): it was set aside", taken.number, name)  # noqa: TRY400
            await self._inbox.set_aside(taken)
            return
        try:
            await (self._pass_over if self._age(update) > TOO_OLD else self._work)(update)
        except Exception as error:  # noqa: BLE001 - one that failed once would fail again
            LOG.error("Update %d failed: %s", taken.number, type(error).__name__)  # noqa: TRY400
        self._inbox.done(taken)

    def _age(self, update: Update) -> float:
        """Seconds since a message was written; everything else is never too old."""
        message = update.message or update.edited_message
        return self._time.now() - (message.edit_date or message.date).timestamp() if message else 0.0
