"""The passage in an admin's message: written there, forwarded, or a message that its link leads to."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from telegram import (
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
)

from bot.dates import HistoricalDate
from bot.edits.chronicle import NAMELESS, ChronicleEntry, taught_entry
from bot.today import day_of

if TYPE_CHECKING:
    from telegram import Message, MessageOrigin

    from bot.library import Library

# https://t.me/c/1234567890/77/4711 (a topic's), https://t.me/c/1234567890/4711, https://t.me/ferries/4711
MESSAGE_LINK = re.compile(
    r"(?:https?://)?(?:www\.)?(?:t|telegram)\.me/(?P<chat>c/\d{1,20}|\w{4,32})/(?:\d{1,20}/)?(?P<message>\d{1,20})/?(?:\?\S{0,200})?",
    re.IGNORECASE,
)
CHANNEL_PREFIX = "-100"  # of the numbers of channels and supergroups, which links leave out


class UnknownLinkError(LookupError):
    """A link to a message that stands in no document."""


def passage_in(message: Message, number: str, library: Library, *, has_names: bool) -> ChronicleEntry:
    """The entry that a message makes; what was forwarded has its own date and source.

    `has_names` says whether members may be named. Raises NoDateError and UnknownLinkError.
    """
    text = (message.text or message.caption or "").strip()
    if message.forward_origin:
        return _forwarded(text, message.forward_origin, number, has_names=has_names)
    link = MESSAGE_LINK.fullmatch(text)
    if link:
        return _linked(f"https://t.me/{link['chat']}/{link['message']}", number, library)
    return taught_entry(text, number, day_of(message.date))


def _forwarded(text: str, origin: MessageOrigin, number: str, *, has_names: bool) -> ChronicleEntry:
    author, url = _source_of(origin, has_names=has_names)
    day = HistoricalDate.parse(day_of(origin.date).isoformat())
    return ChronicleEntry(number, day, author, text, author, url)


def _source_of(origin: MessageOrigin, *, has_names: bool) -> tuple[str, str | None]:
    """Who wrote what was forwarded, empty for a member who is not to be named, and a link to it."""
    if isinstance(origin, MessageOriginChannel):
        chat = origin.chat
        place = chat.username or f"c/{str(chat.id).removeprefix(CHANNEL_PREFIX)}"
        return chat.title or "", f"https://t.me/{place}/{origin.message_id}"
    if isinstance(origin, MessageOriginChat):
        return origin.sender_chat.title or "", None
    if isinstance(origin, MessageOriginUser) and has_names:
        return origin.sender_user.full_name, None
    if isinstance(origin, MessageOriginHiddenUser) and has_names:
        return origin.sender_user_name, None
    return "", None


def _linked(url: str, number: str, library: Library) -> ChronicleEntry:
    """The message of an exported chat or a chronicle that a link leads to; its cards name who sent it."""
    passages = library.index.passages
    found_at = passages.at_address(url)
    if found_at is None:
        raise UnknownLinkError
    passage = passages[found_at]
    behind = (passages[at] for at in range(found_at + 1, len(passages)))
    paragraphs = [passage, *takewhile(lambda other: other.place == passage.place, behind)]
    text = "\n\n".join(paragraph.text for paragraph in paragraphs)
    label = passage.place.label if passage.place else ""
    author = "" if label == NAMELESS else label or ""
    date = passage.date.date if passage.date else None
    return ChronicleEntry(number, date, author, text, author, url)
