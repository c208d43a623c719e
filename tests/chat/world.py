"""Conversations: members who write in chats, and the real bot that hears them, on the transport in memory."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from bot.chat.application import TelegramBot
from bot.chat.asking import latest_edits
from bot.config import Config
from bot.store import Store
from tests import HANG
from tests.chat.patience import PatientClock
from tests.chat.rules import Parsed
from tests.chat.transport import TOKEN, Chat, Member, Transport, entities

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import pytest

    from bot.publishing.live import LiveLibrary
    from tests.chat.transport import Json, Shown

ANNA, BORIS, ADA, MALLORY = (
    Member(10_001, "Anna"), Member(10_002, "Boris <b>"), Member(10_003, "Ada"), Member(10_004, "Mallory"),
)  # fmt: skip
OTHER_BOT = Member(20_001, "Other", is_bot=True)
GROUP, FORUM, STAFF = -1_000_000_000_001, -1_000_000_000_002, -1_000_000_000_003
TOPIC = 77


@dataclass
class World:
    """A private chat with every member, a group, a forum and the admins' group; and the bot, when it runs."""

    config: Config
    live: LiveLibrary
    transport: Transport = field(default_factory=Transport)
    update_ids: Any = field(default_factory=lambda: itertools.count(1_000))
    bot: TelegramBot | None = None
    store: Store | None = None
    clock: PatientClock = field(default_factory=PatientClock)

    def __post_init__(self) -> None:
        for member in (ANNA, BORIS, ADA, MALLORY):
            self.transport.chats[member.id] = Chat(member.id, "private")
        for number in (GROUP, FORUM, STAFF):
            self.transport.chats[number] = Chat(number, "supergroup")
        self.transport.chats[FORUM].topics = {TOPIC}
        self.transport.chats[STAFF].admins = [ADA]

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[World]:
        """The bot at work, until the end of the block; enter it again to restart it."""
        async with await Store.open(self.config.data_dir) as self.store:
            requests = (self.transport, self.transport)
            self.bot = TelegramBot(self.config, self.live, self.store, requests, self.clock.clock)
            await self.bot.start()
            try:
                yield self
            finally:
                await self.bot.stop()

    async def says(
        self, member: Member, text: str, chat: int | None = None, *, settles: bool = True, **more: Any
    ) -> list[Shown]:
        """What the bot shows after a member wrote something, in their private chat unless `chat` says where.

        `more` overrides fields of the message; `reply_to` and `topic` are numbers.
        """
        return await self.hears({"message": self.message(member, text, chat, **more)}, settles=settles)

    async def sends(self, member: Member, chat: int | None = None, **content: Any) -> list[Shown]:
        """What the bot shows after a member sent something that is no text: a photo, a sticker."""
        return await self.hears({"message": self.message(member, "", chat, **content)})

    async def edits(self, number: int, text: str, chat: int, after: int = 10, **more: Any) -> list[Shown]:
        """What the bot shows after a message was edited, so many seconds after it was written."""
        message = self.transport.chats[chat].messages[number]
        message |= {"text": text, "entities": entities(text), "edit_date": message["date"] + after, **more}
        return await self.hears({"edited_message": message})

    async def hears(self, *updates: Json, settles: bool = True) -> list[Shown]:
        """What the bot shows after updates; without `settles` a reload may still be running."""
        assert self.bot
        before = len(self.transport.shown)
        await self.takes(*updates)
        await self.all_done()
        if settles:
            await self.settles()
        return self.transport.shown[before:]

    async def takes(self, *updates: Json) -> None:
        """Puts updates into the inbox, and does not wait for what becomes of them."""
        assert self.store
        await self.store.inbox.take({"update_id": next(self.update_ids), **update} for update in updates)

    async def all_done(self) -> None:
        """Waits until nothing is in the inbox."""
        assert self.store
        async with asyncio.timeout(HANG):
            while len(self.store.inbox):  # noqa: ASYNC110 - only tests want to know
                await asyncio.sleep(0.001)

    async def settles(self) -> None:
        """Waits for the tasks that handlers leave running."""
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        names = ("process_update_non_blocking", "in background", latest_edits.NAME)
        tasks = [task for task in rest if any(name in task.get_name() for name in names)]
        await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), HANG)

    def slow_in(self, chat: int, patched: pytest.MonkeyPatch) -> asyncio.Event:
        """From now on nothing arrives in a chat until the event is set."""
        may_go, send = asyncio.Event(), self.transport.on_send_message

        async def slow_in_the_chat(parameters: Json) -> Json:
            if parameters["chat_id"] == chat:
                await may_go.wait()
            return send(parameters)

        patched.setattr(self.transport, "on_send_message", slow_in_the_chat)
        return may_go

    def message(
        self,
        member: Member,
        text: str,
        chat: int | None = None,
        reply_to: int | None = None,
        topic: int | None = None,
        **more: Any,
    ) -> Json:
        """A message as Telegram would describe it, put into its chat."""
        room = self.transport.chats[member.id if chat is None else chat]
        parsed = Parsed(text, entities(text))
        message = self.transport.add_message(room, member.json, parsed, {}, topic)
        if reply_to is not None:
            message["reply_to_message"] = replied = room.messages[reply_to]
            if not room.topics:  # in groups without topics a chain of replies has a number too
                message["message_thread_id"] = replied["message_id"]
        elif topic is not None:  # messages in a topic are replies to its beginning
            beginning = {"forum_topic_created": {"name": "Talk", "icon_color": 1}, "from": ANNA.json}
            message["reply_to_message"] = {"message_id": topic, "date": 1, "chat": room.json, **beginning}
        if not text:
            del message["text"], message["entities"]
        message |= more
        return message

    def crowd(self, number: int) -> list[Member]:
        """Members who have not written yet, each with a private chat."""
        members = [Member(50_000 + position, "Somebody") for position in range(number)]
        self.transport.chats |= {member.id: Chat(member.id, "private") for member in members}
        return members

    def buttons(self, shown: Shown) -> dict[str, str]:
        """The data of each button under a message of the bot, by what stands on it."""
        keyboard = self.transport.chats[shown.chat].messages[shown.id].get("reply_markup")
        rows = keyboard["inline_keyboard"] if keyboard else []
        return {button["text"]: button["callback_data"] for row in rows for button in row}

    async def presses(self, member: Member, shown: Shown, data: str) -> str | None:
        """What a member sees who presses a button with this data; None is silence."""
        message = self.transport.chats[shown.chat].messages[shown.id]
        press = {"id": "1", "from": member.json, "message": message, "chat_instance": "1", "data": data}
        before = len(self.transport.callbacks)
        await self.hears({"callback_query": press})
        answers = self.transport.callbacks[before:]
        return answers[0].get("text") if answers else None

    async def types(self, member: Member, text: str) -> Json:
        """What an inline query gets."""
        query = {"id": str(next(self.update_ids)), "from": member.json, "query": text, "offset": ""}
        await self.hears({"inline_query": query})
        return self.transport.inline[-1]

    def calls(self, method: str) -> list[Json]:
        """The requests that the bot made with a method."""
        return [parameters for called, parameters in self.transport.calls if called == method]


def config_for(folder: Path) -> Config:
    """Settings of a test: Ada administers the staff group, Boris is named in ADMINS."""
    return replace(
        Config(bot_token=TOKEN),
        knowledge=folder / "knowledge",
        data_dir=folder / "data",
        admins=frozenset({BORIS.id}),
        admin_chat=STAFF,
    )


def ago(seconds: int) -> int:
    """A time as Telegram writes it."""
    return int(time.time()) - seconds
