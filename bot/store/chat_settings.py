"""What each chat has chosen: how the bot behaves in it. A chat that has chosen nothing has no row."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.store.database import Database

CHOSEN_BY_ALL = "SELECT chat, language, speaking, has_votes, names, hidden_sources FROM chat_settings"
CHOSEN = f"{CHOSEN_BY_ALL} WHERE chat = ?"
CHOOSE = """
    INSERT OR REPLACE INTO chat_settings (chat, language, speaking, has_votes, names, hidden_sources)
    VALUES (?, ?, ?, ?, ?, ?)
"""
MOVE = "UPDATE OR REPLACE chat_settings SET chat = ? WHERE chat = ?"
FORGET_SETTINGS = "DELETE FROM chat_settings WHERE chat = ?1"


class Speaking(StrEnum):
    """What the bot answers in a group."""

    SPOKEN_TO = "spoken to"  # commands, mentions, replies
    SURE = "sure"  # and questions to nobody, when it is sure of the answer


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """What a chat has chosen; as it is made, what holds for one that has chosen nothing."""

    language: str | None = None  # ISO 639-1, of the interface
    speaking: Speaking = Speaking.SPOKEN_TO
    has_votes: bool = True  # thumbs under answers
    names: bool = False  # whether the chronicle of a group names who wrote what
    hidden_sources: frozenset[str] = frozenset()  # files of sources that are not used


DEFAULT_SETTINGS = ChatSettings()


class SettingsTable:
    """The settings of chats, by keyed hashes of their numbers."""

    def __init__(self, database: Database, pseudonym: Callable[[int], bytes]) -> None:
        self._database = database
        self._pseudonym = pseudonym

    def key(self, chat: int) -> bytes:
        """The keyed hash that stands for a chat's number; raises StoreError while there is no key."""
        return self._pseudonym(chat)

    async def all(self) -> dict[bytes, ChatSettings]:
        """What every chat that has chosen anything has chosen, by the chats' keys; raises StoreError."""
        return {chat: _settings(*row) for chat, *row in await self._database.read(CHOSEN_BY_ALL)}

    async def of(self, chat: int) -> ChatSettings:
        """What a chat has chosen; raises StoreError."""
        rows = await self._database.read(CHOSEN, (self._pseudonym(chat),))
        return next((_settings(*row) for _, *row in rows), DEFAULT_SETTINGS)

    async def has_chosen(self, chat: int) -> bool:
        """Whether a chat has chosen anything; raises StoreError."""
        return bool(await self._database.read(CHOSEN, (self._pseudonym(chat),)))

    async def choose(self, chat: int, settings: ChatSettings) -> None:
        """Keeps what a chat has chosen, in place of what it chose before; raises StoreError."""
        hidden = json.dumps(sorted(settings.hidden_sources))
        row = (settings.language, settings.speaking.value, settings.has_votes, settings.names, hidden)
        await self._database.write((CHOOSE, (self._pseudonym(chat), *row)))

    async def move(self, before: int, after: int) -> None:
        """Gives a group's settings to the supergroup that it became; raises StoreError."""
        await self._database.write((MOVE, (self._pseudonym(after), self._pseudonym(before))))


def _settings(
    language: str | None, speaking: str, has_votes: int, names: int, hidden_sources: str
) -> ChatSettings:
    known = speaking in tuple(Speaking)  # an older version may read what a newer one wrote
    return ChatSettings(
        language,
        Speaking(speaking) if known else Speaking.SPOKEN_TO,
        bool(has_votes),
        bool(names),
        _files(hidden_sources),
    )


def _files(hidden_sources: str) -> frozenset[str]:
    """The files of hidden sources; none when what is stored is no list, which concerns one chat alone."""
    try:
        files = json.loads(hidden_sources)
    except ValueError:
        files = []
    return frozenset(map(str, files)) if isinstance(files, list) else frozenset()
