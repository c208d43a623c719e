"""Headings that are only a date, with nothing of their own under them, as part of the heading beside them.

So a page may set the cards of a timeline ("1937" and "Founded", both of one level), and the time of a chapter
below its title, as small as can be.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.sources.dated_lines import is_date_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sources.draft import Draft, Part


def with_bare_dates_beside(parts: Sequence[Part], _: Draft) -> list[Part]:
    """Parts in which such a date stands in the next heading of its level, else in the one right above it."""
    kept: list[Part] = []
    date = ""  # that waits for its heading
    for n, part in enumerate(parts):
        after = parts[n + 1] if n + 1 < len(parts) else None
        if date:
            kept.append(replace(part, text=f"{part.text} · {date}"))
            date = ""
        elif not after or not _is_bare_date(part, after):
            kept.append(part)
        elif after.level == part.level and not is_date_alone(after.text):
            date = _unbracketed(part.text)
        elif after.level < part.level and kept and 0 < kept[-1].level < part.level:
            kept[-1] = replace(kept[-1], text=f"{kept[-1].text} · {_unbracketed(part.text)}")
        else:
            kept.append(part)
    return kept


def _is_bare_date(part: Part, after: Part) -> bool:
    are_headings = part.kind is after.kind is BlockKind.HEADING
    return are_headings and after.level <= part.level and is_date_alone(_unbracketed(part.text))


def _unbracketed(text: str) -> str:
    return text.strip("()（）[] ")
