"""The parts of a web page: headings, paragraphs, items, rows; not what stands around its article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sentences import words_of
from bot.sources.bold_headings import PSEUDO_LEVEL
from bot.sources.cleaning import clean
from bot.sources.draft import Draft, Part
from bot.sources.formats.html.bulleted_lines import parts_of
from bot.sources.formats.html.nodes import (
    has_caption,
    is_in_sentence,
    is_note_mark,
    is_panel,
    stands_out,
)
from bot.sources.formats.html.running_text import RunningText
from bot.sources.formats.plain import TextReader, lines_of
from bot.sources.left_out import LeftOut
from bot.sources.prose import ENDS_THOUGHT, LONGEST_HEADING, is_prose
from bot.sources.tables import is_header, row_text

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

SPACE = re.compile(r"\s+")
CELL_STYLE = re.compile(r'^(?:[a-z\-]{1,20}="[^"]{0,100}" ?){1,5}\| ?')  # of a wiki's cell, not understood
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
SKIPPED = words_of(
    """
    script style noscript template nav form button select svg iframe head footer object video audio
    canvas map textarea
    """
)
FURNITURE = re.compile(  # classes and ids of what stands around an article
    r"(?:^|[\s_-])(?:nav(?:bar|box|igation)?|menu|sidebar|breadcrumbs?|toc|footer|cookies?|share|social|related"
    r"|comments?|advert(?:isement)?|reflist|references|editsection|noprint|catlinks|printfooter|pagination|skip-link"
    r"|jump-link|hatnote|metadata|authority-control)(?:$|[\s_-])",
    re.IGNORECASE,
)
BLOCKS = words_of(
    """
    p div td th section article main header aside blockquote pre ul ol dl dt dd li table tr caption figure
    figcaption hr center address details summary fieldset body html
    """
) | frozenset(HEADINGS)
CELLS = frozenset({"td", "th"})
LISTS = frozenset({"ul", "ol", "dl"})
DEEPEST = 6  # level of a heading
ENTRIES = ", ".join(  # in a list whose terms stand over much
    ["dd + dd", "dd p + p", *(f"dd {tag}" for tag in HEADINGS)]
)
FEWEST_BREAKS, LONG_CELL = 2, 400  # breaks, and characters, of a cell that holds running text
MOST_ROWS = 2  # of a table that lays out running text with breaks
LAYOUT = "table, h1, h2, h3, h4, p + p"  # within a table that only lays out a page


@dataclass(slots=True)
class _Table:
    """A table as far as it is read."""

    columns: tuple[str, ...] = ()
    cells: list[str] = field(default_factory=list)
    are_names: list[bool] = field(default_factory=list)  # by cell: a <th>
    is_in_cell: bool = False
    has_header: bool = False  # the first row names the columns, though it has no <th>


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
        self._tables: list[_Table | None] = []  # None stands for one that only lays out a page
        self._level = 0
        self._in_item = False
        self._in_term = False
        self._term = ""  # of a list of definitions, until what it means
        self._above = 0  # level of the heading right above

    @property
    def _table(self) -> _Table | None:
        return self._tables[-1] if self._tables else None

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
        attributes = node.attributes
        name = "" if node.tag in HEADINGS else attributes.get("id") or ""  # a heading's is made of its words
        names = f"{attributes.get('class') or ''} {name}"
        if node.mem_id == root.mem_id or node.tag in {"html", "body"}:
            return False
        is_hidden = "hidden" in attributes or attributes.get("role") in {"navigation", "search", "banner"}
        is_hidden = is_hidden or (bool(HIDDEN.search(attributes.get("style") or "")) and not is_panel(node))
        if node.tag == "pre" and not is_prose(node.text()):
            self._left_out[LeftOut.CODE] += len(node.text())
            return True
        is_named_so = bool(FURNITURE.search(names)) and not (node.tag == "a" and is_in_sentence(node))
        is_furniture = node.tag in SKIPPED or is_hidden or is_named_so
        if is_furniture or is_note_mark(node):
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
            self._tables.append(None if _lays_out(node) else _Table(has_header=_has_header(node)))
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
            self._inline.add("\n")
        elif tag == "a":
            self._inline.links += bool(node.attributes.get("href"))
        elif tag == "img":
            yield from self._caption(node)

    def _leave(self, node: LexborNode) -> Iterator[Part]:
        tag = node.tag or ""
        if tag in CELLS and self._table:
            self._cell(self._table, is_name=tag == "th")
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
            yield from self._row(is_over_values=_is_over_values(node))
        elif tag == "table" and self._tables:
            self._tables.pop()
        elif tag == "a" and node.attributes.get("href"):
            self._inline.links -= 1

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
        if self._level:
            yield Part(" ".join(text.split()), 1, BlockKind.HEADING, self._level)
        elif self._in_item and self._lists:
            yield Part(text, 1, BlockKind.ITEM, depth=len(self._lists) - 1, is_link=is_link)
        elif is_link:
            yield Part(text, 1, is_link=True)
        elif stretch.is_bold(text) and len(text) <= LONGEST_HEADING:
            yield Part(text, 1, level=-PSEUDO_LEVEL)
        else:
            yield from parts_of(text)

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

    def _cell(self, table: _Table, *, is_name: bool) -> None:
        text = self._inline.take().raw
        table.is_in_cell = False
        table.cells.append(CELL_STYLE.sub("", " ".join(clean(text, self._left_out).split())))
        table.are_names.append(is_name)

    def _row(self, *, is_over_values: bool) -> Iterator[Part]:
        table = self._table
        if table is None:
            return
        cells, are_names = tuple(table.cells), list(table.are_names)
        table.cells.clear()
        table.are_names.clear()
        is_header = not table.columns and (all(are_names) or table.has_header)
        if len(cells) > 1 and (is_header or (all(are_names) and is_over_values)):
            table.columns = cells
        elif len(cells) == 2 and are_names == [True, False] and not table.columns:
            yield Part(row_text(cells[:1], cells[1:]), 1, BlockKind.ROW)
        elif any(cells):
            if len(cells) == 1:  # a table that only lays out a page
                yield Part(cells[0], 1)
            else:
                yield Part(row_text(table.columns, cells), 1, BlockKind.ROW)


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


def _lays_out(table: LexborNode) -> bool:
    """Whether a table only puts the pieces of a page where they belong."""
    if any(node.mem_id != table.mem_id for node in table.css(LAYOUT)):
        return True
    return len(table.css("tr")) <= MOST_ROWS and any(
        len(cell.css("br")) >= FEWEST_BREAKS and len(cell.text()) >= LONG_CELL for cell in table.css("td")
    )


def _is_over_values(row: LexborNode) -> bool:
    """Whether the row below one holds more than names."""
    below = row.next
    while below is not None and below.tag != "tr":
        below = below.next
    return below is not None and below.css_first("td") is not None


def _has_header(table: LexborNode) -> bool:
    """Whether the first row of a table without <th> reads as the names of its columns."""
    if table.css_first("th") is not None:
        return False
    return is_header([[" ".join(cell.text().split()) for cell in row.css("td")] for row in table.css("tr")])


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next
