"""Lines that hold nothing but the day of what stands above or below them, as lists of news have them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.dates import Basis, BlockKind, Precision, find_dates
from bot.sentences import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.sources.draft import Part

LONGEST = 80  # characters of such a line
FEWEST = 2  # sections with one
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


def with_dated_headings(parts: Sequence[Part]) -> list[Part]:
    """Parts in which the day that sections begin or end with stands in their headings, where several do so.

    So it dates all of a section and not only the paragraph beside it.
    """
    headings = [n for n, part in enumerate(parts) if part.kind is BlockKind.HEADING]
    sections = [(n, stop) for n, stop in pairwise((*headings, len(parts))) if stop - n > 2]
    if len(sections) < FEWEST:
        return list(parts)
    days = {n for n, part in enumerate(parts) if _is_dateline(part)}
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


def _moved(parts: Sequence[Part], dated: Mapping[int, int]) -> list[Part]:
    lines = set(dated.values())
    return [
        replace(part, text=f"{part.text} · {parts[dated[n]].text}") if n in dated else part
        for n, part in enumerate(parts)
        if n not in lines
    ]


def _is_dateline(part: Part) -> bool:
    """Whether a paragraph is a day, with its hour, who wrote then and that it was written."""
    text = part.text
    if part.kind is not BlockKind.PARAGRAPH or len(text) > LONGEST or not _DIGIT.search(text):
        return False
    dates = find_dates(text)
    if len(dates) != 1 or dates[0].basis is not Basis.EXPLICIT or dates[0].date.precision > Precision.DAY:
        return False
    words = _WORD.findall(f"{text[: dates[0].start]} {text[dates[0].end :]}".lower())
    others = [word for word in words if word not in _BESIDE]
    return not others or (len(others) <= LONGEST_NAME and not _WRITERS.isdisjoint(words))
