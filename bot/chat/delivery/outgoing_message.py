"""A message of the bot: what it says and where, and what is sent in its place when it is not taken."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from telegram.constants import ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.chat.delivery.telegram_errors import (
    EXPECTED,
    NO_DELETION,
    NO_HTML,
    NO_REPLY_TARGET,
    NO_TOPIC,
    may_have_arrived,
    says,
    was_not_taken,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import Message

    from bot.cards import Card, QuizCard


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that is sent with a card, which is its caption: of up to 1,024 characters then."""

    name: str
    content: bytes
    is_picture: bool = False  # shown at once, not as a file to be opened


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """A card on its way to a chat."""

    chat: int
    card: Card
    reply_to: int | None = None  # the message that it answers
    topic: int | None = None  # of a forum; None is General
    edits: int | None = None  # the message of ours in whose place it goes
    is_plain: bool = False  # without any marks
    otherwise: Card | None = None  # what is said instead where the message that it answers is gone
    attachment: Attachment | None = None
    quiz: QuizCard | None = None  # in the place of the card
    before: Callable[[], Awaitable[None]] | None = None  # called when its turn has come
    is_deletion: bool = False  # of the message of ours; where it may not be deleted the card takes its place

    @classmethod
    def to(cls, message: Message, card: Card) -> Self:
        """An answer where the message stands: in its chat, its topic, and in a group as a reply to it."""
        reply_to = None if message.chat.type == ChatType.PRIVATE else message.message_id
        topic = message.message_thread_id if message.is_topic_message else None
        return cls(message.chat_id, card, reply_to, topic)

    def moved(self, chat: int) -> OutgoingMessage:
        """The same in the supergroup that the chat became, where no message has the number that it had."""
        card = self.otherwise or self.card
        return replace(self, chat=chat, card=card, otherwise=None, reply_to=None, topic=None)


def instead(message: OutgoingMessage, error: TelegramError) -> OutgoingMessage | None:
    """What to send after an error: another message, or the same one again; None when there is nothing to do.

    Raises the error when it is one that nobody expects.
    """
    if isinstance(error, ChatMigrated):  # the numbers of its messages are others over there
        return None if message.edits else message.moved(error.new_chat_id)
    if isinstance(error, BadRequest):
        return _instead_of_refused(message, error)
    if isinstance(error, Forbidden):
        return None
    if was_not_taken(error) or (may_have_arrived(error) and message.edits):  # an edit is the same twice
        return message
    if may_have_arrived(error):  # sent once more it might stand there twice
        return None
    raise error


def _instead_of_refused(message: OutgoingMessage, error: BadRequest) -> OutgoingMessage | None:
    if says(error, NO_DELETION) and message.is_deletion:
        return replace(message, is_deletion=False)
    if says(error, NO_TOPIC) and message.topic is not None:  # and the question went with it
        return replace(message, topic=None, reply_to=None)
    if says(error, NO_REPLY_TARGET) and message.otherwise is not None:
        return replace(message, card=message.otherwise, otherwise=None, reply_to=None)
    if says(error, NO_REPLY_TARGET) and message.reply_to is not None:
        return replace(message, reply_to=None)
    if says(error, NO_HTML) and not message.is_plain:
        return replace(message, is_plain=True)
    if says(error, EXPECTED):
        return None
    raise error
