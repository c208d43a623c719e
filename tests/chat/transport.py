"""A Telegram in memory: chats and messages behind a `BaseRequest` that refuses what Telegram refuses."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from telegram.request import BaseRequest, RequestData

from tests.chat.rules import (
    MOST_CALLBACK_ANSWER,
    MOST_CAPTION,
    MOST_DOWNLOAD,
    Parsed,
    Refused,
    bad,
    check_commands,
    check_inline,
    check_markup,
    check_photo,
    check_poll,
    parse_text,
    units,
)

if TYPE_CHECKING:
    from collections.abc import Callable

TOKEN = "123456789:AAHbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ"
LONGEST_DELETABLE = 48 * 3600  # seconds that a bot may delete its own messages
GENERAL = 1  # the topic that every forum has; messages in it carry no thread id
ENTITY = re.compile(
    r"(?P<bot_command>(?<!\S)/[a-z0-9_]+(?:@\w+)?) | (?P<mention>(?<!\w)@\w{4,32})",
    re.IGNORECASE | re.VERBOSE,
)
CAPITAL = re.compile("[A-Z]")

Json = dict[str, Any]


@dataclass
class Member:
    """Somebody who writes; groups let admins write as the group and members as their channel."""

    id: int
    name: str
    is_bot: bool = False
    language: str | None = None  # of their app

    @property
    def json(self) -> Json:
        language = {"language_code": self.language} if self.language else {}
        return {"id": self.id, "first_name": self.name, "is_bot": self.is_bot, **language}


ANONYMOUS_ADMIN = {"id": 1087968824, "first_name": "Group", "is_bot": True, "username": "GroupAnonymousBot"}
AS_CHANNEL = {"id": 136817688, "first_name": "Channel", "is_bot": True, "username": "Channel_Bot"}
TELEGRAM = {"id": 777000, "first_name": "Telegram", "is_bot": False}


@dataclass
class Chat:
    """A chat with all its messages; `topics` make it a forum."""

    id: int
    type: str  # private | group | supergroup | channel
    admins: list[Member] = field(default_factory=list)
    members: dict[int, Json] = field(default_factory=dict)  # what Telegram says of some, by their numbers
    topics: set[int] = field(default_factory=set)
    messages: dict[int, Json] = field(default_factory=dict)
    closed_to_bot: str = ""  # why the bot may not write here

    @property
    def json(self) -> Json:
        name = {"first_name": "Somebody"} if self.type == "private" else {"title": "History"}
        return {"id": self.id, "type": self.type, **name} | ({"is_forum": True} if self.topics else {})


@dataclass(frozen=True)
class Shown:
    """A message of the bot as its reader sees it."""

    chat: int
    id: int
    parsed: Parsed
    reply_to: int | None = None
    thread: int | None = None
    is_edit: bool = False

    @property
    def text(self) -> str:
        return self.parsed.text

    @property
    def bold(self) -> list[str]:
        return self.parsed.marked("bold")

    @property
    def quoted(self) -> list[str]:
        return self.parsed.marked("blockquote")

    @property
    def folded(self) -> list[str]:
        return self.parsed.marked("expandable_blockquote")


class Transport(BaseRequest):
    """Answers the Bot API's methods from the chats it holds."""

    def __init__(self) -> None:
        self.me: Json = {
            "id": 123456789, "is_bot": True, "first_name": "History", "username": "HistoryBot",
            "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True,
        }  # fmt: skip
        self.chats: dict[int, Chat] = {}
        self.shown: list[Shown] = []  # what the bot sent and edited, in order
        self.calls: list[tuple[str, Json]] = []
        self.inline: list[Json] = []
        self.files: list[tuple[str, str, bytes]] = []  # that the bot sent: method, name, content
        self.menus: dict[str, dict[str, str]] = {}  # descriptions of commands by scope and language
        self.deleted: list[tuple[int, int]] = []  # chats and messages
        self.callbacks: list[Json] = []
        self.waiting: list[Json] = []  # updates that nobody has confirmed
        self.numbers = itertools.count(1)
        self.failing: dict[str, list[Exception]] = {}  # method -> what its next calls fail with
        self.arrived = asyncio.Event()
        self.sent = asyncio.Event()
        self.is_revoked = False  # the token
        self.webhook: Json = {}
        self.documents: dict[str, bytes] = {}  # what members sent, by the numbers of the files

    read_timeout = 5.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **more: Any
    ) -> tuple[int, bytes]:
        if "/file/bot" in url:
            return self._download(url)
        token, called = url.rsplit("/bot", 1)[1].split("/")
        parameters: Json = json.loads(json.dumps(request_data.parameters if request_data else {}))
        for field_name, (name, content, _) in (request_data.multipart_data if request_data else {}).items():
            assert isinstance(content, bytes)
            self.files.append((called, name, content))
            parameters.setdefault(field_name, f"attach://{field_name}")
        return await self.answer(token, called, parameters)

    async def answer(self, token: str, called: str, parameters: Json) -> tuple[int, bytes]:
        """The status and body of Telegram's answer to a request."""
        try:
            if token != TOKEN or self.is_revoked:
                raise Refused(401, "Unauthorized")  # noqa: TRY301
            result = await self._call(called, parameters)
            self.sent.set()
        except Refused as refused:
            refusal: Json = {"ok": False, "error_code": refused.code, "description": refused.description}
            return refused.code, json.dumps(refusal | {"parameters": refused.parameters}).encode()
        return 200, json.dumps({"ok": True, "result": result}).encode()

    def document(self, name: str | None, content: bytes) -> Json:
        """A file that a member sends, as Telegram describes it."""
        number = f"file{len(self.documents)}"
        self.documents[number] = content
        named = {} if name is None else {"file_name": name}
        return {"file_id": number, "file_unique_id": number, "file_size": len(content), **named}

    def _download(self, url: str) -> tuple[int, bytes]:
        """The content of a file under the path that getFile named."""
        token, _, path = unquote(url).partition("/file/bot")[2].partition("/")
        content = self.documents.get(path.removeprefix("documents/"))
        return (200, content) if token == TOKEN and content is not None else (404, b"Not Found")

    async def has_shown(self, number: int) -> None:
        """Waits until the bot has sent or edited so many messages."""
        while len(self.shown) < number:
            self.sent.clear()
            await self.sent.wait()

    def brings(self, *updates: Json) -> None:
        """Lets updates wait to be fetched."""
        self.waiting += updates
        self.arrived.set()

    async def _call(self, called: str, parameters: Json) -> Any:
        self.calls.append((called, parameters))
        if self.failing.get(called):
            raise self.failing[called].pop(0)
        handler: Callable[[Json], Any] | None = getattr(self, f"on_{_snake_case(called)}", None)
        if handler is None:
            raise Refused(404, "Not Found")
        result = handler(parameters)
        return await result if asyncio.iscoroutine(result) else result

    # What the bot asks for

    def on_get_me(self, _: Json) -> Json:
        return self.me

    def on_delete_webhook(self, _: Json) -> bool:
        self.webhook = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        return True

    def on_set_webhook(self, parameters: Json) -> bool:
        self.on_delete_webhook({})
        self.webhook["url"] = parameters["url"]
        return True

    def on_get_webhook_info(self, _: Json) -> Json:
        return self.webhook

    async def on_get_updates(self, parameters: Json) -> list[Json]:
        self.waiting = [
            update for update in self.waiting if update["update_id"] >= parameters.get("offset", 0)
        ]
        if not self.waiting and parameters.get("timeout"):
            self.arrived.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.arrived.wait(), parameters["timeout"])
        return self.waiting[:100]

    def on_get_file(self, parameters: Json) -> Json:
        number = parameters["file_id"]
        size = len(self.documents.get(number, b""))
        if number not in self.documents:
            raise bad("invalid file_id")
        if size > MOST_DOWNLOAD:
            raise bad("file is too big")
        return {
            "file_id": number, "file_unique_id": number, "file_size": size, "file_path": f"documents/{number}"
        }  # fmt: skip

    def on_send_message(self, parameters: Json) -> Json:
        return self._send(parameters, parse_text(parameters))

    def on_send_document(self, parameters: Json) -> Json:
        """A file with a caption, as a photo too."""
        if not self.files or not self.files[-1][2]:
            raise bad("file must be non-empty")
        return self._send(parameters, parse_text(parameters, "caption", MOST_CAPTION))

    def on_send_photo(self, parameters: Json) -> Json:
        check_photo(self.files[-1][2])
        return self.on_send_document(parameters)

    def on_send_poll(self, parameters: Json) -> Json:
        check_poll(parameters)
        return self._send(parameters, Parsed(parameters["question"]))

    def _send(self, parameters: Json, parsed: Parsed) -> Json:
        chat = self._open_chat(parameters["chat_id"])
        check_markup(parameters.get("reply_markup", {}))
        target = self._reply_target(chat, parameters)
        thread = parameters.get("message_thread_id")
        if thread is not None and (thread == GENERAL or thread not in chat.topics):
            raise bad("message thread not found")
        if target and target.get("is_topic_message"):
            thread = target["message_thread_id"]
        message = self.add_message(chat, self.me, parsed, parameters, thread)
        self.shown.append(
            Shown(chat.id, message["message_id"], parsed, target["message_id"] if target else None, thread)
        )
        return message

    def _open_chat(self, chat_id: Any) -> Chat:
        chat = self.chats.get(chat_id)
        if chat is None:
            raise bad("chat not found")
        if chat.closed_to_bot:
            raise Refused(403, f"Forbidden: {chat.closed_to_bot}")
        return chat

    def _reply_target(self, chat: Chat, parameters: Json) -> Json | None:
        wanted = parameters.get("reply_parameters")
        if not wanted:
            return None
        target = chat.messages.get(wanted["message_id"])
        if target is None and not wanted.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
        return target

    def add_message(
        self, chat: Chat, sender: Json, parsed: Parsed, marks: Json, thread: int | None = None
    ) -> Json:
        message: Json = {
            "message_id": next(self.numbers), "date": int(time.time()), "chat": chat.json, "from": sender,
            "text": parsed.text.strip(), "entities": parsed.entities,
        }  # fmt: skip
        if thread in chat.topics:
            message |= {"message_thread_id": thread, "is_topic_message": True}
        if "reply_markup" in marks:
            message["reply_markup"] = marks["reply_markup"]
        chat.messages[message["message_id"]] = message
        return message

    def on_edit_message_text(self, parameters: Json) -> Json:
        chat = self._open_chat(parameters["chat_id"])
        message = chat.messages.get(int(parameters["message_id"]))
        if message is None:
            raise bad("message to edit not found")
        if message["from"]["id"] != self.me["id"]:
            raise bad("message can't be edited")
        parsed = parse_text(parameters)
        check_markup(parameters.get("reply_markup", {}))
        after = {"text": parsed.text.strip(), "entities": parsed.entities}
        if message.get("reply_markup") == parameters.get("reply_markup") and message == message | after:
            raise bad("message is not modified: specified new message content and reply markup are the same")
        message |= after
        message.pop("reply_markup", None)  # without a new one the old one goes
        message |= {"reply_markup": parameters["reply_markup"]} if "reply_markup" in parameters else {}
        self.shown.append(Shown(chat.id, message["message_id"], parsed, is_edit=True))
        return message

    def on_delete_message(self, parameters: Json) -> bool:
        chat = self._open_chat(parameters["chat_id"])
        message = chat.messages.get(int(parameters["message_id"]))
        if message is None:
            raise bad("message to delete not found")
        if time.time() - message["date"] > LONGEST_DELETABLE:
            raise bad("message can't be deleted for everyone")
        del chat.messages[message["message_id"]]
        self.deleted.append((chat.id, message["message_id"]))
        return True

    def on_answer_inline_query(self, parameters: Json) -> bool:
        check_inline(parameters)
        self.inline.append(parameters)
        return True

    def on_answer_callback_query(self, parameters: Json) -> bool:
        if units(parameters.get("text", "")) > MOST_CALLBACK_ANSWER:
            raise bad("MESSAGE_TOO_LONG")
        self.callbacks.append(parameters)
        return True

    def on_leave_chat(self, parameters: Json) -> bool:
        self._open_chat(parameters["chat_id"])
        return True

    def on_set_my_commands(self, parameters: Json) -> bool:
        check_commands(parameters["commands"])
        scope = parameters.get("scope", {"type": "default"})
        if "chat_id" in scope:
            self._open_chat(scope["chat_id"])
        name = ":".join(map(str, (*scope.values(), *filter(None, [parameters.get("language_code")]))))
        self.menus[name] = {command["command"]: command["description"] for command in parameters["commands"]}
        return True

    def on_get_chat_member(self, parameters: Json) -> Json:
        chat = self._open_chat(parameters["chat_id"])
        if parameters["user_id"] not in chat.members:
            raise bad("member not found")
        return chat.members[parameters["user_id"]]

    def on_get_chat_administrators(self, parameters: Json) -> list[Json]:
        chat = self._open_chat(parameters["chat_id"])
        if chat.type == "private":
            raise bad("there are no administrators in the private chat")
        return [
            {"status": "administrator", "user": member.json, "can_be_edited": False, "is_anonymous": False}
            | dict.fromkeys(ADMIN_RIGHTS, True)
            for member in chat.admins
        ]


ADMIN_RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
    "can_delete_stories",
)  # fmt: skip


def entities(text: str) -> list[Json]:
    """The commands and mentions that Telegram marks by itself."""
    return [
        {"type": entity.lastgroup, "offset": units(text[: entity.start()]), "length": units(entity[0])}
        for entity in ENTITY.finditer(text)
    ]


def _snake_case(called: str) -> str:
    return CAPITAL.sub(lambda capital: f"_{capital[0].lower()}", called)
