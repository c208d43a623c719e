"""Updates from the moment they come until they are done, kept over crashes; each is worked on once."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.bounded_dict import BoundedDict
from bot.store.errors import StoreError
from bot.store.fair_queue import FairQueue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.store.database import Database, Statement

Raw = dict[str, Any]

LOG = logging.getLogger(__name__)

MOST_HELD = 500  # waiting updates whose text is kept in memory; that of the others only in the database
MOST_KNOWN = 10_000  # numbers of updates that are known again if they come again
PAGE = 500  # rows that are read at once
READ_AGAIN = 5.0  # seconds until an update that could not be read from the database is tried again
KEPT_NUMBERS = 2 * 86_400  # seconds; Telegram gives up an update after one day
KEPT_BROKEN = 86_400  # seconds that an update which could not be read is there to be looked at
DUE = """
    SELECT number, raw, progress FROM inbox
    WHERE raw IS NOT NULL AND NOT is_broken AND number > ? ORDER BY number LIMIT ?
"""
KNOWN = "SELECT number FROM inbox ORDER BY taken_at DESC, number DESC LIMIT ?"
ADD = "INSERT OR IGNORE INTO inbox (number, raw, taken_at) VALUES (?, ?, ?)"
DONE = """
    INSERT INTO inbox (number, raw, taken_at) VALUES (?, NULL, ?)
    ON CONFLICT (number) DO UPDATE SET raw = NULL, progress = NULL
"""
PROGRESS = "UPDATE inbox SET progress = ? WHERE number = ? AND raw IS NOT NULL"
BROKEN = "UPDATE inbox SET is_broken = 1 WHERE number = ?"
RAW = "SELECT raw FROM inbox WHERE number = ?"
OLD = "DELETE FROM inbox WHERE (raw IS NULL AND taken_at < ?) OR (is_broken AND taken_at < ?)"


@dataclass(frozen=True, slots=True)
class Taken:
    """An update whose turn has come."""

    number: int
    chat: int  # what keeps its order
    raw: Raw
    received_at: float | None = None  # by time.monotonic; None when that was in an earlier life
    progress: int | None = None  # our message that said in an earlier life that it is worked on


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An update that waits for its turn."""

    number: int
    text: str | None  # its JSON, None when it is in the database alone
    received_at: float | None = None
    progress: int | None = None


