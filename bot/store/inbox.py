"""Updates from the moment they come until they are done, kept over crashes; each is worked on once."""

from __future__ import annotations

import json
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.store.errors import StoreError
from bot.store.fair_queue import Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.store.database import Database, Statement

Raw = dict[str, Any]

MOST_HELD = 500  # updates in line whose text is kept in memory; that of the others only in the database
MOST_KNOWN = 10_000  # numbers of updates that are known again if they come again
PAGE = 500  # rows that are read at once
KEPT_NUMBERS = 2 * 86_400  # seconds; Telegram gives up an update after one day
KEPT_BROKEN = 86_400  # seconds that an update which could not be read is there to be looked at
DUE = """
    SELECT number, raw FROM inbox
    WHERE raw IS NOT NULL AND NOT is_broken AND number > ? ORDER BY number LIMIT ?
"""
KNOWN = "SELECT number FROM inbox ORDER BY taken_at DESC, number DESC LIMIT ?"
ADD = "INSERT OR IGNORE INTO inbox (number, raw, taken_at) VALUES (?, ?, ?)"
DONE = """
    INSERT INTO inbox (number, raw, taken_at) VALUES (?, NULL, ?)
    ON CONFLICT (number) DO UPDATE SET raw = NULL
"""
BROKEN = "UPDATE inbox SET is_broken = 1 WHERE number = ?"
RAW = "SELECT raw FROM inbox WHERE number = ?"
OLD = "DELETE FROM inbox WHERE (raw IS NULL AND taken_at < ?) OR (is_broken AND taken_at < ?)"


@dataclass(frozen=True, slots=True)
class Taken:
    """An update whose turn has come."""

    number: int
    chat: int  # what keeps its order
    raw: Raw


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An update in line."""

    number: int
    text: str | None  # its JSON, None when it is in the database alone


class Inbox:
    """Updates in line. While nothing can be written memory must do: answers do not depend on it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._line: Line[_Waiting] = Line()
        self._held = 0
        self._known: dict[int, None] = {}
        self._undone: deque[int] = deque(maxlen=MOST_KNOWN)  # done, but the database does not know it yet

    def __len__(self) -> int:
        """Updates that are not done."""
        return len(self._line)

    async def load(self) -> int:
        """Puts what an earlier life left undone in line, and forgets what is old; how many there are."""
        await self.forget_old()
        try:
            known = await self._database.read(KNOWN, (MOST_KNOWN,))
            self._known = dict.fromkeys(number for (number,) in reversed(known))
            page = await self._database.read(DUE, (-1, PAGE))
            while page:
                for number, text in page:
                    self._append(_Waiting(number, text), json.loads(text), is_stored=True)
                page = await self._database.read(DUE, (page[-1][0], PAGE))
        except StoreError:  # the database has told; the next start finds them
            pass
        return len(self)

    async def take(self, updates: Iterable[Raw]) -> None:
        """Returns when updates are committed (or memory must do), the new ones among them in line.

        Each has an `update_id` of 63 bits.
        """
        new = [one for one in updates if self._is_new(one["update_id"])]
        now = int(time.time())
        waiting = [_Waiting(one["update_id"], json.dumps(one)) for one in new]
        is_stored = await self._try(*((ADD, (one.number, one.text, now)) for one in waiting))
        for one, raw in zip(waiting, new, strict=True):
            self._append(one, raw, is_stored=is_stored)
        if is_stored and self._undone:
            self._note_done()

    async def next(self) -> Taken:
        """The next update, as soon as there is one; of a chat the one after it when it is `done`."""
        while True:
            chat, one = await self._line.next()
            text = one.text
            if text is None:
                text = await self._fetch(one.number)
            else:
                self._held -= 1
            if text is not None:
                return Taken(one.number, chat, json.loads(text))
            self._line.free(chat)

    def done(self, update: Taken) -> None:
        """Notes that an update is done, soon: its words are gone with that."""
        self._line.free(update.chat)
        self._note_done(update.number)

    async def set_aside(self, update: Taken) -> None:
        """Keeps an update that cannot be read for somebody to look at; it is not tried again."""
        await self._try((BROKEN, (update.number,)))
        self._line.free(update.chat)

    async def forget_old(self) -> None:
        """Forgets what is kept no longer."""
        now = int(time.time())
        await self._try((OLD, (now - KEPT_NUMBERS, now - KEPT_BROKEN)))

    def _note_done(self, *numbers: int) -> None:
        """Writes what is done, with all that could not be written before."""
        all_of_them = [*numbers, *self._undone]
        self._undone.clear()
        now = int(time.time())
        written = self._database.later(*((DONE, (number, now)) for number in all_of_them))
        written.add_done_callback(
            lambda one: self._undone.extend(all_of_them) if one.cancelled() or one.exception() else None
        )

    def _is_new(self, number: int) -> bool:
        if number in self._known:
            return False
        self._known[number] = None
        if len(self._known) > MOST_KNOWN:
            del self._known[next(iter(self._known))]
        return True

    def _append(self, one: _Waiting, raw: Raw, *, is_stored: bool) -> None:
        if is_stored and self._held >= MOST_HELD:
            one = _Waiting(one.number, None)
        else:
            self._held += 1
        self._line.add(chat_of(raw), one)

    async def _fetch(self, number: int) -> str | None:
        try:
            rows = await self._database.read(RAW, (number,))
        except StoreError:  # it stays where it is, and the next start may find it
            return None
        return next((text for (text,) in rows), None)

    async def _try(self, *statements: Statement) -> bool:
        """Writes after all that was to be written before; whether it could."""
        try:
            await self._database.write(*statements)
        except StoreError:
            return False
        return True


def chat_of(raw: Raw) -> int:
    """The number of an update's chat, or of the user where there is none; 0 when it has neither."""
    for content in raw.values():
        if isinstance(content, dict):
            message = content.get("message")  # the one under which a button was pressed
            inner = message if isinstance(message, dict) else {}
            for where in (content.get("chat"), inner.get("chat"), content.get("from")):
                if isinstance(where, dict) and isinstance(number := where.get("id"), int):
                    return number
    return 0
