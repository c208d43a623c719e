"""Messages of ours that ask an admin for a passage, and for which question; for a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.store.database import Database
    from bot.store.message_id import MessageId

PROMPTS_KEPT = timedelta(days=1)
NOTE = "INSERT OR REPLACE INTO teaching (chat, prompt, words, asked_at) VALUES (?, ?, ?, ?)"
WORDS = "SELECT words FROM teaching WHERE chat = ? AND prompt = ? AND asked_at >= ?"
DONE = "DELETE FROM teaching WHERE chat = ? AND prompt = ?"
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

    async def prompt_at(self, at: MessageId) -> Prompt | None:
        """What a message of ours asks for, None when it asks for nothing or is older; raises StoreError."""
        since = int((datetime.now(UTC) - PROMPTS_KEPT).timestamp())
        rows = await self._database.read(WORDS, (self._hash(at.chat), at.message, since))
        return next((Prompt(at, words) for (words,) in rows), None)

    async def done(self, prompt: Prompt) -> None:
        """Forgets a prompt that was answered; raises StoreError."""
        await self._database.write((DONE, (self._hash(prompt.at.chat), prompt.at.message)))
