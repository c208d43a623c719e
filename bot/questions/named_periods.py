"""The periods that a question names: "in 2017", "before 2018", "between May and July 2024", "last year"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates import HistoricalDate, Point, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.dates import Mention

LOOKED_AT = 16  # characters before and behind a date


def periods(text: str, named: Sequence[Mention]) -> Iterator[HistoricalDate]:
    """The dates that are meant: one by itself, the time before or after it, the time between two."""
    rest = list(named)
    while rest:
        mention = rest.pop(0)
        date, before, behind = _surrounded(text, mention)
        if (
            rest
            and _OF_YEAR.fullmatch(text[mention.end : rest[0].start])
            and date.precision is Precision.YEAR
        ):
            date = _in_year(date, rest.pop(0).date)
        if rest and _BETWEEN.search(before) and _AND.fullmatch(text[mention.end : rest[0].start]):
            yield _between(date, rest.pop(0).date)
        elif date.is_open or (date.is_interval and _BETWEEN.search(before)):
            yield date
        elif _EARLIER.search(before) or _EARLIER_BEHIND.match(behind):
            yield HistoricalDate(None, _before(date))
        elif _LATER.search(before) or _LATER_BEHIND.match(behind):
            yield HistoricalDate(date.begin or date.finish, None)
        else:
            yield date


_YEARS = {Precision.YEAR: 1, Precision.DECADE: 10, Precision.CENTURY: 100}


def _before(date: HistoricalDate) -> Point | None:
    """The last moment before a date: 2017 for 2018, the 1980s for the 1990s; a month is its own bound."""
    begin = date.begin or date.finish
    return replace(begin, year=begin.year - _YEARS.get(begin.precision, 0)) if begin else None


def _surrounded(text: str, mention: Mention) -> tuple[HistoricalDate, str, str]:
    before = text[max(0, mention.start - LOOKED_AT) : mention.start]
    return mention.date, before, text[mention.end : mention.end + LOOKED_AT]


def _in_year(year: HistoricalDate, date: HistoricalDate) -> HistoricalDate:
    """A month or day of the year that stands right before it: 去年十月."""
    begin, finish = date.begin, date.finish
    if not (year.begin and begin and finish):
        return date
    return HistoricalDate(replace(begin, year=year.begin.year), replace(finish, year=year.begin.year))


def _between(first: HistoricalDate, last: HistoricalDate) -> HistoricalDate:
    """From the one to the other; the year of "between May and July 2024" is the last one's."""
    begin, finish = first.begin, last.finish
    return HistoricalDate(begin, finish) if first.first <= last.last else last


_OF_YEAR = re.compile(r"的?")
_BETWEEN = re.compile(r"\b(?:between|from|между|с|со)\s(?:the\s)?$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|to|until|till|through|[-–—]|и|по|до)\s*(?:the\s)?", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:before|until|till|up\sto|prior\sto|earlier\sthan|до|перед)\s(?:the\s)?$", re.IGNORECASE
)
_LATER = re.compile(r"\b(?:after|since|following|later\sthan|после|с|со)\s(?:the\s)?$", re.IGNORECASE)
_EARLIER_BEHIND = re.compile(r"\s*(?:年)?(?:之前|以前|前)")
_LATER_BEHIND = re.compile(r"\s*(?:年)?(?:之后|之後|以后|以後|以来|以來|后|後)")
