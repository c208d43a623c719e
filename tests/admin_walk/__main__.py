"""Walks, prints all that was written and shown with times, and draws the README's picture of it."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bot import cards
from tests.admin_walk.walk import walk_in

if TYPE_CHECKING:
    from tests.admin_walk.recording import Turn

WIDTH = 60


async def walked(folder: Path) -> int:
    """Walks, and prints each turn; 0 when all questions were answered as wanted."""
    async with walk_in(folder) as walk:
        try:
            answers = await walk.run()
        finally:
            for turn in walk.turns:
                _print(turn)
            sys.stdout.write(walk.bot.log)
    wrong = [asked for asked, shown in answers if asked.wanted not in str(shown["text"])]
    sys.stdout.write(f"{len(answers) - len(wrong)} of {len(answers)} questions answered as wanted\n")
    for asked in wrong:
        sys.stdout.write(f"not as wanted: {asked.words}\n")
    return int(bool(wrong))


def _print(turn: Turn) -> None:
    sys.stdout.write(f"\n[{turn.at:.1f} s, {turn.where}] {turn.who}: {turn.deed}   ({turn.seconds:.2f} s)\n")
    sys.stdout.write(cards.plain(turn.card, width=WIDTH) + "\n")
    for row in turn.card.buttons:
        sys.stdout.write("  " + "  ".join(f"[{button.text}]" for button in row) + "\n")


def main() -> int:
    """0 when all went as it should."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(walked(Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
