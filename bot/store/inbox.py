"""Updates from the moment they come until they are done, kept over crashes; each is worked on once."""

from __future__ import annotations

import asyncio
import json
import time
from collections import deque
from typing import TYPE_CHECKING, Any

from bot.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.store.database import Database

Raw = dict[str, Any]

MOST_HELD = 500  # updates in line that are kept in memory; of the others only the numbers are
MOST_KNOWN = 10_000  # numbers of updates that are known again if they come again
KEPT_NUMBERS = 2 * 86_400  # seconds; Telegram gives up an update after one day
KEPT_BROKEN = 86_400  # seconds that an update which could not be read is there to be looked at
DUE = "SELECT number FROM inbox WHERE raw IS NOT NULL AND NOT is_broken ORDER BY number"
ADD = "INSERT OR IGNORE INTO inbox (number, raw, taken_at) VALUES (?, ?, ?)"
DONE = "UPDATE inbox SET raw = NULL WHERE number = ?"
BROKEN = "UPDATE inbox SET is_broken = 1 WHERE number = ?"
RAW = "SELECT raw FROM inbox WHERE number = ?"


class Inbox:
    """Updates in line. `failed` hears of a database that cannot be written: then memory must do."""

    def __init__(self, database: Database, failed: Callable[[StoreError], None] = lambda _: None) -> None:
        self._database = database
        self.failed = failed
        self._line: deque[Raw | int] = deque()  # an int stands for an update that is in the database
        self._known: dict[int, None] = {}
        self._undone: list[int] = []  # done, but the database does not know it yet
        self._came = asyncio.Event()

    def __len__(self) -> int:
        return len(self._line)

    async def load(self) -> int:
        """Puts what an earlier life left undone in line, and forgets what is old; how many there are."""
        now = int(time.time())
        await self._try(
            ("DELETE FROM inbox WHERE raw IS NULL AND taken_at < ?", (now - KEPT_NUMBERS,)),
            ("DELETE FROM inbox WHERE is_broken AND taken_at < ?", (now - KEPT_BROKEN,)),
        )
        known = await self._database.read(
            "SELECT number FROM inbox ORDER BY taken_at DESC, number DESC LIMIT ?", (MOST_KNOWN,)
        )
        self._known = dict.fromkeys(number for (number,) in reversed(known))
        due = [number for (number,) in await self._database.read(DUE)]
        self._append(due)
        return len(due)

    async def take(self, updates: Iterable[Raw]) -> None:
        """Returns when updates are committed (or memory must do), the new ones among them in line."""
        new = [one for one in updates if self._is_new(one["update_id"])]
        if not new:
            return
        now = int(time.time())
        rows = [(ADD, (one["update_id"], json.dumps(one), now)) for one in new]
        is_stored = await self._try(*rows)
        for one in new:
            must_wait_outside = is_stored and len(self._line) >= MOST_HELD
            self._append([one["update_id"] if must_wait_outside else one])

    async def next(self) -> Raw:
        """The next update in line, as soon as there is one."""
        while True:
            while not self._line:
                self._came.clear()
                await self._came.wait()
            one = self._line.popleft()
            found = await self._fetch(one) if isinstance(one, int) else one
            if found is not None:
                return found

    def done(self, number: int) -> asyncio.Future[bool]:
        """Notes that an update is done; its words are gone with that. Waiting for it is optional."""
        return asyncio.ensure_future(self._try((DONE, (number,)), undone=number))

    async def set_aside(self, number: int) -> None:
        """Keeps an update that cannot be read out of the line, for somebody to look at."""
        await self._try((BROKEN, (number,)))

    def _is_new(self, number: int) -> bool:
        if number in self._known:
            return False
        self._known[number] = None
        if len(self._known) > MOST_KNOWN:
            del self._known[next(iter(self._known))]
        return True

    def _append(self, entries: Sequence[Raw | int]) -> None:
        self._line.extend(entries)
        self._came.set()

    async def _fetch(self, number: int) -> Raw | None:
        try:
            rows = await self._database.read(RAW, (number,))
        except StoreError as error:  # it stays where it is, and the next start may find it
            self.failed(error)
            return None
        return next((json.loads(raw) for (raw,) in rows if raw), None)

    async def _try(self, *statements: tuple[str, tuple[Any, ...]], undone: int | None = None) -> bool:
        """Writes, with what could not be written before; whether it could."""
        before, self._undone = self._undone, []
        numbers = before + ([undone] if undone is not None else [])
        try:
            await self._database.write(*statements, *((DONE, (one,)) for one in before))
        except StoreError as error:
            self._undone += numbers
            self.failed(error)
            return False
        return True
