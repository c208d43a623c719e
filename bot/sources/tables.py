"""Tables drawn with bars, and rows as text that carries the names of its columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.draft import Part
from bot.sources.line_joining import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GRID_LINE = re.compile(r"\+(?:[-=:]+\+)+")  # "+------+-----+"
PIPE_LINE = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?")  # "| --- | :-: |"
DIGIT = re.compile(r"\d")
FEWEST_ROWS = 3  # of a table whose first row can be told from the others
LONGEST_NAME = 40  # characters of a column's name
COLONS = ":： "
BEHIND_LABEL = re.compile(r"([:：]), ")  # a cell that names what the next one holds
BAR = re.compile(r"(?<!\\)\|")


def row_text(columns: Sequence[str], cells: Sequence[str]) -> str:
    """A row as a reader takes it in; empty cells are left out.

    >>> row_text(("Keeper", "Arrived"), ("Peter Lund", "1902"))
    'Keeper: Peter Lund, Arrived: 1902'
    >>> row_text((), ("Keeper:", "Peter Lund", "1902"))
    'Keeper: Peter Lund, 1902'
    """
    named = [name.rstrip(COLONS) for name in columns] + [""] * (len(cells) - len(columns))
    shown = [f"{name}: {cell}" if name else cell for name, cell in zip(named, cells, strict=False) if cell]
    return BEHIND_LABEL.sub(r"\1 ", ", ".join(shown))


def is_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row of a table names its columns: short words all over, and numbers below some.

    >>> is_header([("Keeper", "Arrived"), ("Peter Lund", "1902"), ("Ann Reed", "1911")])
    True
    """
    if len(rows) < FEWEST_ROWS or len(rows[0]) < 2 or len(set(rows[0])) < len(rows[0]):
        return False
    if not all(cell and len(cell) <= LONGEST_NAME and not DIGIT.search(cell) for cell in rows[0]):
        return False
    columns = zip(*(row for row in rows[1:] if any(row)), strict=False)
    return any(all(map(DIGIT.search, column)) for column in columns)


def is_table(rows: Sequence[str]) -> bool:
    """Whether lines are a table drawn with bars."""
    return len(rows) > 1 and all(map(is_table_row, rows))


def is_table_row(row: str) -> bool:
    """Whether a line may be one of a table drawn with bars."""
    return bool(row[:1] == "|" and row.count("|") > 1) or GRID_LINE.fullmatch(row) is not None


def table_parts(rows: Sequence[str], line: int) -> Iterator[Part]:
    """The rows of a table drawn with bars, in its first one the names of the columns."""
    columns: tuple[str, ...] = ()
    for number, (at, cells) in enumerate(_table_rows(rows)):
        if not number:
            columns = cells
        elif text := row_text(columns, cells):
            yield Part(text, line + at, BlockKind.ROW)


def _table_rows(rows: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Cells of each row, and the number of its first line; lines are joined where a cell goes on."""
    is_grid = any(GRID_LINE.fullmatch(row) for row in rows)
    lines: list[list[str]] = []
    start = 0
    for number, row in enumerate(rows):
        is_line = bool(GRID_LINE.fullmatch(row) or PIPE_LINE.fullmatch(row))
        cells = [] if is_line else [cell.strip() for cell in BAR.split(row.strip().strip("|"))]
        if lines and (is_line or not (is_grid or _goes_on(cells))):
            yield start, _cells(lines)
            lines = []
        if cells:
            start = start if lines else number
            lines.append(cells)
    if lines:
        yield start, _cells(lines)


def _goes_on(cells: Sequence[str]) -> bool:
    """Whether a line of a table without lines between its rows goes on with the cells above."""
    return not cells[0] and any(cells)


def _cells(lines: Sequence[Sequence[str]]) -> tuple[str, ...]:
    width = max(map(len, lines))
    columns = ([line[n] for line in lines if n < len(line) and line[n]] for n in range(width))
    return tuple(joined(column) for column in columns)
