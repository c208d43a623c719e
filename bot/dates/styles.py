"""How a document tells time where its head does not say: guessed from the dates in it.

A narrative unless much speaks for something else. Of 129 reports with their day half are known by "on Monday"
or "yesterday", more by naming no year but their own; of 16 histories none is taken for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dates.expression import Calendar, Now, Unit, Weekday
from bot.dates.mention import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dates.expression import Expression
    from bot.dates.signs import Signs
    from bot.dates.surroundings import Occurrence
    from bot.dates.value import HistoricalDate

ENTRIES = 3  # dated entries that make a log


def guessed_style(
    occurrences: Sequence[Occurrence[Expression]],
    paragraphs: int,
    written: HistoricalDate | None,
    signs: Signs,
) -> Style:
    """Log for "3 May 1950. Rain.", news for "The bank said on Monday", "In May it fell", else narrative.

    A report has the day of its writing, and dates that only this tells; a history names many years.
    """
    entries = sum(_opens_entry(occurrence) for occurrence in occurrences)
    if entries >= ENTRIES and 2 * entries >= paragraphs:
        return Style.LOG
    if not written or not written.begin or not written.begin.day:
        return Style.NARRATIVE
    seen_from_today = sum(_is_deictic(occurrence, signs) for occurrence in occurrences)
    others = _other_years(occurrences, written)
    is_news = seen_from_today > others or (not others and any(map(_is_yearless, occurrences)))
    return Style.NEWS if is_news else Style.NARRATIVE


def _opens_entry(occurrence: Occurrence[Expression]) -> bool:
    """Whether it is the full date right at the beginning of a paragraph or heading."""
    meaning = occurrence.expression.meaning
    is_day = isinstance(meaning, Calendar) and bool(meaning.day)
    return is_day and occurrence.is_opening and not occurrence.before.strip()


def _is_deictic(occurrence: Occurrence[Expression], signs: Signs) -> bool:
    """On Monday, yesterday: outside a quotation, where it would be seen from another day; not "a Monday"."""
    meaning = occurrence.expression.meaning
    is_near = isinstance(meaning, Now) and meaning.unit in {Unit.DAY, Unit.WEEK}
    is_weekday = isinstance(meaning, Weekday) and not signs.any_day.search(occurrence.before)
    return (is_near or is_weekday) and not occurrence.is_quoted


def _is_yearless(occurrence: Occurrence[Expression]) -> bool:
    meaning = occurrence.expression.meaning
    return isinstance(meaning, Calendar) and not meaning.has_year and not occurrence.is_quoted


def _other_years(occurrences: Sequence[Occurrence[Expression]], written: HistoricalDate | None) -> int:
    """How many dates name another year than that of writing: a history names many."""
    now = written.begin.year if written and written.begin else None
    dates = (occurrence.expression.meaning for occurrence in occurrences)
    return sum(isinstance(date, Calendar) and date.has_year and date.year != now for date in dates)
