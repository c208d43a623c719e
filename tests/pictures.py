"""`python -m tests.pictures`: draws the chat that the README shows, from what the bot answers now."""

from __future__ import annotations

import re
import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from bot import cards
from bot.browsing.chronology import Chronology
from bot.browsing.conversation import Conversation
from bot.building.build import build
from bot.cards.card import BOLD, ITALIC, RESET, Card
from bot.chat.answer_buttons import AnswerButtons
from bot.chat.buttons import Buttons
from bot.chat.feedback import Feedback
from bot.store import DEFAULT_SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.browsing.subject import Subject

PROJECT = Path(__file__).parent.parent
CHAT = PROJECT / ".github" / "chat.svg"
MESSAGES = (
    "when was Zhao Changpeng pardoned?",
    "why?",
    "and in 2018?",
    "币安创始人什么时候出狱?",
    "when was Coinbase founded?",
)
COLUMNS = 46  # of a bubble's text
FOLDED = 3  # rows that Telegram shows of a folded quotation
WIDTH, MARGIN, GAP = 440, 12, 10  # pixels, as all below
ROW, PADDING, ROUND = 21, 11, 14
BUTTON, BETWEEN = 30, 4  # height of a button, and what is between two
LETTER = 8.4  # the widest that a line's letters are on average, at this size of type
INK, QUIET, BAR, LABEL = "#1c2733", "#5b6b7a", "#3e92cc", "#2b6b9c"
BACKGROUND, OURS, THEIRS, KEY = "#dfe8ef", "#ffffff", "#e1ffc7", "#c9d9e6"
STYLES = {BOLD: "font-weight:600", ITALIC: f"font-style:italic;fill:{QUIET}"}
CODE = re.compile(r"(\x1b\[\dm)")


def chat(messages: tuple[str, ...] = MESSAGES) -> str:
    """An SVG of messages and the cards that answer them, at the width of a phone."""
    turns = zip(messages, _cards(messages), strict=True)
    return drawn(turns, "Questions in a chat and the bot's answers")


def drawn(turns: Iterable[tuple[str, Card]], title: str) -> str:
    """An SVG of what was written and the cards that came, at the width of a phone."""
    shapes: list[str] = []
    top = MARGIN
    for message, card in turns:
        for rows, is_ours in (([message], False), ([*_rows(card)], True)):
            shapes += _bubble(rows, top, is_ours=is_ours)
            top += _height(rows) + GAP
        shapes += _keyboard(card, top - GAP + BETWEEN)
        top += len(card.buttons) * (BUTTON + BETWEEN)
    height = top - GAP + MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}"'
        ' font-family="Segoe UI, Roboto, Helvetica, Arial, Noto Sans, Noto Sans CJK SC, sans-serif"'
        f' font-size="14" role="img"><title>{escape(title, quote=False)}</title>'
        f'<rect width="{WIDTH}" height="{height}" rx="{ROUND}" fill="{BACKGROUND}"/>'
        f"{''.join(shapes)}</svg>\n"
    )


def _cards(messages: tuple[str, ...]) -> Iterator[Card]:
    """What the bot says to each message of a private chat."""
    library = build(PROJECT / "knowledge")
    chronology = Chronology.of(library)
    conversation = Conversation(library, lambda: chronology)
    buttons = Buttons("of a picture", None)  # type: ignore[arg-type]  # nobody presses them
    answer_buttons = AnswerButtons(buttons, Feedback(None, buttons))  # type: ignore[arg-type]
    subject: Subject | None = None
    for message in messages:
        response = conversation.respond(message, subject)
        subject = response.subject
        yield answer_buttons.card(response, 1, DEFAULT_SETTINGS, cards.ENGLISH)


def _rows(card: Card) -> Iterator[str]:
    """The rows of a card as a terminal has them; of what is folded the first three."""
    for text_line in card.lines:
        rows = cards.plain(Card((text_line,)), colour=True, width=COLUMNS).split("\n")
        if text_line.folded and len(rows) > FOLDED:
            rows = [*rows[: FOLDED - 1], f"{rows[FOLDED - 1].rstrip()} … ⌄"]
        yield from rows


def _keyboard(card: Card, top: int) -> Iterator[str]:
    """The buttons under a card, those of a row alike in width."""
    width = WIDTH - 2 * MARGIN - 40
    for number, row in enumerate(card.buttons):
        each = (width - BETWEEN * (len(row) - 1)) / len(row)
        for place, button in enumerate(row):
            left, above = MARGIN + place * (each + BETWEEN), top + number * (BUTTON + BETWEEN)
            yield (
                f'<rect x="{left:.0f}" y="{above}" width="{each:.0f}" height="{BUTTON}" rx="8" fill="{KEY}"/>'
                f'<text x="{left + each / 2:.0f}" y="{above + 20}" text-anchor="middle" font-size="13"'
                f' fill="{LABEL}">{escape(button.text)}</text>'
            )


def _height(rows: list[str]) -> int:
    return len(rows) * ROW + 2 * PADDING - 6


def _bubble(rows: list[str], top: int, *, is_ours: bool) -> Iterator[str]:
    """A member's words on the right, the bot's on the left."""
    longest = max(sum(2 if ord(letter) > 0x2E80 else 1 for letter in _bare(row)) for row in rows)
    width = min(round(longest * LETTER) + 2 * PADDING, WIDTH - 2 * MARGIN)
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
