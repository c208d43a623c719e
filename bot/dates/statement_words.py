"""What a language says around the date of a statement, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bot.dates.languages import lexicon_of


@dataclass(frozen=True, slots=True)
class StatementWords:
    """Patterns of the words of one language."""

    reference: re.Pattern[str]  # before a date that only serves to date something else
    label: re.Pattern[str]  # before a year that names a thing: "its 2023 guilty plea"
    present: re.Pattern[str]  # the time of writing: "Today, Shanghai ..."
    past_verb: re.Pattern[str]  # a finite verb in the past: without one nothing is inherited
    dated_verb: re.Pattern[str]  # a verb whose time follows it: "was dug in "


@cache
def statement_words(language: str) -> StatementWords:
    """Those of a language by its code."""
    lexicon = lexicon_of(language)
    patterns = (lexicon.reference, lexicon.label, lexicon.present, lexicon.past_verb, lexicon.dated_verb)
    return StatementWords(*(re.compile(pattern, re.VERBOSE) for pattern in patterns))
