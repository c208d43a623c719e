"""Stretches of time up to today that a question names: "in the last three years", "过去三年"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.dates import Basis, HistoricalDate, Mention
from bot.search.words.numbers import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS_BEFORE = 12  # before the first year
_FEW = {
    "couple of": 2, "few": 3, "several": 3, "пару": 2, "две": 2, "несколько": 3,
    "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "几": 3, "幾": 3, "四": 4, "五": 5, "六": 6, "七": 7,
    "八": 8, "九": 9, "十": 10,
}  # fmt: skip
_COUNTS = {*_FEW, *(word for word, number in WORDS.items() if number.isdecimal())}
_COUNT = "|".join(count.replace(" ", r"\s") for count in sorted(_COUNTS, key=len, reverse=True))
_RECENT = re.compile(
    rf"""
      \b (?:last|past) \s (?P<count> \d{{1,3}} | {_COUNT} ) \s            # the last three years
         (?P<unit> day|week|month|year|decade ) s? \b
    | \b past \s (?P<only> day|week|month|year|decade|century ) \b        # the past year
    | \b последни[ехй] \s (?P<count_ru> \d{{1,3}} | {_COUNT} ) \s        # последние три года
         (?P<unit_ru> дн|недел|месяц|год|лет|десятилет ) \w*
    | (?: 过去 | 過去 | 最近 | 近 ) (?P<count_zh> \d{{1,3}} | {_COUNT} )     # 过去三年
         (?: 个 | 個 )? (?P<unit_zh> [天日周週月年] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DAYS = {"day": 1, "дн": 1, "天": 1, "日": 1, "week": 7, "недел": 7, "周": 7, "週": 7}
_MONTHS = {
    "month": 1, "месяц": 1, "月": 1, "year": 12, "год": 12, "лет": 12, "年": 12,
    "decade": 120, "десятилет": 120, "century": 1200,
}  # fmt: skip


def recent(text: str, today: HistoricalDate) -> Iterator[Mention]:
    """The stretches named in a text, each up to the day `today`.

    >>> [str(m.date) for m in recent("in the last three years", HistoricalDate.parse("2025-11-25"))]
    ['2022-11/2025-11']
    """
    for match in _RECENT.finditer(text):
        groups = {name.partition("_")[0]: value.lower() for name, value in match.groupdict().items() if value}
        day = date(today.first.year, today.first.month, today.first.day)
        stretch = _stretch(day, _number(groups.get("count", "1")), groups.get("unit") or groups["only"])
        if stretch:
            yield Mention(*match.span(), match[0], stretch, Basis.PUBLICATION)


def _number(count: str) -> int:
    if count in _FEW:
        return _FEW[count]
    return int(WORDS.get(count, count))


def _stretch(today: date, count: int, unit: str) -> HistoricalDate | None:
    """From so many units ago to today, as exactly as the unit; None before the first year."""
    if not count:
        return None
    if unit in _DAYS:
        return HistoricalDate.parse(f"{today - timedelta(count * _DAYS[unit])}/{today}")
    months = 12 * today.year + today.month - 1 - count * _MONTHS[unit]
    if months < MONTHS_BEFORE:
        return None
    return HistoricalDate.parse(f"{months // 12:04}-{months % 12 + 1:02}/{today:%Y-%m}")
