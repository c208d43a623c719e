"""Plain text as people write it: wrapped or a paragraph a line, headings marked, numbered or bare."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from html import unescape
from itertools import pairwise
from statistics import quantiles
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.cleaning import clean
from bot.sources.draft import Draft, Part
from bot.sources.head import read_head
from bot.sources.lines import entries, is_entry, joined, opens_entry
from bot.sources.prose import ENDS_THOUGHT, LONGEST_HEADING, NUMBERED, SENTENCE_END, marked_heading
from bot.sources.tables import is_table_row, table_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TOP_LINES = 10  # within which a page repeats its title and names its author
LONGEST_WRAPPED_LINE = 100  # characters; editors wrap at 72 to 80, some at 99
SHORTEST_FULL_LINE = 45  # characters; a line that is shorter is not broken because it was full
FURNITURE = "page furniture"
BYLINE = re.compile(r"(?:Author|By|Written by|作者|Автор)[ \t]*[:：][ \t]*(\S.{0,98})", re.IGNORECASE)
ONLY_LINK = re.compile(r"[^\n]{0,60}?https?://\S+")  # "X (Twitter): https://x.com/..."
RULE = re.compile(r"([-=_*~#+.^\"'`:<>])(?:[ \t]*\1){2,}")  # "-----", "* * *"
HASHED = re.compile(r"(#{1,6})[ \t]+(\S.*?)[ \t#]*")  # "## Rise"
STARRED = re.compile(r"(\*{1,6})[ \t]+(\S.*)")  # "** Bug fixes", as Emacs outlines have it
MODE_LINE = re.compile(r"\s*-\*-.{0,200}?-\*-")  # "-*- outline -*-", for Emacs
BULLET = re.compile(r"(?:[*+•·‣◦▪○●–-]|\(?[a-z]\))[ \t]+(?=\S)")
NUMBER = re.compile(r"\(?\d{1,3}[.)][ \t]+(?=\S)")
DOTTED = re.compile(r"(?:\d{1,2}|[A-Z])(?:\.\d{1,2})*(?=[.)、]?\s)")
EMPHASIS = re.compile(r"(\*\*?|__)(?=\S)([^*_\n]{1,200}?)(?<=\S)\1")  # "**Beginnings**"
TAB = 8
DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it; numbers count from 1."""

    number: int
    indent: int  # characters before it
    text: str


def read(text: str, *, is_wrapped: bool | None = None) -> Draft:
    """A plain text with its head; raises FormatError. Without `is_wrapped` that is guessed."""
    head = read_head(text)
    draft = Draft(facts=head.facts, remarks=list(head.remarks))
    lines = _without_furniture(lines_of(text[head.body :], head.body_line), draft)
    draft.parts = TextReader(lines, draft, is_wrapped=is_wrapped).parts()
    return draft


def lines_of(text: str, number: int) -> list[Line]:
    """The lines of a text that begins on a line of its file."""
    lines: list[Line] = []
    for count, raw in enumerate(text.split("\n"), number):
        row = raw.expandtabs(TAB) if "\t" in raw[:20] else raw
        bare = MODE_LINE.sub("", row).strip() if "-*-" in row else row.strip()
        if bare:
            lines.append(Line(count, len(row) - len(row.lstrip()), bare))
    return lines


def _without_furniture(lines: list[Line], draft: Draft) -> list[Line]:
    """A text without a page's own lines: menus above its repeated title, byline, links alone."""
    title = draft.facts.title or (lines[0].text if lines else "")
    repeated = max((n for n, line in enumerate(lines[:TOP_LINES]) if n and line.text == title), default=0)
    kept = lines
    if repeated:
        kept = ([] if draft.facts.title else lines[:1]) + lines[repeated + 1 :]
    bylines = [match[1] for line in lines[:TOP_LINES] if (match := BYLINE.fullmatch(line.text))]
    if bylines and not draft.facts.author:
        draft.facts = replace(draft.facts, author=bylines[0])
    body = [line for line in kept if not any(form.fullmatch(line.text) for form in (BYLINE, ONLY_LINK))]
    draft.left_out[FURNITURE] += _size(lines) - _size(body)
    return body


