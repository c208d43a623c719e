"""Headings of a Markdown text that no mark makes, and how far apart they stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.unmarked_headings import unmarked_headings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sources.draft import Part


def with_bare_headings(parts: list[Part], rows: Sequence[str], first_line: int) -> list[Part]:
    """In a text without marked headings, short lines over paragraphs as headings, where there are several.

    Those that two blank lines set off stand above the others.
    """
    if any(part.kind is BlockKind.HEADING for part in parts):
        return parts
    bare = unmarked_headings(parts)
    far = {
        n
        for n in bare
        if not "".join(rows[max(0, parts[n].line - first_line - 2) : parts[n].line - first_line]).strip()
    }
    for n in bare:
        parts[n] = replace(parts[n], kind=BlockKind.HEADING, level=1 if n in far or not far else 2)
    return parts
