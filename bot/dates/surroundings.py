"""Where an expression stands: in which block, in brackets, in a quotation, behind which words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.dates.block import Block
from bot.dates.expression import Expression
from bot.dates.mention import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LINE = re.compile(r"[^\n]+")
STOP = re.compile(r"[.!?:;,。！？：；，…][\"'”’»)\]]*\s*$")
NUMBERED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)、]?|[IVXLC]{1,6}[.)])\s"
)  # "1 The Office", "II. Rise"
HEADING = 90  # characters: a line that is longer is a paragraph, whatever it ends with
REACH = 48  # characters before an expression that may say how it belongs to the story
LEAD = 14  # characters before a date that still begins its sentence or block: "Meanwhile, in"
BRACKETS = re.compile(r"[()\[\]（）]")
QUOTES = re.compile(r"[“”„«»「」『』\"]")
GOES_ON = re.compile(r"[ -][^\W\d_]")
SENTENCE_END = re.compile(r"[.!?。！？][\"'”’»)\]]*(?:\s|$)|\n")


Spanned = TypeVar("Spanned", Expression, Mention)


@dataclass(frozen=True, slots=True)
class Scene(Generic[Spanned]):
    """An expression or a mention with what surrounds it."""

    expression: Spanned
    block: int  # its number in the document
    level: int  # of its block: 0 for a paragraph, 1 and more for a heading
    is_aside: bool  # in brackets
    is_quoted: bool
    before: str  # the last words before it in its block
    is_followed: bool  # by a word right behind it: "the 1614 rules"
    is_opening: bool  # its block begins with it
    sentence: int  # where its sentence begins, roughly: what stands before is another thought


def blocks_of(text: str) -> list[Block]:
    """Lines as blocks: short ones without a final stop are headings."""
    found = []
    for line in LINE.finditer(text):
        words = line[0].strip()
        if words:
            is_heading = len(words) <= HEADING and not STOP.search(words)
            level = (2 if NUMBERED.match(words) else 1) if is_heading else 0
            found.append(Block(line.start(), line.end(), level=level))
    return found


def scenes(text: str, blocks: Sequence[Block], found: Sequence[Spanned]) -> Iterator[Scene[Spanned]]:
    """Each expression in its surroundings, in order; what lies in no block belongs to the one before it."""
    number = -1
    block = Block(0, 0)
    at = depth = sentence = 0
    quoted = False
    for one in found:
        while number + 1 < len(blocks) and blocks[number + 1].start <= one.start:
            number += 1
            block = blocks[number]
            at, depth, quoted, sentence = block.start, 0, False, block.start
        between = text[at : one.start]
        depth = max(0, depth + _opened(between))
        quoted = _is_quoted(between, was=quoted)
        for stop in SENTENCE_END.finditer(between):
            sentence = at + stop.end()
        at = one.start
        before = text[max(block.start, one.start - REACH) : one.start]
        is_opening = one.start - block.start <= LEAD
        is_followed = bool(GOES_ON.match(text, one.end))
        yield Scene(one, number, block.level, depth > 0, quoted, before, is_followed, is_opening, sentence)


def _opened(text: str) -> int:
    found = BRACKETS.findall(text)
    return sum(1 if one in "([（" else -1 for one in found)


def _is_quoted(text: str, *, was: bool) -> bool:
    for one in QUOTES.findall(text):
        was = not was if one == '"' else one in "“„«「『"
    return was
