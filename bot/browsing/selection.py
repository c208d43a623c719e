"""What a member browses: the statements of a topic and a period, of a date in words, of today."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from bot.browsing.written_periods import in_question_words, topic_words
from bot.dates import Basis, HistoricalDate, Mention, Precision, find_dates
from bot.questions import understand
from bot.search.unranked_search import passages_holding

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from numpy.typing import NDArray

    from bot.browsing.chronology import Chronology, DatedStatement

    Whole = NDArray[np.int64]

LEAP_DAY = HistoricalDate.parse("2024-02-29")  # in a year that has every day
MONTH_AND_DAY = re.compile(r"\d{2}-\d{2}", re.ASCII)
NOTHING = np.array([], np.int64)


class Scope(StrEnum):
    """What the statements of a selection have in common."""

    ALL = "all"
    PERIOD = "period"  # they begin within the dates that were asked for
    DAY = "day"  # the same day of any year
    WEEK = "week"  # a day of the same week of any year
    MONTH = "month"  # a day of the same month of any year


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """Statements that a member wants to see, in order of time."""

    positions: Whole
    scope: Scope = Scope.ALL

    def __len__(self) -> int:
        return len(self.positions)


@dataclass(frozen=True, slots=True)
class Listing:
    """What a command selects; the command is as it would be sent again: "/timeline Tokyo 2017"."""

    chronology: Chronology
    command: str
    selection: Selection

    def __len__(self) -> int:
        return len(self.selection)

    def statements(self, first: int, many: int) -> list[DatedStatement]:
        """Some of its statements, from one on, as many as there are."""
        return self.chronology.statements(self.selection.positions[first : first + many])


def listing(chronology: Chronology, command: str, today: date) -> Listing | None:
    """What a command selects; None for a date that cannot be read."""
    name, _, request = command.partition(" ")
    if name == "/today":
        selection: Selection | None = on_this_day(chronology, today)
    else:
        selection = (on_date if name == "/on" else timeline)(chronology, request, today)
    return None if selection is None else Listing(chronology, command, selection)


def timeline(chronology: Chronology, request: str, today: date) -> Selection:
    """The statements about what is asked for: a topic, a period, both or nothing at all."""
    if not request.strip():
        return Selection(chronology.select())
    index = chronology.library.index
    query = understand(in_question_words(request), index, today=_as_date(today)).query
    if query.dates:
        query = replace(query, words=topic_words(query.words))
    has_topic = any(not word.is_beside for word in query.words)
    if not has_topic and not query.dates:
        return Selection(NOTHING)
    about = passages_holding(query, index) if has_topic else None
    scope = Scope.PERIOD if query.dates else Scope.ALL
    return Selection(chronology.select(query.dates, about), scope)


def on_date(chronology: Chronology, request: str, today: date) -> Selection | None:
    """The statements of a date in words, None where there is no date: "2017-09", "last year".

    A day or month without a year is that of every year: "14 July", "07-14".
    """
    if MONTH_AND_DAY.fullmatch(request):
        month, day = map(int, request.split("-"))
        return Selection(chronology.on_days([(month, day)]), Scope.DAY)
    mentions = _dates_in(chronology, in_question_words(request), today)
    if not mentions:
        return None
    if _is_of_every_year(mentions):
        return _of_every_year(chronology, mentions[0].date)
    dates = tuple(dict.fromkeys(mention.date for mention in mentions))
    return Selection(chronology.select(dates), Scope.PERIOD)


def on_this_day(chronology: Chronology, today: date) -> Selection:
    """What happened on this day of a year; else in its week, else in its month, as the scope says."""
    monday = today - timedelta(days=today.weekday())
    week = [monday + timedelta(days=days) for days in range(7)]
    for scope, days in ((Scope.DAY, [today]), (Scope.WEEK, week)):
        positions = chronology.on_days([(day.month, day.day) for day in days])
        if len(positions):
            return Selection(positions, scope)
    return Selection(chronology.in_month(today.month), Scope.MONTH)


def _dates_in(chronology: Chronology, request: str, today: date) -> list[Mention]:
    """The dates that a request names, or is as EDTF; a month's name may be written small."""
    with suppress(ValueError):
        return [Mention(0, len(request), request, HistoricalDate.parse(request), Basis.EXPLICIT)]
    events = chronology.library.index.event_dates
    readings = ((request, _as_date(today)), (request.title(), _as_date(today)), (request.title(), LEAP_DAY))
    for text, day in readings:
        if mentions := find_dates(text, events=events, today=day):
            return mentions
    return []


def _is_of_every_year(mentions: Sequence[Mention]) -> bool:
    """Whether it is one day or month that names no year: "14 July", not "Monday"."""
    mention = mentions[0]
    if len(mentions) > 1 or mention.basis is not Basis.COMPLETED or mention.date.is_interval:
        return False
    is_day = mention.date.precision is Precision.DAY and any(letter.isdigit() for letter in mention.text)
    return is_day or mention.date.precision is Precision.MONTH


def _of_every_year(chronology: Chronology, date: HistoricalDate) -> Selection:
    day = date.first
    if date.precision is Precision.DAY:
        return Selection(chronology.on_days([(day.month, day.day)]), Scope.DAY)
    return Selection(chronology.in_month(day.month), Scope.MONTH)


def _as_date(day: date) -> HistoricalDate:
    return HistoricalDate.parse(day.isoformat())
