"""The parts of a text by how its lines look: wrapped or a paragraph a line, headings marked or bare."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.cleaning import clean
from bot.sources.dated_lines import (
    begins_with_day,
    ends_with_date,
    is_date_alone,
    is_entry,
    opens_entry,
)
from bot.sources.draft import Part
from bot.sources.formats.plain.column_groups import drawn, named_columns, tables_whole
from bot.sources.formats.plain.columns import column_table
from bot.sources.formats.plain.headings import (
    begins_as_heading,
    is_row,
    level_by_look,
    ruled,
    with_entries,
    without_empty_headings,
)
from bot.sources.formats.plain.letter_heads import letter_head
from bot.sources.formats.plain.listed_names import listed_names
from bot.sources.formats.plain.releases import ReleaseLines, release_lines
from bot.sources.formats.plain.text_lines import (
    BULLET,
    LONGEST_WRAPPED_LINE,
    RULE,
    SHORTEST_FULL_LINE,
    TOP_LINES,
    body_indent,
    groups,
    is_set_in,
    looks_wrapped,
    size,
)
from bot.sources.left_out import LeftOut
from bot.sources.line_groups import ROLL, entries, labelled, versions
from bot.sources.line_joining import joined
from bot.sources.prose import ENDS_THOUGHT, LONGEST_HEADING, SENTENCE_END, marked_heading
from bot.sources.tables import is_table_row, table_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.sources.draft import Draft
    from bot.sources.formats.plain.letter_heads import LetterHead
    from bot.sources.formats.plain.text_lines import Line

HASHED = re.compile(r"(#{1,6})[ \t]+(\S.*?)[ \t#]*")  # "## Rise"
STARRED = re.compile(r"(\*{1,6})[ \t]+(\S.*)")  # "** Bug fixes", as Emacs outlines have it
NUMBER = re.compile(r"\(?\d{1,3}[.)][ \t]+(?=\S)")
EMPHASIS = re.compile(r"(\*\*?|__)(?=\S)([^*_\n]{1,200}?)(?<=\S)\1")  # "**Beginnings**"
DEEPEST = 5


class TextReader:
    """Finds the parts of a text by how its lines look; `is_marked`: only marks make headings."""

    def __init__(
        self, lines: list[Line], draft: Draft, *, is_marked: bool = False, is_wrapped: bool | None = None
    ) -> None:
        self._draft = draft
        self._lines = lines
        self._is_marked = is_marked
        self._is_wrapped = is_marked or (looks_wrapped(lines) if is_wrapped is None else is_wrapped)
        self._body_indent = body_indent(lines)
        self._list_indent = min([self._body_indent, *(ln.indent for ln in lines if BULLET.match(ln.text))])
        self._is_set_in = is_set_in(lines)
        self._underlines: list[str] = []  # marks that underline headings, the highest level first
        self._is_outline = any(line.text.startswith("** ") for line in lines)
        self._by_look: set[int] = set()  # numbers of lines that are headings without a mark
        self._releases = ReleaseLines() if is_marked else release_lines(lines)
        self._names = listed_names(lines)

    def parts(self) -> list[Part]:
        """The parts in reading order; heads of messages are none, but date those that follow them."""
        parts: list[Part] = []
        message: LetterHead | None = None
        for group in tables_whole(groups(self._lines)):
            if head := letter_head([line.text for line in group]):
                message = head
                self._draft.left_out[LeftOut.HEADS_OF_MESSAGES] += size(group[: head.lines])
            for part in self._group(group[head.lines :] if head else group):
                message = None if part.level and part.line not in self._by_look else message
                parts.append(message.of(part) if message else part)
            if RULE.fullmatch(group[-1].text):
                message = None
        return without_empty_headings(
            self._below_marked(with_entries(self._with_first_day(parts), self._releases.headings))
        )

    def _with_first_day(self, parts: list[Part]) -> list[Part]:
        """Parts in which a first line that begins with a day, as other headings do, is one of them."""
        days = [part for part in parts[1:] if part.level and begins_with_day(part.text)]
        if (
            days
            and not parts[0].level
            and begins_with_day(parts[0].text)
            and len(parts[0].text) <= LONGEST_HEADING
        ):
            parts[0] = replace(parts[0], kind=BlockKind.HEADING, level=days[0].level)
            self._by_look.add(parts[0].line)
        return parts

    def _below_marked(self, parts: list[Part]) -> list[Part]:
        """Headings without a mark stand below all those that have one."""
        headings = [part for part in parts if part.kind is BlockKind.HEADING]
        deepest = max((part.level for part in headings if part.line not in self._by_look), default=0)
        if not deepest:
            return parts
        return [
            replace(part, level=min(part.level + deepest, 6))
            if part.level and part.line in self._by_look
            else part
            for part in parts
        ]

    def _group(self, group: list[Line]) -> Iterator[Part]:
        """The parts of lines that no blank line divides."""
        at = 0
        if not self._is_marked and len(group) > 2 and (rows := list(self._columns(group))):
            yield from rows
            return
        while at < len(group):
            drawn = next((n for n in range(at, len(group)) if not is_table_row(group[n].text)), len(group))
            if drawn > at + 1:
                yield from self._table(group[at:drawn])
                at = drawn
            elif self._is_underlined(group, at):
                yield from self._heading(group[at], self._level_of(group, at), group[at].text)
                at += 2
            elif RULE.fullmatch(group[at].text):
                at += 1
            elif marked := self._marked(group[at]):
                yield from self._heading(group[at], *marked)
                at += 1
            else:
                end = next((n for n in range(at + 1, len(group)) if self._divides(group, n)), len(group))
                yield from self._paragraphs(group[at:end])
                at = end

    def _columns(self, group: list[Line]) -> Iterator[Part]:
        """The rows of a table that only white space makes, and the lines above it; nothing of other text."""
        names, lines = named_columns(group)
        if any(BULLET.match(line.text) for line in lines):
            return
        table = column_table(drawn(lines), drawn(names))
        if not table or len(entries([line.text for line in lines])) > 1:
            return
        if table.first:
            yield from self._paragraphs(lines[: table.first])
        for row in table.rows:
            text = self._clean(row.text)
            yield Part(text, lines[row.line].number, BlockKind.ROW, context=self._clean(row.above))

    def _divides(self, group: list[Line], n: int) -> bool:
        is_rule = RULE.fullmatch(group[n].text) is not None
        is_release = group[n].number in self._releases.alone
        return is_rule or is_release or self._is_underlined(group, n) or self._marked(group[n]) is not None

    def _is_underlined(self, group: list[Line], at: int) -> bool:
        if at + 1 >= len(group) or not re.search(r"\w", group[at].text):
            return False
        line, below = group[at].text, group[at + 1].text
        if not RULE.fullmatch(below) or " " in below or RULE.fullmatch(line) or is_row(line):
            return False
        if at and line[0].islower() and not RULE.fullmatch(group[at - 1].text):
            return False  # the end of a paragraph, or of a table's head
        return len(below) >= min(len(line) * 0.6, 20) and len(line) <= LONGEST_HEADING

    def _level_of(self, group: list[Line], at: int) -> int:
        """By the mark of its underline, and of a line above; what comes first is highest."""
        rule = group[at + 1].text
        return self._level_of_mark(rule[0] * (2 if at and group[at - 1].text[:1] == rule[0] else 1))

    def _level_of_mark(self, mark: str) -> int:
        if mark not in self._underlines:
            self._underlines.append(mark)
        return min(self._underlines.index(mark) + 1, 6)

    def _marked(self, line: Line) -> tuple[int, str] | None:
        """Level and words of "=== Rise ===" or "## Rise"."""
        level, words = marked_heading(line.text)
        if level:
            return level, words
        if self._is_marked:
            return None
        if line.number in self._releases.headings:
            return self._level_of_mark("release"), line.text
        mark, words = ruled(line.text)
        if mark:
            return self._level_of_mark(mark * 3), words
        marks = HASHED.fullmatch(line.text) or (STARRED.fullmatch(line.text) if self._is_outline else None)
        return (len(marks[1]), marks[2]) if marks and len(marks[2]) <= LONGEST_HEADING else None

    def _heading(self, line: Line, level: int, words: str) -> Iterator[Part]:
        if text := self._clean(words):
            yield Part(text, line.number, BlockKind.HEADING, level)

    def _clean(self, text: str) -> str:
        bare = EMPHASIS.sub(r"\2", text)
        return clean(unescape(bare) if "&" in bare else bare, self._draft.left_out)

    def _table(self, group: list[Line]) -> Iterator[Part]:
        for part in table_parts([line.text for line in group], group[0].number):
            yield replace(part, text=self._clean(part.text))

    def _paragraphs(self, lines: list[Line]) -> Iterator[Part]:
        """Paragraphs, items and entries among lines that run on, or a heading that stands alone."""
        if begins := versions([line.text for line in lines]):
            yield from self._versions(lines, begins)
            return
        is_numbered = any(NUMBER.match(a.text) and NUMBER.match(b.text) for a, b in pairwise(lines))
        texts = [line.text for line in lines]
        begins = [first for first, _ in entries(texts)]
        labels = {lines[n].number for n in labelled(texts)}
        rolled = {lines[n].number for n in begins if len(begins) > 1 and (n or _is_of_roll(texts[n]))}
        for stretch in self._stretches(lines, is_numbered=is_numbered):
            part = self._part(stretch, lines, is_numbered=is_numbered)
            if stretch[0].number in rolled:
                part = replace(part, kind=BlockKind.ITEM, level=0)
            elif part.level and stretch[0].number in labels and stretch[0] in self._lines[:TOP_LINES]:
                part = replace(part, kind=BlockKind.PARAGRAPH, level=0)
            if part.text:
                yield part

    def _versions(self, lines: list[Line], begins: list[int]) -> Iterator[Part]:
        """An item for each version, with all lines that follow its own."""
        for start, end in pairwise([*begins, len(lines)]):
            text = "\n".join(filter(None, [self._clean(line.text) for line in lines[start:end]]))
            yield Part(text, lines[start].number, BlockKind.ITEM)

    def _part(self, stretch: list[Line], group: list[Line], *, is_numbered: bool) -> Part:
        first, rows = stretch[0], [line.text for line in stretch]
        marker = _marker(first.text, is_numbered=is_numbered or self._is_marked)
        if marker:
            depth = min(max(0, first.indent - self._list_indent) // 2, DEEPEST)
            text = self._clean(joined([rows[0][marker:], *rows[1:]]))
            return Part(text, first.number, BlockKind.ITEM, depth=depth)
        if first.number in self._releases.alone:
            return Part(self._clean(joined(rows)), first.number)
        if first.number in self._names:
            text = "\n".join(filter(None, [self._clean(rows[0]), self._clean(joined(rows[1:]))]))
            return Part(text, first.number, BlockKind.ITEM)
        text = self._clean(joined(rows))
        is_below = first.number - 1 in self._releases.headings  # without a blank line: what changed
        is_alone = (len(group) == 1 and not is_below) or (len(stretch) == 1 and self._is_set_out(first))
        level = 0 if first is self._lines[0] else self._level_by_look(stretch, is_alone=is_alone)
        if level:
            self._by_look.add(first.number)
            return Part(text, first.number, BlockKind.HEADING, level)
        kind = BlockKind.ITEM if opens_entry(first.text) else BlockKind.PARAGRAPH
        return Part(text, first.number, kind)

    def _stretches(self, lines: list[Line], *, is_numbered: bool) -> Iterator[list[Line]]:
        """Lines that belong together, each stretch a paragraph, an item or an entry."""
        width = max(len(line.text) for line in lines)
        texts = [line.text for line in lines]
        over_list = {n for n, (_, below) in enumerate(pairwise(texts)) if BULLET.match(below)}
        opening = {first for first, _ in entries(texts)} | labelled(texts)
        opening |= {n for n in over_list if is_date_alone(texts[n])}
        stretch = [lines[0]]
        for n, (before, line) in enumerate(pairwise(lines), 1):
            begins = n in opening or self._begins(before, line, is_numbered=is_numbered)
            if not begins and _is_within_item(stretch[0], line):
                pass
            elif begins or not self._runs_on(before, line, width):
                yield stretch
                stretch = []
            stretch.append(line)
        yield stretch

    def _begins(self, before: Line, line: Line, *, is_numbered: bool) -> bool:
        """Whether a line looks like the first one of an item, or of a paragraph that is set in."""
        if BULLET.match(line.text) or (is_numbered and NUMBER.match(line.text)):
            return True
        if self._is_set_out(before) and line.indent:
            return True
        is_in_item = BULLET.match(before.text) or NUMBER.match(before.text)
        return line.indent > before.indent and not is_in_item and SENTENCE_END.search(before.text) is not None

    def _is_set_out(self, line: Line) -> bool:
        """Whether a line is a heading because all other lines are set in."""
        is_short = len(line.text) <= LONGEST_HEADING and not SENTENCE_END.search(line.text)
        return self._is_set_in and not line.indent and is_short and begins_as_heading(line.text)

    def _runs_on(self, before: Line, line: Line, width: int) -> bool:
        """Whether a line was broken only because it was full."""
        if self._is_wrapped:
            return True
        if ENDS_THOUGHT.search(before.text):
            return False
        word = len(line.text.split(" ", 1)[0])
        is_full = SHORTEST_FULL_LINE <= width <= LONGEST_WRAPPED_LINE and len(before.text) + 1 + word > width
        return is_full or line.text[0].islower()

    def _level_by_look(self, stretch: list[Line], *, is_alone: bool) -> int:
        """The level of a heading that no mark makes; 0 for a paragraph."""
        text = stretch[0].text
        if self._is_marked or (not is_alone and (self._is_wrapped or is_entry(text))):
            return 0
        is_set_in = self._body_indent and stretch[0].indent >= self._body_indent
        return 0 if len(stretch) > 1 or is_set_in else level_by_look(text)


def _is_of_roll(text: str) -> bool:
    """Whether a line that begins an entry of a list has a year in front, or its date behind."""
    return ROLL.match(text) is not None or ends_with_date(text)


def _is_within_item(first: Line, line: Line) -> bool:
    """Whether a line without a mark stands no further left than the item before it, which is set in."""
    return bool(first.indent and line.indent >= first.indent and BULLET.match(first.text))


def _marker(text: str, *, is_numbered: bool) -> int:
    """How many characters mark a line as an item; a number does so beside others, or before a sentence."""
    if bullet := BULLET.match(text):
        return bullet.end()
    number = NUMBER.match(text)
    if number and (is_numbered or ENDS_THOUGHT.search(text) or len(text) > LONGEST_HEADING):
        return number.end()
    return 0
