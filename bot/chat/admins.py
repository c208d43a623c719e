"""Who manages the bot: the people in ADMINS and Telegram's administrators of ADMIN_CHAT."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from telegram.error import TelegramError

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram import Bot, Message

    from bot.config import Config

LOG = logging.getLogger(__name__)
LIFETIME = 300.0  # seconds that a list of administrators is believed


class Admins:
    """Knows an admin by their number, or by the group that they write as."""

    def __init__(self, config: Config, bot: Bot, clock: Callable[[], float] = time.monotonic) -> None:
        self._named = config.admins
        self._chat = config.admin_chat
        self._bot = bot
        self._clock = clock
        self._of_chat: frozenset[int] = frozenset()
        self._stale_at = float("-inf")

    async def wrote(self, message: Message) -> bool:
        """Whether a message is an admin's."""
        if message.sender_chat:  # an admin of the group who writes as the group, or a channel
            return self._chat is not None and message.sender_chat.id == self._chat == message.chat_id
        if message.from_user is None:
            return False
        return message.from_user.id in self._named or message.from_user.id in await self._administrators()

    async def _administrators(self) -> frozenset[int]:
        if self._chat is not None and self._clock() >= self._stale_at:
            try:
                members = await self._bot.get_chat_administrators(self._chat)
                self._of_chat = frozenset(member.user.id for member in members)
            except TelegramError as error:
                LOG.warning(
                    "The administrators of ADMIN_CHAT could not be asked for: %s", type(error).__name__
                )
            self._stale_at = self._clock() + LIFETIME
        return self._of_chat
