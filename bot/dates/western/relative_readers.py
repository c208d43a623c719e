"""What the shapes of European dates mean that count from another moment: a reader a shape.

Their docstrings are examples of what they read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates.expression import (
    Apposed,
    Calendar,
    ClockTime,
    FromEvent,
    Meaning,
    Now,
    Same,
    Shift,
    Unit,
    Weekday,
)
from bot.dates.western.calendar_readers import ordinal

if TYPE_CHECKING:
    from bot.dates.lexicon import Lexicon

THIS_YEAR = re.compile(r"[ ](?:this|dieses|este|этого)[ ](?!же\b|mismo\b)", re.IGNORECASE)  # of no other year


def later(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """Two days later, about a year earlier, five years ago."""
    count = lexicon.number(match["count"])
    if count is None:
        return None
    unit = lexicon.units[match["unit"].lower()]
    about = bool(match["about"]) or unit in {Unit.DECADE, Unit.CENTURY}
    way = re.sub(r"\s+", " ", match["way"].lower())
    if way in lexicon.spoken:
        return Now(-count, unit, is_approximate=about)
    return Shift(count * lexicon.later[way], unit, is_approximate=about)


def beside(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The next day, the previous year, the following spring; the previous Friday."""
    way, word = match["way"].lower(), match["unit"]
    count = lexicon.beside[way]
    is_bare = match["bare"] is not None
    if word in lexicon.weekdays:
        return Weekday(lexicon.weekdays[word], is_certain=True, step=count, is_spoken=is_bare)
    if inner := lexicon.months.get(word) or lexicon.seasons.get(word.lower()):
        return Shift(count, Unit.YEAR, month=inner, is_bare=is_bare)
    return Shift(count, lexicon.units[word.lower()], is_bare=is_bare)


def behind(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The day following, the morning after."""
    return Shift(lexicon.later[match["way"].lower()], lexicon.units[match["unit"].lower()])


def year_before(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The year-earlier period."""
    del lexicon, match
    return Shift(-1, Unit.YEAR)


def moved(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """Am Vortag, накануне."""
    return Shift(*lexicon.moved[match["moved"].lower()])


def spoken(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """Yesterday, last year, this month."""
    count, unit = lexicon.spoken[re.sub(r"\s+", " ", match["now"].lower())]
    return Now(count, unit)


def spoken_part(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """Last May, this spring, next Friday: the nearest one before or behind the day of speaking."""
    way, word = re.sub(r"\s+", " ", match["way"].lower()), match["unit"]
    step = lexicon.nearest[way]
    if word in lexicon.weekdays:
        return Weekday(lexicon.weekdays[word], is_certain=True, step=step, is_spoken=True)
    month = lexicon.months.get(word) or lexicon.seasons[word.lower()]
    return Now(step, Unit.YEAR, month=month)


def same(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """That day, the same month, that summer, later that year, the end of the year."""
    word = match["unit"]
    if inner := lexicon.months.get(word) or lexicon.seasons.get(word.lower()):
        return Same(Unit.YEAR, Calendar(None, inner))
    unit = lexicon.units[word.lower()]
    is_now = lexicon.spoken.get(match[0].lower()) == (0, unit)
    return Same(unit, is_far=bool(match["far"]), is_now=is_now)


def of_beside(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """May of the following year, мая следующего года, mayo del año siguiente."""
    word = match["month"]
    inner = lexicon.months.get(word) or lexicon.seasons[word.lower()]
    day = ordinal(lexicon, match["day"]) if match["day"] else None
    return Shift(lexicon.beside[match["way"].lower()], Unit.YEAR, inner=Calendar(None, inner, day))


def of_same(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """June of that year, July 25 of the same year, summer of that year."""
    word = match["month"]
    inner = lexicon.months.get(word) or lexicon.seasons[word.lower()]
    day = match["day"] or match["day2"]
    is_now = THIS_YEAR.search(match[0]) is not None
    return Same(Unit.YEAR, Calendar(None, inner, ordinal(lexicon, day) if day else None), is_now=is_now)


def of_spoken_year(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """April last year, the 26th of April this year."""
    word, day = match["month"], match["day"]
    inner = lexicon.months.get(word) or lexicon.seasons[word.lower()]
    way = match["way"].lower()
    steps = lexicon.nearest[way] if way in lexicon.nearest else lexicon.beside[way]
    return Now(steps, Unit.YEAR, inner=Calendar(None, inner, ordinal(lexicon, day) if day else None))


def of_same_month(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The 2nd of that month, am 2. desselben Monats."""
    return Same(Unit.MONTH, Calendar(day=ordinal(lexicon, match["day"])))


def of_beside_month(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The 2nd of the following month."""
    day = Calendar(day=ordinal(lexicon, match["day"]))
    return Shift(lexicon.beside[match["way"].lower()], Unit.MONTH, inner=day)


def bare_day(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The 20th."""
    return Calendar(None, None, ordinal(lexicon, match["day"]))


def clock(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """11 a.m., at 10:57, noon: it has the date of its day."""
    del lexicon, match
    return ClockTime()


def apposed(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The first day of the battle: another name of the date before it."""
    del lexicon, match
    return Apposed(is_kept=False)


def anniversary(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The sixth anniversary of the fall."""
    del lexicon, match
    return Apposed(is_kept=True)


def from_event(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """Two days after the fall of Girona, the day before the battle."""
    count = lexicon.number(match["count"]) if match["count"] else 1
    if count is None:
        return None
    return FromEvent(count * lexicon.later[match["way"].lower()], lexicon.units[match["unit"].lower()])


def weekday(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """Thursday, Thursday's vote."""
    return Weekday(lexicon.weekdays[match["weekday"]], is_certain=match["of"] is not None)


def weekday_of_week(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """Tuesday of the following week, Monday next week."""
    way, spoken = match["way"], match.groupdict().get("spoken")
    if spoken:
        weeks = {"last": -1, "this": 0, "next": 1}[spoken]
        return Weekday(lexicon.weekdays[match["weekday"]], is_certain=True, weeks=weeks, is_spoken=True)
    weeks = lexicon.beside[way.lower()] if way else 0
    return Weekday(lexicon.weekdays[match["weekday"]], is_certain=True, weeks=weeks)


def weekday_of_spoken_week(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """Last week Thursday, Thursday of last week."""
    weeks, _ = lexicon.spoken[re.sub(r"\s+", " ", match["now"].lower())]
    return Weekday(lexicon.weekdays[match["weekday"]], is_certain=True, weeks=weeks, is_spoken=True)
