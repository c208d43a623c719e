"""The menus of commands that Telegram shows, for members and for admins, in the language of their app."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram import (
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
)
from telegram.error import TelegramError

from bot.cards import ENGLISH, PHRASEBOOKS
from bot.chat.delivery.telegram_errors import reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from telegram import Bot, BotCommandScope

    from bot.cards import Phrasebook
    from bot.config import Config

LOG = logging.getLogger(__name__)

PREFIX = "menu_"  # in front of a command, in the keys of its descriptions
MEMBERS = (
    "menu_ask", "menu_timeline", "menu_on", "menu_today", "menu_random", "menu_quiz", "menu_daily",
    "menu_sources", "menu_help", "menu_privacy",
)  # fmt: skip
ALONE = (*MEMBERS, "menu_settings")  # in private
MANAGERS = (*ALONE, "menu_remember", "menu_forget")  # of a group
ADMINS = (
    *MANAGERS, "menu_add", "menu_remove", "menu_reload", "menu_rollback", "menu_why", "menu_teach",
    "menu_alias", "menu_event", "menu_pin", "menu_gaps", "menu_stats", "menu_export", "menu_status",
)  # fmt: skip


async def set_menus(bot: Bot, config: Config) -> None:
    """Sets every menu; one that Telegram refuses (an admin who never wrote to the bot) is logged and left."""
    for scope, keys in _menus(config):
        try:
            for book in PHRASEBOOKS.values():
                language = None if book is ENGLISH else book.language  # for apps in all other languages
                await bot.set_my_commands(_commands(keys, book), scope=scope, language_code=language)
        except TelegramError as error:
            LOG.warning("%s (%s)", _refused(scope), reason(error))


def _refused(scope: BotCommandScope) -> str:
    """What is wrong where Telegram does not take a menu: most often a number in the settings."""
    if isinstance(scope, BotCommandScopeChatAdministrators):
        return f"ADMIN_CHAT: the bot is in no group {scope.chat_id}; add it there, or correct the number"
    if isinstance(scope, BotCommandScopeChat):  # whose number is nobody's business
        return "ADMINS: one of them has no menu; let them write to the bot first, or correct the number"
    return f"The menu for {scope.type} could not be set"


def for_everybody() -> tuple[tuple[str, str], ...]:
    """The commands for members of a group, each with the key of its description."""
    return _with_commands(MEMBERS)


def for_oneself() -> tuple[tuple[str, str], ...]:
    """Those for whoever is alone with the bot."""
    return _with_commands(ALONE)


def for_managers() -> tuple[tuple[str, str], ...]:
    """Those that whoever manages a group has besides."""
    return _with_commands(key for key in MANAGERS if key not in MEMBERS)


def for_admins() -> tuple[tuple[str, str], ...]:
    """Those that the bot's admins have besides."""
    return _with_commands(key for key in ADMINS if key not in MANAGERS)


def _with_commands(keys: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((key.removeprefix(PREFIX), key) for key in keys)


def _commands(keys: tuple[str, ...], book: Phrasebook) -> list[tuple[str, str]]:
    """Commands with their descriptions."""
    return [(key.removeprefix(PREFIX), book.text(key)) for key in keys]


def _menus(config: Config) -> Iterator[tuple[BotCommandScope, tuple[str, ...]]]:
    yield BotCommandScopeAllPrivateChats(), ALONE
    yield BotCommandScopeAllGroupChats(), MEMBERS
    yield BotCommandScopeAllChatAdministrators(), MANAGERS
    if config.admin_chat is not None:
        yield BotCommandScopeChatAdministrators(config.admin_chat), ADMINS
    for admin in sorted(config.admins):
        yield BotCommandScopeChat(admin), ADMINS
