"""Chats as SVG, at the width of a phone: what was written on the right, what the bot showed on the left."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cards.card import Span, may_end_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.cards.card import Card, TextLine

    Cell = tuple[str, Span]  # a letter and its style

PROJECT = Path(__file__).parent.parent.parent
WIDTH, MARGIN, GAP = 420, 10, 8  # pixels, as all below
ROW, PADDING, ROUND, SIZE = 20, 10, 14, 14.5
INDENT = 10  # of a quotation's text
WIDEST = WIDTH - 2 * MARGIN - 24  # of a bubble
BUTTON, BETWEEN = 32, 4  # height of a button, and what is between two
FOLDED = 3  # rows that Telegram shows of a folded quotation
FONTS = "-apple-system, Segoe UI, Roboto, Helvetica, Arial, Noto Sans, Noto Sans CJK SC, sans-serif"
NARROW, WIDE, WIDER = (
    "iljtfr.,:;'|!()[] ’‘“”·",
    "mwMWОЖШЩЮМФДжшщюмф—@%",
    "ABCDEGHKNOPQRUVXYZАБВГЕКНПРТУХЧЯ&+=<>–",
)


PLAIN = Span("")


@dataclass(frozen=True, slots=True)
class ChatTheme:
    """The colours of a chat."""

    ground: str
    ours: str
    theirs: str
    ink: str
    quiet: str
    link: str
    bar: str
    key: str
    label: str


LIGHT = ChatTheme(
    "#d6e4ec", "#ffffff", "#e3fbcf", "#111b21", "#5f6f7a", "#1f77b8", "#3390ec", "#bfd3df", "#1d4e70"
)
DARK = ChatTheme(
    "#0e1621", "#182533", "#2b5278", "#f2f5f7", "#93a5b4", "#70b7f5", "#70b7f5", "#22384a", "#d6e6f2"
)


def drawn(turns: Iterable[tuple[str, Card]], title: str, theme: ChatTheme = LIGHT) -> str:
    """An SVG of what was written and the cards that came."""
    shapes: list[str] = []
    top = MARGIN
    for message, card in turns:
        for bubble in (_Bubble.of_words(message), _Bubble.of_card(card)):
            shapes += bubble.shapes(top, theme)
            top += bubble.height + GAP
        shapes += _keyboard(card, top - GAP + BETWEEN, theme)
        top += len(card.buttons) * (BUTTON + BETWEEN)
    height = top - GAP + MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}"'
        f' font-family="{FONTS}" font-size="{SIZE}" role="img"><title>{escape(title, quote=False)}</title>'
        f'<rect width="{WIDTH}" height="{height}" rx="{ROUND}" fill="{theme.ground}"/>'
        f"{''.join(shapes)}</svg>\n"
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a bubble; of a quotation, whether it is its first and whether it is its last."""

    cells: Sequence[Cell]
    quoted: bool = False
    ends_folded: bool = False


@dataclass(frozen=True, slots=True)
class _Bubble:
    """A message, broken into rows."""

    rows: tuple[_Row, ...]
    is_ours: bool

    @classmethod
    def of_words(cls, text: str) -> _Bubble:
        """What somebody wrote."""
        return cls(tuple(_Row([(letter, PLAIN) for letter in row]) for row in _lines_of(text)), is_ours=False)

    @classmethod
    def of_card(cls, card: Card) -> _Bubble:
        return cls(tuple(row for text_line in card.lines for row in _rows(text_line)), is_ours=True)

    @property
    def height(self) -> int:
        return len(self.rows) * ROW + 2 * PADDING - 4

    def shapes(self, top: int, theme: ChatTheme) -> Iterator[str]:
        width = max(_width(row.cells) + INDENT * row.quoted for row in self.rows)
        whole = min(round(width) + 2 * PADDING + 4, WIDTH - 2 * MARGIN)
        left = MARGIN if self.is_ours else WIDTH - MARGIN - whole
        fill = theme.ours if self.is_ours else theme.theirs
        yield (
            f'<rect x="{left}" y="{top}" width="{whole}" height="{self.height}" rx="{ROUND}" fill="{fill}"/>'
        )
        yield from self._quotations(left, top, whole, theme)
        for number, row in enumerate(self.rows):
            base = top + PADDING + 13 + number * ROW
            yield from _text(row, left + PADDING, base, theme)

    def _quotations(self, left: int, top: int, whole: int, theme: ChatTheme) -> Iterator[str]:
        """The ground and the bar of each quotation."""
        at = 0
        for quoted, rows in groupby(self.rows, lambda row: row.quoted):
            many = len(list(rows))
            if quoted:
                above, height = top + PADDING + at * ROW - 1, many * ROW
                yield (
                    f'<rect x="{left + PADDING}" y="{above}" width="{whole - 2 * PADDING}" height="{height}"'
                    f' rx="4" fill="{theme.bar}" opacity="0.1"/>'
                    f'<rect x="{left + PADDING}" y="{above}" width="3" height="{height}" rx="1.5"'
                    f' fill="{theme.bar}"/>'
                )
            at += many


