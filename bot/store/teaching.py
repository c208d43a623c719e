"""Messages of ours that ask an admin for a passage, and for which question; for a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.store.message_id import MessageId

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.store.database import Database

PROMPTS_KEPT = timedelta(days=1)
NOTE = "INSERT OR REPLACE INTO teaching (chat, prompt, words, asked_at) VALUES (?, ?, ?, ?)"
WORDS = """
    SELECT words FROM teaching
    WHERE chat = ? AND prompt = ? AND asked_at >= ? AND coalesce(passage, ?4) = ?4
"""
LAST = """
    SELECT prompt, words, passage FROM teaching WHERE chat = ? AND asked_at >= ?
    ORDER BY prompt DESC LIMIT 1
"""
CLAIM = "UPDATE teaching SET passage = ?3 WHERE chat = ?1 AND prompt = ?2"
FORGET_OLD_PROMPTS = "DELETE FROM teaching WHERE asked_at < ?"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A message of ours that asks for a passage."""

    at: MessageId
    words: str  # of the question


class TeachingTable:
    """What passages are waited for; `hash_of` makes the pseudonym of a number."""

    def __init__(self, database: Database, hash_of: Callable[[int], bytes]) -> None:
        self._database = database
        self._hash = hash_of

    async def note(self, prompt: Prompt) -> None:
        """Keeps what a message of ours asks for; raises StoreError."""
        now = int(datetime.now(UTC).timestamp())
        row = (self._hash(prompt.at.chat), prompt.at.message, prompt.words, now)
        await self._database.write((NOTE, row))

    async def prompt_at(self, at: MessageId, passage: int) -> Prompt | None:
        """What a message of ours asks for that may get its passage from the message `passage`.

        None when it asks for nothing, is older, or got its passage from another message; raises StoreError.
        """
        since = int((datetime.now(UTC) - PROMPTS_KEPT).timestamp())
        rows = await self._database.read(WORDS, (self._hash(at.chat), at.message, since, passage))
        return next((Prompt(at, words) for (words,) in rows), None)

    async def last_prompt(self, chat: int, passage: int, since: datetime) -> Prompt | None:
        """The last message of ours in a chat that asks for a passage, and may get it from `passage`.

        None when it is older than `since`, or got its passage from another message; raises StoreError.
        """
        rows = await self._database.read(LAST, (self._hash(chat), int(since.timestamp())))
        for prompt, words, claimed_by in rows:
            if prompt < passage and claimed_by in {None, passage}:
                return Prompt(MessageId(chat, prompt), words)
        return None

    async def claim(self, prompt: Prompt, passage: int | None) -> None:
        """From now on a prompt waits for no other message, or with None for any again; raises StoreError."""
        await self._database.write((CLAIM, (self._hash(prompt.at.chat), prompt.at.message, passage)))
