"""Who is in Telegram, and where they talk: people, chats, and how the bot stands in each."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from tests.chat.rules import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]
GENERAL = 1  # the topic that every forum has; messages in it carry no thread id


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account, bots included."""

    id: int
    name: str
    username: str = ""
    is_bot: bool = False

    @property
    def json(self) -> Json:
        named = {"username": self.username} if self.username else {}
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.name, "language_code": "en", **named}


ANONYMOUS_ADMIN = Person(1_087_968_824, "Group", "GroupAnonymousBot", is_bot=True)


class MemberStatus(Enum):
    """What somebody is in a chat."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    LEFT = "left"
    KICKED = "kicked"


ADMINS = {MemberStatus.CREATOR, MemberStatus.ADMINISTRATOR}
RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
    "can_delete_stories",
)  # fmt: skip


class BotStanding(Enum):
    """Whether the bot may write in a chat, and what it is told when it does."""

    WELCOME = (200, "")
    MUTED = (400, "Bad Request: not enough rights to send text messages to the chat")
    BLOCKED = (403, "Forbidden: bot was blocked by the user")
    STRANGER = (403, "Forbidden: bot can't initiate conversation with a user")
    DEACTIVATED = (403, "Forbidden: user is deactivated")
    KICKED = (403, "Forbidden: bot was kicked from the supergroup chat")
    LEFT = (403, "Forbidden: bot is not a member of the supergroup chat")
    DELETED = (403, "Forbidden: the group chat was deleted")


@dataclass
class Room:
    """A chat with its members and all its messages; topics make it a forum."""

    id: int
    type: str  # private | group | supergroup | channel
    title: str
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))  # of its messages
    topics: set[int] = field(default_factory=set)
    closed_topics: set[int] = field(default_factory=set)
    members: dict[int, tuple[Person, MemberStatus]] = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)
    standing: BotStanding = BotStanding.WELCOME
    migrated_to: int | None = None
    replies: dict[int | None, list[Json]] = field(default_factory=lambda: defaultdict(list))
    """What the bot sent, by the message that it replies to."""

    @property
    def is_private(self) -> bool:
        return self.type == "private"

    @property
    def json(self) -> Json:
        name = {"first_name": self.title} if self.is_private else {"title": self.title}
        return {"id": self.id, "type": self.type, **name} | ({"is_forum": True} if self.topics else {})

    def check_open(self) -> None:
        """Refuses what the bot may not write here, as Telegram does."""
        if self.migrated_to is not None:
            raise Refused(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.migrated_to,
            )
        code, description = self.standing.value
        if code != 200:
            raise Refused(code, description)

    def member_json(self, person: int) -> Json:
        """A ChatMember; strangers have left."""
        who, status = self.members.get(person, (Person(person, "Somebody"), MemberStatus.LEFT))
        member: Json = {"user": who.json, "status": status.value}
        if status is MemberStatus.ADMINISTRATOR:
            member |= {"can_be_edited": False, "is_anonymous": False} | dict.fromkeys(RIGHTS, True)
        elif status is MemberStatus.CREATOR:
            member |= {"is_anonymous": False}
        elif status is MemberStatus.KICKED:
            member |= {"until_date": 0}
        return member
