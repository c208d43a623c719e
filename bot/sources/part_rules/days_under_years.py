"""Days in figures as headings below that of a year: "8.24" under "2024", with the year beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dates import BlockKind
from bot.dates.languages import detect_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.sources.draft import Draft, Part

YEAR = re.compile(r"\W{0,2}((?:19|20)\d\d)(?:年|\W{0,2})")
DAY = r"(\d{1,2})([./])(\d{1,2})\.?"
DAYS = re.compile(rf"{DAY}(?:\s?[-–—~～至到]\s?{DAY})?(?=\s|$)")  # "8.24", "8.24-12.8 The summer"
MONTHS = 12
LOOKED_AT = 100  # parts that tell the language
DAY_FIRST = ("de", "ru", "es")  # who writes "24.8." where nothing else tells


def with_years_of_days(parts: Sequence[Part], draft: Draft) -> list[Part]:
    """Parts in which headings that are days in figures hold the year of the heading above, too."""
    years: dict[int, str] = {}  # of headings that are days, by their number
    year, level = "", 0
    for n, part in enumerate(parts):
        if part.kind is not BlockKind.HEADING:
            continue
        if match := YEAR.fullmatch(part.text):
            year, level = match[1], part.level
        elif part.level <= level:
            year, level = "", 0
        elif year and DAYS.match(part.text):
            years[n] = year
    if not years:
        return list(parts)
    is_day_first = _is_day_first([parts[n].text for n in years], parts, draft)
    return [
        replace(part, text=_with_year(part.text, years[n], is_day_first=is_day_first)) if n in years else part
        for n, part in enumerate(parts)
    ]


def _is_day_first(headings: Sequence[str], parts: Sequence[Part], draft: Draft) -> bool:
    """Whether the day stands before its month, as one that is no month tells, else the language."""
    pairs = [(int(a), int(b)) for text in headings for a, b in re.findall(r"(\d{1,2})[./](\d{1,2})", text)]
    firsts = sum(first > MONTHS for first, _ in pairs)
    seconds = sum(second > MONTHS for _, second in pairs)
    if firsts or seconds:
        return firsts > seconds
    language = draft.facts.language or detect_language("\n".join(part.text for part in parts[:LOOKED_AT]))
    return language in DAY_FIRST


def _with_year(text: str, year: str, *, is_day_first: bool) -> str:
    """The heading with the year at each of its days, as far as these are days of a year.

    >>> _with_year("8.24-12.8 Sommer", "2024", is_day_first=False)
    '2024.8.24-2024.12.8 Sommer'
    """
    days = DAYS.match(text)
    if not days:
        return text
    shown: list[str] = []
    for first, mark, second in (days.groups()[:3], days.groups()[3:]):
        if first:
            month = int(second if is_day_first else first)
            if month > MONTHS:
                return text
            shown.append(mark.join((first, second, year) if is_day_first else (year, first, second)))
    return "-".join(shown) + text[days.end() :]
