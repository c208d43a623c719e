"""What a question wants: its words, the dates it names, and the kind of answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.dates import HistoricalDate, Precision, find_dates
from bot.questions.correction import Correction, corrected
from bot.questions.foreign import lighter
from bot.questions.named_periods import periods
from bot.questions.recent import recent
from bot.questions.wording import query_words
from bot.search.amounts import amount_in
from bot.search.query import Query, QueryWord
from bot.search.words.analysis import analyse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.dates import Mention
    from bot.search.index import Index

MOST_PERIODS = 8  # different ones; each costs a look at all dates there are
LONGEST = 1024  # characters of a question that are read; whole stories are no questions
KEPT = 0.6  # weight of a word of the question before against one of the question that goes on from it
IN_BOUND = 0.3  # weight of a word of a period's bound, which nothing in the period need name


class Wanted(StrEnum):
    """What kind of thing answers a question."""

    DATE = "date"
    PERSON = "person"
    PLACE = "place"
    AMOUNT = "amount"
    EVENT = "event"  # what happened on a date
    ANYTHING = "anything"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked and as understood."""

    text: str
    wanted: Wanted
    query: Query
    corrections: tuple[Correction, ...] = ()
    earlier: str | None = None  # the question that this one goes on from

    @property
    def topic(self) -> str:
        """What a question that goes on from this one goes on from."""
        return f"{self.earlier} {self.text}"[-LONGEST:] if self.earlier else self.text


