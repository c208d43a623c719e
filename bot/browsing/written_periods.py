"""Periods as members write them for a list, in the words of a question: "2017..2019" is "2017–2019"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.sentences import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.search.query import QueryWord

# 2017..2019   2019-2017
_RANGE = re.compile(r"(?<![\w.-])(\d{4})\s*(?:\.{2,3}|…|[-–—/])\s*(\d{4})(?![\w.-])")
# from 2024   from 2024 on   2024 onwards   2024-   2024..
_OPEN = re.compile(
    r"""
    (?<![\w.-]) (?:
        from \s+ (\d{4}) (?: \s+ on(?:wards?)? )?
      | (\d{4}) (?: \s+ on(?:wards?)? | \s* (?: [-–—] | \.{2,3} | … ) )
    ) \s* $
    """,
    re.IGNORECASE | re.VERBOSE,
)
_UNTIL = re.compile(r"(?<![\w.-])(?:[-–—]|\.{2,3}|…)\s*(\d{4})\s*$")  # ..2019
# Beside a date they tell of no topic.
TIME_WORDS = words_of(
    """
    since year years month months day days period time times date dates decade century
    год года годы годов лет месяц дата даты период время
    年 年份 时间 期间 日期 seit jahr jahre zeit desde año años
    """
)


def in_question_words(request: str) -> str:
    """A request with its periods as a question would name them.

    >>> in_question_words("Tokyo 2017..2019"), in_question_words("2019-2017"), in_question_words("2024-")
    ('Tokyo 2017–2019', '2017–2019', 'since 2024')
    """
    whole = _RANGE.sub(lambda years: "–".join(sorted(years.groups())), request)
    whole = _OPEN.sub(lambda year: f"since {year[1] or year[2]}", whole)
    return _UNTIL.sub(r"until \1", whole)


def topic_words(words: Iterable[QueryWord]) -> tuple[QueryWord, ...]:
    """The words of a request that names a date, without those that only speak of time."""
    return tuple(word for word in words if word.typed.casefold() not in TIME_WORDS)
