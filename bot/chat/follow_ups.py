"""What answers were about, for questions that go on from them; in memory only, and soon forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.bounded_dict import BoundedDict

if TYPE_CHECKING:
    from telegram import Message

    from bot.store import MessageId

MOST_ANSWERS = 500  # whose questions are remembered


class FollowUps:
    """The topics of the last answers by the messages that hold them; nothing of it is ever written down."""

    def __init__(self) -> None:
        self._topics: BoundedDict[tuple[int, int], str] = BoundedDict(MOST_ANSWERS)

    def note(self, question: MessageId, answer: int, topic: str) -> None:
        """Keeps what an answer in the chat of a question was about."""
        self._topics[question.chat, answer] = topic

    def topic_before(self, message: Message) -> str | None:
        """The topic of the answer that a message replies to, None when it replies to no remembered one."""
        replied = message.reply_to_message
        return self._topics.get((message.chat_id, replied.message_id)) if replied else None

    def forget(self) -> None:
        """Forgets the topics of all answers: one topic may hold the words of several members."""
        self._topics.clear()
