"""Lines that hold nothing but the day of what stands above or below them, as lists of news have them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.dates import Basis, BlockKind, Precision, find_dates
from bot.dates.languages import detect_language
from bot.sentences import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.sources.draft import Part

LONGEST = 80  # characters of such a line
FEWEST = 2  # sections with one
LOOKED_AT = 100  # parts that tell the language
FEWEST_ABOVE = 3  # with one above their heading
LONGEST_NAME = 3  # words, of who wrote it
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_WRITERS = words_of("by von de por posted автор 作者")  # stand where somebody is named
_BESIDE = words_of(
    """
    on at by the in of am pm uhr um von am den el a las de por em o utc gmt cet cest est edt pst pdt h
    posted published publication written added updated submitted created date dated time
    veröffentlicht geschrieben verfasst erstellt datum publicado escrito fecha
    опубликовано добавлено написано дата автор в г года 发布 发表 更新 日期 时间 作者 於 于
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonntag
    """
)


def with_dated_headings(parts: Sequence[Part], language: str | None = None) -> list[Part]:
    """Parts in which the day that sections begin or end with stands in their headings, where several do so.

    So it dates all of a section and not only the paragraph beside it.
    """
    headings = [n for n, part in enumerate(parts) if part.kind is BlockKind.HEADING]
    language = language or detect_language("\n".join(part.text for part in parts[:LOOKED_AT]))
    if above := _above_headings(parts, headings, language):
        return _moved(parts, above)
    sections = [(n, stop) for n, stop in pairwise((*headings, len(parts))) if stop - n > 2]
    if len(sections) < FEWEST:
        return list(parts)
    days = {n for n, part in enumerate(parts) if _is_dateline(part, language)}
    for is_below in (False, True):
        lines = [(start, stop - 1 if is_below else start + 1) for start, stop in sections]
        dated = {
            start: line
            for (start, line), (_, stop) in zip(lines, sections, strict=True)
            if days.intersection(range(start, stop)) == {line} and not find_dates(parts[start].text)
        }
        if len(dated) >= max(FEWEST, len(sections) / 2):
            return _moved(parts, dated)
    return list(parts)


def _above_headings(parts: Sequence[Part], headings: Sequence[int], language: str) -> dict[int, int]:
    """Headings of a timeline and the dates right above them, if all of one level have one and no others.

    So the cards of a timeline have it: "2008", "The boathouse", what happened.
    """
    dated = [n for n in headings if n and _is_dateline(parts[n - 1], language, Precision.YEAR)]
    levels = {parts[n].level for n in dated}
    if len(dated) < FEWEST_ABOVE or len(levels) > 1:
        return {}
    first, stop = dated[0], next((n for n in headings if n > dated[-1]), len(parts))
    alike = [n for n in headings if first <= n < stop and parts[n].level in levels]
    is_closed = _is_dateline(parts[stop - 1], language, Precision.YEAR) or stop - 1 == dated[-1]
    is_told = any(find_dates(parts[n].text) for n in dated)
    return {n: n - 1 for n in dated} if alike == dated and not (is_closed or is_told) else {}


def _moved(parts: Sequence[Part], dated: Mapping[int, int]) -> list[Part]:
    lines = set(dated.values())
    return [
        replace(part, text=f"{part.text} · {parts[dated[n]].text}") if n in dated else part
        for n, part in enumerate(parts)
        if n not in lines
    ]


def _is_dateline(part: Part, language: str, least: Precision = Precision.DAY) -> bool:
    """Whether a paragraph is a day, with its hour, who wrote then and that it was written; or less exact."""
    text = part.text
    if part.kind is not BlockKind.PARAGRAPH or len(text) > LONGEST or not _DIGIT.search(text):
        return False
    dates = find_dates(text, language=language)
    if len(dates) != 1 or dates[0].basis is not Basis.EXPLICIT or dates[0].date.precision > least:
        return False
    words = _WORD.findall(f"{text[: dates[0].start]} {text[dates[0].end :]}".lower())
    others = [word for word in words if word not in _BESIDE]
    return not others or (len(others) <= LONGEST_NAME and not _WRITERS.isdisjoint(words))
