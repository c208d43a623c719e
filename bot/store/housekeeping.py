"""What is done while the bot runs: forgetting each minute, a backup each night, old files removed."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.store.backups import back_up, todays_backup
from bot.store.errors import StoreError
from bot.store.expiry import remove_old

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.store.store import Store

LOG = logging.getLogger(__name__)
EVERY = 60.0  # seconds


async def look_after(store: Store) -> None:
    """Keeps house until it is cancelled; nothing that goes wrong on the disk ends it.

    A duty that cannot be done keeps none of the others from being done, and is tried again each time.
    """
    duties = (
        _Duty(store, store.inbox.load),  # where it could not be read at the start
        _Duty(store, store.forget_old),
        _Duty(store, store.go_on_forgetting),
        _Duty(store, lambda: asyncio.to_thread(_back_up_nightly, store)),
        _Duty(store, lambda: asyncio.to_thread(remove_old, store.folder)),
    )
    while True:
        await asyncio.sleep(EVERY)
        for duty in duties:
            await duty.attempt()


class _Duty:
    """Something to be done again and again; what hinders it is said once, and again when it is another."""

    def __init__(self, store: Store, work: Callable[[], Awaitable[object]]) -> None:
        self._store = store
        self._work = work
        self._hindrance: tuple[object, ...] = ()

    async def attempt(self) -> None:
        """Does it once; what hinders it is logged once, until it was done or something else does."""
        try:
            await self._work()
        except (StoreError, OSError) as error:
            hindrance = _kind(error)
            if hindrance != self._hindrance and not self._store.database.problem:  # which has been told
                self._hindrance = hindrance
                LOG.error("%s", error)  # noqa: TRY400 - expected, no trace
        else:
            self._hindrance = ()


def _kind(error: Exception) -> tuple[object, ...]:
    """What tells errors apart; their texts may hold names that are others each time."""
    cause = error.__cause__ or error
    return type(cause), getattr(cause, "errno", None), getattr(cause, "sqlite_errorcode", None)


def _back_up_nightly(store: Store) -> None:
    """One backup each day, the first one of it soon after midnight UTC."""
    backup = todays_backup(store.folder)
    if not backup.exists():
        back_up(store.folder, backup)
        LOG.info("Backed up to %s", backup)
