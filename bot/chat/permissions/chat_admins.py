"""Who may decide for a chat: its own administrators in Telegram, and the bot's admins everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from telegram import Message

    from bot.chat.permissions.administrators import Administrators
    from bot.chat.permissions.admins import Admins


class ChatAdmins:
    """Knows who manages a chat; a private one is its member's own."""

    def __init__(self, admins: Admins, administrators: Administrators) -> None:
        self._admins = admins
        self._administrators = administrators

    async def manages(self, message: Message) -> bool:
        """Whether whoever wrote a message manages the chat in which it stands."""
        if message.sender_chat:  # writes as this group, or as a channel that is nobody's admin
            return message.sender_chat.id == message.chat_id
        member = message.from_user.id if message.from_user else None
        return member is not None and await self.manages_as(message.chat_id, member)

    async def knows(self, chat: int) -> bool:
        """Whether Telegram has told who administers a chat."""
        return chat > 0 or await self._administrators.of(chat) is not None

    async def manages_as(self, chat: int, member: int) -> bool:
        """Whether a member manages a chat; who presses a button does so under their own number."""
        if chat == member or await self._admins.has(member):
            return True
        return chat < 0 and member in (await self._administrators.of(chat) or ())
