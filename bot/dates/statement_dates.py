"""The one date that the statements of a passage give it: mostly the first one's, or a day within that."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.dates.mention import Basis, Mention, PassageDate
from bot.dates.value import HistoricalDate, Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dates.surroundings import Occurrence

JOINT = 5  # characters between the year of an entry and its day: " -  "
ARTICLES = frozenset({"", "the", "our", "das", "der", "die", "unser", "el", "la"})  # before a year as a name


def date_of_statements(statements: Sequence[Occurrence[Mention]]) -> PassageDate:
    """The first one's date, or the years from the first to the last that its sentence runs through."""
    first = statements[0].expression
    sentence = statements[0].sentence
    years = [statement.expression.date for statement in statements if statement.sentence == sentence]
    if len(years) > 1 and all(map(_is_year, years)) and _are_ascending(years):
        return PassageDate(from_first_to_last(years), Basis.EXPLICIT)
    if first.date.precision == Precision.YEAR and (
        day := _day_behind(statements) or _day_of_label(statements)
    ):
        return PassageDate.of(day)
    if first.date.precision is Precision.CENTURY:
        exact = (row.expression for row in statements[1:] if _is_within(row.expression.date, first.date))
        return PassageDate.of(next(exact, first))
    for occurrence in statements[1:]:  # "In 2017, ... That day, ...": it comes to the day it means
        mention = occurrence.expression
        if mention.date.precision == Precision.DAY and not re.search(r"\d", mention.text):
            return PassageDate.of(mention if first.date.covers(mention.date) else first)
    return PassageDate.of(first)


def _day_behind(statements: Sequence[Occurrence[Mention]]) -> Mention | None:
    """The day or month right behind the year that opens an entry, or else the only one of that year.

    "1935 - 31 May: the first parade", "1948 - the club was formed, July 20".
    """
    if len(statements) < 2 or not statements[0].is_entry:
        return None
    year, *days = (statement.expression for statement in statements)
    is_close = days[0].start - year.end <= JOINT
    is_told = days[0].basis == Basis.COMPLETED and len(days) == 1
    is_within = year.date != days[0].date and year.date.covers(days[0].date)
    return days[0] if (is_close or is_told) and is_within else None


def _day_of_label(statements: Sequence[Occurrence[Mention]]) -> Mention | None:
    """The day that a sentence tells of what it calls by its year: "The 2020 fair was held on 26 May 2020"."""
    label = statements[0]
    if not (label.is_followed and label.is_opening) or label.before.strip().lower() not in ARTICLES:
        return None
    rest = (row.expression for row in statements[1:] if row.sentence == label.sentence)
    whole = label.expression.date
    return next((row for row in rest if row.basis is Basis.EXPLICIT and _is_within(row.date, whole)), None)


def _is_within(date: HistoricalDate, whole: HistoricalDate) -> bool:
    return date.precision < whole.precision and not date.is_interval and whole.covers(date)


def _are_ascending(dates: Sequence[HistoricalDate]) -> bool:
    return all(here.first < there.first for here, there in pairwise(dates))


def from_first_to_last(dates: Sequence[HistoricalDate]) -> HistoricalDate:
    """From the first to the last where they ascend without overlap, else the first."""
    first, last = dates[0], dates[-1]
    return HistoricalDate(first.begin, last.finish) if first.last < last.first else first


def _is_year(date: HistoricalDate) -> bool:
    return date.precision == Precision.YEAR and not date.is_interval


def latest_date(statements: Sequence[Occurrence[Mention]], own: HistoricalDate) -> HistoricalDate:
    """What the next passages inherit: the last date that the narrative came to, none of a year before."""
    last = statements[-1].expression.date
    return own if last.covers(own) or last.last.year < own.first.year else last
