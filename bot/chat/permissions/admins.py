"""Who manages the bot: the people in ADMINS and Telegram's administrators of ADMIN_CHAT."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram import Message, Update

    from bot.chat.context import Context
    from bot.chat.cooldown import Callback
    from bot.chat.permissions.administrators import Administrators
    from bot.config import Config


class Admins:
    """Knows an admin by their number, or by the group that they write as."""

    def __init__(self, config: Config, administrators: Administrators) -> None:
        self._named = config.admins
        self._chat = config.admin_chat
        self._administrators = administrators

    async def wrote(self, message: Message) -> bool:
        """Whether a message is an admin's."""
        if message.sender_chat:  # an admin of the group who writes as the group, or a channel
            return self._chat is not None and message.sender_chat.id == self._chat == message.chat_id
        return message.from_user is not None and await self.has(message.from_user.id)

    async def has(self, member: int) -> bool:
        """Whether a member is an admin."""
        if member in self._named:
            return True
        return self._chat is not None and member in (await self._administrators.of(self._chat) or ())

    def are_alone_in(self, chat: int) -> bool:
        """Whether nobody but admins reads what is said in a chat to which an admin wrote."""
        return chat > 0 or chat == self._chat

    def only(self, otherwise: Callback) -> Callable[[Callback], Callback]:
        """Makes callbacks that are called for an admin's message; for all other messages `otherwise` is."""

        def admins_only(callback: Callback) -> Callback:
            async def call_for_admins(update: Update, context: Context) -> None:
                message = update.effective_message
                is_admins = message is not None and await self.wrote(message)
                await (callback if is_admins else otherwise)(update, context)

            return call_for_admins

        return admins_only
