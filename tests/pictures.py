"""`python -m tests.pictures`: draws the chat that the README shows, from what the bot answers now."""

from __future__ import annotations

import re
import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from bot import cards
from bot.build import build
from bot.cards.card import BOLD, ITALIC, RESET

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parent.parent
CHAT = PROJECT / ".github" / "chat.svg"
QUESTIONS = (
    "when did Binance move to Tokyo?",
    "币安创始人什么时候出狱?",
    "what happened in June 2023?",
    "when was Coinbase founded?",
)
COLUMNS = 62  # of a bubble's text
WIDTH, MARGIN, GAP = 640, 16, 10  # pixels, as all below
ROW, PADDING, ROUND = 21, 11, 14
LETTER = 7.6  # the widest that a line's letters are on average, at this size of type
INK, QUIET, BAR = "#1c2733", "#5b6b7a", "#3e92cc"
BACKGROUND, OURS, THEIRS = "#dfe8ef", "#ffffff", "#e1ffc7"
STYLES = {BOLD: "font-weight:600", ITALIC: f"font-style:italic;fill:{QUIET}"}
CODE = re.compile(r"(\x1b\[\dm)")


def chat(questions: tuple[str, ...] = QUESTIONS) -> str:
    """An SVG of questions and the cards that answer them."""
    library = build(PROJECT / "knowledge")
    drawn: list[str] = []
    top = MARGIN
    for question in questions:
        card = cards.answer_card(library.answer(question))
        for rows, is_ours in (
            ([question], False),
            (cards.plain(card, colour=True, width=COLUMNS).split("\n"), True),
        ):
            drawn += _bubble(rows, top, is_ours=is_ours)
            top += _height(rows) + GAP
    height = top - GAP + MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}"'
        ' font-family="Segoe UI, Roboto, Helvetica, Arial, Noto Sans, Noto Sans CJK SC, sans-serif"'
        f' font-size="14" role="img"><title>Questions in a chat and the bot\'s answers</title>'
        f'<rect width="{WIDTH}" height="{height}" rx="{ROUND}" fill="{BACKGROUND}"/>'
        f"{''.join(drawn)}</svg>\n"
    )


def _height(rows: list[str]) -> int:
    return len(rows) * ROW + 2 * PADDING - 6


def _bubble(rows: list[str], top: int, *, is_ours: bool) -> Iterator[str]:
    """A member's words on the right, the bot's on the left."""
    longest = max(sum(2 if ord(letter) > 0x2E80 else 1 for letter in _bare(row)) for row in rows)
    width = round(longest * LETTER) + 2 * PADDING
    left = MARGIN if is_ours else WIDTH - MARGIN - width
    yield (
        f'<rect x="{left}" y="{top}" width="{width}" height="{_height(rows)}" rx="{ROUND}"'
        f' fill="{OURS if is_ours else THEIRS}"/>'
    )
    for number, row in enumerate(rows):
        base = top + PADDING + 12 + number * ROW
        yield from _row(row, left + PADDING, base)


def _row(row: str, left: int, base: int) -> Iterator[str]:
    if _bare(row).startswith("│ "):
        yield f'<rect x="{left}" y="{base - 15}" width="3" height="{ROW}" fill="{BAR}"/>'
        row, left = row.split("│", 1)[1].removeprefix(RESET).removeprefix(" "), left + 12
    yield f'<text x="{left}" y="{base}" fill="{INK}">{"".join(_styled(row))}</text>'


def _styled(row: str) -> Iterator[str]:
    """A row of the terminal as SVG: each run of text in its style."""
    styles: list[str] = []
    for piece in CODE.split(row):
        if piece == RESET:
            styles = []
        elif piece in STYLES:
            styles.append(STYLES[piece])
        elif piece and styles:
            yield f'<tspan style="{";".join(styles)}">{escape(piece)}</tspan>'
        else:
            yield escape(piece)


def _bare(row: str) -> str:
    return CODE.sub("", row)


def main() -> int:
    """Draws it; 0."""
    CHAT.parent.mkdir(exist_ok=True)
    CHAT.write_text(chat(), encoding="utf-8")
    sys.stdout.write(f"{CHAT.relative_to(PROJECT)} is drawn\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
