"""Tables that are drawn by white space alone: cells between tabs, or set below each other."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.sources.line_joining import joined
from bot.sources.tables import LONGEST_NAME, is_header, row_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

CELL = re.compile(r"\S+(?: \S+)*")  # words with one space between them
AFTER_STOP = re.compile(r"(?:\w\w|\d)[.!?:;]['\"”)]?$")  # behind which typists put two spaces
FEWEST_ROWS = 3
SHARED = 0.7  # share of the lines that have a cell at one and the same place
FILLED = 0.4  # share of them that have one in each other column
LONGEST_ROW = 200  # characters; longer lines are paragraphs with a gap
RULE = re.compile(r"[-=_]{2,}")
NEAR = 3  # characters
LONGEST_PREFACE = 2  # lines above a table without a gap: its title


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A row as a reader takes it in, the number of its line, and what of the lines above belongs to it."""

    line: int
    text: str
    above: str = ""


@dataclass(frozen=True, slots=True)
class ColumnTable:
    """A table among some lines."""

    first: int  # number of its first line; what stands above is none of it
    rows: tuple[ColumnRow, ...]


def column_table(lines: Sequence[str], names: Sequence[str] = ()) -> ColumnTable | None:
    r"""The table that lines with their white space make; None for running text.

    `names` are lines that stand above a rule over it, and name its columns: the rows stay as they are then,
    and have the names above them.

    >>> column_table(["Year\tChampion", "1998\tAnn Reed", "1999\tBo Lund"]).rows[0].text
    'Year: 1998, Champion: Ann Reed'
    """
    first = next((n for n, line in enumerate(lines) if _has_gap(line)), len(lines))
    body = lines[first:]
    if first > LONGEST_PREFACE or len(body) < FEWEST_ROWS or max(map(len, body)) > LONGEST_ROW:
        return None
    table = _tabbed(body, names) or _aligned(body, names)
    if table is None:
        return None
    columns, cells = table
    if columns or not is_header(cells):
        return ColumnTable(first, tuple(_rows(columns, cells, first)))
    rows = enumerate(cells[1:], first + 1)
    return ColumnTable(first, tuple(ColumnRow(n, row_text(cells[0], row)) for n, row in rows if any(row)))


def _rows(columns: Sequence[str], cells: Sequence[Sequence[str]], first: int) -> Iterator[ColumnRow]:
    """The rows; one that leaves its first cell empty is of what stands there above."""
    names = ", ".join(filter(None, columns))
    group = ""
    for number, row in enumerate(cells, first):
        group = row[0] or group
        above = "\n".join(filter(None, (names, "" if row[0] else group)))
        if any(row):
            yield ColumnRow(number, " ".join(filter(None, row)) if names else row_text((), row), above)


def has_cells(line: str) -> bool:
    """Whether a line may be a row of such a table."""
    return len(line) <= LONGEST_ROW and _has_gap(line)


def _has_gap(line: str) -> bool:
    return "\t" in line.strip() or len(_cells(line)) > 1


Table = tuple[tuple[str, ...], list[tuple[str, ...]]]  # names of columns, if any, and rows of cells


def _tabbed(lines: Sequence[str], names: Sequence[str]) -> Table | None:
    """The cells of lines that are all parted by tabs, in equal numbers (one may lack its last)."""
    rows = [_between_tabs(line) for line in lines]
    widest = max(map(len, rows))
    if widest < 2 or sum(len(row) == widest for row in rows) < SHARED * len(rows) or min(map(len, rows)) < 2:
        return None
    return _between_tabs(names[-1]) if names else (), rows


def _between_tabs(line: str) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in line.rstrip().split("\t"))


def _aligned(lines: Sequence[str], names: Sequence[str]) -> Table | None:
    """The cells of lines in which they begin at the same places; text that is only justified has none."""
    rows = [list(_cells(line)) for line in lines]
    begins = Counter(start for row in rows for start, _ in row[1:])
    if max(begins.values(), default=0) < SHARED * len(rows) or len(rows[0]) < 2:
        return None
    margin = min(row[0][0] for row in rows if row)
    columns = [margin, *sorted(start for start, many in begins.items() if many >= FILLED * len(rows))]
    if any(map(_has_gap, names)):
        columns = _apart(start for line in names for start, _ in _named(line))
    return _names(names, columns), [tuple(map(" ".join, _by_column(row, columns))) for row in rows]


def _apart(starts: Iterable[int]) -> list[int]:
    """Where columns begin, in order; what begins a little to the right is of the same one."""
    columns: list[int] = []
    for start in sorted(starts):
        if not columns or start - columns[-1] > NEAR:
            columns.append(start)
    return columns


def _named(line: str) -> list[tuple[int, str]]:
    """The cells of a line that names columns, without rules below some of the names."""
    return [cell for cell in _cells(line) if not RULE.fullmatch(cell[1])]


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


def _by_column(row: Sequence[tuple[int, str]], columns: Sequence[int]) -> list[list[str]]:
    """The words of a row by the column that begins nearest to them."""
    cells: list[list[str]] = [[] for _ in columns]
    for start, text in row:
        cells[min(range(len(columns)), key=lambda n: abs(columns[n] - start))].append(text)
    return cells


def _names(lines: Sequence[str], columns: Sequence[int]) -> tuple[str, ...]:
    """The names of the columns, one below the other where they take several lines, without explanations."""
    if not any(map(_has_gap, lines)):
        return ()  # no line of several names
    by_column = _by_column([cell for line in lines for cell in _named(line)], columns)
    names = [joined(words).split("(")[0].strip() for words in by_column]
    return tuple(name if len(name) <= LONGEST_NAME else "" for name in names)
