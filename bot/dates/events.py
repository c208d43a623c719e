"""When an event was that a text dates itself: by the date it stands beside, or the sentence that named it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dates.calendar_arithmetic import shifted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.dates.expression import Calendar, Expression, Unit

# what stands between a date and another name of it: a comma or dash, then "the", "just"
APPOSITION = re.compile(r"\s?[,(—–-]\s?(?:[^\W\d_]{1,5}(?:['’]s)?\s){0,2}")
PHRASE = re.compile(r"(?:[ ][\w'’-]+){1,5}")  # what an event is called: a few words
WORD = re.compile(r"[^\W\d_][\w-]+")
NOUN = 5  # letters of a noun that tells an event from others
SENTENCE = re.compile(r"[.!?;。！？]\s|\n")
NAMED = 3_000  # characters: what was told of a name longer ago may be another event
NEAR = 400  # so may another battle be, siege, meeting
TRIES = 4  # times that it was named before


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that was told at text[start:end]."""

    start: int
    end: int
    date: Calendar


def apposed_to(text: str, dated: Sequence[Dated], start: int) -> Calendar | None:
    """The date that an expression at `start` is another name of."""
    if not dated or not APPOSITION.fullmatch(text, dated[-1].end, start):
        return None
    return dated[-1].date


def of_event(
    text: str, dated: Sequence[Dated], expression: Expression, unit: Unit, article: re.Pattern[str]
) -> Calendar | None:
    """The date of the event named behind an expression, exact enough to count units from it.

    It is the date nearest to the event's name in the last sentence that has both. `article` ends where a
    noun begins.
    """
    phrase = PHRASE.match(text, expression.end)
    for key, reach in _keys(phrase[0], article) if phrase else ():
        for sentence_start, place, sentence_end in _sentences(text, key, expression.start, reach):
            first, last = (bisect_left(dated, at, key=_start) for at in (sentence_start, sentence_end))
            exact = [dating for dating in dated[first:last] if shifted(dating.date, 1, unit)]
            if exact:
                return min(exact, key=lambda dating: abs(dating.start - place)).date
    return None


def _start(dating: Dated) -> int:
    return dating.start


def _keys(phrase: str, article: re.Pattern[str]) -> list[tuple[str, int]]:
    """The names in what an event is called, or else its noun; and how far back each means the same.

    Girona in "the fall of Girona", the siege in "relieving the siege".
    """
    if names := _names(phrase):
        return [(name, NAMED) for name in names]
    nouns = (expression for expression in WORD.finditer(phrase) if len(expression[0]) >= NOUN)
    return [(expression[0], NEAR) for expression in nouns if article.search(phrase[: expression.start()])][:1]


def _names(phrase: str) -> list[str]:
    """What is written with a capital, words that stand together as one: Dien Bien Phu."""
    names: list[str] = []
    end = -1
    for word in WORD.finditer(phrase):
        if word[0][0].isupper():
            if names and word.start() == end + 1:
                names[-1] += f" {word[0]}"
            else:
                names.append(word[0])
            end = word.end()
    return names


def _sentences(text: str, key: str, before: int, reach: int) -> Iterator[tuple[int, int, int]]:
    """Begin, place of the key and end of the last sentences that hold it, the nearest first."""
    begin = max(0, before - reach)
    stops = [begin, *(stop.end() for stop in SENTENCE.finditer(text, begin, before)), before]
    place = before
    for _ in range(TRIES):
        place = text.rfind(key, begin, place)
        if place < 0:
            return
        number = next(number for number, stop in enumerate(stops) if stop > place)
        yield stops[number - 1], place, stops[number]
