"""Headings of a Markdown text that no mark makes: bold lines, and short ones over paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind, find_dates
from bot.sources.lines import is_entry
from bot.sources.prose import ENDS_THOUGHT, SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sources.draft import Part
LONGEST_BARE = 80  # characters of a heading without marks
FEWEST_BARE, MOST_BARE = 3, 0.4  # of a text's parts
PSEUDO_LEVEL = 6  # of a bold line that serves as heading
VERSION_BESIDE = re.compile(r"\W{0,3}(?:v|version |release )?\d+(?:\.\d+)+[\w.]{0,12}\W{0,8}", re.IGNORECASE)


def with_bold_headings(parts: list[Part]) -> list[Part]:
    """Bold lines over paragraphs as headings, where there are several or each is a date."""
    bold = [n for n, part in enumerate(parts) if part.level < 0 and _leads_on(parts, n)]
    plain = [replace(part, level=0) if part.level < 0 else part for part in parts]
    for n in bold:
        if len(bold) > 1 or _is_date(parts[n].text):
            plain[n] = replace(parts[n], kind=BlockKind.HEADING, level=PSEUDO_LEVEL)
    return plain


def with_bare_headings(parts: list[Part], rows: Sequence[str], first_line: int) -> list[Part]:
    """In a text without marked headings, short lines over paragraphs as headings, where there are several.

    Those that two blank lines set off stand above the others.
    """
    if any(part.kind is BlockKind.HEADING for part in parts):
        return parts
    bare = [n for n, part in enumerate(parts) if n and _is_bare_heading(part) and _leads_on(parts, n)]
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


def _leads_on(parts: list[Part], n: int) -> bool:
    text = parts[n].text
    is_followed = n + 1 < len(parts) and parts[n + 1].level == 0
    return is_followed and not SENTENCE_END.search(text) and not text.endswith((":", "："))


def _is_date(text: str) -> bool:
    dates = find_dates(text)
    if len(dates) != 1:
        return False
    rest = f"{text[: dates[0].start]} {text[dates[0].end :]}"
    return len(rest) <= 4 or VERSION_BESIDE.fullmatch(rest) is not None
