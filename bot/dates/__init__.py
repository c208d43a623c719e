"""Dates in texts: finding them, knowing what they mean within their document, saying them in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dates.finder import find
from bot.dates.mention import Basis, BlockSpan, Mention, OwnDate, Style
from bot.dates.passages import date_passages
from bot.dates.value import Day, HistoricalDate, Point, Precision
from bot.dates.wording import say, say_basis

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "Basis",
    "BlockSpan",
    "Day",
    "HistoricalDate",
    "Mention",
    "OwnDate",
    "Point",
    "Precision",
    "Style",
    "date_passages",
    "find_dates",
    "resolve",
    "say",
    "say_basis",
]
NO_EVENTS: Mapping[str, HistoricalDate] = {}


def resolve(
    text: str,
    *,
    written: HistoricalDate | None = None,
    style: Style | None = None,
    language: str | None = None,
    events: Mapping[str, HistoricalDate] = NO_EVENTS,
    blocks: Sequence[BlockSpan] | None = None,
) -> list[Mention]:
    """All date mentions of a document, in order."""
    del written, style, language, events, blocks
    return find(text)


def find_dates(
    text: str,
    *,
    language: str | None = None,
    events: Mapping[str, HistoricalDate] = NO_EVENTS,
    today: HistoricalDate | None = None,
) -> list[Mention]:
    """The dates that a question names, without a context."""
    del language, events, today
    return find(text)
