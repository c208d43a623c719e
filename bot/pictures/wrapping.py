"""A text in lines that fit: broken between words, in Chinese and Japanese between any letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.pictures.fonts import Fonts

ELLIPSIS = "…"
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
_NEVER_FIRST = "，。、；：！？）】」』”’》〉…,.;:!?)"
PIECE = re.compile(  # what is not torn apart: a letter of Chinese with what must not begin a line, or a word
    rf"\s+|[{_WIDE}][{re.escape(_NEVER_FIRST)}]*|[^\s{_WIDE}]+"
)


def wrapped(text: str, fonts: Fonts, size: int, width: float, most: int) -> list[str]:
    """At most so many lines of a width in pixels; what does not fit is left out behind an ellipsis."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, fonts, size, width):
        if piece.isspace():
            line = f"{line} " if line else ""
        elif fonts.width(line + piece, size) <= width:
            line += piece
        else:
            lines.append(line.rstrip())
            line = piece
        if len(lines) > most:
            break
    lines.append(line.rstrip())
    if len(lines) <= most:
        return [line for line in lines if line]
    return [*lines[: most - 1], _shortened(lines[most - 1], fonts, size, width)]


def _pieces(text: str, fonts: Fonts, size: int, width: float) -> Iterator[str]:
    """Words and letters, none wider than a line."""
    for match in PIECE.finditer(text):
        piece = match[0]
        while not piece.isspace() and fonts.width(piece, size) > width:
            many = _fitting(piece, fonts, size, width)
            yield piece[:many]
            piece = piece[many:]
        if piece:
            yield piece


def _fitting(piece: str, fonts: Fonts, size: int, width: float) -> int:
    """How many letters of a piece that is too wide fit into a line; at least one."""
    low, high = 1, len(piece)
    while low < high:
        middle = (low + high + 1) // 2
        if fonts.width(piece[:middle], size) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def _shortened(line: str, fonts: Fonts, size: int, width: float) -> str:
    """A line with an ellipsis behind it, for which words at its end make room."""
    while line and fonts.width(line + ELLIPSIS, size) > width:
        *before, last = PIECE.findall(line)
        line = "".join(before).rstrip() if before else last[:-1]
    return line.rstrip(" ,;:，；：、") + ELLIPSIS
