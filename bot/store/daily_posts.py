"""Which chats want a post each day, at which hour of which time zone, and up to which day they had theirs.

The number of such a chat stands here in clear: the bot has to write there by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.store.schema import transaction

if TYPE_CHECKING:
    from collections.abc import Callable

    import aiosqlite

    from bot.store.database import Database

COLUMNS = "SELECT number, topic, hour, zone, posted FROM daily_posts"
CHOOSE = """
    INSERT OR REPLACE INTO daily_posts (chat, number, topic, hour, zone, posted) VALUES (?, ?, ?, ?, ?, ?)
"""
CLAIM = "UPDATE daily_posts SET posted = ?2 WHERE chat = ?1 AND (posted IS NULL OR posted < ?2)"
STOP = "DELETE FROM daily_posts WHERE chat = ?1"
MOVE = "UPDATE OR REPLACE daily_posts SET chat = ?, number = ?, topic = NULL WHERE chat = ?"


@dataclass(frozen=True, slots=True)
class DailyPost:
    """What a chat has chosen: a post at an hour of the day in a time zone ("Europe/Berlin")."""

    chat: int
    hour: int  # 0 to 23
    zone: str
    topic: int | None = None  # of a forum, in which it was chosen
    posted: date | None = None  # the last day that is done


class DailyPostTable:
    """The chats that want a post each day."""

    def __init__(self, database: Database, pseudonym: Callable[[int], bytes]) -> None:
        self._database = database
        self._pseudonym = pseudonym

    async def all(self) -> list[DailyPost]:
        """What all chats have chosen; raises StoreError."""
        return [_post(*row) for row in await self._database.read(COLUMNS)]

    async def of(self, chat: int) -> DailyPost | None:
        """What a chat has chosen, None without a post; raises StoreError."""
        rows = await self._database.read(f"{COLUMNS} WHERE chat = ?", (self._pseudonym(chat),))
        return next((_post(*row) for row in rows), None)

    async def choose(self, post: DailyPost) -> None:
        """Keeps what a chat has chosen; raises StoreError."""
        done = post.posted.isoformat() if post.posted else None
        row = (self._pseudonym(post.chat), post.chat, post.topic, post.hour, post.zone, done)
        await self._database.write((CHOOSE, row))

    async def stop(self, chat: int) -> None:
        """Forgets that a chat wanted a post; raises StoreError."""
        await self._database.write((STOP, (self._pseudonym(chat),)))

    async def claim(self, chat: int, day: date) -> bool:
        """Whether the post of a day is still to be made; from now on it is not. Raises StoreError."""
        wanted = (self._pseudonym(chat), day.isoformat())

        async def update(connection: aiosqlite.Connection) -> bool:
            async with transaction(connection):
                cursor = await connection.execute(CLAIM, wanted)
            return cursor.rowcount == 1

        return await self._database.alone(update)

    async def move(self, before: int, after: int) -> None:
        """Gives a group's post to the supergroup that it became; raises StoreError."""
        row = (self._pseudonym(after), after, self._pseudonym(before))
        await self._database.write((MOVE, row))


def _post(number: int, topic: int | None, hour: int, zone: str, posted: str | None) -> DailyPost:
    return DailyPost(number, hour, zone, topic, date.fromisoformat(posted) if posted else None)
