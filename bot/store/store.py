"""What is remembered of questions and of the people who asked: as little as can be, nothing past 90 days.

Chats (a private one has its member's number) and members are keyed hashes; the words of a question are kept
only when it was refused.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from bot.store.database import Database
from bot.store.errors import StoreError
from bot.store.inbox import Inbox
from bot.store.keys import hashed, key_in
from bot.store.schema import DATABASE

if TYPE_CHECKING:
    import asyncio
    from pathlib import Path
    from types import TracebackType

KEPT = timedelta(days=90)
NOTE = """
    INSERT OR REPLACE INTO questions (chat, message, answer, outcome, words, asked_at, member)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""


class Outcome(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Place:
    """A message: the number of its chat, and its own number in there."""

    chat: int
    message: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was responded to; its words are kept only if it was refused."""

    at: Place
    answer: int  # our message's number in the same chat
    outcome: Outcome
    words: str
    when: datetime  # with a time zone
    member: int | None = None  # who asked


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is stored about a member."""

    questions: int
    words: tuple[str, ...]  # of those that were refused, the newest first
    oldest: datetime | None


class Store:
    """What the bot remembers. What it does is done whole, even if the caller is cancelled."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.inbox = Inbox(database)
        self._folder = folder
        self._key: bytes | None = None

    @classmethod
    async def open(cls, folder: Path) -> Self:
        """The database in a folder, made if need be, its schema up to date; close it.

        Where nothing can be written it is tried again all the while. Raises StoreError when the file was
        written by a newer version, or the key is damaged.
        """
        store = cls(await Database.open(folder / DATABASE), folder)
        try:
            with contextlib.suppress(OSError):  # the database has told
                store._key = key_in(folder)
        except StoreError:
            await store.close()
            raise
        return store

    async def close(self) -> None:
        """Waits for what has begun and closes; the process does not end without it."""
        await self.database.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def note(self, asked: Asked) -> None:
        """Keeps a question, in place of what was kept for the same message; raises StoreError."""
        await self.note_later(asked)

    def note_later(self, asked: Asked) -> asyncio.Future[None]:
        """The same without waiting: what comes next is committed with it."""
        row = (
            self._hash(asked.at.chat),
            asked.at.message,
            asked.answer,
            asked.outcome.value,
            asked.words if asked.outcome is Outcome.REFUSED else None,
            int(asked.when.timestamp()),
            None if asked.member is None else self._hash(asked.member),
        )
        oldest = int((datetime.now(UTC) - KEPT).timestamp())
        return self.database.later((NOTE, row), ("DELETE FROM questions WHERE asked_at < ?", (oldest,)))

    async def answer_to(self, at: Place) -> int | None:
        """The number of our answer to a message, None if none is remembered; raises StoreError."""
        rows = await self.database.read(
            "SELECT answer FROM questions WHERE chat = ? AND message = ?", (self._hash(at.chat), at.message)
        )
        return next((int(answer) for (answer,) in rows), None)

    async def remembered_of(self, member: int) -> Remembered:
        """What is stored about a member; raises StoreError."""
        rows = await self.database.read(
            "SELECT words, asked_at FROM questions WHERE member = ? ORDER BY asked_at DESC",
            (self._hash(member),),
        )
        words = tuple(words for words, _ in rows if words)
        oldest = datetime.fromtimestamp(rows[-1][1], UTC) if rows else None
        return Remembered(len(rows), words, oldest)

    def _hash(self, number: int) -> bytes:
        if self._key is None:
            try:
                self._key = key_in(self._folder)
            except OSError as error:
                raise StoreError(f"{self._folder}: {error}") from error
        return hashed(number, self._key)