class Inbox:
    """Updates that wait. While nothing can be written memory must do: answers do not depend on it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._queue: FairQueue[_Waiting] = FairQueue()
        self._held = 0
        self._known: BoundedDict[int, None] = BoundedDict(MOST_KNOWN)
        self._undone: deque[int] = deque(maxlen=MOST_KNOWN)  # done, but the database does not know it yet
        self._is_loaded = False  # all that an earlier life left
        self._loading = asyncio.Lock()
        self._is_loss_told = False

    def __len__(self) -> int:
        """Updates that are not done."""
        return len(self._queue)

    async def load(self) -> int:
        """Lets what an earlier life left undone wait for its turn, and forgets what is old; how many wait.

        What cannot be read just now is for the next `load` or `take` to read.
        """
        async with self._loading:
            if not self._is_loaded:
                await self.forget_old()
                await self._load()
        return len(self)

    async def take(self, updates: Iterable[Raw]) -> None:
        """Returns when updates are committed (or memory must do), the new ones among them waiting.

        Each has an `update_id` of 63 bits.
        """
        if self._is_loaded:
            await self._take(updates)
            return
        async with self._loading:
            await self._load()
            await self._take(updates)

    async def next(self) -> Taken:
        """The next update, as soon as there is one; of a chat the one after it when it is `done`."""
        while True:
            chat, waiting = await self._queue.next()
            try:
                text = await self._text_of(waiting)
            except StoreError:  # the other chats have their turns meanwhile
                asyncio.get_running_loop().call_later(READ_AGAIN, self._queue.put_back, chat, waiting)
                continue
            raw = _read(text)
            if raw is not None:
                return Taken(waiting.number, chat, raw, waiting.received_at, waiting.progress)
            self._lose(waiting.number)
            self._queue.free(chat)

    def done(self, update: Taken) -> None:
        """Notes that an update is done, soon: its words are gone with that."""
        self.free(update)
        self.finished(update)

    def free(self, update: Taken) -> None:
        """Lets the next update of a chat have its turn, though this one is not `finished`."""
        self._queue.free(update.chat)

    def finished(self, update: Taken) -> None:
        """Notes that an update whose chat is free is done, too."""
        self._note_done(update.number)

    def note_progress(self, update: Taken, message: int) -> None:
        """Notes, soon, the number of our message that says that an update is worked on."""
        self._database.later((PROGRESS, (message, update.number)))

    async def set_aside(self, update: Taken) -> None:
        """Keeps an update that cannot be read for somebody to look at; it is not tried again."""
        await self._try((BROKEN, (update.number,)))
        self._queue.free(update.chat)

    async def forget_old(self) -> None:
        """Forgets what is kept no longer."""
        now = int(time.time())
        await self._try((OLD, (now - KEPT_NUMBERS, now - KEPT_BROKEN)))

    async def _load(self) -> None:
        """Reads all that an earlier life left, or nothing of it."""
        if self._is_loaded:
            return
        try:
            known = [number for (number,) in await self._database.read(KNOWN, (MOST_KNOWN,))]
            waiting = await self._left_waiting()
        except StoreError:  # the database says so
            return
        self._is_loaded = True
        for number in (*reversed(known), *self._known):  # the oldest first
            self._known[number] = None
        for chat, update in waiting:
            self._append(chat, update, is_stored=True)

    async def _left_waiting(self) -> list[tuple[int, _Waiting]]:
        """What waits in the database, each with its chat; raises StoreError."""
        waiting: list[tuple[int, _Waiting]] = []
        last = -1
        while page := await self._database.read(DUE, (last, PAGE)):
            for last, text, progress in page:
                raw = _read(text)
                if raw is None:
                    LOG.error("Update %d cannot be read from the database: it was set aside", last)
                    self._database.later((BROKEN, (last,)))
                else:
                    held = text if len(waiting) < MOST_HELD else None
                    waiting.append((chat_of(raw), _Waiting(last, held, progress=progress)))
        return waiting

    async def _take(self, updates: Iterable[Raw]) -> None:
        new = [raw for raw in updates if self._is_new(raw["update_id"])]
        now, received_at = int(time.time()), time.monotonic()
        waiting = [_Waiting(raw["update_id"], json.dumps(raw), received_at) for raw in new]
        is_stored = await self._try(*((ADD, (update.number, update.text, now)) for update in waiting))
        if is_stored and not self._is_loaded:  # they come with what an earlier life left, unless it did them
            await self._load()
            return
        for raw, update in zip(new, waiting, strict=True):
            self._append(chat_of(raw), update, is_stored=is_stored)
        if is_stored and self._undone:
            self._note_done()

    def _note_done(self, *numbers: int) -> None:
        """Writes what is done, with all that could not be written before."""
        done = [*numbers, *self._undone]
        self._undone.clear()
        now = int(time.time())
        written = self._database.later(*((DONE, (number, now)) for number in done))
        written.add_done_callback(
            lambda write: self._undone.extend(done) if write.cancelled() or write.exception() else None
        )

    def _is_new(self, number: int) -> bool:
        if number in self._known:
            return False
        self._known[number] = None
        return True

    def _append(self, chat: int, update: _Waiting, *, is_stored: bool) -> None:
        if is_stored and self._held >= MOST_HELD:
            update = replace(update, text=None)
        self._held += update.text is not None
        self._queue.add(chat, update)

    async def _text_of(self, update: _Waiting) -> str | None:
        """The JSON of an update, None when the database holds it no longer; raises StoreError."""
        if update.text is not None:
            self._held -= 1
            return update.text
        rows = await self._database.read(RAW, (update.number,))
        return next((text for (text,) in rows), None)

    def _lose(self, number: int) -> None:
        if not self._is_loss_told:
            self._is_loss_told = True
            LOG.error("Update %d is lost, perhaps others too: the database does not hold it any more", number)

    async def _try(self, *statements: Statement) -> bool:
        """Writes after all that was to be written before; whether it could."""
        try:
            await self._database.write(*statements)
        except StoreError:
            return False
        return True


def _read(text: str | None) -> Raw | None:
    """What a text holds, None where it is no update."""
    try:
        raw = json.loads(text or "")
    except ValueError:
        return None
    return raw if isinstance(raw, dict) else None


def chat_of(raw: Raw) -> int:
    """The number of an update's chat, or of the user where there is none; 0 when it has neither."""
    for content in raw.values():
        if isinstance(content, dict):
            message = content.get("message")  # the one under which a button was pressed
            inner = message if isinstance(message, dict) else {}
            for place in (content.get("chat"), inner.get("chat"), content.get("from")):
                if isinstance(place, dict) and isinstance(number := place.get("id"), int):
                    return number
    return 0
