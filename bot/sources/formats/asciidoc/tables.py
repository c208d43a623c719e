"""Tables of AsciiDoc, between |=== lines, drawn with bars on the lines where they were."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.sources.formats.asciidoc.inline import without_marks
from bot.sources.left_out import LeftOut

if TYPE_CHECKING:
    from collections import Counter

FENCE = re.compile(r"[|,:!]={3,}")
CELL = re.compile(  # "|"  "2+|"  "a|"
    r"(?:(?<=\s)|^)(?:\d*(?:\.\d+)?[+*])?[<^>]?(?:\.[<^>])?[adehlmsv]?(?<!\\)\|"
)
COLUMNS = re.compile(r"cols\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([\w*]+))")
REPEATED = re.compile(r"(\d{1,2})\*")  # "3*": three columns
HEADER = re.compile(r"%header|options\s*=\s*\"?[^\]\"]*header|opts\s*=\s*\"?[^\]\"]*header")
FILLER = "| |"  # a row without cells, which holds the table together


class Cell(NamedTuple):
    """A cell, and the row of the text that it begins on."""

    at: int
    text: str


def with_drawn_tables(rows: list[str], left_out: Counter[str]) -> list[str]:
    """The rows with their tables a line a row, named by a head or without one as items."""
    kept = list(rows)
    at = 0
    while at < len(rows):
        if not FENCE.fullmatch(rows[at].strip()):
            at += 1
            continue
        end = next((n for n in range(at + 1, len(rows)) if rows[n].strip() == rows[at].strip()), None)
        if end is None:
            left_out[LeftOut.OPEN_TABLES] += len(rows[at])
            kept[at] = ""
            return kept
        kept[at : end + 1] = _drawn(rows, at, end)
        at = end + 1
    return kept


def _drawn(rows: list[str], start: int, end: int) -> list[str]:
    """The lines of one table, from its first to its last |=== line."""
    attributes = rows[start - 1].strip() if start and rows[start - 1].strip().startswith("[") else ""
    cells = list(_cells(rows, start + 1, end))
    if not cells:
        return [""] * (end - start + 1)
    width = _width(attributes, cells)
    first = next(n for n in range(start + 1, end) if rows[n].strip())
    is_followed_by_gap = first + 1 < end and not rows[first + 1].strip()
    has_header = bool(HEADER.search(attributes)) or (is_followed_by_gap and _on_row(cells, first) == width)
    table = [cells[n : n + width] for n in range(0, len(cells), width)]
    drawn = [FILLER if has_header else ""] * (end - start + 1)
    drawn[0] = drawn[-1] = ""
    for row in table:
        words = [cell.text for cell in row]
        shown = f"| {' | '.join(words)} |" if has_header else f"- {', '.join(filter(None, words))}"
        drawn[row[0].at - start] = shown
    return _from_first(drawn) if has_header else drawn


def _from_first(drawn: list[str]) -> list[str]:
    """A table without fillers before the row that names its columns."""
    first = next(n for n, row in enumerate(drawn) if row not in {"", FILLER})
    return [""] * first + drawn[first:]


def _cells(rows: list[str], start: int, end: int) -> list[Cell]:
    cells: list[Cell] = []
    for at in range(start, end):
        row = rows[at]
        before, *pieces = CELL.split(row)
        if before.strip() and cells:
            cells[-1] = Cell(cells[-1].at, f"{cells[-1].text} {without_marks(before)}")
        cells += [Cell(at, without_marks(piece.replace("\\|", "/"))) for piece in pieces]
    return cells


def _on_row(cells: list[Cell], at: int) -> int:
    return sum(cell.at == at for cell in cells)


def _width(attributes: str, cells: list[Cell]) -> int:
    """How many columns a table has: as it says, or as many cells as its first line has."""
    named = COLUMNS.search(attributes)
    if not named:
        return max(_on_row(cells, cells[0].at), 1)
    words = next(filter(None, named.groups()), "")
    repeated = REPEATED.match(words)
    return int(repeated[1]) if repeated else max(len(re.split(r"[,;]", words.strip(",; "))), 1)