_DATE = re.compile(
    r"""
      \b when \b | \b (?:what|which) \s (?:year|date|day|month|decade|century) s? \b
    | \b what \s (?:is|was) \s the \s (?:date|year) \b | \b (?:release|opening|founding|birth) \s? date \b
    | \b date \s of \b | \b date \s? \?* $ | \b (?:since|until) \s when \b
    | 什[么麼][时時]候 | 何[时時] | 哪一?[年天日] | 几月 | 幾月 | 几号 | 幾號 | 什[么麼]时间
    | \b когда \b | \b в \s как[оа][мй] \s (?:году|месяце|веке|день) | \b как(?:ого|ая) \s (?:числа|дата)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b who (?:m|se)? \b | [谁誰] | \b (?:кто|кого|кому|кем) \b", re.VERBOSE | re.IGNORECASE
)
_PLACE = re.compile(
    r"\b where \b | 哪[里裡裏儿] | 何[处處] | \b (?:где|куда|откуда) \b", re.VERBOSE | re.IGNORECASE
)
_AMOUNT = re.compile(
    r"\b (?: how \s (?:much|many|long|old|far|tall|big|large|small|high|deep)"
    r" | amount | percent(?:age)? | сколько ) \b | 多[少久]",
    re.VERBOSE | re.IGNORECASE,
)
_EVENT = re.compile(
    r"""
      \b (?: (?:happen|occur) (?:ed|s|ing)? | anything | events? | going \s on | went \s on | news ) \b
    | \b what \s (?:did|was|were|has|had) \b [^?]{1,60} \b do (?:ing|ne)? \b
    | [发發]生 | 做了?什[么麼] | \b (?:произошло|случилось|событи[яе]|делал[аи]?) \b
    """,
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


def understand(
    text: str, index: Index, *, today: HistoricalDate | None = None, earlier: str | None = None
) -> Question:
    """A question with its words in the forms that the index may hold.

    `today` is what "last year" counts from; `earlier` the topic of the question before, which one such as
    "and in 2018?" goes on from.
    """
    question = _alone(text[:LONGEST], index, today)
    if earlier is None or not goes_on(question):
        return question
    return _going_on(question, _alone(earlier, index, today), earlier)


def _alone(text: str, index: Index, today: HistoricalDate | None) -> Question:
    asked, corrections = corrected(text, index)
    mentions = _dates(asked, index, today)
    dates = tuple(dict.fromkeys(periods(asked, mentions)))[:MOST_PERIODS]
    kind = wanted(asked, names_dates=bool(dates))
    words = lighter(query_words(asked, index.names), index)
    query = Query(
        text=asked,
        words=tuple(_beside_dates(words, asked, mentions, dates)),
        units=analyse(asked).terms,
        dates=dates,
        corrected=len(corrections),
        wants_date=kind is Wanted.DATE,
        wants_number=kind is Wanted.AMOUNT,
        amount=amount_in(asked),
        wants_event=kind is Wanted.EVENT,
        precision=precision(asked),
        wants_start=bool(_START.search(asked)),
        wants_end=bool(_END.search(asked)),
    )
    return Question(text, kind, query, corrections)


def _dates(text: str, index: Index, today: HistoricalDate | None) -> Sequence[Mention]:
    """The dates that a question names, in order; among them stretches up to today."""
    named = find_dates(text, events=index.event_dates, today=today)
    return sorted((*named, *(recent(text, today) if today else ())), key=lambda one: one.start)


def _beside_dates(
    words: Sequence[QueryWord], text: str, mentions: Sequence[Mention], dates: Sequence[HistoricalDate]
) -> Iterator[QueryWord]:
    """The words; those of dates tell nothing by themselves, and little those of a period's bounds.

    "May" of "between May and July 2024" stands in no passage about June.
    """
    starts = analyse(text).starts
    for word in words:
        around = next((one for one in mentions if one.start <= starts[word.place] < one.end), None)
        if around is None:
            yield word
        else:
            bound = 1.0 if around.date in dates else IN_BOUND
            yield replace(word, weight=word.weight * bound, is_beside=True)


_GOING_ON = re.compile(
    r"\s* (?: (?:and|but|or|also|then|so|what \s about|how \s about|а|и|но|что \s насчет) \b"
    r" | 那 | 还有 | 還有 )",
    re.VERBOSE | re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?: he|she|it|they|him|her|them|his|its|their|that|there|then )\b"
    r"| \b(?: он|она|оно|они|его|ее|их|там|тогда )\b"
    r"| [他她它] | 那[里裡时時]",
    re.VERBOSE | re.IGNORECASE,
)


def goes_on(question: Question) -> bool:
    """Whether a question needs the one before it: it says so, points back, or has no topic of its own."""
    words = [word for word in question.query.words if not word.is_beside]
    if _GOING_ON.match(question.text):
        return len(words) <= 3
    return not words or (len(words) <= 2 and bool(_POINTING.search(question.text)))


def _going_on(question: Question, before: Question, earlier: str) -> Question:
    """A question with the topic of the one before; its own words count more, its dates and kind stay."""
    own, old = question.query, before.query
    known = {word.forms[0].term for word in own.words}
    kept = tuple(
        replace(word, weight=word.weight * KEPT) for word in old.words if word.forms[0].term not in known
    )
    if own.dates and old.dates:
        kept = tuple(word for word in kept if not word.typed.isdecimal())
    kind = question.wanted if question.wanted is not Wanted.ANYTHING else before.wanted
    query = replace(
        own,
        words=(*own.words, *kept),
        units=(*own.units, *old.units),
        dates=own.dates or old.dates,
        wants_date=kind is Wanted.DATE,
        wants_number=kind is Wanted.AMOUNT,
        amount=own.amount or (old.amount if kind is before.wanted else None),
        wants_event=kind is Wanted.EVENT,
        precision=own.precision or old.precision,
    )
    return replace(question, wanted=kind, query=query, earlier=earlier)


_YEAR = re.compile(
    r"\b (?:what|which) \s year \b (?!s) | 哪一?年 | \b как(?:ом|ой) \s год", re.VERBOSE | re.IGNORECASE
)
_START = re.compile(
    r"\b (?:born|birth|begin|began|begun|start(?:ed)?|earliest|first) \b"
    r"| 出生 | 开始 | 開始 | \b (?:родил|начал)",
    re.VERBOSE | re.IGNORECASE,
)
_END = re.compile(
    r"\b (?:die[sd]?|death|end(?:ed|s)?|until|stop(?:ped)?|last|leave|left|finish(?:ed)?|ceased?) \b"
    r"| 去世 | 结束 | 結束 | \b (?:умер|закончил)",
    re.VERBOSE | re.IGNORECASE,
)


def precision(text: str) -> Precision | None:
    """How exact a date is asked for; None when the question does not say."""
    return Precision.YEAR if _YEAR.search(text) else None
