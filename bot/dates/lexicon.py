"""What a language needs to say dates: its words as data, from which the finder builds its patterns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from bot.dates.expression import Meaning, Unit

T = TypeVar("T")
NEVER = r"(?!)"  # the pattern of a class that a language does not have


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words of one language, lower case unless said otherwise; the `str` fields are verbose regexes."""

    language: str
    months: Mapping[str, int]  # with their case: "may" is a verb
    seasons: Mapping[str, int]
    weekdays: Mapping[str, int]  # with their case
    units: Mapping[str, Unit]  # singular and plural
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int] = field(default_factory=dict)  # "nineties": 90
    year_words: Mapping[str, int] = field(default_factory=dict)  # of years in words: "novecientos"
    thousands: Mapping[str, int] = field(default_factory=dict)  # before a thousand: "dos" mil
    holidays: Mapping[str, tuple[int, int]] = field(  # days that are the same every year: (month, day)
        default_factory=dict
    )
    reigns: Mapping[str, int] = field(default_factory=dict)  # 光绪: the first year that is counted by it
    later: Mapping[str, int]  # words behind a count: "two days later" +1, "two days before" -1
    beside: Mapping[str, int]  # words before a unit: "the next day" +1, "the previous year" -1
    moved: Mapping[str, tuple[int, Unit]] = field(  # from the narrative: "am Vortag" -1 day
        default_factory=dict
    )
    spoken: Mapping[str, tuple[int, Unit]]  # seen from the day of speaking: "yesterday", "last year"
    nearest: Mapping[str, int] = field(default_factory=dict)  # so, before a month or weekday: "last" -1
    places: Mapping[str, str]  # the word classes of the shapes that are no plain lists
    shapes: tuple[Shape, ...]
    shapes_where: Mapping[str, tuple[Shape, ...]] = (
        field(  # a regex: what is tried first in texts that hold it
            default_factory=dict
        )
    )
    triggers: Mapping[str, tuple[str, ...]]  # class -> the words that such an expression may begin with
    side: str  # what stands before a date that does not move the narrative: "since ", "until the "
    back: str = NEVER  # before a date that the narrative has behind it: "since ", "compared to "
    on: str = ""  # before a weekday that means a certain day: "on ", not "on a "
    any_day: str = NEVER  # before a weekday that means any: "every "
    habit: str = NEVER  # in a sentence about every year: "annually"
    yearly: str = NEVER  # an adjective of what is held every year, and was on a certain day: "annual"
    earlier_past: str = NEVER  # the past before the past, as in flashbacks: "had been"
    numbered: str = NEVER  # before a number that is a name, no year: "Resolution "
    named: str = NEVER  # before a date that is a name or a cross-reference: "Straße des 17. Juni", "see"
    not_years: tuple[tuple[str, str], ...] = ()  # around a number that is no year: "was 1984 Ventures"
    reference: str = NEVER  # before a date that serves to date something else: "after China's "
    label: str = NEVER  # before a year that names a thing: "its 2023 guilty plea"
    present: str = NEVER  # words for the time of writing: "Today"
    future: str = NEVER  # a verb or sign of what is to come: "will", "plans to"
    deadline: str = NEVER  # before a date that lies ahead, where no verb says so: "by "
    past_tense: str = ""  # any verb in the past, "landed"; where it is left out, `past_verb`
    dated_verb: str = NEVER  # before a date that says when it was, whatever went before: "was dug in "
    past_verb: str = ""  # a finite verb in the past; where the language has one, no date is inherited without
    has_spaces: bool = True  # whether words stand apart
    has_small_months: bool = False  # "9 de Julio" is the name of something
    day_first: bool = True  # 4/9/2017 is in September, unless the document shows otherwise

    def number(self, words: str) -> int | None:
        """The value of digits or number words ("twenty-one"), None when they are none."""
        if words.isdecimal():
            return int(words)
        parts = [self.numbers.get(part) for part in re.split(r"[\s-]+", words.lower())]
        return sum(part or 0 for part in parts) if parts and None not in parts else None


Reader = Callable[[Lexicon, "re.Match[str]"], Meaning | None]


@dataclass(frozen=True, slots=True)
class Shape:
    """One way to write a date: a verbose pattern with <word classes> as places, and who reads its groups.

    `begins` names the triggers behind which it is tried: classes of the lexicon, "four_digits" for a number
    of so many, "digit" for one of more or less.
    """

    begins: str
    pattern: str
    read: Reader


def spread(classes: Mapping[T, str]) -> dict[str, T]:
    """Each word of a row with the class that the row stands for.

    >>> spread({1: "one a", 2: "two"})
    {'one': 1, 'a': 1, 'two': 2}
    """
    return {word: kind for kind, row in classes.items() for word in row.split()}


def counted(row: str, first: int = 1) -> dict[str, int]:
    """The words of a row with their numbers.

    >>> counted("January February")
    {'January': 1, 'February': 2}
    """
    return {word: number for number, word in enumerate(row.split(), first)}


def words(row: str) -> tuple[str, ...]:
    """The words of a row: a list that reads as one."""
    return tuple(row.split())


def any_of(choices: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first so that none hides another; of none it is NEVER."""
    ordered = sorted(choices, key=len, reverse=True)
    if not ordered:
        return NEVER
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"[ ]") for word in ordered) + ")"
