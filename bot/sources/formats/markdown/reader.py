"""The parts of a Markdown text, made of its tokens one after the other."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind, find_dates
from bot.sources.bold_headings import PSEUDO_LEVEL
from bot.sources.cleaning import clean
from bot.sources.draft import Part
from bot.sources.formats.markdown.attributions import attribute, attribution
from bot.sources.formats.markdown.inline import Inline, InlineReader
from bot.sources.formats.markdown.inner_html import end_of_html, html_parts, is_set_in_html
from bot.sources.formats.markdown.items import Item, number_of_text
from bot.sources.formats.markdown.tokens import closing, parsed_below
from bot.sources.left_out import LeftOut
from bot.sources.line_groups import entries, labelled
from bot.sources.line_joining import joined
from bot.sources.prose import LONGEST_HEADING, SENTENCE_END, is_prose, marked_heading
from bot.sources.tables import is_table, row_text, table_parts

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from bot.sources.draft import Draft

LABEL = re.compile(r"[^\W\d_a-zа-я][^.!?:：,;\n]{1,39}[:：]")  # "Root cause:"
FULL_LINE = 60  # characters; a shorter one was not broken because it was full
TYPED_BULLET = re.compile(r"[•·‣◦▪●][ \t]*(?=\S)")  # of a line that is no item to Markdown


class TokenReader:
    """Turns the tokens of a document into parts."""

    def __init__(self, draft: Draft, rows: Sequence[str], line: int) -> None:
        self._draft = draft
        self._left_out: Counter[str] = draft.left_out
        self._rows = rows
        self._first_line = line
        self._items: list[Item] = []

    def read(self, tokens: Sequence[Token]) -> list[Part]:
        """The parts of all tokens, those of a quotation with the place that it is from."""
        parts: list[Part] = []
        for part in self._parts(tokens):
            if part.place:
                attribute(parts, part.place)
            else:
                parts.append(part)
        return parts

    def _parts(self, tokens: Sequence[Token]) -> Iterator[Part]:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.type == "footnote_block_open":
                at = self._skip_notes(tokens, at)
            elif token.type == "table_open":
                end = closing(tokens, at, "table_close")
                yield from self._flush()
                yield from self._table(tokens[at:end])
                at = end
            elif token.type == "html_block":
                end = at + 1
                while end < len(tokens) and tokens[end].type == "html_block":
                    end += 1
                yield from self._html(tokens[at], tokens[end - 1])
                at = end
                continue
            else:
                yield from self._token(tokens, at)
            at += 1
        yield from self._flush()

    def _token(self, tokens: Sequence[Token], at: int) -> Iterator[Part]:
        token = tokens[at]
        if token.type == "inline":
            yield from self._inline(token, tokens[at - 1])
        elif token.type == "list_item_open":
            yield from self._flush()
            line = self._line(token)
            self._items.append(Item(len(self._items), line, number_of_text(token, tokens, at)))
        elif token.type == "list_item_close":
            yield from self._flush()
            self._items.pop()
        elif token.type in {"fence", "code_block"}:
            yield from self._code(token)

    def _line(self, token: Token) -> int:
        return (token.map[0] if token.map else 0) + self._first_line

    def _skip_notes(self, tokens: Sequence[Token], at: int) -> int:
        end = closing(tokens, at, "footnote_block_close")
        notes = (token.content for token in tokens[at:end] if token.type == "inline")
        self._left_out[LeftOut.NOTES] += sum(map(len, notes))
        return end

    def _inline(self, token: Token, opener: Token) -> Iterator[Part]:
        inline = self._rendered(token)
        line = self._line(opener)
        if opener.type == "heading_open" and not _is_underlined_paragraph(opener, inline):
            text = clean(joined([row for row, _ in inline.lines]), self._left_out)
            if text:
                yield Part(text, line, BlockKind.HEADING, int(opener.tag[1]))
            return
        place = None if self._items else attribution(token)
        if self._items:
            self._add_to_item(inline, line)
        elif place:
            yield Part("", line, place=place)
        else:
            yield from self._paragraph(inline, line)

    def _paragraph(self, inline: Inline, line: int) -> Iterator[Part]:
        first = line - self._first_line
        rows = [row.strip() for row in self._rows[first : first + len(inline.lines)]]
        if is_table(rows):
            for part in table_parts(rows, line):
                yield replace(part, text=clean(part.text, self._left_out))
            return
        label = _label_below(inline)
        if label:
            yield from self._paragraph(replace(inline, lines=inline.lines[:-1]), line)
            yield Part(clean(label, self._left_out), line + len(inline.lines) - 1)
            return
        stretches = list(self._stretches(inline, line))
        for text, at in stretches:
            level, words = marked_heading(text)
            if level:
                yield Part(words, at, BlockKind.HEADING, level)
            elif len(stretches) > 1:
                yield Part(text, at, BlockKind.ITEM)
            else:
                level = PSEUDO_LEVEL if inline.is_bold and len(text) <= LONGEST_HEADING else 0
                yield Part(text, at, level=-level, is_link=inline.is_link)
        for caption in inline.captions:
            yield Part(caption, line, is_link=True)

    def _stretches(self, inline: Inline, line: int) -> Iterator[tuple[str, int]]:
        """The entries of a paragraph: all of it, but of a chronicle each line that begins with its date."""
        rows = [row for row, _ in inline.lines]
        labels = labelled(rows)
        are_broken = all(is_broken for _, is_broken in inline.lines[:-1])
        for first, last in entries(rows, are_broken=are_broken):
            groups: list[list[str]] = [[]]
            for number, (row, is_broken) in enumerate(inline.lines[first:last], first):
                if groups[-1] and (TYPED_BULLET.match(row) or number in labels):
                    groups.append([])
                groups[-1].append(row)
                if is_broken or (row is rows[first] and len(rows) > 1 and _is_bare_date(row)):
                    groups.append([])
            text = clean("\n".join(joined(group) for group in groups if group), self._left_out)
            if text:
                yield text, line + first

    def _add_to_item(self, inline: Inline, line: int) -> None:
        item = self._items[-1]
        item.texts += self._stretches(inline, line)
        item.texts += [(caption, line) for caption in inline.captions]
        item.is_link = item.is_link and inline.is_link

    def _flush(self) -> Iterator[Part]:
        """What the innermost item holds so far."""
        if self._items:
            yield from self._items[-1].taken()

    def _code(self, token: Token) -> Iterator[Part]:
        """Code is left out; words that only stand in its form are not, nor is HTML that is set in."""
        if token.type == "code_block" and token.map and is_set_in_html(token.content):
            yield from self._flush()
            yield from self._html_parts(token.content.split("\n"), self._line(token))
            return
        if token.info.strip() or not is_prose(token.content):
            self._left_out[LeftOut.CODE] += len(token.content)
            return
        yield from self._flush()
        line = self._line(token) + (token.type == "fence")
        rows = [row.strip() for row in token.content.split("\n")]
        start = 0
        for number in range(len(rows) + 1):
            if number == len(rows) or not rows[number]:
                if text := clean(joined(rows[start:number]), self._left_out):
                    yield Part(text, line + start)
                start = number + 1

    def _html(self, first: Token, last: Token) -> Iterator[Part]:
        assert first.map
        assert last.map
        rows = self._rows[first.map[0] : last.map[1]]
        end = end_of_html(rows)
        yield from self._html_parts(rows[:end], self._line(first))
        yield from self._parts(parsed_below(rows[end:], first.map[0] + end))

    def _html_parts(self, rows: Sequence[str], line: int) -> Iterator[Part]:
        parts = html_parts(rows, line, self._left_out)
        if self._items:
            self._items[-1].texts += [(part.text, part.line) for part in parts]
            return
        yield from parts

    def _table(self, tokens: Sequence[Token]) -> Iterator[Part]:
        columns: list[str] = []
        cells: list[str] = []
        line = self._line(tokens[0])
        for token in tokens:
            if token.type == "tr_open":
                cells, line = [], self._line(token) if token.map else line
            elif token.type == "inline":
                rows = [row for row, _ in self._rendered(token).lines]
                cells.append(" ".join(clean(joined(rows), self._left_out).split()))
            elif token.type == "thead_close":
                columns = cells
            elif token.type == "tr_close" and columns is not cells and any(cells) and columns:
                yield Part(row_text(columns, cells), line, BlockKind.ROW)

    def _rendered(self, token: Token) -> Inline:
        return InlineReader(self._left_out).read(token.children or [])


def _is_underlined_paragraph(opener: Token, inline: Inline) -> bool:
    """Whether a rule below a paragraph only looks as if it made it a heading."""
    if opener.markup.startswith("#"):
        return False
    text = " ".join(row for row, _ in inline.lines)
    return len(inline.lines) > 1 or len(text) > LONGEST_HEADING or SENTENCE_END.search(text) is not None


def _label_below(inline: Inline) -> str:
    """The last line of a paragraph where it only says what follows: "Root cause:"."""
    if len(inline.lines) < 2:
        return ""
    last, above = inline.lines[-1][0].strip(), inline.lines[-2][0].strip()
    is_apart = SENTENCE_END.search(above) or len(above) < FULL_LINE
    return last if is_apart and LABEL.fullmatch(last) else ""


def _is_bare_date(row: str) -> bool:
    dates = find_dates(row) if row[:1].isdigit() or row[:1].isupper() else []
    return len(dates) == 1 and not re.search(r"\w", row[: dates[0].start] + row[dates[0].end :])
