"""The parts of a web page: headings, paragraphs, items, rows; not what stands around its article."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sentences import words_of
from bot.sources.bold_headings import PSEUDO_LEVEL
from bot.sources.cleaning import clean
from bot.sources.draft import Draft, Part
from bot.sources.formats.html.bulleted_lines import parts_of
from bot.sources.formats.html.furniture import HEADINGS, is_furniture
from bot.sources.formats.html.nodes import has_caption, is_note_mark, stands_out
from bot.sources.formats.html.running_text import RunningText
from bot.sources.formats.html.table_rows import Table, has_header, is_over_values, lays_out
from bot.sources.formats.plain import TextReader, lines_of
from bot.sources.left_out import LeftOut
from bot.sources.prose import ENDS_THOUGHT, LONGEST_HEADING, SENTENCE_END, is_prose

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from bot.sources.formats.html.running_text import TextRun

SPACE = re.compile(r"\s+")
CELL_STYLE = re.compile(r'^(?:[a-z\-]{1,20}="[^"]{0,100}" ?){1,5}\| ?')  # of a wiki's cell, not understood
FEW_DIGITS = re.compile(r"\d{1,3}", re.ASCII)
BLOCKS = words_of(
    """
    p div td th section article main header aside blockquote pre ul ol dl dt dd li table tr caption figure
    figcaption hr center address details summary fieldset form footer button body html
    """
) | frozenset(HEADINGS)
CELLS = frozenset({"td", "th"})
LISTS = frozenset({"ul", "ol", "dl"})
DEEPEST = 6  # level of a heading
ENTRIES = ", ".join(  # in a list whose terms stand over much
    ["dd + dd", "dd p + p", *(f"dd {tag}" for tag in HEADINGS)]
)


@dataclass(slots=True)
class _List:
    """A list that is open."""

    tag: str
    term_level: int = 0  # of its terms as headings; 0: each leads in what it means


class TreeReader:
    """Walks a tree without recursion and collects its parts."""

    def __init__(self, left_out: Counter[str]) -> None:
        self._left_out = left_out
        self._inline = RunningText()
        self._lists: list[_List] = []
        self._tables: list[Table | None] = []  # None stands for one that only lays out a page
        self._level = 0
        self._in_item = False
        self._in_term = False
        self._term = ""  # of a list of definitions, until what it means
        self._above = 0  # level of the heading right above
        self._characters = 0  # of all text outside headings, and of what of it stands out
        self._bold = 0

    @property
    def _table(self) -> Table | None:
        return self._tables[-1] if self._tables else None

    @property
    def most_stands_out(self) -> bool:
        """Whether most of what was read is bold or large, so that this sets nothing apart."""
        return self._bold > self._characters / 2

    def read(self, root: LexborNode) -> Iterator[Part]:
        """The parts below a node, in reading order."""
        steps: list[tuple[LexborNode, bool]] = [(root, True)]
        while steps:
            node, enters = steps.pop()
            if not enters:
                yield from self._leave(node)
                continue
            if node.tag == "-text":
                self._add(node.text_content or "")
            elif node.tag and not node.tag.startswith(("-", "!", "_")) and not self._is_skipped(node, root):
                yield from self._enter(node)
                if node.tag == "pre":
                    yield from self._preformatted(node)
                    continue
                steps.append((node, False))
                steps += [(child, True) for child in reversed(list(_children(node)))]
        yield from self._flush()
        yield from self._held_term()

    def _add(self, text: str) -> None:
        self._inline.add(SPACE.sub(" ", text))

    def _is_skipped(self, node: LexborNode, root: LexborNode) -> bool:
        if node.mem_id == root.mem_id or node.tag in {"html", "body"}:
            return False
        if node.tag == "pre" and not is_prose(node.text()):
            self._left_out[LeftOut.CODE] += len(node.text())
            return True
        if is_furniture(node, root) or is_note_mark(node):
            if node.tag not in {"script", "style"}:
                self._left_out[LeftOut.MENUS] += len(node.text(strip=True))
            return True
        return False

    def _enter(self, node: LexborNode) -> Iterator[Part]:
        tag = node.tag or ""
        if tag in BLOCKS:
            yield from self._flush()
        self._inline.bolds += stands_out(node)
        if tag in HEADINGS:
            self._enter_heading(node, HEADINGS[tag])
        elif tag in LISTS:
            self._lists.append(_List(tag, self._term_level(node)))
        elif tag == "dt":
            self._in_term = True
        elif tag in {"li", "dd"}:
            self._in_item = True
        elif tag == "table":
            self._tables.append(None if lays_out(node) else Table(has_header(node)))
        elif tag in CELLS and self._table:
            self._table.is_in_cell = True
        else:
            yield from self._enter_inline(tag, node)

    def _enter_heading(self, node: LexborNode, level: int) -> None:
        """A heading; behind a term of a list it stands below that, and with nothing under it is text."""
        if above := self._term_level_here:
            below = above + 1 + _stands_below_another(node)
            self._level = 0 if _has_nothing_under(node) else min(below, DEEPEST)
        else:
            self._level = self._above = level

    def _term_level(self, node: LexborNode) -> int:
        is_of_entries = node.tag == "dl" and node.css_first(ENTRIES) is not None
        return min(max(self._above, 1) + 1, DEEPEST) if is_of_entries else 0

    @property
    def _term_level_here(self) -> int:
        return self._lists[-1].term_level if self._lists else 0

    def _enter_inline(self, tag: str, node: LexborNode) -> Iterator[Part]:
        if tag == "br":
            self._inline.break_line()
        elif tag == "a":
            self._inline.links += "href" in node.attributes
        elif tag == "img":
            yield from self._caption(node)

    def _leave(self, node: LexborNode) -> Iterator[Part]:
        tag = node.tag or ""
        if tag in CELLS and self._table:
            self._cell(self._table, node)
        elif tag in BLOCKS:
            yield from self._flush()
        self._inline.bolds -= stands_out(node)
        if tag in HEADINGS:
            self._level = 0
        elif tag in LISTS and self._lists:
            self._lists.pop()
            self._in_item = bool(self._lists)
        elif tag == "dt":
            self._in_term = False
        elif tag in {"li", "dd"}:
            self._in_item = False
        elif tag == "tr":
            yield from self._row(is_over_values=is_over_values(node))
        elif tag == "table" and self._tables:
            self._tables.pop()
        elif tag == "a":
            self._inline.links -= "href" in node.attributes

    def _preformatted(self, node: LexborNode) -> Iterator[Part]:
        """Text that stands as it was typed: its paragraphs, items, tables, messages."""
        draft = Draft(left_out=self._left_out)
        for part in TextReader(lines_of(node.text(), 1), draft).parts():
            if self._table and self._table.is_in_cell:
                self._inline.add(f"{part.text}\n")
            else:
                yield replace(part, line=1, level=min(part.level + self._above, 6) if part.level else 0)

    def _caption(self, node: LexborNode) -> Iterator[Part]:
        """A picture's own words, where they are words and no file's name."""
        words = clean(node.attributes.get("title") or node.attributes.get("alt") or "", self._left_out)
        if " " in words and not self._table and not self._inline.links and not has_caption(node):
            yield Part(words, 1, is_link=True)

    def _flush(self) -> Iterator[Part]:
        """What was collected, as a part; within a table it waits for the end of its cell."""
        if self._table and self._table.is_in_cell:
            if self._inline.pieces and not self._inline.pieces[-1].endswith("\n"):
                self._inline.add("\n")
            return
        stretch = self._inline.take()
        text = clean(stretch.raw, self._left_out)
        if not text:
            return
        if self._in_term:
            yield from self._flush_term(text)
            return
        is_link = stretch.is_link(text)
        if self._term and self._in_item and self._lists and self._lists[-1].tag == "dl":
            text = f"{self._term}{' ' if ENDS_THOUGHT.search(self._term) else ': '}{text}"
            self._term, is_link = "", False
        yield from self._held_term()
        if self._level and not _is_paragraph(text):
            yield Part(" ".join(text.split()), 1, BlockKind.HEADING, self._level, is_link=is_link)
            return
        self._characters += len(text)
        self._bold += min(stretch.bold, len(text))
        if self._in_item and self._lists:
            yield Part(text, 1, BlockKind.ITEM, depth=len(self._lists) - 1, is_link=is_link)
        elif is_link:
            yield Part(text, 1, is_link=True)
        else:
            yield from _paragraphs(stretch, text)

    def _flush_term(self, text: str) -> Iterator[Part]:
        """A term of a list, as a heading or kept until what it means."""
        if self._term_level_here:
            yield Part(" ".join(text.split()), 1, BlockKind.HEADING, self._term_level_here)
            return
        yield from self._held_term()
        self._term = text

    def _held_term(self) -> Iterator[Part]:
        """A term that nothing explains in running text, as a paragraph."""
        if self._term:
            yield Part(self._term, 1)
            self._term = ""

    def _cell(self, table: Table, node: LexborNode) -> None:
        run = self._inline.take()
        self._characters += len(run.raw)
        self._bold += run.bold
        text = CELL_STYLE.sub("", " ".join(clean(run.raw, self._left_out).split()))
        rows = node.attributes.get("rowspan") or ""
        table.add_cell(
            text,
            rows=int(rows) if FEW_DIGITS.fullmatch(rows) else 1,
            is_name=node.tag == "th",
            is_link=run.is_link(text),
        )

    def _row(self, *, is_over_values: bool) -> Iterator[Part]:
        row = self._table.take_row(is_over_values=is_over_values) if self._table else None
        if row:
            yield row


def _paragraphs(run: TextRun, text: str) -> Iterator[Part]:
    """The parts of running text, lines that stand out as what may be headings."""
    if run.is_bold(text) and len(text) <= LONGEST_HEADING:
        yield Part(text, 1, level=-PSEUDO_LEVEL)
        return
    for part in parts_of(text):
        yield replace(part, level=-PSEUDO_LEVEL) if run.is_bold_line(part) else part


def _is_paragraph(heading: str) -> bool:
    """Whether what is marked as a heading is a paragraph that somebody wanted large."""
    return len(heading) > LONGEST_HEADING and SENTENCE_END.search(heading) is not None


def _has_nothing_under(heading: LexborNode) -> bool:
    """Whether no words follow it in what it stands in, or first a heading that is not below it."""
    node = heading.next
    while node is not None:
        if node.tag in HEADINGS:
            return HEADINGS[node.tag] <= HEADINGS[heading.tag or ""]
        if node.text(strip=True):
            return False
        node = node.next
    return True


def _stands_below_another(heading: LexborNode) -> bool:
    """Whether a heading of a higher level stands before it in what it stands in."""
    node = heading.prev
    while node is not None:
        if node.tag in HEADINGS and HEADINGS[node.tag] < HEADINGS[heading.tag or ""]:
            return True
        node = node.prev
    return False


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next
