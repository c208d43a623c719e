"""How often a bot may write: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this."""

from __future__ import annotations

import math
import time
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.chat.rules import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.server.people import Room

LENIENCE = 0.05  # seconds; a message that was sent in time may be on its way for a while


@dataclass(frozen=True, slots=True)
class SendingLimit:
    """No more than so many messages in so many seconds."""

    most: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Exceeded:
    """A message that came too soon."""

    at: float  # seconds, monotonic
    which: str  # chat | group | all
    chat: int
    wait: float  # seconds until there would have been room


class SendingLimits:
    """Counts messages; says of each that is too many, and refuses it unless it only watches."""

    def __init__(self, *, refuses: bool = True, clock: Callable[[], float] = time.monotonic) -> None:
        self.windows = {
            "chat": SendingLimit(1, 1.0),
            "group": SendingLimit(20, 60.0),
            "all": SendingLimit(30, 1.0),
        }
        self.exceeded: list[Exceeded] = []
        self._refuses = refuses
        self._clock = clock
        self._sent: dict[tuple[str, int], deque[float]] = defaultdict(deque)

    def count(self, room: Room) -> None:
        """Counts a message to a chat, or refuses it with 429 and the seconds to wait."""
        now = self._clock()
        kinds = {"all": 0, "chat": room.id} | ({} if room.is_private else {"group": room.id})
        waits = {which: self._wait(which, key, now) for which, key in kinds.items()}
        longest = max(waits, key=lambda which: waits[which])
        if waits[longest] > 0:
            self.exceeded.append(Exceeded(now, longest, room.id, waits[longest]))
            if self._refuses:
                raise too_many(math.ceil(waits[longest]))
        for which, key in kinds.items():
            self._sent[which, key].append(now)

    def _wait(self, which: str, key: int, now: float) -> float:
        """Seconds until a window has room again, 0 when it has."""
        window, sent = self.windows[which], self._sent[which, key]
        while sent and sent[0] <= now - window.seconds + LENIENCE:
            sent.popleft()
        return sent[-window.most] + window.seconds - now if len(sent) >= window.most else 0.0


def too_many(seconds: int) -> Refused:
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
