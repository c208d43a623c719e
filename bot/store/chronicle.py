"""Which of our messages show an entry of a group's chronicle, and who may take that out again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.store.database import Database
    from bot.store.message_id import MessageId

NOTE = "INSERT OR REPLACE INTO chronicle (chat, message, card, file, entry, member) VALUES (?, ?, ?, ?, ?, ?)"
SHOWN = "SELECT file, entry, member FROM chronicle WHERE chat = ?1 AND (message = ?2 OR card = ?2)"
FORGET = "DELETE FROM chronicle WHERE file = ? AND entry = ?"
FORGET_AUTHOR = "UPDATE chronicle SET member = NULL WHERE member = ?1"


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """An entry of a chronicle, as the database knows it."""

    file: str
    number: str  # of the entry in its file
    author: bytes | None  # keyed hash


class ChronicleTable:
    """The entries that were made from messages."""

    def __init__(self, database: Database, hashed: Callable[[int], bytes]) -> None:
        self._database = database
        self._hash = hashed

    async def note(
        self, message: MessageId, card: int | None, author: int | None, file: str, number: str
    ) -> None:
        """Keeps that a message was remembered; raises StoreError."""
        who = None if author is None else self._hash(author)
        row = (self._hash(message.chat), message.message, card, file, number, who)
        await self._database.write((NOTE, row))

    async def entry_of(self, message: MessageId) -> KeptEntry | None:
        """The entry that a message became, or that our card shows; None for others. Raises StoreError."""
        rows = await self._database.read(SHOWN, (self._hash(message.chat), message.message))
        return next((KeptEntry(*row) for row in rows), None)

    def wrote(self, member: int, entry: KeptEntry) -> bool:
        """Whether a member is the author of what an entry holds; raises StoreError."""
        return entry.author is not None and self._hash(member) == entry.author

    async def forget(self, entry: KeptEntry) -> None:
        """Forgets an entry that was taken out of its file; raises StoreError."""
        await self._database.write((FORGET, (entry.file, entry.number)))
