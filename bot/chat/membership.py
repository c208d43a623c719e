"""Whether somebody is in a chat, by the status that Telegram gives them there."""

from __future__ import annotations

from telegram import ChatMember

_OUT = frozenset({ChatMember.LEFT, ChatMember.BANNED})


def is_out(status: str) -> bool:
    """Whether who has this status left the chat, or was removed from it."""
    return status in _OUT
