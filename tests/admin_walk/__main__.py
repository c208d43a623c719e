"""Walks, prints all that was written and shown with times, and draws the README's picture of it."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bot import cards
from tests.admin_walk.walk import walk_in
from tests.pictures.drawing import DARK, LIGHT, PROJECT, drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.admin_walk.recording import Turn

WIDTH = 60
PICTURES = PROJECT / ".github"
SHOWN = (  # the turns that the picture shows, by how what was done begins, and which of them
    ("📄 result.json", 0), ("👆 ✅ Publish", 1), ("/ask when was the first meetup", 0),
    ("/ask when did they decide to buy the Grey Lady", 0), ("/why", 0), ("/alias", 0), ("👆 ✅ Publish", 2),
    ("/ask when did they decide to buy the Grey Lady", 1), ("/rollback", 0), ("👆 3", 0),
)  # fmt: skip


async def walked(folder: Path) -> int:
    """Walks, and prints each turn; 0 when all questions were answered as wanted."""
    async with walk_in(folder) as walk:
        try:
            answers = await walk.run()
        finally:
            for turn in walk.turns:
                _print(turn)
            sys.stdout.write(walk.bot.log)
    _draw(walk.turns)
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


def _draw(turns: Sequence[Turn]) -> None:
    """The pictures, of what was really written and shown."""
    chosen = [[turn for turn in turns if turn.deed.startswith(deed)][number] for deed, number in SHOWN]
    rows = [(turn.deed, turn.card) for turn in chosen]
    title = "A new admin adds documents, mends an answer and takes a change back"
    for ending, theme in (("", LIGHT), ("-dark", DARK)):
        (PICTURES / f"admin{ending}.svg").write_text(drawn(rows, title, theme), encoding="utf-8")


def main() -> int:
    """0 when all went as it should."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(walked(Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