def _size(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


class TextReader:
    """Finds the parts of a text by how its lines look; `is_marked`: only marks make headings."""

    def __init__(
        self, lines: list[Line], draft: Draft, *, is_marked: bool = False, is_wrapped: bool | None = None
    ) -> None:
        self._draft = draft
        self._lines = lines
        self._is_marked = is_marked
        self._is_wrapped = is_marked or (_is_wrapped(lines) if is_wrapped is None else is_wrapped)
        self._body_indent = _body_indent(lines)
        self._underlines: list[str] = []  # marks that underline headings, the highest level first
        self._is_outline = any(line.text.startswith("** ") for line in lines)
        self._by_look: set[int] = set()  # numbers of lines that are headings without a mark

    def parts(self) -> list[Part]:
        parts: list[Part] = []
        for group in _groups(self._lines):
            parts += self._group(group)
        return _under_headings(_with_entries(self._below_marked(parts)))

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

    def _divides(self, group: list[Line], n: int) -> bool:
        is_rule = RULE.fullmatch(group[n].text) is not None
        return is_rule or self._is_underlined(group, n) or self._marked(group[n]) is not None

    def _is_underlined(self, group: list[Line], at: int) -> bool:
        if at + 1 >= len(group):
            return False
        line, below = group[at].text, group[at + 1].text
        if not RULE.fullmatch(below) or " " in below or RULE.fullmatch(line):
            return False
        return len(below) >= min(len(line) * 0.6, 20) and len(line) <= LONGEST_HEADING

    def _level_of(self, group: list[Line], at: int) -> int:
        """By the mark of its underline, and of a line above; what comes first is highest."""
        rule = group[at + 1].text
        mark = rule[0] * (2 if at and group[at - 1].text[:1] == rule[0] else 1)
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
        is_numbered = any(NUMBER.match(a.text) and NUMBER.match(b.text) for a, b in pairwise(lines))
        for stretch in self._stretches(lines, is_numbered=is_numbered):
            part = self._part(stretch, lines, is_numbered=is_numbered)
            if part.text:
                yield part

    def _part(self, stretch: list[Line], group: list[Line], *, is_numbered: bool) -> Part:
        first, rows = stretch[0], [line.text for line in stretch]
        marker = _marker(first.text, is_numbered=is_numbered or self._is_marked)
        if marker:
            depth = min(max(0, first.indent - self._body_indent) // 2, DEEPEST)
            text = self._clean(joined([rows[0][marker:], *rows[1:]]))
            return Part(text, first.number, BlockKind.ITEM, depth=depth)
        text = self._clean(joined(rows))
        is_alone = len(group) == 1
        level = 0 if first is self._lines[0] else self._level_by_look(stretch, is_alone=is_alone)
        if level:
            self._by_look.add(first.number)
            return Part(text, first.number, BlockKind.HEADING, level)
        kind = BlockKind.ITEM if opens_entry(first.text) else BlockKind.PARAGRAPH
        return Part(text, first.number, kind)

    def _stretches(self, lines: list[Line], *, is_numbered: bool) -> Iterator[list[Line]]:
        """Lines that belong together, each stretch a paragraph, an item or an entry."""
        width = max(len(line.text) for line in lines)
        opening = {first for first, _ in entries([line.text for line in lines])}
        stretch = [lines[0]]
        for n, (before, line) in enumerate(pairwise(lines), 1):
            begins = n in opening or self._begins(before, line, is_numbered=is_numbered)
            if begins or not self._runs_on(before, line, width):
                yield stretch
                stretch = []
            stretch.append(line)
        yield stretch

    def _begins(self, before: Line, line: Line, *, is_numbered: bool) -> bool:
        """Whether a line looks like the first one of an item, or of a paragraph that is set in."""
        if BULLET.match(line.text) or (is_numbered and NUMBER.match(line.text)):
            return True
        is_in_item = BULLET.match(before.text) or NUMBER.match(before.text)
        return line.indent > before.indent and not is_in_item and SENTENCE_END.search(before.text) is not None

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
        """1 for a short line without a stop, more for a numbered one; 0 for a paragraph."""
        text = stretch[0].text
        if self._is_marked or (not is_alone and (self._is_wrapped or is_entry(text))):
            return 0
        is_open = not ENDS_THOUGHT.search(text) or text.endswith(("?", "？"))
        if len(stretch) > 1 or len(text) > LONGEST_HEADING or not is_open or not _begins_as_heading(text):
            return 0
        if self._body_indent and stretch[0].indent >= self._body_indent:
            return 0
        if not NUMBERED.match(text):
            return 1
        dotted = DOTTED.match(text)
        return min(2 + dotted[0].count("."), 6) if dotted else 1


def _begins_as_heading(text: str) -> bool:
    first = text.lstrip("\"'“”„«¿¡*_")[:1]
    return first.isalnum() and not first.islower()


def _groups(lines: list[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and line.number > group[-1].number + 1:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether an editor broke the paragraphs into lines: nearly all are short, and most neighbours run on."""
    neighbours = [line for line, after in pairwise(lines) if after.number == line.number + 1]
    if len(lines) < 4 or not neighbours:
        return False
    if quantiles([line.indent + len(line.text) for line in lines], n=10)[-1] > LONGEST_WRAPPED_LINE:
        return False
    run_on = sum(not ENDS_THOUGHT.search(line.text) for line in neighbours)
    return run_on * 2 > len(neighbours)


def _body_indent(lines: Sequence[Line]) -> int:
    """How far most of a text is set in."""
    indents = Counter(line.indent for line in lines if len(line.text) >= SHORTEST_FULL_LINE)
    indent, many = indents.most_common(1)[0] if indents else (0, 0)
    return indent if many * 2 > indents.total() else 0


def _marker(text: str, *, is_numbered: bool) -> int:
    """How many characters mark a line as an item; a number does so beside others, or before a sentence."""
    if bullet := BULLET.match(text):
        return bullet.end()
    number = NUMBER.match(text)
    if number and (is_numbered or ENDS_THOUGHT.search(text) or len(text) > LONGEST_HEADING):
        return number.end()
    return 0


def _with_entries(parts: list[Part]) -> list[Part]:
    """Parts in which short lines that begin with dates are entries where a neighbour begins with one, too."""
    are_entries = [opens_entry(part.text) for part in parts]
    for n, part in enumerate(parts):
        beside = are_entries[max(0, n - 1) : n] + are_entries[n + 1 : n + 2]
        if part.level == 1 and any(beside) and is_entry(part.text):
            parts[n] = replace(part, kind=BlockKind.ITEM, level=0)
    return parts


def _under_headings(parts: list[Part]) -> list[Part]:
    """Parts without headings under which nothing stands: a page's footer, its slogans."""
    kept: list[Part] = []
    for part in reversed(parts):
        below = kept[-1].level if kept else 1  # what the text goes on with: 0 is a paragraph
        is_heading = part.kind is BlockKind.HEADING
        if is_heading and (not kept or (below and below <= part.level)) and part is not parts[0]:
            continue
        kept.append(part)
    return kept[::-1]
