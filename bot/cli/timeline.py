"""The `timeline` command: dated sentences of a topic and a period, printed or drawn."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bot import cards
from bot.browsing.chronology import Chronology
from bot.browsing.selection import listing
from bot.cli.exit_status import ANSWERED, MISTAKE, REFUSED
from bot.cli.terminal import show
from bot.pictures import can_draw
from bot.today import day_of

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from bot.browsing.selection import Listing
    from bot.library import Library

MOST_DRAWN = 100  # statements of one picture


def run(library: Library, chosen: argparse.Namespace) -> int:
    """Shows what `request` selects, or draws it into the file `picture`; the exit code."""
    if chosen.language not in cards.PHRASEBOOKS:
        languages = ", ".join(cards.PHRASEBOOKS)
        return _complain(f'--language must be one of {languages}, not "{chosen.language}"')
    book = cards.phrasebook_of(chosen.language)
    command = " ".join(("/timeline", *chosen.request))
    selected = listing(Chronology.of(library), command, day_of())
    if selected is None or not len(selected):
        show(cards.nothing_card(command, selected, book))
        return REFUSED
    if chosen.picture:
        return _draw(selected, chosen.picture, chosen)
    for page in range(cards.pages_of(len(selected))):
        show(cards.listing_card(selected, page, book))
        sys.stdout.write("\n")
    return ANSWERED


def _draw(selected: Listing, file: Path, chosen: argparse.Namespace) -> int:
    if not can_draw():
        return _complain('pictures need Pillow: pip install -e ".[pictures]"')
    from bot.pictures.drawing import DARK, LIGHT, NoFontError, draw  # noqa: PLC0415 - needs Pillow

    picture = cards.timeline_picture(selected, 0, MOST_DRAWN, cards.phrasebook_of(chosen.language))
    try:
        file.write_bytes(draw(picture, DARK if chosen.dark else LIGHT))
    except NoFontError as error:
        return _complain(str(error))
    except OSError as error:
        return _complain(f"{file}: cannot be written ({error.strerror})")
    return ANSWERED


def _complain(line: str) -> int:
    sys.stderr.write(f"{line}\n")
    return MISTAKE
