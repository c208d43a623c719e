"""`python -m tests.admin_picture`: draws how an admin adds to a history and mends it, from what the bot says.

A real bot on the transport in memory; only the words that people type are written here.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot import cards
from bot.cards.card import Button, Card, Span, TextLine
from bot.publishing.live import LiveLibrary
from tests.chat.world import BORIS, World, config_for
from tests.pictures import PROJECT, drawn

if TYPE_CHECKING:
    from tests.chat.transport import Shown

PICTURE = PROJECT / ".github" / "admin.svg"
MINUTES = """\
---
title: Minutes of the board
---
## 12 March 2019

Ines Vale was chosen as treasurer. The club bought its first boat, the Heron.
"""
ASKED = "when did they buy the Grey Lady?"
Turn = tuple[str, Card]  # what somebody wrote, and the card that they got


async def conversation(folder: Path) -> list[Turn]:
    """What is written and shown, in order."""
    (folder / "knowledge").mkdir()
    (folder / "knowledge" / "club.md").write_text("# The club\n\nThe club was founded in 2011.\n", "utf-8")
    world = World(config_for(folder), LiveLibrary(folder / "knowledge", place=folder / "data" / "library"))
    turns: list[Turn] = []
    async with world.running():
        sent = world.transport.document("minutes.md", MINUTES.encode())
        await _turn(turns, world, "📄 minutes.md", {"document": sent})
        await _press(turns, world)
        await _turn(turns, world, ASKED)
        await _turn(turns, world, "/why", {"reply_to": world.transport.shown[-1].id})
        await _turn(turns, world, "/alias Grey Lady = Heron")
        await _press(turns, world)
        await _turn(turns, world, ASKED)
        await _turn(turns, world, "/rollback")
    return turns


async def _turn(turns: list[Turn], world: World, text: str, more: dict[str, Any] | None = None) -> None:
    """An admin writes something; the last card that they see."""
    is_file = "document" in (more or {})
    await world.says(BORIS, "" if is_file else text, **(more or {}))
    await world.settles()
    turns.append((text, card_of(world, world.transport.shown[-1])))


async def _press(turns: list[Turn], world: World) -> None:
    """They press Publish under the last card."""
    shown, label = world.transport.shown[-1], cards.ENGLISH.text("button_publish")
    await world.presses(BORIS, shown, world.buttons(shown)[label])
    await world.settles()
    turns.append((f"👆 {label}", card_of(world, world.transport.shown[-1])))


def card_of(world: World, shown: Shown) -> Card:
    """A message as the card that it was, bold where it is bold."""
    bold = set(shown.bold)
    lines = []
    for row in shown.text.split("\n"):
        start = next((text for text in bold if text and row.startswith(text)), "")
        lines.append(TextLine((Span(start, bold=True), Span(row.removeprefix(start)))))
    keyboard = world.transport.chats[shown.chat].messages[shown.id].get("reply_markup") or {}
    rows = keyboard.get("inline_keyboard", [])
    buttons = tuple(tuple(Button(button["text"], "") for button in row) for row in rows)
    return Card(tuple(lines), buttons)


def main() -> int:
    """Draws it; 0."""
    logging.disable()
    with tempfile.TemporaryDirectory() as folder:
        turns = asyncio.run(conversation(Path(folder)))
    PICTURE.write_text(drawn(turns, "An admin adds a document and mends an answer"), encoding="utf-8")
    sys.stdout.write(f"{PICTURE.relative_to(PROJECT)} is drawn\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
