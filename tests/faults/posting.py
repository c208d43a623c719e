"""Daily posts while the bot is killed, and presses of buttons by many at once."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.chat.browsing.daily_posts import AT_ONCE
from bot.store import DailyPost, Store
from tests.faults.finding import Finding
from tests.faults.scene import LONGEST, scene
from tests.server.limits import SendingLimits

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.faults.scene import Scene
    from tests.server.people import Room

GROUPS = 60  # with a post each, which at thirty a second take two seconds
SHORTEST_LIFE, LONGEST_LIFE = 1.0, 4.0  # seconds: it needs about one to begin
CALM = 3.0  # seconds without another post, after which there will be none
PRESSES = 18  # Telegram allows twenty edits a minute in a group


async def findings(kills: int) -> AsyncIterator[Finding]:
    yield await killed(kills)
    yield await pressed(PRESSES)


async def killed(times: int, groups: int = GROUPS) -> Finding:
    """SIGKILL at a random moment while posts are due in many groups: none twice, few not at all."""
    chance = random.Random(7)
    async with scene(groups=0, polls=False) as here:
        rooms = [here.world.supergroup() for _ in range(groups)]
        await choose_posts(here, rooms)
        for _ in range(times):
            await here.bot.start()
            await asyncio.sleep(chance.uniform(SHORTEST_LIFE, LONGEST_LIFE))
            await here.bot.kill()
        await here.bot.start()
        await here.bot.polls()
        posts, changed = [0], time.monotonic()
        end = changed + LONGEST
        while not all(posts) and time.monotonic() < end and time.monotonic() - changed < CALM:
            await asyncio.sleep(0.1)
            before, posts = posts, [posts_in(room) for room in rooms]
            changed = time.monotonic() if posts != before else changed
        figures = f"{posts.count(1)} of {groups} posts made, {posts.count(0)} not, {max(posts) > 1:d} twice"
        # A post is claimed before it is sent: what was on its way, or waited for its turn, at a kill is lost.
        is_right = max(posts) == 1 and posts.count(0) <= AT_ONCE * times and here.bot.is_alive
        return Finding(f"`kill -9` {times} times while {groups} daily posts are due", is_right, figures)


async def choose_posts(here: Scene, rooms: list[Room]) -> None:
    """A post in each room, due since midnight, of a day of which something is known."""
    today = datetime.now(UTC)
    flood = f"# Floods\n\nOn {today.day} {today:%B} 1904 a flood rose in the old town.\n"
    (here.folder / "knowledge" / "floods.md").write_text(flood, encoding="utf-8")
    async with await Store.open(here.folder / "data") as store:
        for room in rooms:
            await store.daily_posts.choose(DailyPost(room.id, 0, "UTC"))


def posts_in(room: Room) -> int:
    return sum("a flood rose" in str(message.get("text")) for message in room.messages.values())


async def pressed(times: int) -> Finding:
    """Many press the buttons of one list in a group: each is answered, and Telegram's limits are kept."""
    async with scene(groups=0) as here:
        limits = here.world.limits = SendingLimits()
        anna, group = here.world.person("Anna"), here.world.supergroup()
        shown = await here.world.answer_to(here.world.says(anna, "/timeline harbour", group))
        rows = shown["reply_markup"]["inline_keyboard"]
        turning = next(row for row in rows if row[0]["text"] == "◀")
        for number in range(times):
            data = turning[2 * (number % 2)]["callback_data"]
            here.world.presses(here.world.person("Boris"), group, shown["message_id"], data)
        with contextlib.suppress(TimeoutError):  # what is not answered is counted
            await here.world.until(lambda: not here.world.open_queries, LONGEST)
        left = len(here.world.open_queries)
        remark = f"{times - left} of {times} answered; {len(limits.exceeded)} times over the limits"
        is_right = not limits.exceeded and here.bot.is_alive
        return Finding(f"{times} presses of a list's buttons in one group", is_right, remark, not left)
