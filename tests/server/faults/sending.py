"""sendMessage goes wrong, or the place of the answer is gone: is anything lost or said twice?"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from tests.server.faults.scene import LONGEST, scene
from tests.server.limits import Limits
from tests.server.misbehaviour import (
    Deed,
    Drips,
    Hangs,
    Resets,
    Row,
    Truncates,
    Waits,
    bad_gateway,
    internal_error,
    refuses,
    too_many,
)
from tests.server.people import Room, Standing
from tests.server.quiz import FACTS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from tests.server.faults.scene import Finding, Scene
    from tests.server.world import World, Written

TOPIC = 77
DEEDS: list[tuple[str, Deed]] = [
    ("429, 2 s", too_many(2)),
    ("500", internal_error()),
    ("502 with HTML", bad_gateway()),
    ("reset before", Resets()),
    ("reset after it was delivered", Resets(after=True)),
    ("delivered, truncated JSON", Truncates()),
    ("delivered, connection breaks off", Truncates(announces_all=True)),
    ("delivered, drip of 0.02 s a byte", Drips(0.02)),
    ("delivered after 15 s", Waits(15)),
    ("accepted, never answered", Hangs()),
    ("delivered, but timed out", Hangs(after=True)),
    ("parse error", refuses(400, "Bad Request: can't parse entities: Unsupported start tag")),
]


def kicked(_: World, room: Room, __: Written) -> None:
    room.standing = Standing.KICKED


def muted(_: World, room: Room, __: Written) -> None:
    room.standing = Standing.MUTED


def question_deleted(_: World, room: Room, question: Written) -> None:
    del room.messages[question.id]


def topic_closed(_: World, room: Room, __: Written) -> None:
    room.closed_topics.add(TOPIC)


def topic_deleted(_: World, room: Room, question: Written) -> None:
    room.topics.discard(TOPIC)
    del room.messages[question.id]


PLACES: list[Callable[[World, Room, Written], None]] = [
    kicked,
    muted,
    question_deleted,
    topic_closed,
    topic_deleted,
]


async def findings() -> AsyncIterator[Finding]:
    for name, deed in DEEDS:
        yield await misbehaving(f"sendMessage: {name}", deed)
    yield await too_many_for_all()
    for change in PLACES:
        yield await place_gone(change)
    yield await migrated()
    yield await burst()


async def misbehaving(name: str, deed: Deed) -> Finding:
    """The first answer of five goes wrong; the seconds are those until all five were dealt with."""
    async with scene() as here:
        await here.warm_up()
        here.server.misbehaves(Row("sendMessage", deed, times=1))
        began = time.monotonic()
        here.quiz.ask(5)
        await here.world.until(lambda: here.quiz.answers >= 4, LONGEST)
        others = time.monotonic() - began
        await here.quiz.settles(quiet=25)
        seconds = time.monotonic() - began
        calls = here.server.calls_of("sendMessage")
        await here.world.until(lambda: all(one.ended for one in calls), LONGEST)  # until it gave up
        await asyncio.sleep(4)  # for one that is said again
        return here.finding(name, seconds, f"the other four after {others:.1f} s")


async def too_many_for_all() -> Finding:
    """429 for every chat, for three calls."""
    async with scene() as here:
        await here.warm_up()
        script = here.server.misbehaves(Row("sendMessage", too_many(2), times=3))
        here.quiz.ask(10)
        seconds = await here.back()
        await here.quiz.settles(quiet=6)
        return here.finding("sendMessage: 429 for all, 3 times", seconds, f"{script.done[0]} times")


async def place_gone(change: Callable[[World, Room, Written], None]) -> Finding:
    """One question whose place is gone when the answer comes, five elsewhere (which are the tally)."""
    async with scene() as here:
        await here.warm_up()
        room = here.world.supergroup(topics=[TOPIC])
        question = here.world.says(here.world.person("Anna"), f"/ask {FACTS[0].question}", room, topic=TOPIC)
        change(here.world, room, question)
        here.quiz.ask(5)
        seconds = await here.back()
        await here.quiz.settles()
        return here.finding(change.__name__.replace("_", " "), seconds, _said_in(here, room))


async def migrated() -> Finding:
    """The group of the question became a supergroup meanwhile."""
    async with scene() as here:
        await here.warm_up()
        anna = here.world.person("Anna")
        room = here.world.group(anna)
        here.world.says(anna, f"/ask {FACTS[0].question}", room)
        new = here.world.migrates(room)
        here.quiz.ask(5)
        seconds = await here.back()
        await here.quiz.settles()
        return here.finding("moved to a supergroup", seconds, _said_in(here, new))


def _said_in(here: Scene, room: Room) -> str:
    tried = sum(one.chat == room.id for one in here.server.calls_of("sendMessage"))
    said = sum(len(messages) for messages in room.replies.values())
    return f"there: {tried} tried, {said} said"


async def burst() -> Finding:
    """Forty questions in one group under Telegram's limits, and ten in private chats a second later."""
    async with scene(groups=1) as here:
        limits = here.world.limits = Limits()
        anna, group = here.world.person("Anna"), here.world.supergroup()
        busy = [here.world.says(anna, f"/ask {FACTS[n % 20].question}", group) for n in range(40)]
        await asyncio.sleep(1)
        began = time.monotonic()
        people = [here.world.person("Boris") for _ in range(10)]
        private = [here.world.says(one, FACTS[n].question) for n, one in enumerate(people)]
        here.quiz.asked = {one: FACTS[n % 20] for n, one in enumerate(busy)}
        await here.world.until(lambda: all(here.world.answers_to(one) for one in private), LONGEST)
        waited = time.monotonic() - began
        await here.quiz.settles(quiet=65, within=300)
        remark = f"{len(limits.exceeded)} refused with 429; ten in private had theirs within {waited:.1f} s"
        return here.finding("40 questions in a group within its limits", time.monotonic() - began, remark)
