"""The menus of commands that Telegram shows, for members and for admins."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram import (
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
)
from telegram.error import TelegramError

from bot.chat.telegram_errors import reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from telegram import Bot, BotCommandScope

    from bot.config import Config

LOG = logging.getLogger(__name__)

MEMBERS = (
    ("ask", "Ask a question about our history"),
    ("sources", "What I have read"),
    ("help", "How to ask"),
    ("privacy", "What I store of you"),
)
ADMINS = (
    *MEMBERS,
    ("reload", "Read the documents again"),
    ("status", "How the bot is doing"),
)


async def set_menus(bot: Bot, config: Config) -> None:
    """Sets every menu; one that Telegram refuses (an admin who never wrote to the bot) is logged and left."""
    for scope, commands in _menus(config):
        try:
            await bot.set_my_commands(commands, scope=scope)
        except TelegramError as error:
            LOG.warning("The menu for %s could not be set (%s)", scope.type, reason(error))


def _menus(config: Config) -> Iterator[tuple[BotCommandScope, tuple[tuple[str, str], ...]]]:
    yield BotCommandScopeAllPrivateChats(), MEMBERS
    yield BotCommandScopeAllGroupChats(), MEMBERS
    if config.admin_chat is not None:
        yield BotCommandScopeChatAdministrators(config.admin_chat), ADMINS
    for admin in sorted(config.admins):
        yield BotCommandScopeChat(admin), ADMINS
