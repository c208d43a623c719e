"""What the README's pictures show: a member who asks, and a group that looks around, with the real bot.

Only what people write and press stands here; all that comes back is the bot's, over the transport in memory.
"""

from __future__ import annotations

import contextlib
import random
import shutil
from typing import TYPE_CHECKING

from bot.cards.card import Card, Span, TextLine, line
from bot.publishing.live import LiveLibrary
from tests.admin_walk.recording import card_of
from tests.chat.world import ADA, ANNA, STAFF, World, config_for
from tests.pictures.drawing import PROJECT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.chat.transport import Json, Member, Shown

    Turn = tuple[str, Card]  # what somebody wrote or pressed, and what they saw then

SEED = 7  # of the quiz


async def asking(folder: Path) -> list[Turn]:
    """In private: a question, what goes on from it, buttons, another language, a refusal."""
    async with _running(folder) as talk:
        await talk.says(ANNA, "when was Zhao Changpeng pardoned?")
        await talk.says(ANNA, "why?")
        await talk.says(ANNA, "and in 2018?")
        await talk.says(ANNA, "币安什么时候搬到东京?")
        await talk.presses(ANNA, "« earlier")
        await talk.says(ANNA, "when was Coinbase founded?")
        return talk.turns


async def browsing(folder: Path) -> list[Turn]:
    """In a group: a timeline, a date, a quiz, what its administrators decide."""
    async with _running(folder) as talk:
        await talk.says(ADA, "/timeline Tokyo", STAFF)
        await talk.presses(ADA, "2")
        await talk.says(ADA, "/on 27 September", STAFF)
        await talk.says(ADA, "/quiz Tokyo", STAFF)
        await talk.says(ADA, "/settings", STAFF)
        return talk.turns


class _Talk:
    """Notes what is written, pressed and shown."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.turns: list[Turn] = []

    async def says(self, member: Member, text: str, chat: int | None = None) -> None:
        shown = (await self._world.says(member, text, chat))[-1]
        self.turns.append((text, self._card(shown)))

    async def presses(self, member: Member, label: str) -> None:
        """Presses a button under the last message, which shows something else then."""
        shown = self._world.transport.shown[-1]
        await self._world.presses(member, shown, self._world.buttons(shown)[label])
        await self._world.settles()
        self.turns.append((f"👆 {label}", self._card(self._world.transport.shown[-1])))

    def _card(self, shown: Shown) -> Card:
        polls = self._world.calls("sendPoll")
        if polls and polls[-1]["question"] == shown.text:
            return _quiz_card(polls[-1])
        return card_of(self._world.transport.chats[shown.chat].messages[shown.id])


@contextlib.asynccontextmanager
async def _running(folder: Path) -> AsyncIterator[_Talk]:
    """The bot over the bundled history."""
    shutil.copytree(PROJECT / "knowledge", folder / "knowledge")
    live = LiveLibrary(folder / "knowledge", place=folder / "data" / "library")
    world = World(config_for(folder), live)
    async with world.running():
        assert world.bot
        world.bot.callbacks.browsing.quizzes._random = random.Random(SEED)
        yield _Talk(world)


def _quiz_card(poll: Json) -> Card:
    """A quiz as Telegram shows it after a right choice."""
    (right,) = poll["correct_option_ids"]
    options = [
        line("✅ " if number == right else "⚪ ", Span(option["text"]))
        for number, option in enumerate(poll["options"])
    ]
    return Card(
        (
            TextLine((Span(poll["question"], bold=True),)),
            line(Span("Quiz", italic=True)),
            *options,
            line(Span(f"💡 {poll['explanation']}"), quoted=True),
        )
    )
