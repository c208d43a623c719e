"""What cannot be done for technical reasons is said once, to whoever waited for it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from bot.bounded_dict import BoundedDict

if TYPE_CHECKING:
    from telegram import Message

    from bot.cards import Card
    from bot.chat.clock import MonotonicClock
    from bot.chat.delivery.outbox import Outbox

AGAIN = 600.0  # seconds after which somebody is told the same once more
MOST_TOLD = 10_000  # that are kept in mind


class Apologies:
    """Tells each chat, or each member in it, the same thing at most once in ten minutes."""

    def __init__(self, outbox: Outbox, clock: MonotonicClock) -> None:
        self._outbox = outbox
        self._clock = clock
        self._told_at: BoundedDict[tuple[int, int | None, int], float] = BoundedDict(MOST_TOLD)

    async def tell_chat(self, message: Message, card: Card) -> None:
        """Tells those in the chat of a message, under it."""
        await self._tell(message, None, card)

    async def tell_sender(self, message: Message, card: Card) -> None:
        """Tells whoever wrote a message, under it."""
        sender = message.sender_chat or message.from_user
        await self._tell(message, sender.id if sender else None, card)

    async def _tell(self, message: Message, member: int | None, card: Card) -> None:
        key, now = (message.chat_id, member, hash(card.lines)), self._clock.now()
        if now - self._told_at.get(key, -math.inf) >= AGAIN:
            self._told_at[key] = now
            await self._outbox.reply(message, card)
