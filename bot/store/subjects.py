"""What answers were about, for a week: their buttons and the questions that go on from them need it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.conversation.subject import ShownSentence, Subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.store.database import Database

WORDS_KEPT = timedelta(days=7)  # how long the words of an answered question are kept
OF_ANSWER = """
    SELECT message, words, asked_at, asked, topic, earlier, shown FROM questions
    WHERE chat = ? AND answer = ? AND topic IS NOT NULL
"""
LATEST = """
    SELECT message, words, asked_at, asked, topic, earlier, shown FROM questions
    WHERE chat = ? AND message < ? ORDER BY message DESC LIMIT 1
"""
ASKED = """
    SELECT words, earlier, asked_at, shown FROM questions WHERE chat = ? AND answer = ? AND words IS NOT NULL
"""
IS_ASKER = "SELECT 1 FROM questions WHERE chat = ? AND answer = ? AND member = ?"
SHOW = "UPDATE questions SET shown = ? WHERE chat = ? AND answer = ? AND topic IS NOT NULL"
_FORGET_WORDS = """
    UPDATE questions SET asked = NULL, topic = NULL, earlier = NULL, shown = NULL,
        words = CASE WHEN outcome = 'refused' OR EXISTS (
            SELECT 1 FROM votes v
            WHERE v.chat = questions.chat AND v.message = questions.message AND NOT v.is_up
        ) THEN words END"""
FORGET_OLD_WORDS = f"{_FORGET_WORDS} WHERE asked_at < ? AND (topic IS NOT NULL OR earlier IS NOT NULL)"
FORGET_WORDS_OF = f"{_FORGET_WORDS} WHERE chat = ? AND answer = ?"
# What others asked may have gone on from a member's question, and then holds its words.
FORGET_IN_TOPICS = """
    UPDATE questions SET asked = NULL, topic = NULL, earlier = NULL, shown = NULL
    WHERE (earlier IS NOT NULL OR asked IS NOT words)
        AND chat IN (SELECT chat FROM questions WHERE member = ?1 OR chat = ?1)
"""


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question that was answered in the last week."""

    message: int  # the member's
    words: str
    asked_at: datetime
    subject: Subject


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question that was answered or refused, as far as its words are kept."""

    words: str
    earlier: str | None  # the topic that it went on from
    asked_at: datetime
    shown: ShownSentence | None  # on the card; None for a refusal


class SubjectTable:
    """The subjects of answers by the messages that hold them; `hash_of` makes the pseudonym of a number."""

    def __init__(self, database: Database, hash_of: Callable[[int], bytes]) -> None:
        self._database = database
        self._hash = hash_of

    async def of_answer(self, chat: int, answer: int) -> AnsweredQuestion | None:
        """The question that a message of ours answers, None when it is forgotten.

        Raises StoreError, also where it is unknown while nothing can be written: nobody may have noted it.
        """
        rows = await self._database.read(OF_ANSWER, (self._hash(chat), answer))
        if not rows:
            self._database.check()
        return next(map(_answered, rows), None)

    async def asked(self, chat: int, answer: int) -> AskedQuestion | None:
        """The question that a message of ours answers or refuses, None without words; raises StoreError."""
        for words, earlier, asked_at, shown in await self._database.read(ASKED, (self._hash(chat), answer)):
            sentences = _sentences(shown)
            last = sentences[-1] if sentences else None
            return AskedQuestion(words, earlier, datetime.fromtimestamp(asked_at, UTC), last)
        return None

    async def last_before(self, chat: int, message: int, since: datetime) -> AnsweredQuestion | None:
        """The last question of a chat before a message; None when it has no subject or is older.

        Raises StoreError.
        """
        rows = await self._database.read(LATEST, (self._hash(chat), message))
        last = next((_answered(row) for row in rows if row[4] is not None), None)
        return last if last and last.asked_at >= since else None

    def note_shown(self, chat: int, answer: int, subject: Subject) -> None:
        """Keeps what a message of ours shows now; the next question of the same chat finds it."""
        self._database.later((SHOW, (_as_json(subject), self._hash(chat), answer)))

    def forget(self, chat: int, answer: int) -> None:
        """Forgets what an answer was about, and the words of its question unless they are kept longer."""
        self._database.later((FORGET_WORDS_OF, (self._hash(chat), answer)))

    async def is_asker(self, chat: int, answer: int, member: int) -> bool:
        """Whether a member asked what a message of ours answers; raises StoreError."""
        who = (self._hash(chat), answer, self._hash(member))
        return bool(await self._database.read(IS_ASKER, who))


def columns_of(
    subject: Subject | None, earlier: str | None = None
) -> tuple[str | None, str | None, str | None, str | None]:
    """A subject as the table holds it: what was asked, topic, earlier topic, what was shown as JSON.

    Without one `earlier` stands for itself.
    """
    if subject is None:
        return None, None, storable(earlier) if earlier else None, None
    earlier = None if subject.earlier is None else storable(subject.earlier)
    return storable(subject.asked), storable(subject.topic), earlier, _as_json(subject)


def _as_json(subject: Subject) -> str:
    """The sentences that were shown: reference, start, date and basis of each."""
    return json.dumps([[row.passage, row.start, row.date, row.basis] for row in subject.shown])


def _answered(row: tuple[Any, ...]) -> AnsweredQuestion:
    message, words, asked_at, asked, topic, earlier, shown = row
    sentences = _sentences(shown)
    when = datetime.fromtimestamp(asked_at, UTC)
    return AnsweredQuestion(message, words or "", when, Subject(asked or topic, topic, earlier, sentences))


def _sentences(shown: str | None) -> tuple[ShownSentence, ...]:
    return tuple(ShownSentence(*sentence) for sentence in json.loads(shown or "[]"))


def storable(words: str) -> str:
    """Words without halves of characters, which SQLite does not take."""
    return words.encode(errors="replace").decode()
