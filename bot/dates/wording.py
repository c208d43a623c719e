"""A date in words, never more exact than it is stored."""

from __future__ import annotations

from bot.dates.mention import Basis
from bot.dates.value import FIRST_QUARTER, SPRING, HistoricalDate, Point, Precision

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = ("spring", "summer", "autumn", "winter")
BASES = {
    Basis.COMPLETED: "year from the paragraphs before",
    Basis.INHERITED: "date from the paragraphs before",
    Basis.PUBLICATION: "from when it was written",
    Basis.ALIAS: "the day this name stands for",
}


def say(date: HistoricalDate, language: str = "en") -> str:
    """The date as a reader would write it.

    >>> say(HistoricalDate.parse("2024-04/2024-09"))
    'April – September 2024'
    """
    del language
    if date.begin is None or date.finish is None:
        point = date.begin or date.finish
        assert point
        return ("since " if date.begin else "until ") + _point(point)
    if date.begin == date.finish:
        return _point(date.begin)
    return _interval(date.begin, date.finish)


def say_basis(basis: Basis, language: str = "en") -> str:
    """Where a date comes from, in a few words; nothing for one that stands in the text."""
    del language
    return BASES.get(basis, "")


def _interval(begin: Point, finish: Point) -> str:
    """April – September 2024: what both ends share is said once."""
    if begin.year != finish.year or begin.span or finish.span or not (begin.month and finish.month):
        return f"{_point(begin)} – {_point(finish)}"
    start = _point(begin).removesuffix(" " + _year(begin))
    if begin.day and finish.day and begin.month == finish.month:
        start = start.split(" ")[0]
    return f"{start} – {_point(finish)}"


def _point(point: Point) -> str:
    about = "c. " if point.is_approximate else ""
    if point.span == Precision.CENTURY:
        return f"{about}{_ordinal(point.year // 100 + 1)} century"
    if point.span == Precision.DECADE:
        return f"{about}{point.year}s"
    words = [str(point.day)] if point.day else []
    words += [_month(point.month)] if point.month else []
    return about + " ".join([*words, _year(point)])


def _month(month: int) -> str:
    if month >= FIRST_QUARTER:
        return f"Q{month - FIRST_QUARTER + 1}"
    return SEASONS[month - SPRING] if month >= SPRING else MONTHS[month - 1]


def _year(point: Point) -> str:
    if point.year > 0:
        return f"AD {point.year}" if point.year < 100 else str(point.year)
    return f"{1 - point.year} BC"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
