"""Whether a question goes on from the one before, and with what of that it is understood: "and in 2018?"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.questions.follow_up_phrases import (
    asks_what_became,
    asks_who_somebody_is,
    points_back,
    points_to_other_time,
)
from bot.questions.messages.steps import step_of
from bot.questions.wanted import Wanted, asks_for_name, asks_why
from bot.search.words.commonness import is_name
from bot.sentences import words_of

if TYPE_CHECKING:
    from bot.questions.question import Question
    from bot.search.query import Query, QueryWord

LONGEST = 60  # characters of a message that goes on from the one before
FEW_WORDS = 6  # "when did the hall close?" may be of what was spoken of
FEW_HAN = 12  # letters
KEPT = 0.6  # weight of a word of the question before against one of the question that goes on from it
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_GOING_ON = re.compile(
    r"[\s¿¡]* (?: (?:and|but|or|also|then|so|what \s about|how \s about) \b"
    r" | (?:а|и|но|что \s насч[её]т | und|aber|oder|was \s ist \s mit | y|e|o|pero|qué \s hay \s de) \b"
    r" | 那 | 还有 | 還有 | [^呢]{1,10} 呢 \W* $ )",
    re.VERBOSE | re.IGNORECASE,
)
_COUNTING = re.compile(  # a number may be one of what is shown
    r"\s* (?: (?: how \s (?:many|much) | сколько | wie \s? viele? | cu[aá]nt[oa]s? ) \b | 多少 | 有[几幾] )",
    re.VERBOSE | re.IGNORECASE,
)
_ONES = words_of("one ones")  # name nothing: "and the new one?"
_DOING = words_of(  # says nothing of what is done: "who did it?"
    "make made gemacht machte getan tat сделал сделала сделали делал hizo hicieron 多少钱"
)


def may_go_on(text: str) -> bool:
    """Whether a message may need the one before it, by its looks alone."""
    if len(text) > LONGEST:
        return False
    words = _WORD.findall(text)
    few = FEW_HAN if _HAN.search(text) else FEW_WORDS
    says_so = says_that_it_goes_on(text) or _COUNTING.match(text) or points_back(text) or step_of(text)
    return len(words) <= few or bool(says_so)


def says_that_it_goes_on(text: str) -> bool:
    """Whether a message begins as one that goes on: "and", "what about"."""
    return _GOING_ON.match(text) is not None


def names_somebody_or_something(question: Question) -> bool:
    """Whether a question names somebody or something: "and who was Bo Falk?", but not "and why?"."""
    return any(
        is_name(word.typed, question.language)
        for word in question.query.words
        if word.typed in question.taken
    )


def goes_on(question: Question) -> bool:
    """Whether a question needs the one before it: it says so, points back, or has no topic of its own.

    What is asked with a single word that names nothing is asked of the subject before: "how many people?",
    "who won?", "what was the result?".
    """
    words = [word for word in question.query.words if not word.is_beside and word.typed.lower() not in _DOING]
    if says_that_it_goes_on(question.taken):
        return len(words) <= 3
    if question.wanted is Wanted.EVENT:  # "what happened in 1917?"
        return False
    names = any(is_name(word.typed, question.language) for word in words)
    points = points_back(question.taken) or (asks_what_became(question.taken) and not names)
    if not words or (len(words) <= 2 and points):
        return True
    is_alone = len(words) == 1 and not is_name(words[0].typed, question.language)
    return is_alone and not asks_who_somebody_is(question.taken)


def going_on(question: Question, before: Question, earlier: str) -> Question:
    """A question with the topic of the one before; its own words count more, its dates and kind stay."""
    own, old = _without_ones(question.query), _without_ones(before.query)
    known = {word.forms[0].term for word in own.words}
    kept = tuple(
        replace(word, weight=word.weight * KEPT) for word in old.words if word.forms[0].term not in known
    )
    if old.dates and points_to_other_time(question.taken):
        old = replace(old, dates=(), precision=None)
        kept = tuple(word for word in kept if not _is_of_date(word))
    if own.dates and old.dates:
        kept = tuple(word for word in kept if not _is_of_date(word))
    asked = question.taken
    is_own_kind = question.wanted is not Wanted.ANYTHING or asks_why(asked) or asks_for_name(asked)
    kind = question.wanted if is_own_kind else before.wanted
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


def _without_ones(query: Query) -> Query:
    return replace(query, words=tuple(word for word in query.words if word.typed.lower() not in _ONES))


def _is_of_date(word: QueryWord) -> bool:
    """Whether a word belongs to a date that its question names; pairs and phrases are longer."""
    return word.is_beside and word.size == 1
