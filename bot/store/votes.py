"""Votes of members on answers: one each, taken back by voting the same again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.store.encryption import decrypt
from bot.store.schema import transaction

if TYPE_CHECKING:
    import aiosqlite

ENCRYPTED = (
    "SELECT encrypted_words FROM questions WHERE chat = ? AND message = ? AND encrypted_words IS NOT NULL"
)
BEFORE = "SELECT is_up FROM votes WHERE chat = ? AND message = ? AND member = ?"
REMOVE = "DELETE FROM votes WHERE chat = ? AND message = ? AND member = ?"
ADD = "INSERT INTO votes (chat, message, member, is_up, voted_at) VALUES (?, ?, ?, ?, ?)"
COUNT = "SELECT total(is_up), total(NOT is_up) FROM votes"
KEEP_WORDS = """
    UPDATE questions SET words = CASE WHEN EXISTS (
        SELECT 1 FROM votes WHERE chat = :chat AND message = :message AND NOT is_up
    ) THEN coalesce(words, :words) END
    WHERE chat = :chat AND message = :message AND outcome = 'answered'
"""


class Vote(StrEnum):
    """What a member's vote on an answer is."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Votes:
    """How often answers were voted up and down."""

    up: int
    down: int


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote on the answer to a question, with hashes for the chat and the member."""

    chat: bytes
    message: int
    member: bytes
    vote: Vote
    cast_at: int  # seconds since 1970, UTC
    key: bytes | None  # that opens the question's words

    async def cast(self, connection: aiosqlite.Connection) -> Vote:
        """What the vote is now. The question's words are kept while anybody has voted its answer down."""
        mine = (self.chat, self.message, self.member)
        async with transaction(connection):
            before = await connection.execute_fetchall(BEFORE, mine)
            is_up = self.vote is Vote.UP
            is_taken_back = any(bool(was_up) == is_up for (was_up,) in before)
            await connection.execute(REMOVE, mine)
            if not is_taken_back:
                await connection.execute(ADD, (*mine, is_up, self.cast_at))
            words = await self._words(connection)
            kept = {"chat": self.chat, "message": self.message, "words": words}
            await connection.execute(KEEP_WORDS, kept)
        return Vote.NONE if is_taken_back else self.vote

    async def _words(self, connection: aiosqlite.Connection) -> str | None:
        """The question's words, None where the key does not open any."""
        if self.key is None:
            return None
        rows = await connection.execute_fetchall(ENCRYPTED, (self.chat, self.message))
        return next((decrypt(encrypted, self.key) for (encrypted,) in rows), None)
