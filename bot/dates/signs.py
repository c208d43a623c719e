"""Words of a language before a date that tell how it belongs to the narrative."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bot.dates.languages import lexicon_of
from bot.dates.lexicon import NEVER, any_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dates.lexicon import Lexicon

PART_OF_DAY = "(?i:morning|afternoon|evening|night|abend|nachmittag|vormittag|nacht)"
WEEKDAY_BEFORE = rf"(?<!\w)(%s)\.?,?[ ](?:{PART_OF_DAY},?[ ])?(?:(?:the|den|dem|el),?[ ])?$"
WEEKDAY_NEVER_BEFORE = rf"{NEVER}(%s)"
WEEKDAY_BEHIND = r"[ ]?[(（](?:星期|周|週|礼拜|禮拜)?(%s)\.?[)）]"


@dataclass(frozen=True, slots=True)
class Signs:
    """What a lexicon says of them, compiled."""

    weekdays: Mapping[str, int]  # as they are written, abbreviated too: 0 is Monday
    side: re.Pattern[str]  # since, planned for
    label: re.Pattern[str]  # its [2023 guilty plea]
    earlier_past: re.Pattern[str]  # had come in
    back: re.Pattern[str]  # since, compared to
    habit: re.Pattern[str]  # annually, every year
    yearly: re.Pattern[str]  # the annual meeting
    on: re.Pattern[str]  # before a weekday that means a certain day
    any_day: re.Pattern[str]  # before one that means any: a, every
    future: re.Pattern[str]  # will, plans to
    deadline: re.Pattern[str]  # by, until
    past_verb: re.Pattern[str]
    present: re.Pattern[str]  # the time of writing: today, currently
    weekday_before: re.Pattern[str]  # Sunday the [18th of May]
    weekday_behind: re.Pattern[str]  # [18 May] (Sunday)


@cache
def signs_of(language: str) -> Signs:
    """The signs of one language; made once."""
    lexicon = lexicon_of(language)
    patterns = (
        lexicon.side, lexicon.label, lexicon.earlier_past, lexicon.back, lexicon.habit, lexicon.yearly,
        lexicon.on, lexicon.any_day, lexicon.future, lexicon.deadline,
        lexicon.past_tense or lexicon.past_verb or NEVER, lexicon.present,
    )  # fmt: skip
    weekdays = _weekdays(lexicon)
    before = WEEKDAY_BEFORE if lexicon.has_spaces else WEEKDAY_NEVER_BEFORE
    compiled = (re.compile(pattern, re.VERBOSE) for pattern in patterns)
    beside = (re.compile(form % any_of(weekdays), re.VERBOSE) for form in (before, WEEKDAY_BEHIND))
    return Signs(weekdays, *compiled, *beside)


def _weekdays(lexicon: Lexicon) -> dict[str, int]:
    """The days of the week, and as English abbreviates them."""
    names = dict(lexicon.weekdays)
    if lexicon.language == "en":
        full = [(name, number) for name, number in names.items() if name[0].isupper()]
        names |= {name[:many]: number for name, number in full for many in (3, 4, 5)}
    return names
