"""Where an expression stands: in which block, in brackets, in a quotation, behind which words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.dates.block import Block
from bot.dates.expression import Expression
from bot.dates.layout import fills_bracket, fills_line, opens_entry
from bot.dates.mention import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

REACH = 48  # characters before an expression that may say how it belongs to the narrative
LEAD = 14  # characters before a date that still begins its sentence or block: "Meanwhile, in"
BRACKETS = re.compile(r"[()\[\]（）]")
QUOTES = re.compile(r"[“”„«»「」『』\"]")
CLOSING = {"“": "”", "„": "“", "«": "»", "「": "」", "『": "』", '"': '"'}
EXCERPT = 200  # characters of a quotation that tells a story of its own
GOES_ON = re.compile(r"[ -][^\W\d_]")
SENTENCE_END = re.compile(r"[.!?。！？][\"'”’»)\]]*(?:\s|$)|\n")


Spanned = TypeVar("Spanned", Expression, Mention)


@dataclass(frozen=True, slots=True)
class Occurrence(Generic[Spanned]):
    """An expression or a mention with what surrounds it."""

    expression: Spanned
    block: int  # its number in the document
    is_between: bool  # behind that block and before the next, as what introduces a list
    level: int  # of its block: 0 for a paragraph, 1 and more for a heading
    is_bracketed: bool
    is_aside: bool  # in brackets with more than itself, or behind the name of somebody: "Danton (1759)"
    is_quoted: bool
    before: str  # the last words before it in its block
    is_followed: bool  # by a word right behind it: "the 1614 rules"
    is_opening: bool  # its block begins with it
    is_entry: bool  # so, and what follows is dated by it: "2015: ...", a list's item that begins with a date
    is_dateline: bool  # all that its block says right under a heading: "Released 3 May 1950"
    sentence: int  # where its sentence begins, roughly: what stands before is another thought

    @property
    def leads(self) -> bool:
        """Whether it begins its sentence: "Meanwhile, in 1916, ..."."""
        return self.expression.start - self.sentence <= LEAD


@dataclass(slots=True)
class _Position:
    """Where the reading of a document stands, and what is open there."""

    text: str
    blocks: Sequence[Block]
    number: int = -1
    block: Block = Block(0, 0)  # noqa: RUF009 - frozen
    at: int = 0
    depth: int = 0  # of brackets
    is_quoted: bool = False
    sentence: int = 0

    def move(self, start: int) -> None:
        """Onwards to a place in the text."""
        while self.number + 1 < len(self.blocks) and self.blocks[self.number + 1].start <= start:
            self.number += 1
            self.block = self.blocks[self.number]
            self.at = self.sentence = self.block.start
            self.at += _is_excerpt(self.text, self.block)
            self.depth, self.is_quoted = 0, False
        between = self.text[self.at : start]
        self.depth = max(0, self.depth + _opened(between))
        self.is_quoted = _is_quoted(self.text, self.at, start, was=self.is_quoted)
        for stop in SENTENCE_END.finditer(between):
            self.sentence = self.at + stop.end()
        self.at = start


def occurrences_of(
    text: str, blocks: Sequence[Block], expressions: Sequence[Spanned]
) -> Iterator[Occurrence[Spanned]]:
    """Each expression in its surroundings, in order; what lies in no block belongs to the one before it."""
    place = _Position(text, blocks)
    for expression in expressions:
        start, end = expression.start, expression.end
        place.move(start)
        block, number = place.block, place.number
        is_opening = start - block.start <= LEAD
        is_entry = (is_opening or place.depth > 0) and opens_entry(text, block, start, end)
        is_below_heading = number > 0 and blocks[number - 1].level > 0
        yield Occurrence(
            expression=expression,
            block=number,
            is_between=number < 0 or start >= block.end,
            level=block.level,
            is_bracketed=place.depth > 0,
            is_aside=place.depth > 0 and not (fills_bracket(text, start, end) or is_entry),
            is_quoted=place.is_quoted,
            before=text[max(block.start, start - REACH) : start],
            is_followed=bool(GOES_ON.match(text, end)),
            is_opening=is_opening,
            is_entry=is_entry,
            is_dateline=is_below_heading and fills_line(text, block, start, end),
            sentence=place.sentence,
        )


def _is_excerpt(text: str, block: Block) -> bool:
    """Whether a block is a quotation as a whole, such as a paragraph of a letter, told like any other.

    It ends with the block, or first with one of those behind it.
    """
    closing = CLOSING.get(text[block.start : block.start + 1])
    if not closing:
        return False
    end = text.find(closing, block.start + 1, block.end)
    return end < 0 or (block.end - end <= len("”.") and block.end - block.start >= EXCERPT)


def _opened(text: str) -> int:
    marks = BRACKETS.findall(text)
    return sum(1 if mark in "([（" else -1 for mark in marks)


def _is_quoted(text: str, start: int, end: int, *, was: bool) -> bool:
    """Whether text[end] lies within a quotation, as text[start] did or not."""
    for mark in QUOTES.finditer(text, start, end):
        was = not was if mark[0] == '"' else _opens(text, mark)
    return was


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark opens a quotation: “this”, not „dies“; «это», but »dies« as well."""
    is_behind_word = mark.start() > 0 and not text[mark.start() - 1].isspace()
    is_before_word = text[mark.end() : mark.end() + 1].isalnum()
    if mark[0] in "“«":
        return is_before_word or not is_behind_word
    return mark[0] in "„「『" or (mark[0] == "»" and is_before_word and not is_behind_word)
