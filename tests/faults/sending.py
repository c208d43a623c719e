"""sendMessage goes wrong, or the place of the answer is gone: is anything lost or said twice?"""

from __future__ import annotations

import asyncio
import contextlib
import time
from typing import TYPE_CHECKING

from tests.faults.scene import LONGEST, scene
from tests.server.misbehaviour import (
    Deed,
    Drips,
    Hangs,
    Resets,
    ScriptRow,
    Truncates,
    Waits,
    bad_gateway,
    internal_error,
    refuses,
    too_many,
)
from tests.server.people import BotStanding, Room
from tests.server.quiz import FACTS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from tests.faults.finding import Finding
    from tests.faults.scene import Scene
    from tests.server.world import TelegramWorld, Written

TOPIC = 77
AGAIN = 4.0  # seconds in which a message would be said again
SOON = 5.0  # seconds in which others are answered
LIKELY, OPEN = 0, 1  # how many of five answers may be missing: where nobody can tell, none is sent twice
DEEDS: list[tuple[str, Deed, int]] = [
    ("429, 2 s", too_many(2), LIKELY),
    ("500", internal_error(), LIKELY),
    ("502 with HTML", bad_gateway(), LIKELY),
    ("reset before", Resets(), OPEN),
    ("reset after it was delivered", Resets(after=True), LIKELY),
    ("delivered, truncated JSON", Truncates(), LIKELY),
    ("delivered, connection breaks off", Truncates(announces_all=True), LIKELY),
    ("delivered, drip of 0.02 s a byte", Drips(0.02), LIKELY),
    ("delivered after 15 s", Waits(15), LIKELY),
    ("accepted, never answered", Hangs(), OPEN),
    ("delivered, but timed out", Hangs(after=True), LIKELY),
    ("parse error", refuses(400, "Bad Request: can't parse entities: Unsupported start tag"), LIKELY),
]


def kicked(_: TelegramWorld, room: Room, __: Written) -> None:
    room.standing = BotStanding.KICKED


def muted(_: TelegramWorld, room: Room, __: Written) -> None:
    room.standing = BotStanding.MUTED


def question_deleted(_: TelegramWorld, room: Room, question: Written) -> None:
    del room.messages[question.id]


def topic_closed(_: TelegramWorld, room: Room, __: Written) -> None:
    room.closed_topics.add(TOPIC)


def topic_deleted(_: TelegramWorld, room: Room, question: Written) -> None:
    room.topics.discard(TOPIC)
    del room.messages[question.id]


PLACES: list[
    tuple[Callable[[TelegramWorld, Room, Written], None], int]
] = [  # how many messages are right there
    (kicked, 0),
    (muted, 0),
    (question_deleted, 1),
    (topic_closed, 0),
    (topic_deleted, 1),
]


async def findings() -> AsyncIterator[Finding]:
    for name, deed, missing in DEEDS:
        yield await misbehaving(f"sendMessage: {name}", deed, missing)
    yield await too_many_for_all()
    for change, messages in PLACES:
        yield await place_gone(change, messages)
    yield await migrated()


async def misbehaving(name: str, deed: Deed, missing: int, again: float = AGAIN) -> Finding:
    """The first answer of five goes wrong; the others do not wait for it."""
    async with scene() as here:
        await here.warm_up()
        here.server.misbehaves(ScriptRow("sendMessage", deed, times=1))
        began = time.monotonic()
        here.quiz.ask(5)
        await here.world.until(lambda: here.quiz.answers >= 4, LONGEST)
        others = time.monotonic() - began
        await here.quiz.settles(quiet=25 if missing else LONGEST)
        calls = here.server.calls_of("sendMessage")
        await here.world.until(lambda: all(call.ended for call in calls), LONGEST)  # until it gave up
        await asyncio.sleep(again)  # for one that is said again
        tally = here.quiz.tally()
        is_right = tally.lost <= missing and not tally.doubled + tally.wrong
        remark = f"the other four after {others:.1f} s"
        return here.finding(name, None, remark, is_right=is_right, is_in_time=others <= SOON)


async def too_many_for_all() -> Finding:
    """429 for every chat, for three calls."""
    async with scene() as here:
        await here.warm_up()
        script = here.server.misbehaves(ScriptRow("sendMessage", too_many(2), times=3))
        here.quiz.ask(10)
        seconds = await here.back()
        await here.quiz.settles()
        return here.finding("sendMessage: 429 for all, 3 times", seconds, f"{script.done[0]} times")


async def place_gone(change: Callable[[TelegramWorld, Room, Written], None], messages: int) -> Finding:
    """One question whose place is gone when the answer comes, five elsewhere (which are the tally)."""
    async with scene() as here:
        await here.warm_up()
        room = here.world.supergroup(topics=[TOPIC])
        question = here.world.says(here.world.person("Anna"), f"/ask {FACTS[0].question}", room, topic=TOPIC)
        change(here.world, room, question)
        here.quiz.ask(5)
        await here.quiz.settles()
        await _arrives(here, room, messages)
        is_right = here.quiz.tally().is_perfect and _messages_in(room) == messages
        name = f"sendMessage: {change.__name__.replace('_', ' ')}"
        return here.finding(name, None, f"{_messages_in(room)} said there", is_right=is_right)


async def migrated() -> Finding:
    """The group of the question became a supergroup meanwhile."""
    async with scene() as here:
        await here.warm_up()
        anna = here.world.person("Anna")
        room = here.world.group(anna)
        here.world.says(anna, f"/ask {FACTS[0].question}", room)
        new = here.world.migrates(room)
        here.quiz.ask(5)
        await here.quiz.settles()
        await _arrives(here, new, 1)
        is_right = here.quiz.tally().is_perfect and _messages_in(new) == 1
        remark = f"{_messages_in(new)} said there"
        return here.finding("sendMessage: moved to a supergroup", None, remark, is_right=is_right)


async def _arrives(here: Scene, room: Room, number: int) -> None:
    """Waits for so many messages, and then for one too many."""
    with contextlib.suppress(TimeoutError):
        await here.world.until(lambda: _messages_in(room) >= number, LONGEST)
    await asyncio.sleep(1.5)


def _messages_in(room: Room) -> int:
    return sum(len(messages) for messages in room.replies.values())
