"""Headings of a Markdown text that no mark makes: short lines over paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.bold_headings import leads_on
from bot.sources.dated_lines import is_entry
from bot.sources.prose import ENDS_THOUGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sources.draft import Part
LONGEST_BARE = 80  # characters of a heading without marks
_LABELLED = re.compile(r"[^:：]{1,30}[:：]\s*\S")  # "Location: Room 5"
FEWEST_BARE, MOST_BARE = 3, 0.4  # of a text's parts


def with_bare_headings(parts: list[Part], rows: Sequence[str], first_line: int) -> list[Part]:
    """In a text without marked headings, short lines over paragraphs as headings, where there are several.

    Those that two blank lines set off stand above the others.
    """
    if any(part.kind is BlockKind.HEADING for part in parts):
        return parts
    bare = [n for n, part in enumerate(parts) if n and _is_bare_heading(part) and leads_on(parts, n)]
    bare = [n for n in bare if not _is_of_list(parts, n)]
    bare = [n for n in bare if not _is_bare_heading(parts[-1]) or n < len(parts) - 1]
    if not FEWEST_BARE <= len(bare) <= MOST_BARE * len(parts):
        return parts
    far = {
        n
        for n in bare
        if not "".join(rows[max(0, parts[n].line - first_line - 2) : parts[n].line - first_line]).strip()
    }
    for n in bare:
        parts[n] = replace(parts[n], kind=BlockKind.HEADING, level=1 if n in far or not far else 2)
    return parts


def _is_bare_heading(part: Part) -> bool:
    text = part.text
    is_line = part.kind is BlockKind.PARAGRAPH and len(text) <= LONGEST_BARE and "\n" not in text
    return (
        is_line
        and not ENDS_THOUGHT.search(text)
        and not text[0].islower()
        and not (part.is_link or is_entry(text))
    )


def _is_of_list(parts: list[Part], n: int) -> bool:
    """Whether a line is one of several labels with values, as minutes begin: "Time: 18:00", "Place: ..."."""
    beside = (*parts[max(n - 1, 0) : n], *parts[n + 1 : n + 2])
    return bool(_LABELLED.match(parts[n].text)) and any(_LABELLED.match(part.text) for part in beside)
