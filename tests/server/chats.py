"""The methods of the Bot API about the bot itself, about chats, members and menus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.chat.rules import Refused, bad, check_commands
from tests.server.people import ADMINS, BotStanding, MemberStatus

if TYPE_CHECKING:
    from tests.server.parameters import Parameters
    from tests.server.people import Json, Room
    from tests.server.world import TelegramWorld


class Chats:
    """Each public method is one of the Bot API."""

    def __init__(self, world: TelegramWorld) -> None:
        self._world = world

    def get_me(self, _: Parameters) -> Json:
        return self._world.me

    def get_chat(self, asked: Parameters) -> Json:
        room = self._visible_room(asked)
        return room.json | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": GIFTS}

    def get_chat_member(self, asked: Parameters) -> Json:
        room = self._visible_room(asked)
        if not asked.integer("user_id"):
            raise bad("invalid user_id specified")
        return room.member_json(asked.integer("user_id"))

    def get_chat_administrators(self, asked: Parameters) -> list[Json]:
        room = self._visible_room(asked)
        if room.is_private:
            raise bad("there are no administrators in the private chat")
        return [room.member_json(who) for who, (_, status) in room.members.items() if status in ADMINS]

    def get_chat_member_count(self, asked: Parameters) -> int:
        room = self._visible_room(asked)
        return sum(
            status not in {MemberStatus.LEFT, MemberStatus.KICKED} for _, status in room.members.values()
        )

    def leave_chat(self, asked: Parameters) -> bool:
        room = self._visible_room(asked)
        if room.is_private:
            raise bad("chat member status can't be changed in private chats")
        room.standing = BotStanding.LEFT
        room.members[self._world.bot.id] = (self._world.bot, MemberStatus.LEFT)
        return True

    def set_my_commands(self, asked: Parameters) -> bool:
        commands = asked.structure("commands")
        if not isinstance(commands, list):
            raise bad("can't parse commands JSON object")
        check_commands(commands)
        self._world.menus[self._scope(asked)] = commands
        return True

    def get_my_commands(self, asked: Parameters) -> list[Json]:
        return self._world.menus.get(self._scope(asked), [])

    def delete_my_commands(self, asked: Parameters) -> bool:
        self._world.menus.pop(self._scope(asked), None)
        return True

    def set_my_description(self, _: Parameters) -> bool:
        return True

    def set_my_short_description(self, _: Parameters) -> bool:
        return True

    def log_out(self, _: Parameters) -> bool:
        return True

    def close(self, _: Parameters) -> bool:
        return True

    # What they are made of

    def _scope(self, asked: Parameters) -> str:
        """A name for a scope: `default`, `chat:-100123`."""
        scope: dict[str, Any] = asked.structure("scope") or {"type": "default"}
        if "chat_id" in scope and scope["chat_id"] not in self._world.rooms:
            raise bad("chat not found")
        return ":".join(str(scope[name]) for name in ("type", "chat_id", "user_id") if name in scope)

    def _visible_room(self, asked: Parameters) -> Room:
        """The chat of a request, unless the bot was put out of it."""
        room = self._world.room(asked.text("chat_id"))
        if room.standing in {BotStanding.KICKED, BotStanding.LEFT, BotStanding.DELETED}:
            raise Refused(*room.standing.value)
        return room


GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)
