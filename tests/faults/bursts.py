"""Thousands write at once: is memory bounded, are Telegram's limits kept, who waits for whom?"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from tests.faults.scene import LONGEST, scene
from tests.server.limits import SendingLimits
from tests.server.quiz import FACTS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.faults.finding import Finding
    from tests.faults.scene import Scene
    from tests.server.world import Written

MOST_MEMORY = 50e6  # bytes more than before
A_SECOND = 30  # messages that Telegram allows
TOO_OLD = 600  # seconds after which a question is only said to be too old


async def findings(updates: int) -> AsyncIterator[Finding]:
    yield await burst(updates, updates // 10)


async def burst(updates: int, people: int) -> Finding:
    """A group that writes thousands of questions, and a second later as many people with one each."""
    async with scene(groups=0) as here:
        limits = here.world.limits = SendingLimits()
        await here.warm_up()
        before, most = here.bot.memory, 0
        anna, group = here.world.person("Anna"), here.world.supergroup()
        for number in range(updates):
            here.world.says(anna, f"/ask {FACTS[number % 20].question}", group)
        await asyncio.sleep(1)
        began, asked = time.monotonic(), here.quiz.ask(people)
        waited: dict[Written, float] = {}
        end = began + people / A_SECOND + LONGEST
        while len(waited) < people and time.monotonic() < end:
            await asyncio.sleep(0.1)
            most = max(most, here.bot.memory)
            _look(here, asked, waited, time.monotonic() - began)
        return _judged(here, updates, waited, most - before, limits)


def _look(here: Scene, asked: list[Written], waited: dict[Written, float], now: float) -> None:
    for question in asked:
        if question not in waited and here.world.answers_to(question):
            waited[question] = now


def _judged(
    here: Scene, updates: int, waited: dict[Written, float], memory: float, limits: SendingLimits
) -> Finding:
    people = len(here.quiz.asked)
    longest = max(waited.values(), default=0.0)
    is_fair = longest <= people / A_SECOND + 10
    remark = (
        f"{people} people had theirs within {longest:.0f} s (Telegram allows {people / A_SECOND:.0f} s); "
        f"{len(limits.exceeded)} times over the limits; memory + {memory / 1e6:.0f} MB"
    )
    is_right = memory <= MOST_MEMORY and not limits.exceeded and here.quiz.tally().is_perfect
    name = f"{updates:,} questions in one group, {people:,} people"
    return here.finding(name, None, remark, is_right=is_right, is_in_time=is_fair)
