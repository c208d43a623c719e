"""Who manages the bot: the people in ADMINS and Telegram's administrators of ADMIN_CHAT."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.chat.telegram_errors import reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram import Bot, Message, Update

    from bot.chat.context import Context
    from bot.chat.cooldown import Callback
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

    def only(self, otherwise: Callback) -> Callable[[Callback], Callback]:
        """Makes callbacks that are called for an admin's message; for all other messages `otherwise` is."""

        def admins_only(callback: Callback) -> Callback:
            async def call_for_admins(update: Update, context: Context) -> None:
                message = update.effective_message
                is_admins = message is not None and await self.wrote(message)
                await (callback if is_admins else otherwise)(update, context)

            return call_for_admins

        return admins_only

    async def _administrators(self) -> frozenset[int]:
        if self._chat is not None and self._clock() >= self._stale_at:
            try:
                members = await self._bot.get_chat_administrators(self._chat)
                self._of_chat = frozenset(member.user.id for member in members)
            except TelegramError as error:
                LOG.warning("The administrators of ADMIN_CHAT could not be asked for (%s)", reason(error))
            self._stale_at = self._clock() + LIFETIME
        return self._of_chat
