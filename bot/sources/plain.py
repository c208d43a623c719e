"""Plain text as found on the web: title on top, headings without marks, a paragraph a line or wrapped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles

from bot.dates import Block

LONGEST_HEADING = 100  # characters; the longest heading line of the texts looked at has 77
TOP_LINES = 10  # within which a page repeats its title and names its author
LONGEST_WRAPPED_LINE = 100  # characters; editors wrap at 72 to 80, some at 99
ENDS_SENTENCE = re.compile(r"[.!?…。！？:：;；,，、][\"'”’»)\]）」』]*$")
NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)、]?|[IVXLC]{1,6}[.)])[ \t]")  # "1 The Office", "II. Rise"
BYLINE = re.compile(r"(?:Author|By|Written by|作者|Автор)[ \t]*[:：][ \t]*(\S.{0,98})", re.IGNORECASE)
ONLY_LINK = re.compile(r"[^\n]{0,60}?https?://\S+")  # "X (Twitter): https://x.com/..."


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it: text[start:end]; numbers count from 1."""

    start: int
    end: int
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class PlainText:
    """The title, the author if a line names one, and the blocks of a plain text."""

    title: str
    author: str | None
    blocks: tuple[Block, ...]


def read(text: str, start: int = 0, line: int = 1, title: str | None = None) -> PlainText:
    """A plain text from the offset `start`, on line `line`; its first line is the title if none is given."""
    lines = _lines(text, start, line)
    if title is None:
        title, lines = (lines[0].text, lines[1:]) if lines else ("", [])
    author = next((found[1] for one in lines[:TOP_LINES] if (found := BYLINE.fullmatch(one.text))), None)
    body = [one for one in lines[_top(lines, title) :] if not _is_furniture(one)]
    paragraphs = _wrapped(body) if _is_wrapped(body) else [[one] for one in body]
    return PlainText(title, author, tuple(_blocks(paragraphs)))


def _lines(text: str, start: int, number: int) -> list[Line]:
    found: list[Line] = []
    for raw in text[start:].split("\n"):
        bare = raw.strip()
        if bare:
            at = start + raw.index(bare)
            found.append(Line(at, at + len(bare), number, bare))
        start, number = start + len(raw) + 1, number + 1
    return found


def _top(lines: list[Line], title: str) -> int:
    """Where the text proper begins: after the title is repeated on top, before which a page has its menus."""
    return max((at + 1 for at, one in enumerate(lines[:TOP_LINES]) if one.text == title), default=0)


def _is_furniture(line: Line) -> bool:
    """A web page's own lines: the byline, which becomes the author, and lines that are only a link."""
    return BYLINE.fullmatch(line.text) is not None or ONLY_LINK.fullmatch(line.text) is not None


def _is_wrapped(lines: list[Line]) -> bool:
    """Whether an editor broke the paragraphs into lines: nearly all are short, and most neighbours run on."""
    neighbours = [one for one, after in pairwise(lines) if after.number == one.number + 1]
    if len(lines) < 4 or not neighbours:
        return False
    if quantiles([len(one.text) for one in lines], n=10)[-1] > LONGEST_WRAPPED_LINE:
        return False
    run_on = sum(not ENDS_SENTENCE.search(one.text) for one in neighbours)
    return run_on * 2 > len(neighbours)


def _wrapped(lines: list[Line]) -> list[list[Line]]:
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and paragraphs[-1][-1].number == line.number - 1:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _blocks(paragraphs: list[list[Line]]) -> list[Block]:
    """Blocks in order; a heading under which nothing stands is left out (a page's footer, its slogans)."""
    found: list[Block] = []
    for lines in reversed(paragraphs):
        level = _level(lines)
        below = found[-1].level if found else 1  # what the text goes on with: 0 is a paragraph
        if level and (not found or (below and below <= level)):
            continue
        found.append(Block(lines[0].start, lines[-1].end, lines[0].number, level))
    return found[::-1]


def _level(lines: list[Line]) -> int:
    """1 for a heading, 2 for a numbered one, 0 for a paragraph."""
    text = lines[0].text
    if (
        len(lines) > 1
        or len(text) > LONGEST_HEADING
        or (ENDS_SENTENCE.search(text) and not text.endswith("?"))
    ):
        return 0
    return 2 if NUMBERED.match(text) else 1
