"""Tables that are drawn by white space alone: cells between tabs, or set below each other."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.sources.tables import is_header, row_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CELL = re.compile(r"\S+(?: \S+)*")  # words with one space between them
AFTER_STOP = re.compile(r"(?:\w\w|\d)[.!?:;]['\"”)]?$")  # behind which typists put two spaces
FEWEST_ROWS = 3
SHARED = 0.7  # share of the lines that have a cell at one and the same place
FILLED = 0.4  # share of them that have one in each other column
LONGEST_ROW = 200  # characters; longer lines are paragraphs with a gap
LONGEST_PREFACE = 2  # lines above a table without a gap: its title


@dataclass(frozen=True, slots=True)
class ColumnTable:
    """A table among some lines: its rows as a reader takes them in, each with the number of its line."""

    first: int  # number of its first line; what stands above is none of it
    rows: tuple[tuple[int, str], ...]


def column_table(lines: Sequence[str]) -> ColumnTable | None:
    r"""The table that lines with their white space make; None for running text.

    >>> column_table(["Year\tChampion", "1998\tAnn Reed", "1999\tBo Lund"]).rows
    ((1, 'Year: 1998, Champion: Ann Reed'), (2, 'Year: 1999, Champion: Bo Lund'))
    """
    first = next((n for n, line in enumerate(lines) if _has_gap(line)), len(lines))
    body = lines[first:]
    if first > LONGEST_PREFACE or len(body) < FEWEST_ROWS or max(map(len, body)) > LONGEST_ROW:
        return None
    cells = _tabbed(body) or _aligned(body)
    if cells is None:
        return None
    columns = cells[0] if is_header(cells) else ()
    rows = enumerate(cells[1:] if columns else cells, first + bool(columns))
    return ColumnTable(first, tuple((n, row_text(columns, row)) for n, row in rows if any(row)))


def _has_gap(line: str) -> bool:
    return "\t" in line.strip() or len(_cells(line)) > 1


def _tabbed(lines: Sequence[str]) -> list[tuple[str, ...]] | None:
    """The cells of lines that are all parted by tabs, in equal numbers (one may lack its last)."""
    rows = [tuple(" ".join(cell.split()) for cell in line.rstrip().split("\t")) for line in lines]
    widest = max(map(len, rows))
    if widest < 2 or sum(len(row) == widest for row in rows) < SHARED * len(rows) or min(map(len, rows)) < 2:
        return None
    return rows


def _aligned(lines: Sequence[str]) -> list[tuple[str, ...]] | None:
    """The cells of lines in which they begin at the same places; text that is only justified has none."""
    rows = [list(_cells(line.expandtabs())) for line in lines]
    begins = Counter(start for row in rows for start, _ in row[1:])
    if max(begins.values(), default=0) < SHARED * len(rows) or len(rows[0]) < 2:
        return None
    columns = sorted(start for start, many in begins.items() if many >= FILLED * len(rows))
    return [tuple(_by_column(row, columns)) for row in rows]


def _cells(line: str) -> list[tuple[int, str]]:
    """The cells of a line and where they begin; two spaces behind a stop part none."""
    cells: list[tuple[int, str]] = []
    for match in CELL.finditer(line.expandtabs()):
        if cells and AFTER_STOP.search(cells[-1][1]) and match.start() - _end(cells[-1]) <= 2:
            start, before = cells.pop()
            cells.append((start, f"{before} {match[0]}"))
        else:
            cells.append((match.start(), match[0]))
    return cells


def _end(cell: tuple[int, str]) -> int:
    return cell[0] + len(cell[1])


def _by_column(row: Sequence[tuple[int, str]], columns: Sequence[int]) -> Iterator[str]:
    """The words of a row in its first column and in each of the others."""
    bounds = [0, *columns, 10**9]
    for begin, end in pairwise(bounds):
        yield " ".join(text for start, text in row if begin <= start < end)
