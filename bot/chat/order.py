"""In what order updates are worked on: many chats side by side, each chat one after the other."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

if TYPE_CHECKING:
    from collections.abc import Awaitable
    from typing import Any

AT_ONCE = 16  # more is slower: the HTTP pool is searched for each request
MOST_WAITING = 100_000  # updates that may stand in line; only those at work cost a connection


class ChatOrder(BaseUpdateProcessor):
    """Works on up to `at_once` updates, on those of one chat in the order they came.

    A chat that writes a lot waits for itself: it takes one of the places, never all of them.
    """

    def __init__(self, at_once: int = AT_ONCE) -> None:
        super().__init__(MOST_WAITING)
        self._places = asyncio.Semaphore(at_once)
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        async with self._turn(update), self._places:
            await coroutine

    def _turn(self, update: object) -> asyncio.Lock:
        """The lock of the chat, or of the user for inline queries; it lives as long as it is waited for."""
        who = isinstance(update, Update) and (update.effective_chat or update.effective_user)
        return self._turns.setdefault(who.id if who else 0, asyncio.Lock())

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to tidy up."""
