"""What people wrote and pressed, what the bot showed, and how long it took."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from bot.cards.card import Button, Card, Span, TextLine
from tests.server.people import BotStanding
from tests.server.world import Written

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.server.people import Json, Person, Room
    from tests.server.world import TelegramWorld

LONGEST = 60.0  # seconds that anything may take
QUOTATIONS = {"blockquote", "expandable_blockquote"}


@dataclass(frozen=True, slots=True)
class Turn:
    """Something that somebody did, and the message that they got for it."""

    at: float  # seconds from the beginning
    seconds: float  # until the message was there
    where: str
    who: str
    deed: str  # what was written or sent; behind 👆 what was pressed
    shown: Json

    @property
    def card(self) -> Card:
        return card_of(self.shown)


class Recorder:
    """Does things in a world and notes what came of each."""

    def __init__(self, world: TelegramWorld) -> None:
        self._world = world
        self._began = time.monotonic()
        self.turns: list[Turn] = []

    async def says(
        self,
        who: Person,
        text: str,
        room: Room | None = None,
        *,
        topic: int | None = None,
        reply_to: Json | None = None,
        ends: str = "",
    ) -> Json:
        """Writes a message and waits for the answer: one that holds `ends`, where that is given."""
        began = time.monotonic()
        number = reply_to["message_id"] if reply_to else None
        written = self._world.says(who, text, room, topic=topic, reply_to=number)
        return await self._answered(written, who, text, began, ends)

    async def sends(self, who: Person, files: Mapping[str, bytes], ends: str) -> Json:
        """Sends files in private and waits until the answer holds `ends`."""
        began, room = time.monotonic(), self._world.rooms[who.id]
        numbers = []
        for name, content in files.items():
            key = f"file{len(self._world.files)}"
            self._world.files[key] = content
            sent = {"file_id": key, "file_unique_id": key, "file_size": len(content), "file_name": name}
            message = self._world.store(room, who, {"document": sent})
            self._world.updates.add("message", message)
            numbers.append(message["message_id"])
        written = Written(room.id, numbers[0], 0)
        return await self._answered(written, who, ", ".join(f"📄 {name}" for name in files), began, ends)

    async def adds_bot(self, who: Person, room: Room) -> Json:
        """Lets the bot into a group and waits until it says hello."""
        began = time.monotonic()
        self._world.moves_bot(who, room, BotStanding.WELCOME)
        await self._until(lambda: bool(room.replies[None]))
        return self._note(began, room, who, "➕ adds the bot", room.replies[None][-1])

    async def presses(self, who: Person, shown: Json, label: str, ends: str) -> Json:
        """Presses a button and waits until the message holds `ends`."""
        began, room = time.monotonic(), self._world.rooms[shown["chat"]["id"]]
        rows = shown["reply_markup"]["inline_keyboard"]
        data = next(button["callback_data"] for row in rows for button in row if label in button["text"])
        self._world.presses(who, room, shown["message_id"], data)
        message = room.messages[shown["message_id"]]
        await self._until(partial(_holds, message, ends))
        return self._note(began, room, who, f"👆 {_whole(rows, label)}", message)

    async def _answered(self, written: Written, who: Person, text: str, began: float, ends: str) -> Json:
        await self._until(lambda: any(_holds(row, ends) for row in self._world.answers_to(written)))
        shown = next(row for row in self._world.answers_to(written) if _holds(row, ends))
        return self._note(began, self._world.rooms[written.room], who, text, shown)

    async def _until(self, claim: Callable[[], bool]) -> None:
        try:
            await self._world.until(claim, LONGEST)
        except TimeoutError:
            last = [
                message.get("text")
                for room in self._world.rooms.values()
                for message in room.messages.values()
            ]
            raise AssertionError(f"not shown in time; last in each chat: {last}") from None

    def _note(self, began: float, room: Room, who: Person, deed: str, shown: Json) -> Json:
        now = time.monotonic()
        where = (
            "private"
            if room.is_private
            else "topic"
            if shown.get("message_thread_id") and room.topics
            else "group"
        )
        self.turns.append(Turn(now - self._began, now - began, where, who.name, deed, dict(shown)))
        return shown


def _whole(rows: list[list[Json]], label: str) -> str:
    """All that stands on a button."""
    return next(str(button["text"]) for row in rows for button in row if label in button["text"])


def _holds(message: Json, text: str) -> bool:
    return text in str(message.get("text") or message.get("caption") or "")


def card_of(message: Json) -> Card:
    """A message of the bot as a card: styles, quotations, buttons."""
    text = str(message.get("text") or message.get("caption") or "")
    entities = message.get("entities") or message.get("caption_entities") or []
    lines, at = [], 0
    for row in text.split("\n"):
        lines.append(_line(row, at, entities))
        at += _units(row) + 1
    keyboard = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    buttons = tuple(tuple(Button(button["text"], "") for button in row) for row in keyboard)
    return Card(tuple(lines), buttons)


def _line(row: str, at: int, entities: list[Json]) -> TextLine:
    spans: list[Span] = []
    for letter in row:
        here = {e["type"]: e for e in entities if e["offset"] <= at < e["offset"] + e["length"]}
        link = here["text_link"]["url"] if "text_link" in here else None
        style = Span(letter, "bold" in here, "italic" in here, "code" in here, link)
        spans.append(style)
        at += _units(letter)
    inside = {
        e["type"] for e in entities if e["offset"] < at and e["offset"] + e["length"] > at - _units(row)
    }
    return TextLine(_joined(spans), bool(inside & QUOTATIONS), "expandable_blockquote" in inside)


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """Neighbours of one style as one."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and replace(last, text="") == replace(span, text=""):
            joined[-1] = replace(last, text=last.text + span.text)
        else:
            joined.append(span)
    return tuple(joined)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
