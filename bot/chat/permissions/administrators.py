"""Telegram's administrators of chats, asked for once in a while."""

from __future__ import annotations

import logging
import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.bounded_dict import BoundedDict
from bot.chat.delivery.telegram_errors import reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram import Bot

LOG = logging.getLogger(__name__)
LIFETIME = 60.0  # seconds that a list of administrators is believed
RETRY = 10.0  # seconds until Telegram is asked again after it did not say
MOST_CHATS = 1_000  # whose administrators are kept in mind


@dataclass(frozen=True, slots=True)
class _KnownList:
    """The administrators of a chat, None where Telegram never said; when it is asked again, by the clock."""

    members: frozenset[int] | None
    until: float


class Administrators:
    """Knows the administrators of chats by their numbers, those who write as their group too.

    `pseudonym` is what a chat is called in the log.
    """

    def __init__(
        self, bot: Bot, pseudonym: Callable[[int], str], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._bot = bot
        self._pseudonym = pseudonym
        self._clock = clock
        self._known: BoundedDict[int, _KnownList] = BoundedDict(MOST_CHATS)

    async def of(self, chat: int) -> frozenset[int] | None:
        """Those of a group; while Telegram cannot be asked those of before, None where there are none."""
        known = self._known.get(chat, _KnownList(None, -math.inf))
        if self._clock() < known.until:
            return known.members
        try:
            members = await self._bot.get_chat_administrators(chat)
        except TelegramError as error:
            why = reason(error)
            LOG.warning(
                "The administrators of chat %s could not be asked for (%s)", self._pseudonym(chat), why
            )
            self._known[chat] = _KnownList(known.members, self._clock() + RETRY)
            return known.members
        administrators = frozenset(member.user.id for member in members)
        self._known[chat] = _KnownList(administrators, self._clock() + LIFETIME)
        return administrators
