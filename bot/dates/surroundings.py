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
REACH = 48  # characters before an expression that may say how it belongs to the narrative
LEAD = 14  # characters before a date that still begins its sentence or block: "Meanwhile, in"
BRACKETS = re.compile(r"[()\[\]（）]")
QUOTES = re.compile(r"[“”„«»「」『』\"]")
GOES_ON = re.compile(r"[ -][^\W\d_]")
SENTENCE_END = re.compile(r"[.!?。！？][\"'”’»)\]]*(?:\s|$)|\n")


Spanned = TypeVar("Spanned", Expression, Mention)


@dataclass(frozen=True, slots=True)
class Occurrence(Generic[Spanned]):
    """An expression or a mention with what surrounds it."""

    expression: Spanned
    block: int  # its number in the document
    level: int  # of its block: 0 for a paragraph, 1 and more for a heading
    is_bracketed: bool  # in brackets
    is_quoted: bool
    before: str  # the last words before it in its block
    is_followed: bool  # by a word right behind it: "the 1614 rules"
    is_opening: bool  # its block begins with it
    sentence: int  # where its sentence begins, roughly: what stands before is another thought

    @property
    def leads(self) -> bool:
        """Whether it begins its sentence: "Meanwhile, in 1916, ..."."""
        return self.expression.start - self.sentence <= LEAD


def blocks_of(text: str) -> list[Block]:
    """Lines as blocks: short ones without a final stop are headings."""
    blocks = []
    for line in LINE.finditer(text):
        words = line[0].strip()
        if words:
            is_heading = len(words) <= HEADING and not STOP.search(words)
            level = (2 if NUMBERED.match(words) else 1) if is_heading else 0
            blocks.append(Block(line.start(), line.end(), level=level))
    return blocks


def occurrences_of(
    text: str, blocks: Sequence[Block], expressions: Sequence[Spanned]
) -> Iterator[Occurrence[Spanned]]:
    """Each expression in its surroundings, in order; what lies in no block belongs to the one before it."""
    number = -1
    block = Block(0, 0)
    at = depth = sentence = 0
    quoted = False
    for expression in expressions:
        while number + 1 < len(blocks) and blocks[number + 1].start <= expression.start:
            number += 1
            block = blocks[number]
            at, depth, quoted, sentence = block.start, 0, False, block.start
        between = text[at : expression.start]
        depth = max(0, depth + _opened(between))
        quoted = _is_quoted(between, was=quoted)
        for stop in SENTENCE_END.finditer(between):
            sentence = at + stop.end()
        at = expression.start
        before = text[max(block.start, expression.start - REACH) : expression.start]
        is_opening = expression.start - block.start <= LEAD
        is_followed = bool(GOES_ON.match(text, expression.end))
        yield Occurrence(
            expression=expression,
            block=number,
            level=block.level,
            is_bracketed=depth > 0,
            is_quoted=quoted,
            before=before,
            is_followed=is_followed,
            is_opening=is_opening,
            sentence=sentence,
        )


def _opened(text: str) -> int:
    marks = BRACKETS.findall(text)
    return sum(1 if mark in "([（" else -1 for mark in marks)


def _is_quoted(text: str, *, was: bool) -> bool:
    for mark in QUOTES.findall(text):
        was = not was if mark == '"' else mark in "“„«「『"
    return was
