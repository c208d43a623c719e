"""What a question wants: its words, the dates it names, and the kind of answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.dates import HistoricalDate, Precision, find_dates
from bot.search.analysis import analyse, fold
from bot.search.query import Query
from bot.search.wording import is_stop, query_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.dates import Mention
    from bot.search.index import Index

MOST_PERIODS = 8  # different ones; each costs a look at all dates there are
LONGEST = 1024  # characters of a question that are read; whole stories are no questions


class Wanted(StrEnum):
    """What kind of thing answers a question."""

    DATE = "date"
    PERSON = "person"
    PLACE = "place"
    AMOUNT = "amount"
    EVENT = "event"  # what happened on a date
    ANYTHING = "anything"


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that the index does not know, and the one that was searched for it."""

    typed: str
    read: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked and as understood."""

    text: str
    wanted: Wanted
    query: Query
    corrections: tuple[Correction, ...] = ()


_DATE = re.compile(
    r"""
      \b when \b | \b (?:what|which) \s (?:year|date|day|month|decade|century) s? \b
    | \b what \s (?:is|was) \s the \s (?:date|year) \b
    | \b (?:since|until) \s when \b
    | 什[么麼][时時]候 | 何[时時] | 哪一?[年天日] | 几月 | 幾月
    | \b когда \b | \b в \s как[оа][мй] \s (?:году|месяце|веке|день)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b who (?:m|se)? \b | [谁誰] | \b (?:кто|кого|кому|кем) \b", re.VERBOSE | re.IGNORECASE
)
_PLACE = re.compile(
    r"\b where \b | 哪[里裡裏] | 何[处處] | \b (?:где|куда|откуда) \b", re.VERBOSE | re.IGNORECASE
)
_AMOUNT = re.compile(
    r"\b (?: how \s (?:much|many|long|old|far|tall|big|large) | percent(?:age)? | сколько ) \b | 多[少久]",
    re.VERBOSE | re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b (?:happen|occur) (?:ed|s|ing)? \b | [发發]生 | \b (?:произошло|случилось) \b",
    re.VERBOSE | re.IGNORECASE,
)


def wanted(text: str, *, names_dates: bool) -> Wanted:
    """What kind of thing a question asks for."""
    if names_dates and _EVENT.search(text):
        return Wanted.EVENT
    for pattern, kind in (
        (_DATE, Wanted.DATE), (_PERSON, Wanted.PERSON), (_PLACE, Wanted.PLACE), (_AMOUNT, Wanted.AMOUNT),
    ):  # fmt: skip
        if pattern.search(text):
            return kind
    return Wanted.ANYTHING


def understand(text: str, index: Index) -> Question:
    """A question with its words in the forms that the index may hold."""
    text = text[:LONGEST]
    asked, corrections = corrected(text, index)
    named = dict.fromkeys(periods(asked, find_dates(asked, events=index.event_dates)))
    dates = tuple(named)[:MOST_PERIODS]
    kind = wanted(asked, names_dates=bool(dates))
    query = Query(
        text=asked,
        words=tuple(query_words(asked, index.names)),
        units=analyse(asked).terms,
        dates=dates,
        wants_date=kind is Wanted.DATE,
        wants_number=kind is Wanted.AMOUNT,
        wants_event=kind is Wanted.EVENT,
        precision=precision(asked),
        wants_start=bool(_START.search(asked)),
        wants_end=bool(_END.search(asked)),
    )
    return Question(text, kind, query, corrections)


def corrected(text: str, index: Index) -> tuple[str, tuple[Correction, ...]]:
    """The question with unknown words read as the index's nearest ones, and which those are."""
    analysis = analyse(text)
    named = {
        place
        for found in index.names.find(text, analysis)
        for place in range(found.place, found.place + found.size)
    }
    pieces: list[str] = []
    corrections: list[Correction] = []
    done = 0
    for place, (term, start, end) in enumerate(
        zip(analysis.terms, analysis.starts, analysis.ends, strict=True)
    ):
        typed = text[start:end]
        if place in named or index.knows(term) or is_stop(typed):
            continue
        if read := index.layout.spelling.nearest(fold(typed)):
            pieces += [text[done:start], read]
            done = end
            corrections.append(Correction(typed, read))
    return "".join([*pieces, text[done:]]), tuple(corrections)


_YEAR = re.compile(
    r"\b (?:what|which) \s year \b (?!s) | 哪一?年 | \b как(?:ом|ой) \s год", re.VERBOSE | re.IGNORECASE
)
_START = re.compile(
    r"\b (?:born|birth|begin|began|start(?:ed)?) \b | 出生 | \b родил", re.VERBOSE | re.IGNORECASE
)
_END = re.compile(r"\b (?:die[sd]?|death|end(?:ed|s)?|until) \b | 去世 | \b умер", re.VERBOSE | re.IGNORECASE)


def precision(text: str) -> Precision | None:
    """How exact a date is asked for; None when the question does not say."""
    return Precision.YEAR if _YEAR.search(text) else None


def periods(text: str, named: Sequence[Mention]) -> Iterator[HistoricalDate]:
    """The periods that a question names: a date, the time before or after it, the time between two."""
    rest = list(named)
    while rest:
        mention = rest.pop(0)
        before = text[max(0, mention.start - 16) : mention.start]
        if rest and _BETWEEN.search(before) and _AND.fullmatch(text[mention.end : rest[0].start]):
            yield _between(mention.date, rest.pop(0).date)
        elif _EARLIER.search(before):
            yield HistoricalDate(None, mention.date.begin or mention.date.finish)
        elif _LATER.search(before):
            yield HistoricalDate(mention.date.begin or mention.date.finish, None)
        else:
            yield mention.date


def _between(first: HistoricalDate, last: HistoricalDate) -> HistoricalDate:
    """From the one to the other; the year of "between May and July 2024" is the last one's."""
    begin, finish = first.begin, last.finish
    return HistoricalDate(begin, finish) if first.first <= last.last else last


_BETWEEN = re.compile(r"\b(?:between|from|между|с)\s(?:the\s)?$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|to|until|till|through|[-–—]|и|по|до)\s*(?:the\s)?", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:before|until|till|up\sto|prior\sto|до)\s(?:the\s)?$", re.IGNORECASE)
_LATER = re.compile(r"\b(?:after|since|following|после|с)\s(?:the\s)?$", re.IGNORECASE)
