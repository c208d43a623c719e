"""What is done while the bot runs: forgetting each minute, a copy each night."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.store.backups import back_up, tidy, todays_copy
from bot.store.errors import StoreError

if TYPE_CHECKING:
    from bot.store.store import Store

LOG = logging.getLogger(__name__)
EVERY = 60.0  # seconds


async def look_after(store: Store) -> None:
    """Keeps house until it is cancelled; what goes wrong is told about once."""
    is_troubled = False
    while True:
        await asyncio.sleep(EVERY)
        try:
            await store.forget_old()
            await asyncio.to_thread(_copy_nightly, store)
        except StoreError as error:
            if not is_troubled and not store.database.problem:  # that has been told already
                LOG.error("%s", error)  # noqa: TRY400 - expected, no trace
            is_troubled = True
        else:
            is_troubled = False


def _copy_nightly(store: Store) -> None:
    """One copy each day, the first one of it soon after midnight UTC."""
    copy = todays_copy(store.folder)
    if not copy.exists():
        back_up(store.folder, copy)
        tidy(store.folder)
        LOG.info("Backed up to %s", copy)
