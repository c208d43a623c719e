"""Which lines of a paragraph belong together: those of a chronicle's entry, pairs of labels and values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.sources.dated_lines import begins_with_date, ends_with_date, opens_entry
from bot.sources.prose import ENDS_THOUGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

ROLL = re.compile(  # "1993 Ann Reed", "1993-94 Ann Reed", "1993 - 1996 Ann Reed", "since 1996 Bo Lund"
    r"(?:(?:since|seit|ab|desde|с)[ ])?([12]\d{3})(?:[ ]?[-–/][ ]?(?:\d\d){1,2})?[ ](?=[^\W\d_])"
)
DAY_LABEL = re.compile(
    r"(?:1[5-9]|20)\d\d(-?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])[:：][ \t]"
)  # of no running text
LABEL = re.compile(r"[^\W\d_][\w /'’()-]{1,24}[:：][ \t]+\S")
VERSION = re.compile(
    r"(?:[vV](?:ersion )?)?\d{1,4}(?:\.\d{1,4}){1,3}[\w.-]{0,12}[ \t]*(?:[:–—]|-(?=\s))[ \t]*[^\W\d_]"
)
FEWEST_VERSIONS = 3
ROLLED = 0.4  # share of a roll's lines that begin so
FEWEST_DATED, MOSTLY_DATED = 3, 0.6  # lines that end with their dates, and their share
FULL = 0.75  # of the longest line of a paragraph, up to which one was not broken for its length


def entries(lines: Sequence[str], *, are_broken: bool = False) -> list[tuple[int, int]]:
    """Stretches of neighbouring lines that belong together: of a chronicle each entry, else all lines.

    Where the lines end on purpose (`are_broken`) each that begins with a date is an entry, if the first does.
    """
    if len(lines) < 2:
        return [(0, len(lines))]
    if are_broken:
        dated = [n for n, line in enumerate(lines) if begins_with_date(line)]
        if len(dated) > 1 and not dated[0]:
            return list(zip(dated, [*dated[1:], len(lines)], strict=True))
    width = max(map(len, lines))
    begins: list[int] = []
    for n, line in enumerate(lines):
        may_begin = n == 0 or n - 1 in begins[-1:] or _is_over(lines[n - 1], width)
        if (may_begin and opens_entry(line)) or DAY_LABEL.match(line):
            begins.append(n)
    begins = begins if len(begins) > 1 else _with_years(lines) or _behind_dates(lines)
    starts = sorted({0, *begins}) if len(begins) > 1 else [0]
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def labelled(lines: Sequence[str]) -> set[int]:
    """Numbers of the lines that say what they are, as "Held on: 4 October" above "Venue: The Bell"."""
    labels = {n for n, line in enumerate(lines) if LABEL.match(line) and not line[0].islower()}
    return {n for n in labels if {n - 1, n + 1} & labels}


def versions(lines: Sequence[str]) -> list[int]:
    """Numbers of the lines that begin with a version, as "1.4.5 - The door sticks"; none of other text.

    The first line does, and at least two more.
    """
    begins = [n for n, line in enumerate(lines) if VERSION.match(line)]
    if len(begins) < FEWEST_VERSIONS or begins[0] or len(begins) < ROLLED * len(lines):
        return []
    return begins


def _with_years(lines: Sequence[str]) -> list[int]:
    """Lines of a roll that begin with years in their order: "1993 Ann Reed", "1994 Bo Lund"."""
    years = [(n, int(match[1])) for n, line in enumerate(lines) if (match := ROLL.match(line))]
    in_order = sorted(year for _, year in years)
    is_roll = len(years) > 1 and len(years) >= ROLLED * len(lines) and len(set(in_order)) > 1
    if not is_roll or [year for _, year in years] not in (in_order, in_order[::-1]):
        return []
    return [n for n, _ in years]


def _behind_dates(lines: Sequence[str]) -> list[int]:
    """Lines of a list of which most end with their date, but for those that go on from a full one."""
    dated = [ends_with_date(line) for line in lines]
    if sum(dated) < max(FEWEST_DATED, MOSTLY_DATED * len(lines)):
        return []
    width = max(map(len, lines))
    begins = [n for n in range(1, len(lines)) if dated[n - 1] or _is_over(lines[n - 1], width)]
    is_running_text = len({lines[n][0].islower() for n in begins}) > 1
    return [] if is_running_text else [0, *begins]


def _is_over(line: str, width: int) -> bool:
    """Whether a line ends what it says, rather than being broken because it was full."""
    is_bracketed = line.rfind("(") > line.rfind(")")
    return not is_bracketed and (ENDS_THOUGHT.search(line) is not None or len(line) < FULL * width)
