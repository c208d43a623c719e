"""Tables of a web page: which only lay it out, and the rows of the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.draft import Part
from bot.sources.tables import is_header, row_text

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

FEWEST_BREAKS, LONG_CELL = 2, 400  # breaks, and characters, of a cell that holds running text
MOST_REPEATED = 100  # characters of a cell that each row it reaches over shows
MOST_ROWS = 2  # of a table that lays out running text with breaks
FEWEST_ITEMS = 2  # of a list that is more than what a cell says
LAYOUT = "table, h1, h2, h3, h4, p + p"  # within a table that only lays out a page


@dataclass(slots=True)
class Table:
    """A table as far as it is read."""

    has_header: bool = False  # the first row names the columns, though it has no <th>
    columns: tuple[str, ...] = ()
    is_in_cell: bool = False
    _cells: list[str] = field(default_factory=list)
    _are_names: list[bool] = field(default_factory=list)  # by cell: a <th>
    _are_links: list[bool] = field(default_factory=list)  # by cell: nothing but links
    _below: dict[int, tuple[str, bool, int]] = field(
        default_factory=dict
    )  # by column: what, and in how many rows

    def add_cell(self, text: str, *, rows: int, is_name: bool, is_link: bool) -> None:
        """The end of a cell, with its text on one line, and how many rows it reaches over."""
        self.is_in_cell = False
        self._add_from_above()
        if rows > 1 and (text or self.columns):
            self._below[len(self._cells)] = text, is_name, rows
        self._add(text, is_name=is_name, is_link=is_link)

    def _add_from_above(self) -> None:
        """The cells that reach down into this row before the next one of its own."""
        while len(self._cells) in self._below:
            text, is_name, _ = self._below[len(self._cells)]
            self._add(text if len(text) <= MOST_REPEATED else "", is_name=is_name, is_link=False)

    def _add(self, text: str, *, is_name: bool, is_link: bool) -> None:
        self._cells.append(text)
        self._are_names.append(is_name)
        self._are_links.append(is_link)

    def take_row(self, *, is_over_values: bool) -> Part | None:
        """The row that ends, unless it is empty or names the columns, be it anew."""
        if self._cells:
            self._add_from_above()
        self._below = {
            column: (text, is_name, rows - 1)
            for column, (text, is_name, rows) in self._below.items()
            if rows > 1
        }
        cells, are_names, are_links = tuple(self._cells), list(self._are_names), list(self._are_links)
        for row in (self._cells, self._are_names, self._are_links):
            row.clear()
        is_first = not self.columns and (all(are_names) or self.has_header)
        if len(cells) > 1 and (is_first or (all(are_names) and is_over_values)):
            self.columns = cells
            return None
        if len(cells) == 2 and are_names == [True, False] and not self.columns:
            return Part(row_text(cells[:1], cells[1:]), 1, BlockKind.ROW)
        if not any(cells):
            return None
        if len(cells) == 1:  # a table that only lays out a page
            return Part(cells[0], 1, is_link=are_links[0])
        return Part(row_text(self.columns, cells), 1, BlockKind.ROW)


def lays_out(table: LexborNode) -> bool:
    """Whether a table only puts the pieces of a page where they belong."""
    if any(node.mem_id != table.mem_id for node in table.css(LAYOUT)):
        return True
    return _holds_lists(table) or (
        len(table.css("tr")) <= MOST_ROWS
        and any(
            len(cell.css("br")) >= FEWEST_BREAKS and len(cell.text()) >= LONG_CELL for cell in table.css("td")
        )
    )


def _holds_lists(table: LexborNode) -> bool:
    """Whether all that its cells hold is lists, which it puts beside each other."""
    filled = [cell for cell in table.css("td, th") if cell.text(strip=True)]
    return bool(filled) and all(len(cell.css("li")) >= FEWEST_ITEMS for cell in filled)


def is_over_values(row: LexborNode) -> bool:
    """Whether the row below one holds more than names."""
    below = row.next
    while below is not None and below.tag != "tr":
        below = below.next
    return below is not None and below.css_first("td") is not None


def has_header(table: LexborNode) -> bool:
    """Whether the first row of a table without <th> reads as the names of its columns."""
    if table.css_first("th") is not None:
        return False
    return is_header([[" ".join(cell.text().split()) for cell in row.css("td")] for row in table.css("tr")])
