"""Headings of a plain text that no mark makes: how they look, and which of them stay beside the others."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.dated_lines import is_entry, opens_entry, tells_date
from bot.sources.prose import ENDS_THOUGHT, LONGEST_HEADING, NUMBERED

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.sources.draft import Part

DOTTED = re.compile(r"(?:\d{1,2}|[A-Z])(?:\.\d{1,2})*(?=[.)、]?\s)")
GAP = re.compile(r"\S(?:\t| {3,})(?=\S)")  # between cells
PAGE_NUMBER = re.compile(r"\d{1,3}")  # alone on a line
RULED = re.compile(  # "---------- 3 May 1996, version 2.2 ------", "*** The flood ***"
    r"(?P<mark>[-=*~#_+])(?P=mark){2,}[ \t]*(?P<words>[^\W_](?:[^\n]{0,98}[^\s\-=*~#_+])?)[ \t]*(?P=mark){3,}"
)


def is_row(text: str) -> bool:
    """Whether a line is one of a table: "Ann   1.000   1987-Dec-18"."""
    return len(GAP.findall(text)) > 1


def begins_as_heading(text: str) -> bool:
    """Whether a line begins with a capital letter or a number, and is no number of a page."""
    first = text.lstrip("\"'“”„«¿¡*_")[:1]
    return first.isalnum() and not first.islower() and not PAGE_NUMBER.fullmatch(text)


def ruled(text: str) -> tuple[str, str]:
    """The mark and the words of a line whose words stand within a rule; two empty texts for any other.

    >>> ruled("------- version 2.2 (August 1996) -------")
    ('-', 'version 2.2 (August 1996)')
    """
    match = RULED.fullmatch(text)
    return (match["mark"], match["words"]) if match else ("", "")


def level_by_look(text: str) -> int:
    """1 for a short line without a stop, more for a numbered one; 0 for a line that is no heading."""
    is_open = not ENDS_THOUGHT.search(text) or text.endswith(("?", "？"))
    if is_row(text) or len(text) > LONGEST_HEADING or not is_open or not begins_as_heading(text):
        return 0
    if not NUMBERED.match(text):
        return 1
    dotted = DOTTED.match(text)
    return min(2 + dotted[0].count("."), 6) if dotted else 1


def with_entries(parts: list[Part], headings: Collection[int]) -> list[Part]:
    """Parts in which short lines that begin with dates are entries where a neighbour begins with one, too.

    The lines of which the numbers are in `headings` stay such.
    """
    are_entries = [opens_entry(part.text) for part in parts]
    for n, part in enumerate(parts):
        beside = are_entries[max(0, n - 1) : n] + are_entries[n + 1 : n + 2]
        if part.level == 1 and any(beside) and is_entry(part.text) and part.line not in headings:
            parts[n] = replace(part, kind=BlockKind.ITEM, level=0)
    return parts


def without_empty_headings(parts: list[Part]) -> list[Part]:
    """Parts without headings under which nothing stands: a page's footer, its slogans."""
    kept: list[Part] = []
    for part in reversed(parts):
        below = kept[-1].level if kept else 1  # what the text goes on with: 0 is a paragraph
        is_heading = part.kind is BlockKind.HEADING
        is_bare = is_heading and (not kept or 0 < below <= part.level) and part is not parts[0]
        if is_bare and not tells_date(part.text):
            continue
        kept.append(part)
    return kept[::-1]
