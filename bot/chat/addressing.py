"""What members ask: which updates are questions to the bot, and what their words are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from telegram import MessageEntity, Update
from telegram.constants import ChatType

from bot.questions.messages.pleasantries import Pleasantry, pleasantry
from bot.questions.messages.pointing_words import only_points
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
    beneath: int | None = None  # the message of somebody else that it asks, and that is answered
    about: str = ""  # what the member quotes, or replies to, with words of their own
    pleasantry: Pleasantry | None = None  # when it asks nothing
    is_to_answer: bool = False  # it replies to one of ours

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
        return place_of(self.message)

    @property
    def is_private(self) -> bool:
        """Whether nobody else is there."""
        return self.message.chat.type == ChatType.PRIVATE

    @property
    def is_closing(self) -> bool:
        """Whether it only takes note of an answer: thanks, an emoji."""
        return self.is_to_answer and self.pleasantry not in {None, Pleasantry.GREETING, Pleasantry.ABOUT_BOT}

    @property
    def asker(self) -> int | None:
        """The number of whoever asked; None when they write as their group or channel."""
        return own_number(self.message)


def question_in(update: Update, me: User) -> MemberQuestion | None:
    """The question that an update puts to the bot, by any of the ways there are, or None."""
    message, is_edit = update.message or update.edited_message, update.edited_message is not None
    if message is None or not is_from_a_person(message):
        return None
    call = _call(message, me)
    if call is None:
        return None
    subject, kind = _subject(message, me), pleasantry(call.text)
    kind = None if kind in call.empty_kinds else kind
    is_to_answer = _is_reply_to(message, me)
    is_empty = kind is None or (call.is_explicit and kind is Pleasantry.ASSENT)  # "@bot please"
    if subject and is_empty and only_points(call.text):
        beneath = None if is_to_answer else _replied_number(message)
        return MemberQuestion(message, subject, is_edit, beneath, is_to_answer=is_to_answer)
    return MemberQuestion(
        message, call.text, is_edit, about=subject, pleasantry=kind, is_to_answer=is_to_answer
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


def numbers_of_migration(update: Update) -> tuple[int, int]:
    """The numbers of a group before and after it became a supergroup."""
    message = message_of(update)
    before, after = message.migrate_from_chat_id, message.migrate_to_chat_id
    return before or message.chat_id, after or message.chat_id


def place_of(message: Message) -> MessageId:
    """Where a message stands."""
    return MessageId(message.chat_id, message.message_id)


def own_number(message: Message) -> int | None:
    """The number of whoever wrote a message, None when they did so as their group or channel."""
    return message.from_user.id if message.from_user and not message.sender_chat else None


def author_number(message: Message) -> int:
    """The number of whoever wrote a message, that of the chat when they did so as their group or channel."""
    return own_number(message) or message.chat_id


@dataclass(frozen=True, slots=True)
class _Call:
    """Words put to the bot, and the kinds of pleasantry that are as good as none in such a call."""

    text: str
    empty_kinds: frozenset[Pleasantry] = frozenset()

    @property
    def is_explicit(self) -> bool:
        """Whether the bot is called by a command or its name."""
        return bool(self.empty_kinds)


def _call(message: Message, me: User) -> _Call | None:
    """What is put to the bot; None when a message is for somebody else."""
    text = message.text or message.caption
    if not text:
        return None
    entities = message.entities or message.caption_entities
    if entities and entities[0].type == MessageEntity.BOT_COMMAND and entities[0].offset == 0:
        return _after_command(text, entities[0].length, me)
    mentions = [entity for entity in entities if _is_mention_of(entity, message, me)]
    if mentions:
        return _Call(_without(text, mentions), frozenset({Pleasantry.QUESTION_MARK}))
    if message.chat.type == ChatType.PRIVATE:
        return _Call(text.strip())
    if _is_reply_to(message, me) and not _begins_with_mention(entities):
        return _Call(text.strip())
    return None


def _after_command(text: str, length: int, me: User) -> _Call | None:
    """What follows /ask or /ask@us; None for other commands and for other bots'."""
    name, _, addressee = text[1:length].partition("@")
    is_ours = addressee.lower() in {"", (me.username or "").lower()}
    if not is_ours or name.lower() != ASK_COMMAND:
        return None
    return _Call(text[length:].strip(), frozenset({Pleasantry.QUESTION_MARK, Pleasantry.SYMBOLS}))


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
    """Whether a message answers one of ours; what tells that we made a topic or pinned something is none."""
    replied = message.reply_to_message
    if replied is None or replied.from_user is None or replied.from_user.id != me.id:
        return False
    return bool(replied.text or replied.caption or replied.effective_attachment)


def _subject(message: Message, me: User) -> str:
    """What a message quotes, be it from another chat; else what somebody wrote whom it replies to."""
    if message.quote:
        return message.quote.text.strip()
    replied = message.reply_to_message
    if replied is None or _is_reply_to(message, me):
        return ""
    return (replied.text or replied.caption or "").strip()


def _replied_number(message: Message) -> int | None:
    """The number of the message that another one replies to, in the same chat."""
    return message.reply_to_message.message_id if message.reply_to_message else None
