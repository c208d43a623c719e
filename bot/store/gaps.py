"""Questions without a good answer, what admins decided on them, and who wishes to be told.

A question is one of them when it was refused, or its answer voted down, as long as its words are kept. The
number of a chat stands here in clear only while its asker wishes to be told there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.store.database import Database

MOST_GAPS = 20_000  # the newest; nobody reads more
OPEN = """
    SELECT q.chat, q.message, q.words, q.outcome = 'refused', q.asked_at, g.chat_number IS NOT NULL,
        CASE WHEN q.outcome = 'refused' THEN coalesce(q.topic, q.earlier) ELSE q.earlier END
    FROM questions q LEFT JOIN gaps g ON g.chat = q.chat AND g.message = q.message
    WHERE q.words <> '' AND q.asked_at >= ? AND coalesce(g.state, 'open') = 'open'
        AND (q.outcome = 'refused' OR EXISTS (
            SELECT 1 FROM votes v WHERE v.chat = q.chat AND v.message = q.message AND NOT v.is_up))
    ORDER BY q.asked_at DESC LIMIT ?
"""
WORDS = "SELECT words FROM questions WHERE chat = ? AND message = ? AND outcome = 'refused'"
ASKER = "SELECT member FROM questions WHERE chat = ? AND message = ?"
WISH = """
    INSERT INTO gaps (chat, message, member, state, chat_number, changed_at) VALUES (?, ?, ?, 'open', ?, ?)
    ON CONFLICT (chat, message) DO UPDATE
    SET state = 'open', chat_number = excluded.chat_number, changed_at = excluded.changed_at
"""
DECIDE = """
    INSERT INTO gaps (chat, message, member, state, chat_number, changed_at)
    SELECT chat, message, member, ?3, NULL, ?4 FROM questions WHERE chat = ?1 AND message = ?2
    ON CONFLICT (chat, message) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at,
        chat_number = CASE WHEN excluded.state = 'answered' THEN chat_number END
"""
DUE = """
    SELECT g.chat, g.message, g.chat_number, q.words, q.asked_at
    FROM gaps g JOIN questions q ON q.chat = g.chat AND q.message = g.message
    WHERE g.state = 'answered' AND g.chat_number IS NOT NULL
"""
MARK_TOLD = "UPDATE gaps SET chat_number = NULL WHERE chat = ? AND message = ?"
WISHES = "SELECT count(*) FROM gaps WHERE member = ? AND chat_number IS NOT NULL"
UNDECIDED = "DELETE FROM gaps WHERE chat = ? AND message = ?"  # it was about another question
FORGET_GAPS = "DELETE FROM gaps WHERE member = ?1 OR chat = ?1"
FORGET_OLD_GAPS = """
    DELETE FROM gaps WHERE NOT EXISTS (
        SELECT 1 FROM questions q WHERE q.chat = gaps.chat AND q.message = gaps.message)
"""


class GapState(StrEnum):
    """What was decided on a question without a good answer."""

    OPEN = "open"
    ANSWERED = "answered"
    PASSED_OVER = "passed_over"


class WishOutcome(StrEnum):
    """What became of somebody's wish to be told."""

    NOTED = "noted"
    NOT_THEIRS = "not_theirs"  # somebody else asked
    TOO_LATE = "too_late"  # the question is forgotten


@dataclass(frozen=True, slots=True)
class Gap:
    """A question without a good answer; its chat is a hash."""

    chat: bytes
    message: int
    words: str
    is_refused: bool  # else its answer was voted down
    asked_at: datetime
    is_wished: bool  # its asker wishes to be told
    earlier: str | None = None  # what it went on from, for a week

    @property
    def whole(self) -> str:
        """The question as it is understood without what was said before."""
        return f"{self.earlier} → {self.words}" if self.earlier else self.words


@dataclass(frozen=True, slots=True)
class DueNews:
    """A question whose asker is to be told that it is answered, in the chat with this number."""

    chat: bytes
    message: int
    chat_number: int
    words: str
    asked_at: datetime


class GapTable:
    """What is decided on questions without a good answer; `hash_of` makes the pseudonym of a number."""

    def __init__(self, database: Database, hash_of: Callable[[int], bytes]) -> None:
        self._database = database
        self._hash = hash_of

    async def open_since(self, since: datetime) -> tuple[Gap, ...]:
        """Those on which nothing is decided, the newest first; raises StoreError."""
        rows = await self._database.read(OPEN, (int(since.timestamp()), MOST_GAPS))
        return tuple(
            Gap(chat, message, words, bool(is_refused), _time(asked_at), bool(is_wished), earlier)
            for chat, message, words, is_refused, asked_at, is_wished, earlier in rows
        )

    async def words_of(self, chat: int, message: int) -> str | None:
        """The words of a question that was refused, None when they are forgotten; raises StoreError."""
        rows = await self._database.read(WORDS, (self._hash(chat), message))
        return next((words for (words,) in rows if words), None)

    async def wish(self, chat: int, message: int, member: int) -> WishOutcome:
        """Notes that a member wishes to be told when their question is answered; raises StoreError.

        Who asked as their group may wish it under any number.
        """
        who, where = self._hash(member), self._hash(chat)
        askers = await self._database.read(ASKER, (where, message))
        if not askers:
            return WishOutcome.TOO_LATE
        if askers[0][0] not in {None, who}:
            return WishOutcome.NOT_THEIRS
        await self._database.write((WISH, (where, message, who, chat, _now())))
        return WishOutcome.NOTED

    async def wishes_of(self, member: int) -> int:
        """How many answers a member still wishes to be told of; raises StoreError."""
        ((number,),) = await self._database.read(WISHES, (self._hash(member),))
        return int(number)

    async def decide(self, gaps: Iterable[Gap], state: GapState) -> None:
        """Decides on questions: those answered are due to be told to who wished it; raises StoreError."""
        rows = [(gap.chat, gap.message, state.value, _now()) for gap in gaps]
        await self._database.write(*((DECIDE, row) for row in rows))

    async def due(self) -> tuple[DueNews, ...]:
        """Of whom it is known that they are to be told; raises StoreError."""
        return tuple(
            DueNews(chat, message, number, words or "", _time(asked_at))
            for chat, message, number, words, asked_at in await self._database.read(DUE)
        )

    async def mark_told(self, news: DueNews) -> None:
        """Keeps that somebody was told: the number of their chat goes. Raises StoreError."""
        await self._database.write((MARK_TOLD, (news.chat, news.message)))


def _now() -> int:
    return int(datetime.now(UTC).timestamp())


def _time(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
