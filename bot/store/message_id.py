"""What names a message."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MessageId:
    """A message: the number of its chat, and its own number in there."""

    chat: int
    message: int
