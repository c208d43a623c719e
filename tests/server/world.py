"""The state of Telegram around one bot: chats, what people write in them, what the bot did."""

from __future__ import annotations

import asyncio
import itertools
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests import HANG
from tests.chat.rules import bad
from tests.chat.transport import TOKEN, entities
from tests.server.people import BotStanding, MemberStatus, Person, Room
from tests.server.updates import Updates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.server.limits import SendingLimits
    from tests.server.people import Json

FIRST_SUPERGROUP = -1_000_000_000_000


@dataclass(frozen=True, slots=True)
class Written:
    """A message that somebody wrote, by its chat and number."""

    room: int
    id: int
    update: int  # 0 when the bot does not get it


class TelegramWorld:
    """Everything that Telegram knows about a bot and the chats it is in."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.me: Json = {
            "id": int(token.split(":", maxsplit=1)[0]), "is_bot": True, "first_name": "History",
            "username": "HistoryBot", "can_join_groups": True, "can_read_all_group_messages": False,
            "supports_inline_queries": True,
        }  # fmt: skip
        self.bot = Person(self.me["id"], "History", "HistoryBot", is_bot=True)
        self.rooms: dict[int, Room] = {}
        self.updates = Updates()
        self.limits: SendingLimits | None = None  # off
        self.is_revoked = False  # the token
        self.inline_answers: dict[str, Json] = {}  # by the id of the query
        self.button_answers: dict[str, Json] = {}  # by the id of the press
        self.open_queries: set[str] = set()  # inline queries and presses that may still be answered
        self.menus: dict[str, list[Json]] = {}  # by the scope
        self.files: dict[str, bytes] = {}  # by the file_id
        self._people = itertools.count(10_001)
        self._chats = itertools.count(1)
        self._account_numbers = itertools.count(1)  # private chats and groups share the numbers of messages
        self._queries = itertools.count(1)
        self._changed = asyncio.Event()

    # Who is there

    def person(self, name: str, *, standing: BotStanding = BotStanding.WELCOME) -> Person:
        """A new member with a private chat; a STRANGER has not written to the bot yet."""
        person = Person(next(self._people), name)
        room = Room(person.id, "private", name, numbers=self._account_numbers, standing=standing)
        self.rooms[room.id] = room
        return person

    def group(self, *admins: Person) -> Room:
        """A basic group, the kind that can become a supergroup."""
        room = Room(-next(self._chats), "group", "History", numbers=self._account_numbers)
        return self._founded(room, admins)

    def supergroup(self, *admins: Person, topics: Iterable[int] = ()) -> Room:
        """A supergroup; a forum when it has topics."""
        room = Room(FIRST_SUPERGROUP - next(self._chats), "supergroup", "History", topics=set(topics))
        room.numbers = itertools.count(max(room.topics, default=0) + 1)  # a topic is its first message
        return self._founded(room, admins)

    def _founded(self, room: Room, admins: Iterable[Person]) -> Room:
        room.members = {admin.id: (admin, MemberStatus.ADMINISTRATOR) for admin in admins}
        room.members[self.bot.id] = (self.bot, MemberStatus.MEMBER)
        self.rooms[room.id] = room
        return room

    def room(self, number: str) -> Room:
        """The chat of a request, by its number as it came."""
        room = self.rooms.get(int(number)) if number.lstrip("-").isdecimal() else None
        if room is None:
            raise bad("chat not found" if number else "chat_id is empty")
        return room

    # What people do

    def says(
        self,
        person: Person,
        text: str,
        room: Room | None = None,
        *,
        reply_to: int | None = None,
        topic: int | None = None,
        **more: Any,
    ) -> Written:
        """A message, in the private chat unless a room is given; `more` overrides its fields."""
        where = room or self.rooms[person.id]
        if where.is_private and where.standing is BotStanding.STRANGER:
            where.standing = BotStanding.WELCOME
        message = self.store(where, person, {"text": text, "entities": entities(text)}, topic, reply_to)
        message |= more
        return Written(where.id, message["message_id"], self.updates.add("message", message))

    def edits(self, written: Written, text: str) -> None:
        """An edited message."""
        message = self.rooms[written.room].messages[written.id]
        message |= {"text": text, "entities": entities(text), "edit_date": int(time.time())}
        self.updates.add("edited_message", dict(message))

    def types(self, person: Person, text: str) -> str:
        """An inline query; its id."""
        query = str(next(self._queries))
        self.open_queries.add(query)
        self.updates.add("inline_query", {"id": query, "from": person.json, "query": text, "offset": ""})
        return query

    def presses(self, person: Person, room: Room, message: int, data: str) -> str:
        """A press of a button under a message; its id."""
        press = str(next(self._queries))
        self.open_queries.add(press)
        shown = room.messages[message]
        content = {"id": press, "from": person.json, "message": shown, "chat_instance": "1", "data": data}
        self.updates.add("callback_query", content)
        return press

    def brings(self, *contents: Json) -> None:
        """Updates as they are, to be as malformed as a test wants them; only the number is Telegram's."""
        for content in contents:
            self.updates.add_raw(content)

    def migrates(self, room: Room) -> Room:
        """Turns a group into a supergroup; the old number is told about by two service messages."""
        new = Room(FIRST_SUPERGROUP - next(self._chats), "supergroup", room.title, members=room.members)
        self.rooms[new.id] = new
        sender = next(iter(room.members.values()))[0]
        old_note = self.store(room, sender, {"migrate_to_chat_id": new.id})
        room.migrated_to = new.id
        self.updates.add("message", old_note)
        self.updates.add("message", self.store(new, sender, {"migrate_from_chat_id": room.id}))
        return new

    def moves_bot(self, by: Person, room: Room, standing: BotStanding) -> None:
        """Lets the bot into a chat or out of it, and tells it so."""
        before = room.member_json(self.bot.id)
        room.standing = standing
        is_out = standing in {BotStanding.KICKED, BotStanding.BLOCKED}
        status = (
            MemberStatus.KICKED
            if is_out
            else MemberStatus.LEFT
            if standing is BotStanding.LEFT
            else MemberStatus.MEMBER
        )
        room.members[self.bot.id] = (self.bot, status)
        change = {"old_chat_member": before, "new_chat_member": room.member_json(self.bot.id)}
        content = {"chat": room.json, "from": by.json, "date": int(time.time()), **change}
        self.updates.add("my_chat_member", content)

    def store(
        self,
        room: Room,
        sender: Person,
        content: Json,
        topic: int | None = None,
        reply_to: int | None = None,
    ) -> Json:
        """A new message as Telegram would describe it, kept in its chat."""
        message: Json = {
            "message_id": next(room.numbers), "from": sender.json, "chat": room.json,
            "date": int(time.time()), **content,
        }  # fmt: skip
        if topic in room.topics:
            message |= {"message_thread_id": topic, "is_topic_message": True}
        replied = room.messages.get(reply_to) if reply_to is not None else None
        if replied is not None:
            message["reply_to_message"] = {k: v for k, v in replied.items() if k != "reply_to_message"}
            if not room.topics and room.type == "supergroup":  # a chain of replies has a number too
                message["message_thread_id"] = replied.get("message_thread_id", replied["message_id"])
        room.messages[message["message_id"]] = message
        if sender.id == self.bot.id:
            room.replies[replied["message_id"] if replied else None].append(message)
        self.happened()
        return message

    # What the bot did

    def answers_to(self, written: Written) -> list[Json]:
        """The bot's replies to a message; in a private chat all it sent since, for it quotes nothing there.

        To tell answers apart in private chats, ask one question in each.
        """
        room = self.rooms[written.room]
        answers = list(room.replies[written.id])
        if room.is_private:
            answers += [message for message in room.replies[None] if message["message_id"] > written.id]
        return answers

    async def answer_to(self, written: Written, within: float = HANG) -> Json:
        """The first answer to a message, as soon as there is one."""
        await self.until(lambda: bool(self.answers_to(written)), within)
        return self.answers_to(written)[0]

    async def until(self, claim: Callable[[], bool], within: float = HANG) -> None:
        """Waits until something holds; TimeoutError when it does not within so many seconds."""
        async with asyncio.timeout(within):
            while not claim():
                self._changed.clear()
                await self._changed.wait()

    def happened(self) -> None:
        """Lets those who wait look again."""
        self._changed.set()
