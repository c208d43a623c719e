"""Bold or large lines that serve as headings where no mark makes one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind, find_dates
from bot.sources.dated_lines import is_entry
from bot.sources.prose import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sources.draft import Part

PSEUDO_LEVEL = 6  # of a bold line that serves as heading; negative until it is known to be one
VERSION_BESIDE = re.compile(r"\W{0,3}(?:v|version |release )?\d+(?:\.\d+)+[\w.]{0,12}\W{0,8}", re.IGNORECASE)


def with_bold_headings(parts: Sequence[Part]) -> list[Part]:
    """Bold lines over paragraphs as headings, where there are several or each is a date."""
    bold = [
        n
        for n, part in enumerate(parts)
        if part.level < 0 and leads_on(parts, n) and not _is_entry_beside(parts, n)
    ]
    plain = [replace(part, level=0) if part.level < 0 else part for part in parts]
    for n in bold:
        if len(bold) > 1 or _is_date(parts[n].text):
            plain[n] = replace(parts[n], kind=BlockKind.HEADING, level=PSEUDO_LEVEL)
    return plain


def leads_on(parts: Sequence[Part], n: int) -> bool:
    """Whether a line stands over a paragraph, and ends no sentence."""
    text = parts[n].text
    is_followed = n + 1 < len(parts) and parts[n + 1].level == 0
    return is_followed and not SENTENCE_END.search(text) and not text.endswith((":", "："))


def _is_entry_beside(parts: Sequence[Part], n: int) -> bool:
    """Whether a bold line is only the most important entry of a chronicle: one stands right below it."""
    return is_entry(parts[n].text) and is_entry(parts[n + 1].text)


def _is_date(text: str) -> bool:
    dates = find_dates(text)
    if len(dates) != 1:
        return False
    rest = f"{text[: dates[0].start]} {text[dates[0].end :]}"
    return len(rest) <= 4 or VERSION_BESIDE.fullmatch(rest) is not None
