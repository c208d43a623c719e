"""What is remembered of questions and of the people who asked: as little as can be, nothing past 90 days.

Chats (a private one has its member's number) and members are keyed hashes. The words of an answered question
go after a week, unless its answer was voted down.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from bot.private_files import close_to_others
from bot.store.backups import BACKUPS, nightly_backups
from bot.store.chat_settings import FORGET_SETTINGS, SettingsTable
from bot.store.chronicle import FORGET_AUTHOR, ChronicleTable
from bot.store.daily_posts import STOP, DailyPostTable
from bot.store.database import Database
from bot.store.database_files import DATABASE, files_set_aside
from bot.store.errors import StoreError
from bot.store.expiry import KEPT
from bot.store.figures import Figures, figures_between
from bot.store.forgetting import forget_in_backups
from bot.store.gaps import FORGET_GAPS, FORGET_OLD_GAPS, UNDECIDED, GapTable
from bot.store.inbox import Inbox
from bot.store.pseudonyms import key_in, pseudonym
from bot.store.statistics import StatisticsTable
from bot.store.subjects import (
    FORGET_IN_TOPICS,
    FORGET_OLD_WORDS,
    WORDS_KEPT,
    SubjectTable,
    columns_of,
    storable,
)
from bot.store.teaching import FORGET_OLD_PROMPTS, PROMPTS_KEPT, TeachingTable
from bot.store.votes import COUNT, Ballot, Vote, Votes

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from bot.conversation.subject import Subject
    from bot.store.message_id import MessageId

LOG = logging.getLogger(__name__)
PSEUDONYM_DIGITS = 12  # hexadecimal; enough to tell apart the chats of any bot
NOTE = """
    INSERT OR REPLACE INTO questions
        (chat, message, answer, outcome, words, asked_at, member, asked, topic, earlier, shown, took)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
UNVOTED = "DELETE FROM votes WHERE chat = ? AND message = ?"  # they were about another answer
TAKEN_BACK = "DELETE FROM questions WHERE chat = ? AND message = ?"
FORGET = (
    FORGET_IN_TOPICS,  # before it is not known any more in which chats they asked
    "DELETE FROM questions WHERE member = ?1 OR chat = ?1",  # a private chat has its member's number
    "DELETE FROM votes WHERE member = ?1 OR chat = ?1",
    FORGET_GAPS,
    FORGET_SETTINGS,
    STOP,
    FORGET_AUTHOR,
)
TO_FORGET = "INSERT OR REPLACE INTO forgotten (member, asked_at) VALUES (?, ?)"
FORGOTTEN = "DELETE FROM forgotten WHERE member = ?"
OF_MEMBER = "SELECT words, asked_at FROM questions WHERE member = ?1 OR chat = ?1 ORDER BY asked_at DESC"


