"""Years behind the names of people who left school then: "Roy E. Johnson '69" tells of no event of 1969."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates.expression import Calendar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dates.expression import Expression

FEWEST = 2  # of a text, behind names that are nothing else, before it is one of alumni
LONGEST_NAME = 60  # characters
_NAME = r"[A-Z\u00c0-\u00de][\w'’.-]{0,30}"
SURELY = re.compile(  # "Roy E. Johnson '69", "Kenneth Sloan, Jr. '69": no "World Cup '66"
    rf"\b(?:[A-Z]\.[ ]{_NAME}|{_NAME},?[ ](?:Jr|Sr|I{{2,3}})\.?),?[ ]['’]\d\d(?!\w)"
)
NAMED = re.compile(rf"\b{_NAME},?[ ]{_NAME},?[ ]$")


def without_class_years(text: str, dates: Sequence[Expression]) -> list[Expression]:
    """Expressions of a text without years of two digits behind names, where the text counts people so."""
    short = {date.start for date in dates if _is_bare_year(date) and NAMED.search(text, *_before(date))}
    if len(short) < FEWEST or sum(1 for _ in SURELY.finditer(text)) < FEWEST:
        return list(dates)
    return [date for date in dates if date.start not in short]


def _is_bare_year(date: Expression) -> bool:
    meaning = date.meaning
    return isinstance(meaning, Calendar) and meaning.is_short and not (meaning.month or meaning.span)


def _before(date: Expression) -> tuple[int, int]:
    return max(0, date.start - LONGEST_NAME), date.start
