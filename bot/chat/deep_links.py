"""Deep links: https://t.me/OurBot?start=..., which open the private chat with a question or a passage.

Telegram lets them carry up to 64 letters, digits, dashes and underscores.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.sources.passage_references import reference_to

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.sources.source import Passage

LONGEST_PAYLOAD = 64  # characters, Telegram's limit
QUESTION, PASSAGE = "q", "p"


@dataclass(frozen=True, slots=True)
class LinkedQuestion:
    """A question that a link asks."""

    text: str


@dataclass(frozen=True, slots=True)
class LinkedPassage:
    """A passage that a link opens."""

    reference: str


def link_to_question(username: str, text: str) -> str | None:
    """The link that asks a question; None for one of more than 47 bytes, which has no room in it."""
    return _link(username, QUESTION + urlsafe_b64encode(text.encode(errors="replace")).decode().rstrip("="))


def links_to_questions(username: str, texts: Iterable[str]) -> dict[str, str]:
    """The links that ask some questions, by question; those that have no room in a link are left out."""
    links = {text: link_to_question(username, text) for text in texts}
    return {text: link for text, link in links.items() if link}


def link_to_passage(username: str, passage: Passage) -> str | None:
    """The link that opens a passage, also after a reload if it is still there."""
    return _link(username, PASSAGE + reference_to(passage))


def read(payload: str) -> LinkedQuestion | LinkedPassage | None:
    """What a link asks for; None for a payload that is none of ours.

    >>> read("qV2hvIGlzIENaPw")
    LinkedQuestion(text='Who is CZ?')
    """
    kind, content = payload[:1], payload[1:LONGEST_PAYLOAD]
    if kind == PASSAGE and content:
        return LinkedPassage(content)
    if kind != QUESTION:
        return None
    try:
        text = urlsafe_b64decode(content + "=" * (-len(content) % 4)).decode()
    except ValueError:
        return None
    return LinkedQuestion(text) if text.strip() and text.isprintable() else None


def _link(username: str, payload: str) -> str | None:
    return f"https://t.me/{username}?start={payload}" if len(payload) <= LONGEST_PAYLOAD else None
