"""How a document tells time where its head does not say: guessed from the dates in it.

A narrative unless much speaks for something else: read as a report it loses half a point of its dates, read
as a log nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dates.expression import Calendar, Now, Unit, Weekday
from bot.dates.mention import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dates.expression import Expression
    from bot.dates.surroundings import Scene
    from bot.dates.value import HistoricalDate

ENTRIES = 3  # dated entries that make a log
DEICTICS = 2  # days seen from the day of writing that make a report


def guessed(told: Sequence[Scene[Expression]], paragraphs: int, written: HistoricalDate | None) -> Style:
    """Log for "3 May 1950. Rain.", news for "The bank said on Monday", else narrative."""
    entries = sum(_opens_entry(one) for one in told)
    if entries >= ENTRIES and 2 * entries >= paragraphs:
        return Style.LOG
    is_dated = bool(written and written.begin and written.begin.day)
    seen_from_today = sum(_is_deictic(one) for one in told)
    if is_dated and seen_from_today >= DEICTICS and seen_from_today >= _other_years(told, written):
        return Style.NEWS
    return Style.NARRATIVE


def _opens_entry(one: Scene[Expression]) -> bool:
    """Whether it is the full date right at the beginning of a paragraph or heading."""
    said = one.expression.meaning
    return one.is_opening and not one.before.strip() and isinstance(said, Calendar) and bool(said.day)


def _is_deictic(one: Scene[Expression]) -> bool:
    """On Monday, yesterday: outside a quotation, where it would be seen from another day."""
    said = one.expression.meaning
    is_seen = isinstance(said, Weekday) or (isinstance(said, Now) and said.unit in {Unit.DAY, Unit.WEEK})
    return is_seen and not one.is_quoted


def _other_years(told: Sequence[Scene[Expression]], written: HistoricalDate | None) -> int:
    """How many dates name another year than that of writing: a history names many."""
    now = written.begin.year if written and written.begin else None
    said = (one.expression.meaning for one in told)
    return sum(isinstance(one, Calendar) and one.has_year and one.year != now for one in said)
