"""What answers were about, for a week: their buttons and the questions that go on from them need it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.store.database import Database

WORDS_KEPT = timedelta(days=7)  # how long the words of an answered question are kept
OF_ANSWER = """
    SELECT message, words, asked_at, topic, earlier, shown FROM questions
    WHERE chat = ? AND answer = ? AND topic IS NOT NULL
"""
LATEST = """
    SELECT message, words, asked_at, topic, earlier, shown FROM questions
    WHERE chat = ? ORDER BY message DESC LIMIT 1
"""
IS_ASKER = "SELECT 1 FROM questions WHERE chat = ? AND answer = ? AND member = ?"
FORGET_OLD_WORDS = """
    UPDATE questions SET topic = NULL, earlier = NULL, shown = NULL, words = CASE WHEN outcome = 'refused'
        OR EXISTS (SELECT 1 FROM votes v WHERE v.chat = questions.chat AND v.message = questions.message
            AND NOT v.is_up)
        THEN words END
    WHERE asked_at < ? AND topic IS NOT NULL
"""
# What others asked may have gone on from a member's question, and then holds its words.
FORGET_IN_TOPICS = """
    UPDATE questions SET topic = NULL, earlier = NULL, shown = NULL
    WHERE earlier IS NOT NULL AND chat IN (SELECT chat FROM questions WHERE member = ?1 OR chat = ?1)
"""


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence that was shown: the key of its passage, and where it begins in there."""

    passage: str
    start: int


@dataclass(frozen=True, slots=True)
class Subject:
    """What an answer was about, and what was shown of it; the last sentence is the one on the card."""

    topic: str  # what a question that goes on from it goes on from
    earlier: str | None = None  # what this question itself went on from
    shown: tuple[ShownSentence, ...] = ()


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question that was answered in the last week."""

    message: int  # the member's
    words: str
    asked_at: datetime
    subject: Subject


class SubjectTable:
    """The subjects of answers by the messages that hold them; `hash_of` makes the pseudonym of a number."""

    def __init__(self, database: Database, hash_of: Callable[[int], bytes]) -> None:
        self._database = database
        self._hash = hash_of

    async def of_answer(self, chat: int, answer: int) -> AnsweredQuestion | None:
        """The question that a message of ours answers, None when it is forgotten; raises StoreError."""
        rows = await self._database.read(OF_ANSWER, (self._hash(chat), answer))
        return next(map(_answered, rows), None)

    async def latest_in(self, chat: int, since: datetime) -> AnsweredQuestion | None:
        """The last question of a chat, None when it has no subject or is older; raises StoreError."""
        rows = await self._database.read(LATEST, (self._hash(chat),))
        last = next((_answered(row) for row in rows if row[3] is not None), None)
        return last if last and last.asked_at >= since else None

    async def is_asker(self, chat: int, answer: int, member: int) -> bool:
        """Whether a member asked what a message of ours answers; raises StoreError."""
        who = (self._hash(chat), answer, self._hash(member))
        return bool(await self._database.read(IS_ASKER, who))


def columns_of(subject: Subject | None) -> tuple[str | None, str | None, str | None]:
    """A subject as the table holds it: topic, earlier topic, and what was shown as JSON."""
    if subject is None:
        return None, None, None
    shown = json.dumps([[sentence.passage, sentence.start] for sentence in subject.shown])
    return storable(subject.topic), subject.earlier and storable(subject.earlier), shown


def _answered(row: tuple[Any, ...]) -> AnsweredQuestion:
    message, words, asked_at, topic, earlier, shown = row
    sentences = tuple(ShownSentence(passage, start) for passage, start in json.loads(shown or "[]"))
    when = datetime.fromtimestamp(asked_at, UTC)
    return AnsweredQuestion(message, words or "", when, Subject(topic, earlier, sentences))


def storable(words: str) -> str:
    """Words without halves of characters, which SQLite does not take."""
    return words.encode(errors="replace").decode()
