"""Words of a language before a date that tell how it belongs to the narrative."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bot.dates.languages import lexicon_of
from bot.dates.lexicon import NEVER


@dataclass(frozen=True, slots=True)
class Signs:
    """What a lexicon says of them, compiled."""

    side: re.Pattern[str]  # since, planned for
    label: re.Pattern[str]  # its [2023 guilty plea]
    earlier_past: re.Pattern[str]  # had come in
    back: re.Pattern[str]  # since, compared to
    habit: re.Pattern[str]  # annually, every year
    on: re.Pattern[str]  # before a weekday that means a certain day
    any_day: re.Pattern[str]  # before one that means any: a, every
    future: re.Pattern[str]  # will, plans to
    deadline: re.Pattern[str]  # by, until
    past_verb: re.Pattern[str]


@cache
def signs_of(language: str) -> Signs:
    """The signs of one language; made once."""
    lexicon = lexicon_of(language)
    patterns = (
        lexicon.side, lexicon.label, lexicon.earlier_past, lexicon.back, lexicon.habit, lexicon.on,
        lexicon.any_day, lexicon.future, lexicon.deadline,
        lexicon.past_tense or lexicon.past_verb or NEVER,
    )  # fmt: skip
    return Signs(*(re.compile(pattern, re.VERBOSE) for pattern in patterns))
