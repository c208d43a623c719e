"""A date in words, never more exact than it is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dates.languages import phrases_of
from bot.dates.value import FIRST_QUARTER, SPRING, WINTER, HistoricalDate, Point, Precision

if TYPE_CHECKING:
    from bot.dates.mention import Basis
    from bot.dates.phrases import Phrases

EARLY = 100  # years before it are said with their era
TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def say(date: HistoricalDate, language: str = "en") -> str:
    """The date as a reader would write it; in English where the language has no words here.

    >>> say(HistoricalDate.parse("2024-04/2024-09"))
    'April – September 2024'
    """
    phrases = phrases_of(language)
    if date.begin and date.finish:
        return _point(date.begin, phrases) if date.begin == date.finish else _interval(date, phrases)
    point = date.begin or date.finish
    assert point
    words = phrases.since if date.begin else phrases.until
    return words.format(_point(point, phrases.oblique or phrases))


def say_basis(basis: Basis, language: str = "en") -> str:
    """Where a date comes from, in a few words; nothing for one that stands in the text."""
    return phrases_of(language).bases.get(basis, "")


def _interval(date: HistoricalDate, phrases: Phrases) -> str:
    """April – September 2024, 2024年4月至9月: what both ends share is said once."""
    begin, finish = date.begin, date.finish
    assert begin
    assert finish
    if phrases.years and all(map(_is_plain_year, (begin, finish))):
        return phrases.years.format(begin.year, finish.year)
    first, last = _point(begin, phrases), _point(finish, phrases)
    if begin.year == finish.year and begin.month and finish.month and not date.is_approximate:
        shares_month = bool(begin.day and finish.day and begin.month == finish.month)
        if phrases.year_first:
            shared = _point(Point(begin.year, begin.month if shares_month else None), phrases)
            return f"{first}{phrases.dash}{last.removeprefix(shared)}"
        first = _filled(
            _template(begin, phrases).split(phrases.of + "{" + "ym"[shares_month])[0], begin, phrases
        )
    return f"{first}{phrases.dash}{last}"


def _is_plain_year(point: Point) -> bool:
    """Whether it is a year that is said without an era or "about"."""
    return point.precision is Precision.YEAR and not point.is_approximate and point.year >= EARLY


def _point(point: Point, phrases: Phrases) -> str:
    """About, and the era of the whole: "c. 3 May 490 BC"."""
    if point.is_approximate:
        exact = Point(point.year, point.month, point.day, point.span)
        return phrases.about.format(_point(exact, phrases.oblique or phrases))
    words = _filled(_template(point, phrases), point, phrases)
    if point.span or point.year >= EARLY:
        return words
    return (phrases.before_christ if point.year <= 0 else phrases.early).format(words)


def _template(point: Point, phrases: Phrases) -> str:
    """The phrase for a value that is as exact as this one."""
    return {
        Precision.DAY: phrases.day,
        Precision.MONTH: phrases.month,
        Precision.SEASON: phrases.season,
        Precision.QUARTER: phrases.quarter,
        Precision.YEAR: phrases.year,
        Precision.DECADE: phrases.decade,
        Precision.CENTURY: phrases.century,
    }[point.precision]


def _filled(template: str, point: Point, phrases: Phrases) -> str:
    month, century = point.month or 0, point.year // 100 + 1
    return template.format(
        y=point.year if point.year > 0 or point.span else 1 - point.year,
        m=(phrases.of_day if point.day else phrases.months)[month - 1] if 1 <= month <= 12 else "",
        d=point.day,
        s=phrases.seasons[month - SPRING] if SPRING <= month <= WINTER else "",
        q=month - FIRST_QUARTER + 1,
        n=_roman(century) if phrases.roman else century,
        th="th" if century in {11, 12, 13} else phrases.ordinals.get(century % 10, "th"),
    )


def _roman(number: int) -> str:
    """XXI for 21; up to a hundred, as centuries need."""
    tens, ones = divmod(number, 10)
    return ("C" if tens == 10 else TENS[tens]) + ONES[ones]
