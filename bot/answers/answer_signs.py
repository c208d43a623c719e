"""Signs that a sentence holds the kind of thing that is asked for: a person, a place, an amount, a reason.

They choose among the sentences of one passage; which passage answers is told by its words.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.search.words.analysis import term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.search.query import Query

_WHO = re.compile(
    r"\bwho(?:m|se)?\b | \b(?:кто|кого|кому|кем)\b | \bwe[rmn]\b | \bqui[eé]n(?:es)?\b",
    re.VERBOSE | re.IGNORECASE,
)
_WHERE = re.compile(
    r"\bwhere\b | \b(?:где|куда|откуда)\b | \bwo(?:hin|her)?\b | \ba?d[oó]nde\b",
    re.VERBOSE | re.IGNORECASE,
)
_WHY = re.compile(
    r"\bwhy\b | \b(?:почему|зачем)\b | \b(?:warum|wieso|weshalb)\b | \bpor\squ[eé]\b"
    r" | 为什么|為什麼|为何|為何|为啥",
    re.VERBOSE | re.IGNORECASE,
)
_HOW_MANY = re.compile(
    r"\bhow\smany\s(\w+) | \bсколько\s(\w+) | \bwie\s?viele\s(\w+) | \bcu[aá]nt[oa]s\s(\w+)",
    re.VERBOSE | re.IGNORECASE,
)
# "Ann Reed", "A.J. McMinn", "Mr Reed", "@walker", "Reed, Marius and Eric"
_PERSON = re.compile(
    r"""
      \b [^\W\d_a-zа-я] [\w'’-]+
      (?: \s (?:[^\W\d_a-zа-я]\.\s?){0,3} (?:de|van|von|der|di)? \s? [^\W\d_a-zа-я] [\w'’-]+ )+
    | \b [A-ZА-Я]\. \s? (?:[A-ZА-Я]\.\s?){0,3} [A-ZА-Я][\w'’-]+
    | \b (?:Mr|Mrs|Ms|Dr|Prof)\b
    | \b [A-ZА-Я][\w'’-]+ , \s [A-ZА-Я][\w'’-]+ \s (?:and|und|y|и) \s [A-ZА-Я]
    | @\w+
    """,
    re.VERBOSE,
)
_PLACE = re.compile(
    r"""
    \b (?:in|at|to|from|near|into|inside|nach|bei|im|am|в|во|на|из|en|a)
    \s (?:(?:the|das|dem|der|die|el|la)\s)? (?:\w+\s)? ([A-ZА-ЯÄÖÜ][\w-]+)
    """,
    re.VERBOSE,
)
_REASON = re.compile(
    r"""
      \b (?: because | due\sto | owing\sto | so\sthat | in\sorder\sto | as\sa\sresult | therefore
         | caused | reason
         | to\s(?:avoid|restrict|prevent|protect|save|allow|make|keep|get|reduce)
         | (?:did|could|does|was|were)(?:n['’]t|\snot) | unable | no\slonger | since | too )\b
    | \b (?: weil | wegen | deshalb | daher | damit | porque | debido | ya\sque
         | потому | так\sкак | из-за | поэтому | чтобы | поскольку )\b
    | 因为 | 因為 | 由于 | 由於 | 所以 | 为了 | 為了
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = re.compile(r"\d[\d.,]*\d|\d|\b(?:hundred|thousand|dozen|million|billion)s?\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
COUNTED = 4  # words behind a number among which what it counts stands


def shows_what_is_asked(query: Query, sentence: str) -> float:
    """How clearly a sentence holds the kind of thing that is asked for: 0 to 1, 0 for other kinds."""
    kind = kind_of(query.text)
    if kind is AskedKind.PERSON:
        return float(any(_is_new(match[0], query) for match in _PERSON.finditer(sentence)))
    if kind is AskedKind.PLACE:
        return float(any(_is_new(match[1], query) for match in _PLACE.finditer(sentence)))
    if kind is AskedKind.REASON:
        return float(bool(_REASON.search(sentence)))
    if kind is not None:
        return _counts(sentence, kind)
    return float(query.wants_number and bool(_NUMBER.search(sentence)))


class AskedKind(Enum):
    """A kind of thing that is told by signs in a sentence."""

    PERSON = auto()
    PLACE = auto()
    REASON = auto()


@lru_cache(maxsize=1 << 8)
def kind_of(question: str) -> AskedKind | str | None:
    """The kind that a question asks for; the term of what is counted, where that is asked.

    >>> kind_of("who was it?"), kind_of("how many lines were there?"), kind_of("when was it?")
    (<AskedKind.PERSON: 1>, 'line', None)
    """
    if match := _HOW_MANY.search(question):
        return term(next(filter(None, match.groups())))
    patterns = ((AskedKind.PERSON, _WHO), (AskedKind.PLACE, _WHERE), (AskedKind.REASON, _WHY))
    return next((kind for kind, pattern in patterns if pattern.search(question)), None)


def _counts(sentence: str, counted: str) -> float:
    """1 where a number stands before what is counted, half for any number."""
    numbers = list(_NUMBER.finditer(sentence))
    behind = (_WORD.findall(sentence[number.end() : number.end() + 60])[:COUNTED] for number in numbers)
    if any(term(word) == counted for words in behind for word in words):
        return 1.0
    return 0.5 if numbers else 0.0


def _is_new(name: str, query: Query) -> bool:
    """Whether a name has a word that the question does not."""
    asked = {form.term for word in query.words for form in word.forms[:1]}
    return any(term(word) not in asked for word in _capitals(name))


def _capitals(name: str) -> Iterator[str]:
    return (word for word in _WORD.findall(name) if word[:1].isupper())
