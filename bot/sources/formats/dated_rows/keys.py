"""What the keys of a row mean: its date, its title, its text, or something for a program."""

from __future__ import annotations

import re

from bot.sentences import words_of

DATES = words_of(
    """
    date year years when day period term tenure season time datetime timestamp
    datum jahr jahre zeitraum fecha año anio periodo дата год годы 日期 年份 年 时间 時間
    """
)
STARTS = words_of("start from begin startdate startyear dateoccurred eventdate")
ENDS = words_of("end to until enddate endyear")
MONTHS = words_of("month monat mes месяц 月")
DAYS = words_of("day tag día dia день 日")
TITLES = words_of(
    """
    title name headline heading event label titel ereignis titulo título nombre evento titre
    название заголовок событие 标题 標題 名称 名稱 事件
    """
)
TEXTS = words_of(
    """
    text description desc content body details detail summary story note notes excerpt value info
    beschreibung inhalt descripcion descripción texto contenido описание текст 内容 內容 描述 说明 說明
    """
)
FOR_PROGRAMS = words_of(
    """
    id uid guid uniqueid key slug url link links href src file path alt
    image images img imgs photo photos picture icon icons faicon logo thumbnail video media
    color colour background class classname style layout width height position order index sort weight
    priority type category categories group tag tags lat lng lon latitude longitude lang locale
    hidden visible featured draft published status
    """
)
ADDRESS = re.compile(
    r"(?:[a-z]+:)?//\S+|(?:\.{0,2}/)?[\w%.-]+(?:/[\w%.-]+)+/?|[\w%-]+\.(?:jpe?g|png|gif|svg|webp|pdf|html?)"
)
IDENTIFIER = re.compile(r"[a-z][a-z0-9]*(?:[_:-][a-z0-9]+)*")  # fa-circle   local_fire_department
SIGN = re.compile(r"#[0-9a-fA-F]{3,8}|true|false|null|n/a|~|-?\d+\.\d+|-\d+", re.IGNORECASE)
LETTER = re.compile(r"\w")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def bare(key: str) -> str:
    """A key as the lists here have it: "start_date" and "startDate" are one."""
    return re.sub(r"[\s_-]", "", key).lower()


def readable(key: str) -> str:
    """A key as words: "runner_up" and "runnerUp" are "runner up"."""
    return " ".join(CAMEL.sub(" ", re.sub(r"[_-]", " ", key)).lower().split())


def is_for_programs(key: str, value: str) -> bool:
    """Whether a value says nothing to a reader."""
    name = bare(key)
    if not LETTER.search(value) or SIGN.fullmatch(value) or ADDRESS.fullmatch(value):
        return True
    if name in TITLES or name in TEXTS:
        return False
    return name in FOR_PROGRAMS or IDENTIFIER.fullmatch(value) is not None