def _rows(text_line: TextLine) -> Iterator[_Row]:
    """A line of a card in rows; of what is folded the first three."""
    cells = [(letter, span) for span in text_line.spans for letter in span.text]
    rows = list(_wrapped(cells, WIDEST - 2 * PADDING - INDENT * text_line.quoted))
    is_cut = text_line.folded and len(rows) > FOLDED
    for number, row in enumerate(rows[:FOLDED] if is_cut else rows):
        yield _Row(row, text_line.quoted, is_cut and number == FOLDED - 1)


def _wrapped(cells: list[Cell], most: float) -> Iterator[list[Cell]]:
    """Rows of at most so many pixels, broken where a row may end, else anywhere."""
    begin, end, width, at = 0, 0, 0.0, 0
    while at < len(cells):
        width += _letter_width(*cells[at])
        if at > begin and may_end_before(cells[at][0], cells[at - 1][0]):
            end = at
        if width > most and at > begin:
            end = end if end > begin else at
            yield cells[begin:end]
            begin = end + (cells[end][0] == " ")
            at, width, end = begin, 0.0, begin
        else:
            at += 1
    yield cells[begin:]


def _width(cells: Iterable[Cell]) -> float:
    return sum(_letter_width(letter, span) for letter, span in cells)


def _letter_width(letter: str, span: Span) -> float:
    """About how wide a letter is in the usual fonts, rather more than less."""
    if ord(letter) > 0x2E80:  # Chinese letters, emoji
        share = 1.02
    elif letter in NARROW:
        share = 0.33
    elif letter in WIDE:
        share = 0.9
    else:
        share = 0.69 if letter in WIDER else 0.58
    return SIZE * share * (1.06 if span.bold else 1.0)


def _text(row: _Row, left: int, base: int, theme: ChatTheme) -> Iterator[str]:
    inside = left + INDENT if row.quoted else left
    runs = (
        _styled("".join(letter for letter, _ in run), span, theme)
        for span, run in groupby(row.cells, lambda cell: cell[1])
    )
    end = f'<tspan fill="{theme.bar}">  ⌄</tspan>' if row.ends_folded else ""
    yield f'<text x="{inside}" y="{base}" fill="{theme.ink}" xml:space="preserve">{"".join(runs)}{end}</text>'


def _styled(text: str, span: Span, theme: ChatTheme) -> str:
    """A run of text in its style."""
    marks = (
        (' font-weight="600"' if span.bold else "")
        + (f' font-style="italic" fill="{theme.quiet}"' if span.italic else "")
        + (f' fill="{theme.link}"' if span.link or span.code else "")
    )
    return f"<tspan{marks}>{escape(text, quote=False)}</tspan>" if marks else escape(text, quote=False)


def _keyboard(card: Card, top: int, theme: ChatTheme) -> Iterator[str]:
    """The buttons under a card, those of a row alike in width."""
    for number, row in enumerate(card.buttons):
        each = (WIDEST - BETWEEN * (len(row) - 1)) / len(row)
        for place, button in enumerate(row):
            left, above = MARGIN + place * (each + BETWEEN), top + number * (BUTTON + BETWEEN)
            yield (
                f'<rect x="{left:.0f}" y="{above}" width="{each:.0f}" height="{BUTTON}" rx="9"'
                f' fill="{theme.key}"/>'
                f'<text x="{left + each / 2:.0f}" y="{above + 21}" text-anchor="middle" font-size="13.5"'
                f' fill="{theme.label}">{escape(button.text, quote=False)}</text>'
            )


def _lines_of(text: str) -> Iterator[str]:
    """What somebody wrote, in rows."""
    for line in text.split("\n"):
        for row in _wrapped([(letter, PLAIN) for letter in line], WIDEST - 2 * PADDING):
            yield "".join(letter for letter, _ in row)
