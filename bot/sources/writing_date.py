"""When a text was written, where it says so itself: the date that its "today" counts from.

A head may bear the day on which a page was put into another system, years after it was written.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.dates import Basis, BlockKind, PassageDate, Precision, find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.dates import HistoricalDate
    from bot.sources.draft import Part

EDGE = 6  # parts at the beginning and at the end of a text that may say when it was written
REACH = 60  # characters behind such words in which the date stands
LABELS = re.compile(  # "Last updated: 3 May 2003", "Stand 7.10.2022"
    r"""\W{0,3}(?: last\s(?:updated|modified|revised|edited) | updated | (?:date\s)?(?:written|revised)
      | stand(?=[:\s]) | zuletzt\s(?:geändert|aktualisiert) | letzte\sänderung
      | (?:última\s)?(?:actualización|modificación) | actualizado
      | обновлено | (?:последнее\s)?(?:обновление|изменение)
      | 最[后後]更新 | 更新(?:时间|時間|日期|于|於) | 撰[写寫][于於] )
      \W{0,3}(?:(?:on|in|am|im|el|en|the|в)\s){0,2}""",
    re.VERBOSE | re.IGNORECASE,
)
POSTED = re.compile(  # "Posted on March 3, 2015 by Ann Reed", at the top: below it may be comments
    r"""\W{0,3}(?: (?:first\s)?(?:posted|published|submitted)(?:\sby\s[^\n\d]{1,40}?(?=\son\s))?
      | by\s[^\n\d]{2,40}?\s?[|·•–—] | veröffentlicht | publicado | опубликовано
      | 发[布表](?:时间|日期|于)? | 發[布表](?:時間|日期|於)? )
      \W{0,3}(?:(?:on|am|el)\s)?""",
    re.VERBOSE | re.IGNORECASE,
)
HELD = re.compile(  # "Held on: Wednesday 4th October 2006", "Дата и время: 4.10.2006", "会议时间：2006/10/04"
    r"""(?: (?:(?:meeting|session)[ ])?(?:date|time)
        (?:(?:[ ](?:and|&)[ ]|[ ]?/[ ]?)(?:time|date|place)|[ ]of[ ](?:the[ ])?meeting)?
      | held(?:[ ]on)? | when
      | (?:sitzungs|versammlungs)?(?:datum|termin|tag)(?:[ ]und[ ](?:ort|uhrzeit|zeit))? | wann
      | fecha(?:[ ]y[ ](?:hora|lugar)|[ ]de[ ]la[ ]\w{3,12})? | cuándo
      | (?:дата|время)(?:[ ]и[ ](?:время|место))?(?:[ ](?:проведения|заседания|собрания|встречи))? | когда
      | (?:本次)?(?:会议|會議|例会|例會|活动|活動)?(?:召开|召開)?(?:日期|时间|時間)
      )[ ]?[:：–—-]?[ ]?(.{6,60})""",
    re.VERBOSE | re.IGNORECASE,
)
WHEN = r"(?:date|time|held(?:[ ]on)?|when|datum|zeit|wann|fecha|hora|дата|время|日期|时间|時間)"
WHERE = r"(?:location|place|venue|where|ort|lugar|место|地点|地點)"
AND = r"[ ]?(?:[/&+,]|and|und|y|и|[和与])[ ]?"
HELD_HEADING = re.compile(  # over such a day: "Time and Location"
    rf"(?:{WHERE}{AND})?{WHEN}(?:{AND}(?:{WHEN}|{WHERE}))?[:：]?", re.IGNORECASE
)
DAY_NAME = re.compile(r"^[^\W\d_]{2,12}\.?,?[ ](?:den[ ]|the[ ])?(?=\d)")
TOP = 4  # parts
FACTS = 8  # parts at the top of minutes: who came, where it was
SAYS_WHEN = re.compile(  # "The following account was written by Ann Reed in 2007"
    r"""\b(?:this|the\s(?:following|above|present))\s(?:\w+\s)?
        (?:account|text|article|page|history|memoir|chapter|document|essay|report)\s
        was\s(?:first\s|last\s|originally\s)?(?:written|compiled|updated|revised)\b[^.\n]{0,50}?\s(?:in|on)\s""",
    re.VERBOSE | re.IGNORECASE,
)
LETTERS = re.compile(  # over what was written on a day: "Message of 3 May 2003"
    r"""\b(?: (?:letter|message|address|statement|announcement)\s(?:from|of|dated)\s(?:the\s)?
      | (?:\w{0,20}brief|nachricht|mitteilung|schreiben|grußwort)\svom\s
      | (?:carta|mensaje|comunicado|saludo)\sdel?\s
      | (?:письмо|сообщение|обращение|послание|поздравление|заявление)\sот\s
      )""",
    re.VERBOSE | re.IGNORECASE,
)
RECORDS = re.compile(  # titles of what is written down on the day itself
    r"""\b(?:minutes|meetings?|agm|agenda|newsletter|notes|log|report|protokoll|sitzung|versammlung|acta|reunión
        |протокол|собрани\w+|заседани\w+)\b|会议|會議|例会|例會|纪要|紀要""",
    re.VERBOSE | re.IGNORECASE,
)
IN_ONE_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-zA-Z])(?=\d)|_")  # IRCMeeting1


def writing_date(
    parts: Sequence[Part], title: str, title_date: PassageDate | None, head: HistoricalDate | None
) -> HistoricalDate | None:
    """The date that a text says it was written on: before that of its head, or where that has none."""
    dates = [*_of_words(parts), *_of_letter(parts, title), *_of_record(parts, title, title_date)]
    if head:
        dates = [date for date in dates if date.last < head.first]
    return max(dates, key=lambda date: date.first, default=None)


def record_date(
    parts: Sequence[Part], title: str, title_date: PassageDate | None, head: HistoricalDate | None
) -> PassageDate | None:
    """The day of minutes and the like, where the title of their file names but a year: "2003 AGM".

    That of their head only where the title speaks of its year: "Report for 2003", put in on 12 December 2003.
    """
    if not title_date:
        days = list(_of_record(parts, title, title_date))
        if days:
            return PassageDate(days[0], Basis.HEADING)
        return PassageDate(head, Basis.PUBLICATION) if head and _is_report_of(title, head) else None
    if title_date.basis is not Basis.TITLE or title_date.date.precision is Precision.DAY:
        return None
    days = [day for day in _of_record(parts, title, title_date) if title_date.date.covers(day)]
    return PassageDate(days[0], Basis.TITLE) if days else None


def _is_report_of(title: str, head: HistoricalDate) -> bool:
    """Whether a title names as a record's time the year of a day, or the year before it."""
    if not RECORDS.search(title) or head.precision is not Precision.DAY or head.is_interval:
        return False
    years = {row.date.last.year for row in find_dates(title) if row.basis is Basis.EXPLICIT}
    return not years.isdisjoint({head.first.year, head.first.year - 1})


