"""Who is next: chats by turns, and the entries of a chat one after the other."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")


class FairQueue(Generic[T]):
    """Entries in the order they came, each under its chat; those of a chat that is being served wait.

    A chat that sends a lot waits for itself: the others have their turns in between.
    """

    def __init__(self) -> None:
        self._waiting: dict[int, deque[T]] = {}  # of each chat that waits or is being served
        self._turns: deque[int] = deque()  # chats that wait and are not being served
        self._came = asyncio.Event()
        self._length = 0

    def __len__(self) -> int:
        """Entries that wait, and chats that are being served."""
        return self._length

    def add(self, chat: int, entry: T) -> None:
        """One more entry of a chat, behind those that it has."""
        if chat not in self._waiting:
            self._waiting[chat] = deque()
            self._give_turn(chat)
        self._waiting[chat].append(entry)
        self._length += 1

    async def next(self) -> tuple[int, T]:
        """The entry whose turn it is, as soon as there is one; `free` its chat when it has been served."""
        while not self._turns:
            self._came.clear()
            await self._came.wait()
        chat = self._turns.popleft()
        return chat, self._waiting[chat].popleft()

    def put_back(self, chat: int, entry: T) -> None:
        """Makes an entry that could not be served the next one of its chat again, after all other chats."""
        self._waiting[chat].appendleft(entry)
        self._give_turn(chat)

    def free(self, chat: int) -> None:
        """Lets a chat have its next turn, after all the others."""
        self._length -= 1
        if self._waiting[chat]:
            self._give_turn(chat)
        else:
            del self._waiting[chat]

    def _give_turn(self, chat: int) -> None:
        self._turns.append(chat)
        self._came.set()
