"""Headings that no mark makes: short lines over paragraphs, in Markdown and on web pages."""

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

LONGEST = 80  # characters of such a heading
FEWEST, MOST = 3, 0.4  # of a text's parts
LONG = 120  # characters of a paragraph that a line on a web page may head
LABELLED = re.compile(r"[^:：]{1,30}[:：]\s*\S")  # "Location: Room 5"


def unmarked_headings(parts: Sequence[Part]) -> list[int]:
    """Numbers of the short lines over paragraphs, where there are several; none of too many."""
    lines = [n for n, part in enumerate(parts) if n and _is_short_line(part) and leads_on(parts, n)]
    lines = [n for n in lines if not _is_of_list(parts, n)]
    lines = [n for n in lines if not _is_short_line(parts[-1]) or n < len(parts) - 1]
    return lines if FEWEST <= len(lines) <= MOST * len(parts) else []


def with_unmarked_headings(parts: list[Part]) -> list[Part]:
    """Parts with short lines over long paragraphs as headings, if at most the title is marked as one."""
    marked = [n for n, part in enumerate(parts) if part.kind is BlockKind.HEADING]
    if marked not in ([], [0]):
        return parts
    lines = unmarked_headings(parts)
    if not all(len(parts[n + 1].text) >= LONG for n in lines):
        return parts
    result = list(parts)
    for n in lines:
        result[n] = replace(parts[n], kind=BlockKind.HEADING, level=2)
    return result


def _is_short_line(part: Part) -> bool:
    text = part.text
    is_line = part.kind is BlockKind.PARAGRAPH and len(text) <= LONGEST and "\n" not in text
    return (
        is_line
        and not ENDS_THOUGHT.search(text)
        and not text[0].islower()
        and not (part.is_link or is_entry(text))
    )


def _is_of_list(parts: Sequence[Part], n: int) -> bool:
    """Whether a line is one of several labels with values, as minutes begin: "Time: 18:00", "Place: ..."."""
    beside = (*parts[max(n - 1, 0) : n], *parts[n + 1 : n + 2])
    return bool(LABELLED.match(parts[n].text)) and any(LABELLED.match(part.text) for part in beside)
