"""What is remembered of questions and of the people who asked: as little as can be, nothing past 90 days.

Chats (a private one has its member's number) and members are keyed hashes; the words of a question are kept
only when it was refused, or its answer voted down.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from bot.store.backups import FORGET, forget_in_copies
from bot.store.database import Database
from bot.store.errors import StoreError
from bot.store.inbox import Inbox
from bot.store.pseudonyms import hashed, key_in
from bot.store.schema import DATABASE
from bot.store.votes import COUNT, Ballot, Vote, Votes

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

KEPT = timedelta(days=90)
PSEUDONYM_DIGITS = 12  # hexadecimal; enough to tell apart the chats of any bot
NOTE = """
    INSERT OR REPLACE INTO questions (chat, message, answer, outcome, words, asked_at, member)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
UNVOTED = "DELETE FROM votes WHERE chat = ? AND message = ?"  # they were about another answer
OF_MEMBER = "SELECT words, asked_at FROM questions WHERE member = ?1 OR chat = ?1 ORDER BY asked_at DESC"


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
    words: tuple[str, ...]  # of those whose words are kept, the newest first
    votes: int
    oldest: datetime | None


class Store:
    """What the bot remembers. What it does is done whole, even if the caller is cancelled."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.folder = folder
        self.inbox = Inbox(database)
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
        chat = self._hash(asked.at.chat)
        row = (
            chat,
            asked.at.message,
            asked.answer,
            asked.outcome.value,
            asked.words if asked.outcome is Outcome.REFUSED else None,
            int(asked.when.timestamp()),
            None if asked.member is None else self._hash(asked.member),
        )
        return self.database.later((NOTE, row), (UNVOTED, (chat, asked.at.message)))

    async def answer_to(self, at: Place) -> int | None:
        """The number of our answer to a message, None if none is remembered; raises StoreError."""
        rows = await self.database.read(
            "SELECT answer FROM questions WHERE chat = ? AND message = ?", (self._hash(at.chat), at.message)
        )
        return next((int(answer) for (answer,) in rows), None)

    async def vote(self, at: Place, member: int, vote: Vote, words: str | None) -> Vote:
        """What a member's vote on the answer to a question is after they cast one; raises StoreError."""
        chat, now = self._hash(at.chat), int(datetime.now(UTC).timestamp())
        ballot = Ballot(chat, at.message, self._hash(member), vote, now, words)
        return await self.database.alone(ballot.cast)

    async def votes(self) -> Votes:
        """All votes of the last 90 days; raises StoreError."""
        ((up, down),) = await self.database.read(COUNT)
        return Votes(int(up), int(down))

    async def remembered_of(self, member: int) -> Remembered:
        """What is stored about a member; raises StoreError."""
        who = (self._hash(member),)
        rows = await self.database.read(OF_MEMBER, who)
        ((votes,),) = await self.database.read("SELECT count(*) FROM votes WHERE member = ?", who)
        words = tuple(words for words, _ in rows if words)
        oldest = datetime.fromtimestamp(rows[-1][1], UTC) if rows else None
        return Remembered(len(rows), words, int(votes), oldest)

    async def forget(self, member: int) -> None:
        """Leaves nothing of a member: not here, not in the copies. Raises StoreError.

        Updates that could not be read go too, for nobody knows whose they are.
        """
        who = self._hash(member)
        await self.database.write(
            *((statement, (who,)) for statement in FORGET), ("DELETE FROM inbox WHERE is_broken", ())
        )
        await self.database.checkpoint()
        await asyncio.to_thread(forget_in_copies, self.folder, who)

    def pseudonym(self, number: int) -> str:
        """What a person or a chat is called in the log: the beginning of its hash in the database."""
        try:
            return self._hash(number).hex()[:PSEUDONYM_DIGITS]
        except StoreError:  # there is no key yet
            return "unknown"

    async def forget_old(self) -> None:
        """Forgets what is older than it may be, traces of it in the WAL included; raises StoreError."""
        oldest = int((datetime.now(UTC) - KEPT).timestamp())
        await self.inbox.forget_old()
        await self.database.write(
            ("DELETE FROM questions WHERE asked_at < ?", (oldest,)),
            ("DELETE FROM votes WHERE voted_at < ?", (oldest,)),
        )
        await self.database.checkpoint()

    def _hash(self, number: int) -> bytes:
        if self._key is None:
            try:
                self._key = key_in(self.folder)
            except OSError as error:
                raise StoreError(f"{self.folder}: {error}") from error
        return hashed(number, self._key)
