"""The dates right above the headings of a timeline's cards: "2008", "The boathouse", what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dates import BlockKind, Precision, find_dates
from bot.sources.part_rules.datelines import is_dateline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sources.draft import Part

FEWEST = 3  # cards


def lines_of_cards(parts: Sequence[Part], language: str) -> dict[int, int]:
    """Numbers of cards' headings with those of the dates above, if all of one level have one, no others."""
    headings = [n for n, part in enumerate(parts) if part.kind is BlockKind.HEADING]
    dated = [n for n in headings if n and is_dateline(parts[n - 1], language, Precision.YEAR)]
    levels = {parts[n].level for n in dated}
    if len(dated) < FEWEST or len(levels) > 1:
        return {}
    first, stop = dated[0], next((n for n in headings if n > dated[-1]), len(parts))
    alike = [n for n in headings if first <= n < stop and parts[n].level in levels]
    is_closed = is_dateline(parts[stop - 1], language, Precision.YEAR) or stop - 1 == dated[-1]
    is_told = any(find_dates(parts[n].text) for n in dated)
    return {n: n - 1 for n in dated} if alike == dated and not (is_closed or is_told) else {}
