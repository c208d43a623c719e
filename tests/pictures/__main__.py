"""Draws them, each on a light and on a dark ground."""

from __future__ import annotations

import asyncio
import logging
import sys
import tempfile
from pathlib import Path

from tests.pictures.conversations import asking, browsing
from tests.pictures.drawing import DARK, LIGHT, PROJECT, drawn

SHOWN = PROJECT / ".github"
PICTURES = (
    ("chat", asking, "Questions in a chat and the bot's answers"),
    ("browsing", browsing, "A group looks around in its history"),
)


def main() -> int:
    """0."""
    logging.disable()
    for name, conversation, title in PICTURES:
        with tempfile.TemporaryDirectory() as folder:
            turns = asyncio.run(conversation(Path(folder)))
        for ending, theme in (("", LIGHT), ("-dark", DARK)):
            path = SHOWN / f"{name}{ending}.svg"
            path.write_text(drawn(turns, title, theme), encoding="utf-8")
            sys.stdout.write(f"{path.relative_to(PROJECT)} is drawn\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
