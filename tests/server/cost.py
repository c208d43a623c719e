"""What an answer costs over python-telegram-bot's own floor: `python -m tests.server.cost`; takes a minute.

The floor is an Application that takes updates by its own polling and replies with a fixed text. Both answer
the same questions from the same server, by turns.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from bot.store import Store
from tests.server.processes import BotProcess
from tests.server.quiz import FACTS, write_knowledge
from tests.server.server import BotApiServer

ROUNDS, IN_A_ROUND = 5, 30
PAUSE = 0.05  # seconds between questions: below Telegram's limits, so that nobody waits for them
FLOOR = """
import os
from telegram import Update
from telegram.ext import Application, MessageHandler, filters

async def answer(update, context):
    await update.message.reply_html("<b>March 1998</b>\\n<blockquote>The harbour was opened.</blockquote>")

address, token = os.environ["BOT_API_URL"], os.environ["BOT_TOKEN"]
builder = Application.builder().token(token).base_url(f"{address}/bot").base_file_url(f"{address}/file/bot")
application = builder.concurrent_updates(16).build()
application.add_handler(MessageHandler(filters.TEXT, answer))
application.run_polling()
"""


class Floor(BotProcess):
    """The bot that does nothing but answer."""

    program = ("-c", FLOOR)


async def main() -> None:
    seconds: dict[str, list[float]] = {"floor": [], "bot": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_knowledge(folder / "knowledge")
        for _ in range(ROUNDS):
            for kind, bot in (("floor", Floor), ("bot", BotProcess)):
                seconds[kind] += await _asked(folder, bot)
        commits = await _commits(folder / "inbox")
    for kind, taken in (*seconds.items(), ("commit to the inbox alone", commits)):
        ordered = sorted(1_000 * one for one in taken)
        middle, late = statistics.median(ordered), ordered[int(0.95 * len(ordered))]
        sys.stdout.write(f"{kind}: {middle:.1f} ms in the median, {late:.1f} ms at the 95th of 100\n")


async def _asked(folder: Path, kind: type[BotProcess]) -> list[float]:
    """Seconds from each question to its answer."""
    taken = []
    data = tempfile.mkdtemp(dir=folder)  # each server counts its updates from the same number
    async with BotApiServer() as server, kind(server, folder, LOG_LEVEL="WARNING", DATA_DIR=data):
        for number in range(IN_A_ROUND + 2):
            anna = server.world.person("Anna")
            began = time.perf_counter()
            written = server.world.says(anna, FACTS[number % len(FACTS)].question)
            await server.world.answer_to(written)
            taken.append(time.perf_counter() - began)
            await asyncio.sleep(PAUSE)
    return taken[2:]  # the first ones open connections


async def _commits(folder: Path) -> list[float]:
    taken = []
    async with await Store.open(folder) as store:
        for number in range(ROUNDS * IN_A_ROUND):
            began = time.perf_counter()
            await store.inbox.take([{"update_id": number, "message": {"text": "x" * 300}}])
            taken.append(time.perf_counter() - began)
            store.inbox.done(await store.inbox.next())
            await asyncio.sleep(PAUSE / 10)
    return taken


if __name__ == "__main__":
    asyncio.run(main())
