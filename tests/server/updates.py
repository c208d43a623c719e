"""The updates that wait for the bot: confirmed by offset, given out by long polling."""

from __future__ import annotations

import asyncio
import bisect
from typing import TYPE_CHECKING, Any

from tests.chat.rules import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.server.people import Json

MOST_AT_ONCE = 100
LONGEST_POLL = 50  # seconds
ONLY_WHEN_ASKED_FOR = {"chat_member", "message_reaction", "message_reaction_count"}
OTHER_POLL = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_SET = "Conflict: terminated by setWebhook request"


class Updates:
    """A queue that forgets an update when a later offset is asked for, or when a webhook took it."""

    def __init__(self) -> None:
        self.waiting: list[Json] = []  # by update_id
        self.allowed: frozenset[str] = frozenset()  # none named: all but those that must be asked for
        self.confirmed = 0  # update ids below this one are done
        self.given_out: list[tuple[int, ...]] = []  # the update ids of each answer to getUpdates
        self.added: Callable[[Json], None] = lambda _: None  # a webhook hangs in here
        self._next = 1_000
        self._poll: asyncio.Future[None] | None = None

    def add(self, kind: str, content: Any) -> int:
        """Lets an update wait, unless the bot does not want its kind; its id, 0 when it is not wanted."""
        wanted = kind in self.allowed if self.allowed else kind not in ONLY_WHEN_ASKED_FOR
        return self.add_raw({kind: content}) if wanted else 0

    def add_raw(self, content: Json) -> int:
        """Lets an update wait whatever it holds; Telegram numbers all of them."""
        number = self._next
        self._next += 1
        update = {"update_id": number, **content}
        self.waiting.append(update)
        if self._poll and not self._poll.done():
            self._poll.set_result(None)
        self.added(update)
        return number

    async def get(self, offset: int, limit: int, seconds: int) -> list[Json]:
        """What getUpdates answers; a poll that is still open elsewhere ends with a conflict."""
        self.end_poll(OTHER_POLL)
        self._confirm(offset)
        if not self.waiting and seconds > 0:
            await self._wait(min(seconds, LONGEST_POLL))
        given = self.waiting[: min(max(limit, 1), MOST_AT_ONCE)]
        self.given_out.append(tuple(update["update_id"] for update in given))
        return given

    async def _wait(self, seconds: float) -> None:
        self._poll = poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await poll
        except TimeoutError:
            pass
        finally:
            if self._poll is poll:
                self._poll = None

    @property
    def is_polled(self) -> bool:
        """Whether a poll is open and waits."""
        return self._poll is not None

    def end_poll(self, reason: str) -> None:
        """Ends the open poll with 409."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(Refused(409, reason))

    def _confirm(self, offset: int) -> None:
        if offset < 0:  # the last ones only
            self.waiting = self.waiting[offset:]
        else:
            first = bisect.bisect_left(self.waiting, offset, key=lambda update: update["update_id"])
            self.waiting = self.waiting[first:]
            self.confirmed = max(self.confirmed, offset)

    def done(self, update: Json) -> None:
        """Forgets an update that a webhook took."""
        self.waiting.remove(update)

    def clear(self) -> None:
        self.waiting = []

    def want(self, kinds: Sequence[str] | None) -> None:
        """Which kinds the bot wants from now on; None leaves it as it was, as Telegram does."""
        if kinds is not None:
            self.allowed = frozenset(kinds)
