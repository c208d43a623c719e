"""The post of a day by whole bots: once, though the process is killed as soon as it is there."""

from __future__ import annotations

import signal
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.store import DailyPost, Store
from tests.server.processes import BotProcess
from tests.server.quiz import FACTS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.server import BotApiServer
    from tests.server.world import TelegramWorld


async def test_a_post_is_made_once_over_a_kill_and_a_restart(
    server: BotApiServer, world: TelegramWorld, folder: Path
) -> None:
    anna, group = world.person("Anna"), world.supergroup()
    today = datetime.now(UTC)
    flood = f"# Floods\n\nOn {today.day} {today:%B} 1904 a flood rose in the old town.\n"
    (folder / "knowledge" / "floods.md").write_text(flood, encoding="utf-8")
    async with await Store.open(folder / "data") as store:
        await store.daily_posts.choose(DailyPost(group.id, 0, "UTC"))

    async with BotProcess(server, folder) as bot:
        await world.until(lambda: bool(group.messages))
        bot.send(signal.SIGKILL)
        await bot.ends()
    async with BotProcess(server, folder):
        await world.answer_to(world.says(anna, f"/ask {FACTS[3].question}", group))

    posts = [message for message in group.messages.values() if "a flood rose" in message.get("text", "")]
    assert len(posts) == 1