def _of_words(parts: Sequence[Part]) -> Iterator[HistoricalDate]:
    """Of lines that say when the text was written or last changed."""
    near = parts if len(parts) <= 2 * EDGE else [*parts[:EDGE], *parts[-EDGE:]]
    for part in near:
        for words in filter(None, (LABELS.match(part.text), SAYS_WHEN.search(part.text))):
            yield from _first_date(part.text[words.end() : words.end() + REACH])
    posted = (part.text[begin.end() :] for part in parts[:TOP] if (begin := POSTED.match(part.text)))
    yield from _first_date(next(posted, "")[:REACH])


def _of_letter(parts: Sequence[Part], title: str) -> Iterator[HistoricalDate]:
    """The day of a letter, as its title or the heading on top names it."""
    heading = next((part.text for part in parts[:1] if part.kind is BlockKind.HEADING), "")
    for text in (title, heading):
        if words := LETTERS.search(text):
            behind = text[words.end() : words.end() + REACH]
            yield from (day for day in _first_date(behind) if day.precision is Precision.DAY)


def _of_record(parts: Sequence[Part], title: str, title_date: PassageDate | None) -> Iterator[HistoricalDate]:
    """Of minutes and the like: the day of the file's name, of the title or the heading that stands for it."""
    if title_date and title_date.basis is Basis.FILE_NAME and title_date.date.precision is Precision.DAY:
        yield title_date.date
    heading = next((part.text for part in parts[:1] if part.kind is BlockKind.HEADING), "")
    year = title_date.date if title_date and title_date.basis is Basis.TITLE else _year_of(title)
    for text in (title, heading):
        if RECORDS.search(IN_ONE_WORD.sub(" ", text)):
            days = [row for row in find_dates(text) if row.date.precision is Precision.DAY]
            yield from (row.date for row in days if row.basis is Basis.EXPLICIT and not row.date.is_interval)
            held = (HELD.match(line) for part in parts[:FACTS] for line in part.text.split("\n"))
            yield from (day for line in held if line for day in _first_day(line[1], year))
            yield from _under_its_heading(parts[: 2 * EDGE], year)


def _year_of(title: str) -> HistoricalDate | None:
    """The only year that a title names."""
    dates = [row.date for row in find_dates(title) if row.basis is Basis.EXPLICIT]
    is_year = len(dates) == 1 and dates[0].precision is Precision.YEAR and not dates[0].is_interval
    return dates[0] if is_year else None


def _under_its_heading(parts: Sequence[Part], year: HistoricalDate | None) -> Iterator[HistoricalDate]:
    """The day right under "Time and Location", be it behind an hour: "7:30 p.m., Tuesday, 13 April 2010"."""
    for heading, part in pairwise(parts):
        if heading.kind is BlockKind.HEADING and HELD_HEADING.fullmatch(heading.text):
            yield from _days(part.text.split("\n", 1)[0], year)


def _days(line: str, year: HistoricalDate | None) -> list[HistoricalDate]:
    """The first day of a line, if it has no other date before; in the year given where it names none."""
    dates = find_dates(line)
    if not dates and year:
        dates = [replace(row, basis=Basis.EXPLICIT) for row in find_dates(line, today=year)]
        dates = [row for row in dates if year.covers(row.date)]
    days = [row.date for row in dates if row.basis is Basis.EXPLICIT and not row.date.is_interval]
    return [day for day in days[:1] if day.precision is Precision.DAY]


def _first_day(text: str, year: HistoricalDate | None) -> Iterator[HistoricalDate]:
    """The day that a text begins with, at most behind the name of the day of the week."""
    line = DAY_NAME.sub("", text)
    if find_dates(line):
        yield from _first_date(line)
    elif year and line[:1].isdigit():
        yield from _days(line, year)


def _first_date(text: str) -> Iterator[HistoricalDate]:
    """The date that a text begins with, at most behind a word or two."""
    first = next(iter(find_dates(text)), None)
    if first is None or first.start > 2 or first.basis is not Basis.EXPLICIT:
        return
    if first.date.precision <= Precision.YEAR and not first.date.is_interval:
        yield first.date
