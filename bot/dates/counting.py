"""Dates counted from the narrative: "two days later", "that year", "at noon", "the day before the battle"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates.calendar_arithmetic import coarsened, neighbour, shifted
from bot.dates.events import apposed_to, of_event
from bot.dates.expression import Apposed, Calendar, FromEvent, Same, Shift, Unit

if TYPE_CHECKING:
    from bot.dates.expression import Expression
    from bot.dates.reading import DocumentReading
    from bot.dates.surroundings import Occurrence

BESIDE = re.compile(r",?[ ][(]?(?:[^\W\d_]{1,4}[ ])?")  # ", in ", " ("


def of_shift(reading: DocumentReading, number: int, meaning: Shift) -> Calendar | None:
    """Two days later, the following spring, the 2nd of the next month."""
    occurrence, timeline = reading.occurrences[number], reading.timeline
    if date := _date_beside(reading, number, meaning.unit):
        return date
    is_near = meaning.unit in {Unit.DAY, Unit.WEEK} and not occurrence.is_quoted
    base = timeline.last if is_near else timeline.main or timeline.last
    if not base:
        return None
    if meaning.month:
        return neighbour(base, meaning.steps, meaning.month)
    if meaning.inner:
        return _within(shifted(base, meaning.steps, meaning.unit), meaning.inner)
    if meaning.unit == Unit.WEEK and abs(meaning.steps) == 1:
        # seven days, none of which was named; "next week" in the mouth of someone lies about in his month
        return coarsened(base, Unit.MONTH) if occurrence.is_quoted else None
    moved = shifted(base, meaning.steps, meaning.unit)
    return moved and moved._replace(is_approximate=moved.is_approximate or meaning.is_approximate)


def _date_beside(reading: DocumentReading, number: int, unit: Unit) -> Calendar | None:
    """Two years later, in 1804: the date that follows at once says when it was."""
    if not reading.is_same_clause(number):
        return None
    here, there = reading.occurrences[number : number + 2]
    meaning = there.expression.meaning
    is_beside = BESIDE.fullmatch(reading.text, here.expression.end, there.expression.start)
    if not is_beside or not isinstance(meaning, Calendar) or not meaning.has_year:
        return None
    return coarsened(meaning, unit)


def of_same(reading: DocumentReading, meaning: Same) -> Calendar | None:
    """That day is the one last told, or, far from it, the day that opened a paragraph of the section."""
    timeline = reading.timeline
    base = timeline.last
    if not base:
        return None
    if meaning.inner:
        return _within(coarsened(base, meaning.unit), meaning.inner)
    if meaning.unit == Unit.DAY and meaning.is_far and not base.day:
        return next(reversed(timeline.openings or timeline.days), None)
    return coarsened(base, meaning.unit)


def of_clock_time(reading: DocumentReading, number: int) -> Calendar | None:
    """At noon: of the day that its clause names ("At noon on 3 May"), or that its paragraph told last.

    A time that opens an entry is of the day of the entry before, in a report of the day last told.
    """
    occurrence, timeline = reading.occurrences[number], reading.timeline
    is_behind_aside = number > 0 and reading.occurrences[number - 1].is_aside and not occurrence.is_aside
    last_day = timeline.main if is_behind_aside else timeline.last
    day = last_day if occurrence.block == timeline.block else None
    if occurrence.is_entry:
        day = timeline.entry_before or (timeline.last if timeline.is_report else None)
    return day if day and day.day else None


def of_apposition(
    reading: DocumentReading, occurrence: Occurrence[Expression], meaning: Apposed
) -> Calendar | None:
    """On 1 July 1916, the first day of the battle: that day."""
    dated = reading.dated
    date = apposed_to(reading.text, dated, occurrence.expression.start)
    if not date and meaning.is_kept and dated and dated[-1].start >= occurrence.sentence:
        return dated[-1].date if dated[-1].date.day else None
    return date


def from_event(reading: DocumentReading, number: int, meaning: FromEvent) -> Calendar | None:
    """On 27 June, two days after the invasion: that day; else counted from where the event was told."""
    expression = reading.occurrences[number].expression
    if date := apposed_to(reading.text, reading.dated, expression.start):
        return date
    if reading.is_same_clause(number):
        return None  # two months after it was signed in 1994
    event = of_event(reading.text, reading.dated, expression, meaning.unit, reading.signs.label)
    return event and shifted(event, meaning.steps, meaning.unit)


def _within(whole: Calendar | None, inner: Calendar) -> Calendar | None:
    """A month or day of a year or month that was counted: "May of the following year"."""
    if not whole or whole.span:
        return None
    return whole._replace(month=inner.month or whole.month, day=inner.day)
