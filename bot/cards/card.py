"""A card: what the bot shows, built once, rendered for Telegram or a terminal. HTML is made here only."""

from __future__ import annotations

import html as html_escapes
import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_UNITS = 4096  # UTF-16 units of a message after parsing, Telegram's limit
MOST_CAPTION = 1024  # the same beside a picture or a file
ELLIPSIS = "…"
OPENING, CLOSING = "（《「『【〈“‘([", "）》」』】〉”’，。、；：！？…—,.;:!?)]"
BOLD, ITALIC, DIM, RESET = "\x1b[1m", "\x1b[3m", "\x1b[2m", "\x1b[0m"

WHITE_SPACE = re.compile(r"\s+")
UNSHOWABLE = re.compile(  # what could move a terminal's cursor, turn the text around it, or is no text at all
    r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
LINK = re.compile(r"https?://[^\s<>\"]{1,2000}")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style: white space is single spaces, nothing in it moves what stands around."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str | None = None  # dropped unless http or https

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", UNSHOWABLE.sub("", WHITE_SPACE.sub(" ", self.text)))
        if self.link and not LINK.fullmatch(self.link):
            object.__setattr__(self, "link", None)


@dataclass(frozen=True, slots=True)
class TextLine:
    """Spans side by side; neighbouring quoted lines are one quotation, an empty line keeps a distance.

    Of a folded quotation Telegram shows three lines until it is tapped.
    """

    spans: tuple[Span, ...] = ()
    quoted: bool = False  # never when there is nothing to quote
    folded: bool = False  # a quotation

    def __post_init__(self) -> None:
        object.__setattr__(self, "quoted", self.quoted and bool(self.spans))
        object.__setattr__(self, "folded", self.quoted and self.folded)


@dataclass(frozen=True, slots=True)
class Button:
    """What can be pressed under a card."""

    text: str
    data: str  # that comes back; up to 64 bytes


@dataclass(frozen=True, slots=True)
class Card:
    """Lines from top to bottom; in Telegram, rows of buttons under them."""

    lines: tuple[TextLine, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()


def line(*parts: Span | str, quoted: bool = False, folded: bool = False) -> TextLine:
    """A line of spans; texts among them are plain spans, empty ones are left out."""
    spans = tuple(part if isinstance(part, Span) else Span(part) for part in parts)
    return TextLine(tuple(span for span in spans if span.text), quoted, folded)


def units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def clipped(text: str, longest: int) -> str:
    """A text of at most `longest` characters, cut between words where one ends near, with an ellipsis."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    space = kept.rfind(" ", longest // 2)
    return kept[: space if space > 0 else None].rstrip() + ELLIPSIS


def html(card: Card) -> str:
    """Telegram's HTML, whatever the card holds; never longer than a message may be."""
    lines = card.lines if _length(card.lines) < MOST_UNITS else tuple(_fitting(card.lines))
    blocks = groupby(lines, lambda text_line: (text_line.quoted, text_line.folded))
    return "\n".join(
        _block([_html_line(text_line) for text_line in block], quoted=quoted, folded=folded)
        for (quoted, folded), block in blocks
    )


def _block(lines: list[str], *, quoted: bool, folded: bool) -> str:
    text = "\n".join(lines)
    if not quoted:
        return text
    return f"<blockquote{' expandable' if folded else ''}>{text}</blockquote>"


def _html_line(text_line: TextLine) -> str:
    return "".join([_html_span(span) for span in text_line.spans])


def _html_span(span: Span) -> str:
    text = html_escapes.escape(span.text, quote=False)
    for tag, wanted in (("code", span.code), ("i", span.italic), ("b", span.bold)):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    return f'<a href="{html_escapes.escape(span.link)}">{text}</a>' if span.link else text


def _fitting(lines: Iterable[TextLine]) -> Iterator[TextLine]:
    """Lines as long as there is room. Cards are built to fit: this holds when one does not."""
    room = MOST_UNITS - units(ELLIPSIS)
    for text_line in lines:
        length = 1 + sum(units(span.text) for span in text_line.spans)
        if length > room:
            yield replace(text_line, spans=(*_fitting_spans(text_line.spans, room - 1), Span(ELLIPSIS)))
            return
        room -= length
        yield text_line


def _fitting_spans(spans: Iterable[Span], room: int) -> Iterator[Span]:
    for span in spans:
        encoded = span.text.encode("utf-16-le")[: 2 * max(room, 0)]
        text = encoded.decode("utf-16-le", errors="ignore")  # half a pair at the end goes
        if text:
            yield replace(span, text=text)
        room -= units(span.text)


def fits_caption(card: Card) -> bool:
    """Whether a card may stand beside a picture or a file."""
    return _length(card.lines) <= MOST_CAPTION


def _length(lines: Sequence[TextLine]) -> int:
    """How long lines are together, each with its end."""
    return len(lines) + units("".join([span.text for text_line in lines for span in text_line.spans]))


def plain(card: Card, *, colour: bool = False, width: int = 80) -> str:
    """The card for a terminal of so many columns, with links written out; styles only with `colour`."""
    return "\n".join(row for text_line in card.lines for row in _rows(text_line, colour=colour, width=width))


def _rows(text_line: TextLine, *, colour: bool, width: int) -> Iterator[str]:
    bar = ("│ " if not colour else f"{DIM}│{RESET} ") if text_line.quoted else ""
    cells = [(letter, span) for span in text_line.spans for letter in _written_out(span)]
    for row in _wrapped(cells, max(width - 2 * text_line.quoted, 20)):
        yield bar + "".join(
            _styled("".join(letter for letter, _ in run), span, colour=colour)
            for span, run in groupby(row, lambda cell: cell[1])
        )


def _written_out(span: Span) -> str:
    return f"{span.text} ({span.link})" if span.link else span.text


def _styled(text: str, span: Span, *, colour: bool) -> str:
    codes = (BOLD if span.bold or span.code else "") + (ITALIC if span.italic else "")
    return f"{codes}{text}{RESET}" if colour and codes else text


def _wrapped(cells: list[tuple[str, Span]], width: int) -> Iterator[list[tuple[str, Span]]]:
    """Rows of at most `width` columns, broken where a row may end, else anywhere."""
    begin, end, column, at = 0, 0, 0, 0
    while at < len(cells):
        letter = cells[at][0]
        column += _columns(letter)
        if at > begin and may_end_before(letter, cells[at - 1][0]):
            end = at
        if column > width and at > begin:
            end = end if end > begin else at
            yield cells[begin:end]
            begin = end + (cells[end][0] == " ")
            at, column, end = begin, 0, begin
        else:
            at += 1
    yield cells[begin:]


def may_end_before(letter: str, before: str) -> bool:
    """Whether a row may end before a letter: a space, or Chinese, but for marks beside it."""
    if letter == " ":
        return True
    is_wide = "W" in {east_asian_width(letter), east_asian_width(before)}
    return is_wide and letter not in CLOSING and before not in OPENING and before != " "


def columns(text: str) -> int:
    """How wide a text is in a terminal, about as on a telephone: 2 for a Chinese letter, 0 for an accent."""
    return sum(map(_columns, text))


def _columns(letter: str) -> int:
    if category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(letter) in {"W", "F"} else 1
