"""The one date of a passage as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dates.mention import Basis, BlockSpan, Mention, OwnDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dates.value import HistoricalDate


def date_passages(
    text: str, blocks: Sequence[BlockSpan], mentions: Sequence[Mention], written: HistoricalDate | None
) -> list[OwnDate | None]:
    """A date or None for each paragraph among the blocks (level 0), in their order."""
    del text, written
    dates: list[OwnDate | None] = []
    carried: HistoricalDate | None = None
    for block in blocks:
        if block.level:
            carried = None
            continue
        own = [one for one in mentions if block.start <= one.start and one.end <= block.end]
        if own:
            carried = own[0].date
            dates.append(OwnDate(carried, own[0].basis))
        else:
            dates.append(OwnDate(carried, Basis.INHERITED) if carried else None)
    return dates
