"""An admin's upload is read and published beside a large library, while questions go on."""

from __future__ import annotations

import asyncio
import random
import time
from typing import TYPE_CHECKING

from tests.faults.finding import Finding
from tests.faults.publishing import admin_scene, buttons, is_published, press
from tests.faults.reloading import Typing, ms_text
from tests.faults.scene import LONGEST
from tests.server.quiz import MONTHS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.faults.scene import Scene
    from tests.server.people import Json, Person

DOCUMENTS, PARAGRAPHS = 40, 500  # 20,000 passages
SENT = 2_600  # paragraphs of the file that is sent: somewhat more than 1 MB
A_SECOND = 20  # questions
CALM = 10.0  # seconds of questions before
LONGEST_LOOK = 10.0  # seconds until it is shown what would change
MOST_P99 = 0.1  # seconds


async def findings() -> AsyncIterator[Finding]:
    yield await uploaded()


async def uploaded(paragraphs: int = PARAGRAPHS, sent: int = SENT, calm_seconds: float = CALM) -> Finding:
    """How long the look takes, and how long questions wait meanwhile."""
    chance = random.Random(3)
    async with admin_scene() as (here, admin):
        write_documents(here.folder / "knowledge", paragraphs, chance)
        await here.bot.restart()
        calm, typing = Typing(here, A_SECOND), Typing(here, A_SECOND)
        await calm.run_for(calm_seconds)
        asking = asyncio.create_task(typing.run())
        content = document(sent, chance).encode()
        began = time.monotonic()
        card = await shown_for(here, admin, content)
        looked = time.monotonic() - began
        press(here, admin, card, "Publish")
        await here.world.until(lambda: is_published(here, admin, card), LONGEST)
        published = time.monotonic() - began - looked
        asking.cancel()
        await here.world.until(lambda: not here.world.open_queries, LONGEST)
        waits, before = typing.waits(), calm.waits()
    figures = (
        f"shown after {looked:.1f} s, published in {published:.1f} s; {len(waits)} questions, p99 "
        f"{ms_text(waits, 0.99)} (before {ms_text(before, 0.99)})"
    )
    is_in_time = looked <= LONGEST_LOOK and waits[int(0.99 * len(waits))] <= MOST_P99
    name = f"{len(content) / 1e6:.1f} MB sent at {DOCUMENTS * paragraphs:,} passages, {A_SECOND} questions/s"
    return Finding(name, is_right=True, figures=figures, is_in_time=is_in_time)


def write_documents(folder: Path, paragraphs: int, chance: random.Random) -> None:
    for number in range(DOCUMENTS):
        (folder / f"chronicle-{number}.md").write_text(document(paragraphs, chance), encoding="utf-8")


def document(paragraphs: int, chance: random.Random) -> str:
    """Paragraphs of made-up words, each with a month and a year."""
    rows = (paragraph(chance) for _ in range(paragraphs))
    return "# Chronicle\n\n" + "\n\n".join(rows) + "\n"


def paragraph(chance: random.Random) -> str:
    words = (word(chance) for _ in range(chance.randint(40, 70)))
    return f"In {chance.choice(MONTHS)} {chance.randint(1900, 2020)} the {' '.join(words)}."


def word(chance: random.Random) -> str:
    """One of some 40,000, the first of them far commoner."""
    number = int(chance.paretovariate(0.6)) % 40_000
    syllables = ["ba", "do", "ke", "li", "mu", "na", "po", "ra", "se", "ti", "vu", "wa", "ze"]
    return "".join(syllables[number // 13**place % 13] for place in range(4))


async def shown_for(here: Scene, admin: Person, content: bytes) -> Json:
    """Sends a file and waits for what it would change."""
    room = here.world.rooms[admin.id]
    here.world.files["chronicle"] = content
    sent = {"file_id": "chronicle", "file_unique_id": "chronicle", "file_size": len(content)}
    message = here.world.store(room, admin, {"document": sent | {"file_name": "new.md"}})
    here.world.updates.add("message", message)

    def cards() -> list[Json]:
        shown = [row for rows in room.replies.values() for row in rows]
        return [
            row for row in shown if row["message_id"] > message["message_id"] and "Publish" in buttons(row)
        ]

    await here.world.until(lambda: bool(cards()), LONGEST)
    return cards()[-1]
