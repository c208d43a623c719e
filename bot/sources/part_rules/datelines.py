"""Lines that hold nothing but the date of what stands above or below them, its hour and who wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates import Basis, BlockKind, Precision, find_dates
from bot.sentences import words_of

if TYPE_CHECKING:
    from bot.sources.draft import Part

LONGEST = 80  # characters of such a line
LONGEST_NAME = 3  # words, of who wrote it
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_WRITERS = words_of("by von de por posted автор 作者")  # stand where somebody is named
_BESIDE = words_of(
    """
    on at by the in of am pm uhr um von am den el a las de por em o utc gmt cet cest est edt pst pdt h
    posted published publication written added updated submitted created date dated time
    release released
    veröffentlicht erschienen geschrieben verfasst erstellt datum publicado escrito fecha
    опубликовано добавлено написано дата автор в г года 发布 发表 更新 日期 时间 作者 於 于
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonntag
    """
)


def is_dateline(part: Part, language: str, least: Precision = Precision.DAY) -> bool:
    """Whether a paragraph is only a date, at `least` so exact, be it with its hour and who wrote then."""
    text = part.text
    if part.kind is not BlockKind.PARAGRAPH or len(text) > LONGEST or not _DIGIT.search(text):
        return False
    dates = find_dates(text, language=language)
    if len(dates) != 1 or dates[0].basis is not Basis.EXPLICIT or dates[0].date.precision > least:
        return False
    words = _WORD.findall(f"{text[: dates[0].start]} {text[dates[0].end :]}".lower())
    others = [word for word in words if word not in _BESIDE]
    return not others or (len(others) <= LONGEST_NAME and not _WRITERS.isdisjoint(words))
