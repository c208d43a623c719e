"""Markdown: `#` headings and paragraphs between blank lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates import Block

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*)")  # "## The move to Tokyo ##"
UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")  # a heading's second line: "====" or "----"
RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")  # "* * *"
CODE_FENCE = re.compile(r" {0,3}(?:```|~~~)")


def blocks(text: str, start: int = 0, line: int = 1) -> tuple[Block, ...]:
    """The headings and paragraphs of a Markdown text from the offset `start`, which stands on line `line`."""
    return tuple(_Reader(text, start, line).blocks())


class _Reader:
    """Collects the lines of a paragraph until something ends it."""

    def __init__(self, text: str, start: int, line: int) -> None:
        self._text = text
        self._at = start
        self._line = line
        self._open: list[tuple[int, int, int]] = []  # (start, end, line) of the paragraph's lines so far
        self._in_code = False
        self._in_comment = False

    def blocks(self) -> Iterator[Block]:
        for start, end, number in self._lines():
            yield from self._read(self._text[start:end], start, end, number)
        yield from self._close()

    def _lines(self) -> Iterator[tuple[int, int, int]]:
        at, number = self._at, self._line
        while at < len(self._text):
            end = self._text.find("\n", at)
            end = len(self._text) if end < 0 else end
            yield at, end, number
            at, number = end + 1, number + 1

    def _read(self, line: str, start: int, end: int, number: int) -> Iterator[Block]:
        if self._is_comment(line):  # an admin's note to other admins, shown to nobody
            yield from self._close()
        elif CODE_FENCE.match(line):
            self._in_code = not self._in_code
            yield from self._close()
        elif not line.strip() or (RULE.fullmatch(line) and not self._underlines(line)):
            yield from self._close()
        elif self._in_code:
            self._open.append((start, end, number))
        elif found := HEADING.fullmatch(line):
            yield from self._close()
            yield _heading(found, start, number)
        elif self._underlines(line):
            level = 1 if "=" in line else 2
            yield from self._close(level)
        else:
            self._open.append((start, end, number))

    def _is_comment(self, line: str) -> bool:
        opens, closes = line.lstrip().startswith("<!--"), "-->" in line
        inside = self._in_comment or opens
        self._in_comment = inside and not closes
        return inside and not self._in_code

    def _underlines(self, line: str) -> bool:
        return len(self._open) == 1 and not self._in_code and UNDERLINE.fullmatch(line) is not None

    def _close(self, level: int = 0) -> Iterator[Block]:
        if self._open:
            start, end = self._open[0][0], self._open[-1][1]
            inner = self._text[start:end]
            first, last = start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
            yield Block(first, last, self._open[0][2], level)
            self._open = []


def _heading(found: re.Match[str], start: int, number: int) -> Block:
    title = found[2].rstrip()
    bare = title.rstrip("#")
    if bare != title and bare.endswith((" ", "\t")):  # closing marks belong to the heading's form
        title = bare.rstrip()
    at = start + found.start(2)
    return Block(at, at + len(title), number, len(found[1]))
