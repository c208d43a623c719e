"""What answers were about, for questions that go on from them; in memory only, and soon forgotten."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from telegram import Message

    from bot.store import Place

KEPT = 500  # answers whose questions are remembered


class FollowUps:
    """The topics of the last answers by the messages that hold them; nothing of it is ever written down."""

    def __init__(self) -> None:
        self._topics: OrderedDict[tuple[int, int], str] = OrderedDict()

    def note(self, place: Place, answer: int, topic: str) -> None:
        """Keeps what an answer in the chat of a question was about."""
        self._topics[place.chat, answer] = topic
        self._topics.move_to_end((place.chat, answer))
        while len(self._topics) > KEPT:
            self._topics.popitem(last=False)

    def before(self, message: Message) -> str | None:
        """The topic of the answer that a message replies to, None when it replies to no remembered one."""
        replied = message.reply_to_message
        return self._topics.get((message.chat_id, replied.message_id)) if replied else None
