"""Where an expression stands: in which block, in brackets, in a quotation, behind which words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.dates.block import Block, BlockKind
from bot.dates.expression import Expression
from bot.dates.mention import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LINE = re.compile(r"[^\n]+")
STOP = re.compile(r"[.!?:;,。！？：；，…][\"'”’»)\]]*\s*$")
YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
HEADING = 90  # characters: a line that is longer is a paragraph, whatever it ends with
REACH = 48  # characters before an expression that may say how it belongs to the narrative
ENTRIES = frozenset({BlockKind.ITEM, BlockKind.ROW, BlockKind.MESSAGE})
ENTRY_BEGINS = re.compile(r"[^\w\n]*(?:[^\W\d_]{1,3}[ ]){0,2}[^\w\n]*")  # "On the ", "(", "[2.0.0] - "
ENTRY_GOES_ON = re.compile(
    r"""[\s*_)\]】]{0,4} (?:,?[ ]\d\d?:\d\d(?::\d\d)?[*_)\]]{0,3})?      # 21:45
        (?: [:：|] | [—–-]\s | [.]\s | $ )""",
    re.VERBOSE,
)
# " (in ", and "grade (" but not "Danton ("
BRACKET_BEGINS = re.compile(r"(?:[(（\[](?:[^\W\d_]{1,3}[ ])|(?<![^\W\d_])[a-zа-яё][^\W\d_]*[ ]?[(（\[])$")
DATELINE = 48  # characters of a line that is all date
WORD = re.compile(r"[^\W\d_]+")
DIGIT = re.compile(r"\d")
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


def blocks_of(text: str) -> list[Block]:
    """Lines as blocks: short ones without a final stop are headings, without a year of a lower level."""
    blocks = []
    for line in LINE.finditer(text):
        words = line[0].strip()
        if words:
            is_heading = len(words) <= HEADING and not STOP.search(words)
            level = (1 if YEAR.search(words) else 2) if is_heading else 0
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
        is_entry = is_opening and _is_entry(text, block, expression)
        is_followed = bool(GOES_ON.match(text, expression.end))
        yield Occurrence(
            expression=expression,
            block=number,
            level=block.level,
            is_bracketed=depth > 0,
            is_aside=depth > 0 and not _is_all_of_bracket(text, expression),
            is_quoted=quoted,
            before=before,
            is_followed=is_followed,
            is_opening=is_opening,
            is_entry=is_entry,
            is_dateline=number > 0 and blocks[number - 1].level > 0 and _is_dateline(text, block, expression),
            sentence=sentence,
        )


def _is_all_of_bracket(text: str, expression: Expression | Mention) -> bool:
    """Whether a bracket only holds this date: "the fifth grade (1984)", "Danton (in 1789)"."""
    begin = BRACKET_BEGINS.search(text, max(0, expression.start - REACH), expression.start)
    return bool(begin and text[expression.end : expression.end + 1] in ")）]")


def _is_entry(text: str, block: Block, expression: Expression | Mention) -> bool:
    """Whether it opens its block as a heading would: at most "On the" before, a colon or dash behind."""
    if block.level or not ENTRY_BEGINS.fullmatch(text, block.start, expression.start):
        return False
    return block.kind in ENTRIES or bool(ENTRY_GOES_ON.match(text, expression.end, block.end))


def _is_dateline(text: str, block: Block, expression: Expression | Mention) -> bool:
    """Whether a block holds a date and at most two other words."""
    if block.level or block.end - block.start > DATELINE:
        return False
    rest = text[block.start : expression.start] + text[expression.end : block.end]
    return len(WORD.findall(rest)) <= 2 and not DIGIT.search(rest)


def _opened(text: str) -> int:
    marks = BRACKETS.findall(text)
    return sum(1 if mark in "([（" else -1 for mark in marks)


def _is_quoted(text: str, *, was: bool) -> bool:
    for mark in QUOTES.findall(text):
        was = not was if mark == '"' else mark in "“„«「『"
    return was
