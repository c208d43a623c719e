"""What members ask: which updates are questions to the bot, and what their words are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from telegram import MessageEntity, Update
from telegram.constants import ChatType

from bot.store import MessageId

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from telegram import Message, User

ASK_COMMAND = "ask"
RECENT = timedelta(minutes=5)  # how long an edited message can still become a question
AROUND_MENTION = " \t\r\n,.:;-–—"  # what people write between a name and their question
SPACES = re.compile(r"[ \t]{2,}")


@dataclass(frozen=True, slots=True)
class MemberQuestion:
    """A question that a member put to the bot; empty when there was only a command or a mention."""

    message: Message
    text: str
    is_edit: bool

    @property
    def is_recent(self) -> bool:
        """Whether an edited message is young enough to be answered for the first time."""
        edited = self.message.edit_date
        return edited is None or edited - self.message.date <= RECENT

    @property
    def written_at(self) -> datetime:
        """When it was written, or edited last; to the second."""
        return self.message.edit_date or self.message.date

    @property
    def place(self) -> MessageId:
        """Where the question stands."""
        return MessageId(self.message.chat_id, self.message.message_id)

    @property
    def asker(self) -> int | None:
        """The number of whoever asked; None when they write as their group or channel."""
        return own_number(self.message)


def question_in(update: Update, me: User) -> MemberQuestion | None:
    """The question that an update puts to the bot, by any of the ways there are, or None."""
    message = update.message or update.edited_message
    if message is None or not is_from_a_person(message):
        return None
    text = _asked_text(message, me)
    if text is None:
        return None
    return MemberQuestion(
        message, text or _replied_text(message, me), is_edit=update.edited_message is not None
    )


def is_from_a_person(message: Message) -> bool:
    """Whether somebody wrote this here and now: no bot, no channel post, nothing forwarded.

    Admins who write as their group and members who write as their channel are people, though Telegram names
    a bot as their sender.
    """
    if (
        message.via_bot
        or message.forward_origin
        or message.is_automatic_forward
        or message.chat.type == ChatType.CHANNEL
    ):
        return False
    sender = message.from_user
    return sender is not None and (not sender.is_bot or message.sender_chat is not None)


def message_of(update: Update) -> Message:
    """The message of an update whose handler takes messages only."""
    assert update.effective_message
    return update.effective_message


def own_number(message: Message) -> int | None:
    """The number of whoever wrote a message, None when they did so as their group or channel."""
    return message.from_user.id if message.from_user and not message.sender_chat else None


def _asked_text(message: Message, me: User) -> str | None:
    """The words put to the bot, None when they are for somebody else."""
    text = message.text or message.caption
    if not text:
        return None
    entities = message.entities or message.caption_entities
    if entities and entities[0].type == MessageEntity.BOT_COMMAND and entities[0].offset == 0:
        return _after_command(text, entities[0].length, me)
    mentions = [entity for entity in entities if _is_mention_of(entity, message, me)]
    if mentions or message.chat.type == ChatType.PRIVATE:
        return _without(text, mentions)
    if _is_reply_to(message, me) and not _begins_with_mention(entities):
        return text.strip()
    return None


def _after_command(text: str, length: int, me: User) -> str | None:
    """What follows /ask or /ask@us; None for other commands and for other bots'."""
    name, _, addressee = text[1:length].partition("@")
    is_ours = addressee.lower() in {"", (me.username or "").lower()}
    return text[length:].strip() if is_ours and name.lower() == ASK_COMMAND else None


def _is_mention_of(entity: MessageEntity, message: Message, me: User) -> bool:
    if entity.type == MessageEntity.TEXT_MENTION:
        return entity.user is not None and entity.user.id == me.id
    if entity.type != MessageEntity.MENTION:
        return False
    written = message.parse_entity(entity) if message.text else message.parse_caption_entity(entity)
    return written.lower() == f"@{me.username}".lower()


def _begins_with_mention(entities: Iterable[MessageEntity]) -> bool:
    """Whether a reply to us turns to somebody else ("@anna look at this")."""
    mentions = {MessageEntity.MENTION, MessageEntity.TEXT_MENTION}
    return any(entity.offset == 0 and entity.type in mentions for entity in entities)


def _without(text: str, mentions: Iterable[MessageEntity]) -> str:
    """The text without its mentions of the bot; Telegram counts their places in UTF-16 units."""
    encoded = text.encode("utf-16-le")
    for mention in sorted(mentions, key=lambda mention: -mention.offset):
        encoded = encoded[: 2 * mention.offset] + encoded[2 * (mention.offset + mention.length) :]
    kept = encoded.decode("utf-16-le", errors="ignore")
    return SPACES.sub(" ", kept).strip(AROUND_MENTION) if mentions else text.strip()


def _is_reply_to(message: Message, me: User) -> bool:
    replied = message.reply_to_message
    return replied is not None and replied.from_user is not None and replied.from_user.id == me.id


def _replied_text(message: Message, me: User) -> str:
    """What somebody else asked, when a member only called the bot in reply to it."""
    replied = message.reply_to_message
    if replied is None or _is_reply_to(message, me):
        return ""
    return (message.quote.text if message.quote else replied.text or replied.caption or "").strip()
