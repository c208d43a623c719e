"""Dates seen from the day of writing or speaking: "yesterday", "last May", "on Friday" in a report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates.calendar_arithmetic import (
    coarsened,
    days_from,
    is_quarter,
    neighbour,
    shifted,
    value_of,
    week_of,
    weekday_of,
)
from bot.dates.expression import Calendar, Interval, Now, Shift, Unit, Weekday
from bot.dates.mention import Basis, Style
from bot.dates.reading import Resolved
from bot.dates.tense import FUTURE, PAST, UNKNOWN

if TYPE_CHECKING:
    from bot.dates.expression import Expression
    from bot.dates.reading import DocumentReading
    from bot.dates.surroundings import Occurrence

ON = re.compile(r"\b(?:on|am|el|во?)[ ]$", re.IGNORECASE)  # not "he said Monday", which is of the day before
DIGIT = re.compile(r"\d")
NEAR = 8  # dates before a day of the week, the last that names a day is what it may be counted from
LONG_AGO = 21  # days behind which a report names its days of the week from what it tells


def of_now(reading: DocumentReading, occurrence: Occurrence[Expression], meaning: Now) -> Resolved | None:
    """Seen from the day of writing; in a narrative only years and months: its "today" is any time."""
    timeline = reading.timeline
    main = timeline.main
    if not timeline.is_report and (occurrence.is_quoted or (timeline.style == Style.LOG and main)):
        # the narrative's own now
        base = coarsened(main, meaning.unit) if main and not meaning.steps else main
        moved = base and _seen_from(base, meaning)
        return Resolved(moved, Basis.COMPLETED) if moved else None
    if (
        timeline.style == Style.NARRATIVE
        and not timeline.is_report
        and _is_any_time(reading, occurrence, meaning)
    ):
        return None
    if timeline.written and meaning.unit == Unit.DAY and not meaning.steps:
        return Resolved(value_of(timeline.written), Basis.PUBLICATION)
    seen = timeline.now and _seen_from(_quarter_before(reading, meaning.unit) or timeline.now, meaning)
    return Resolved(seen, Basis.PUBLICATION) if seen else None


def _is_any_time(reading: DocumentReading, occurrence: Occurrence[Expression], meaning: Now) -> bool:
    """Whether a narrative says "today" or "this week" of the time in which it is read; not "tonight"."""
    if meaning.unit not in {Unit.DAY, Unit.WEEK}:
        return False
    expression, now = occurrence.expression, reading.timeline.now
    is_present = reading.signs.present.match(reading.text, expression.start)
    return not (meaning.unit == Unit.DAY and now and now.day) or is_present is not None


def _quarter_before(reading: DocumentReading, unit: Unit) -> Calendar | None:
    """In the third quarter it earned more than [a year ago]: in the third quarter of that year."""
    last = reading.timeline.last
    return last if last and unit == Unit.YEAR and reading.timeline.is_report and is_quarter(last) else None


def _seen_from(base: Calendar, meaning: Now) -> Calendar | Interval | None:
    if meaning.month:
        return neighbour(base, meaning.steps, meaning.month)
    seen = shifted(base, meaning.steps, meaning.unit)
    if seen and meaning.inner:
        return seen._replace(month=meaning.inner.month or seen.month, day=meaning.inner.day)
    return week_of(seen) if seen and meaning.unit == Unit.WEEK else seen


def of_next(reading: DocumentReading, meaning: Shift) -> Resolved | None:
    """Next week, next spring in a report."""
    now = reading.timeline.now
    seen = now and _seen_from(now, Now(meaning.steps, meaning.unit, month=meaning.month))
    return Resolved(seen, Basis.PUBLICATION) if seen else None


def of_weekday(
    reading: DocumentReading, occurrence: Occurrence[Expression], meaning: Weekday
) -> Calendar | None:
    """In a report by the tense of its verb; else the nearest such day behind the one of its paragraph.

    Not "on a Monday", "every Monday", "its Monday show".
    """
    timeline = reading.timeline
    is_bare = meaning.step is None and meaning.weeks is None
    is_behind = meaning.is_spoken and meaning.step == -1 and not occurrence.is_quoted
    if is_behind or (timeline.is_report and (meaning.is_spoken or is_bare)):
        return _behind_day_told(reading, occurrence, meaning) or _reported_weekday(
            reading, occurrence, meaning
        )
    base = timeline.last
    is_certain = meaning.is_certain or reading.signs.on.search(occurrence.before)
    if not base or not base.day or meaning.is_spoken or not is_certain:
        return None
    if meaning.weeks is not None:
        return _in_week(base, meaning)
    if occurrence.block != timeline.block:
        return None
    step = (meaning.number - weekday_of(base)) % 7
    if meaning.step is None:
        return days_from(base, step)
    return days_from(base, _to_neighbour(step, meaning.step))


def _behind_day_told(
    reading: DocumentReading, occurrence: Occurrence[Expression], meaning: Weekday
) -> Calendar | None:
    """On Saturday, 29 July, they left. On [Monday] they were missed: so a report tells of long ago."""
    now, start = reading.timeline.now, occurrence.expression.start
    near = (
        row for row in reversed(reading.dated[-NEAR:]) if reading.text.count("\n\n", row.start, start) < 2
    )
    day = next((row.date for row in near if DIGIT.search(reading.text, row.start, row.end)), None)
    is_told = not meaning.is_spoken and ON.search(occurrence.before) is not None
    if not day or not now or not is_told or not _is_long_before(day, now):
        return None
    return days_from(day, (meaning.number - weekday_of(day)) % 7)


def _is_long_before(day: Calendar, now: Calendar) -> bool:
    """Whether a day lies weeks before another, by months of 31 days."""
    if not (day.year and day.month and day.day and now.year and now.month and now.day):
        return False
    months = 12 * (now.year - day.year) + now.month - day.month
    return 31 * months + now.day - day.day > LONG_AGO


def _reported_weekday(
    reading: DocumentReading, occurrence: Occurrence[Expression], meaning: Weekday
) -> Calendar | None:
    now = reading.timeline.now
    if not now or not now.day:
        return None
    if meaning.weeks is not None:
        return _in_week(now, meaning)
    if not meaning.is_certain and reading.signs.any_day.search(occurrence.before):
        return None
    step = (meaning.number - weekday_of(now)) % 7
    if meaning.step:
        return days_from(now, _to_neighbour(step, meaning.step))
    way = UNKNOWN if meaning.is_certain and not meaning.is_spoken else reading.outlook(occurrence)
    is_ahead = way == FUTURE or (meaning.step == 0 and way != PAST)
    return days_from(now, step - 7 * (step > 0 and not is_ahead))


def _to_neighbour(step: int, way: int) -> int:
    """Days to the nearest such day before or behind, never the same day."""
    return step - 7 if way < 0 else step or 7


def _in_week(base: Calendar, meaning: Weekday) -> Calendar:
    assert meaning.weeks is not None
    return days_from(base, meaning.number - weekday_of(base) + 7 * meaning.weeks)
