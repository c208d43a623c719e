"""Votes of members on answers: one each, taken back by voting the same again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.store.schema import transaction

if TYPE_CHECKING:
    import aiosqlite

QUESTION = "SELECT message FROM questions WHERE chat = ? AND answer = ?"
BEFORE = "SELECT is_up FROM votes WHERE chat = ? AND message = ? AND member = ?"
REMOVE = "DELETE FROM votes WHERE chat = ? AND message = ? AND member = ?"
ADD = "INSERT INTO votes (chat, message, member, is_up, voted_at) VALUES (?, ?, ?, ?, ?)"
COUNT = "SELECT total(is_up), total(NOT is_up) FROM votes"
FORGET_WORDS = """
    UPDATE questions SET words = NULL
    WHERE chat = ?1 AND message = ?2 AND outcome = 'answered' AND asked_at < ?3 AND NOT EXISTS (
        SELECT 1 FROM votes WHERE chat = ?1 AND message = ?2 AND NOT is_up
    )
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
    """A vote on an answer of ours, with hashes for the chat and the member; times in seconds since 1970."""

    chat: bytes
    answer: int  # our message
    member: bytes
    vote: Vote
    cast_at: int
    words_kept_since: int  # the words of older questions are kept only while a vote is down

    async def cast(self, connection: aiosqlite.Connection) -> Vote | None:
        """What the vote is now; None when no question is known that the message answers."""
        async with transaction(connection):
            rows = await connection.execute_fetchall(QUESTION, (self.chat, self.answer))
            question = next((int(message) for (message,) in rows), None)
            return None if question is None else await self._cast_on(question, connection)

    async def _cast_on(self, question: int, connection: aiosqlite.Connection) -> Vote:
        mine = (self.chat, question, self.member)
        before = await connection.execute_fetchall(BEFORE, mine)
        is_up = self.vote is Vote.UP
        is_taken_back = any(bool(was_up) == is_up for (was_up,) in before)
        await connection.execute(REMOVE, mine)
        if not is_taken_back:
            await connection.execute(ADD, (*mine, is_up, self.cast_at))
        await connection.execute(FORGET_WORDS, (self.chat, question, self.words_kept_since))
        return Vote.NONE if is_taken_back else self.vote
