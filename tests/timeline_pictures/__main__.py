"""`python -m tests.timeline_pictures`: draws the timelines of the README, from what the bot finds now."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from bot import cards
from bot.browsing.chronology import Chronology
from bot.browsing.selection import listing
from bot.building.build import build
from bot.pictures.drawing import DARK, LIGHT, draw
from bot.pictures.fonts import FontFile, Fonts, font_files_in

HERE = Path(__file__).parent
SHOWN = HERE.parent.parent / ".github"
THEMES = {"timeline.png": LIGHT, "timeline-dark.png": DARK}


def main() -> int:
    """Draws them; 0."""
    selected = listing(Chronology.of(build(HERE / "space")), "/timeline", date(2026, 1, 1))
    assert selected
    fonts = Fonts([*font_files_in([HERE / "fonts"]), FontFile(None)])
    picture = cards.timeline_picture(selected, 0, len(selected))
    for name, theme in THEMES.items():
        (SHOWN / name).write_bytes(draw(picture, theme, fonts))
        sys.stdout.write(f"{name} is drawn\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