class Outcome(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """A question that was responded to."""

    at: MessageId
    answer: int  # our message's number in the same chat
    outcome: Outcome
    words: str
    when: datetime  # with a time zone
    member: int | None = None  # who asked
    subject: Subject | None = None  # what can be gone on from; None when there is nothing
    earlier: str | None = None  # what a question without a subject went on from
    took: int | None = None  # milliseconds from its receipt until it was answered, as far as that is known


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is stored about a member."""

    questions: int
    words: tuple[str, ...]  # of those whose words are kept, the newest first
    votes: int
    oldest: datetime | None
    has_daily_post: bool = False  # in their private chat
    has_settings: bool = False  # chosen there
    wishes: int = 0  # to be told of an answer


class Store:
    """What the bot remembers. What it does is done whole, even if the caller is cancelled."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.folder = folder
        self.inbox = Inbox(database)
        self.settings = SettingsTable(database, self._hash)
        self.daily_posts = DailyPostTable(database, self._hash)
        self.gaps = GapTable(database, self._hash)
        self.chronicle = ChronicleTable(database, self._hash)
        self.teaching = TeachingTable(database, self._hash)
        self.statistics = StatisticsTable(database)
        self.subjects = SubjectTable(database, self._hash)
        self._key: bytes | None = None

    @classmethod
    async def open(cls, folder: Path) -> Self:
        """The database in a folder, made if need be, its schema up to date; close it.

        Where nothing can be written it is tried again all the while. Raises StoreError when the file was
        written by a newer version, or the key is damaged.
        """
        store = cls(await Database.open(folder / DATABASE), folder)
        try:
            with contextlib.suppress(OSError):  # the database says so
                store._key = key_in(folder)
                _close_old_files(folder)
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

    async def note(self, asked: QuestionRecord) -> None:
        """Keeps a question, in place of what was kept for the same message; raises StoreError."""
        await self.note_later(asked)

    def note_later(self, asked: QuestionRecord) -> asyncio.Future[None]:
        """The same without waiting: what comes next is committed with it."""
        chat = self._hash(asked.at.chat)
        is_kept = asked.outcome is Outcome.REFUSED or asked.subject is not None
        row = (
            chat,
            asked.at.message,
            asked.answer,
            asked.outcome.value,
            storable(asked.words) if is_kept else None,
            int(asked.when.timestamp()),
            None if asked.member is None else self._hash(asked.member),
            *columns_of(asked.subject, asked.earlier),
            asked.took,
        )
        place = (chat, asked.at.message)
        return self.database.later((NOTE, row), (UNVOTED, place), (UNDECIDED, place))

    async def answer_to(self, at: MessageId) -> int | None:
        """The number of our answer to a message, None if none is remembered; raises StoreError."""
        rows = await self.database.read(
            "SELECT answer FROM questions WHERE chat = ? AND message = ?", (self._hash(at.chat), at.message)
        )
        return next((int(answer) for (answer,) in rows), None)

    async def forget_question(self, at: MessageId) -> None:
        """Leaves nothing of a question that was taken back, nor of the votes on its answer; StoreError."""
        place = (self._hash(at.chat), at.message)
        await self.database.write((TAKEN_BACK, place), (UNVOTED, place), (UNDECIDED, place))

    async def vote(self, answer: MessageId, member: int, vote: Vote) -> Vote | None:
        """What a member's vote on an answer of ours is after they cast one; raises StoreError.

        None when the question is not remembered any more, a StoreError where nobody knows since nothing can
        be written. Its words are kept while anybody has voted its answer down, else for a week.
        """
        now = datetime.now(UTC)
        ballot = Ballot(
            chat=self._hash(answer.chat),
            answer=answer.message,
            member=self._hash(member),
            vote=vote,
            cast_at=int(now.timestamp()),
            words_kept_since=int((now - WORDS_KEPT).timestamp()),
        )
        cast = await self.database.alone(ballot.cast)
        if cast is None:
            self.database.check()
        return cast

    async def figures(self, first: datetime, end: datetime) -> Figures:
        """What happened from one moment to before another; raises StoreError."""
        return await figures_between(self.database, first, end)

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
        has_daily_post = await self.daily_posts.of(member) is not None
        has_settings = await self.settings.has_chosen(member)
        wishes = await self.gaps.wishes_of(member)
        return Remembered(len(rows), words, int(votes), oldest, has_daily_post, has_settings, wishes)

    async def forget(self, member: int) -> bool:
        """Leaves nothing of a member: not here, not in the backups. Raises StoreError.

        False when not all backups could be worked on just now: `go_on_forgetting` does the rest. Updates that
        could not be read go too, for nobody knows whose they are.
        """
        who, now = self._hash(member), int(datetime.now(UTC).timestamp())
        await self.database.write(
            *((statement, (who,)) for statement in FORGET),
            ("DELETE FROM inbox WHERE is_broken", ()),
            (TO_FORGET, (who, now)),
        )
        await self.database.checkpoint()
        try:
            await self._forget_in_backups(who)
        except StoreError as error:
            LOG.warning("%s; it is tried again", error)
            return False
        return True

    async def go_on_forgetting(self) -> None:
        """Forgets in the backups whoever could not be forgotten there before; raises StoreError."""
        for (who,) in await self.database.read("SELECT member FROM forgotten"):
            await self._forget_in_backups(who)

    async def _forget_in_backups(self, who: bytes) -> None:
        await asyncio.to_thread(forget_in_backups, self.folder, who)
        await self.database.write((FORGOTTEN, (who,)))
        await self.database.checkpoint()

    def pseudonym(self, number: int) -> str:
        """What a person or a chat is called in the log: the beginning of its hash in the database."""
        try:
            return self._hash(number).hex()[:PSEUDONYM_DIGITS]
        except StoreError:  # there is no key yet
            return "unknown"

    async def forget_old(self) -> None:
        """Forgets what is older than it may be, traces of it in the WAL included; raises StoreError."""
        now = datetime.now(UTC)
        oldest, oldest_words = int((now - KEPT).timestamp()), int((now - WORDS_KEPT).timestamp())
        await self.inbox.forget_old()
        await self.database.write(
            ("DELETE FROM questions WHERE asked_at < ?", (oldest,)),
            ("DELETE FROM votes WHERE voted_at < ?", (oldest,)),
            (FORGET_OLD_GAPS, ()),
            (FORGET_OLD_WORDS, (oldest_words,)),
            (FORGET_OLD_PROMPTS, (int((now - PROMPTS_KEPT).timestamp()),)),
        )
        await self.database.checkpoint()

    def _hash(self, number: int) -> bytes:
        if self._key is None:
            try:
                self._key = key_in(self.folder)
            except OSError as error:
                raise StoreError(f"{self.folder}: {error}") from error
        return pseudonym(number, self._key)


def _close_old_files(folder: Path) -> None:
    """Lets only their owner open files of earlier versions of the bot; raises OSError."""
    for path in (folder / BACKUPS, *nightly_backups(folder), *files_set_aside(folder)):
        close_to_others(path)
