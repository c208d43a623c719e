"""A date in words, never more exact than it is stored."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dates.mention import Basis
from bot.dates.value import FIRST_QUARTER, SPRING, HistoricalDate, Point, Precision


@dataclass(frozen=True, slots=True)
class Phrases:
    """How a language says dates; {y} year, {m} month, {d} day, {s} season, {q} quarter, {n} number."""

    months: tuple[str, ...]  # as they stand alone
    of_day: tuple[str, ...]  # as they stand behind a day
    seasons: tuple[str, ...]
    day: str
    month: str
    season: str
    quarter: str
    year: str
    decade: str
    century: str
    before_christ: str
    early: str  # years 1 to 99
    about: str
    since: str
    until: str
    dash: str
    bases: dict[Basis, str]
    year_first: bool = False  # what both ends of an interval share is left out of the second


ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
RUSSIAN_MONTHS = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
RUSSIAN_OF_DAY = tuple(one[:-1] + "я" if one[-1] in "ьй" else one + "а" for one in RUSSIAN_MONTHS)
NUMBERS = tuple(str(number) for number in range(1, 13))

ENGLISH = Phrases(
    months=ENGLISH_MONTHS,
    of_day=ENGLISH_MONTHS,
    seasons=("spring", "summer", "autumn", "winter"),
    day="{d} {m} {y}",
    month="{m} {y}",
    season="{s} {y}",
    quarter="Q{q} {y}",
    year="{y}",
    decade="{y}s",
    century="{n} century",
    before_christ="{y} BC",
    early="AD {y}",
    about="c. {}",
    since="since {}",
    until="until {}",
    dash=" – ",
    bases={
        Basis.COMPLETED: "year from the paragraphs before",
        Basis.INHERITED: "date from the paragraphs before",
        Basis.PUBLICATION: "from when it was written",
        Basis.ALIAS: "the day this name stands for",
    },
)
RUSSIAN = Phrases(
    months=RUSSIAN_MONTHS,
    of_day=RUSSIAN_OF_DAY,
    seasons=("весна", "лето", "осень", "зима"),
    day="{d} {m} {y} года",
    month="{m} {y} года",
    season="{s} {y} года",
    quarter="{q}-й квартал {y} года",
    year="{y} год",
    decade="{y}-е годы",
    century="{n} век",
    before_christ="{y} год до н. э.",
    early="{y} год н. э.",
    about="ок. {}",
    since="с: {}",
    until="до: {}",
    dash=" – ",
    bases={
        Basis.COMPLETED: "год из предыдущих абзацев",
        Basis.INHERITED: "дата из предыдущих абзацев",
        Basis.PUBLICATION: "по времени написания",
        Basis.ALIAS: "день, который так называют",
    },
)
CHINESE = Phrases(
    months=NUMBERS,
    of_day=NUMBERS,
    seasons=("春", "夏", "秋", "冬"),
    day="{y}年{m}月{d}日",
    month="{y}年{m}月",
    season="{y}年{s}",
    quarter="{y}年第{q}季度",
    year="{y}年",
    decade="{y}年代",
    century="{n}世纪",
    before_christ="公元前{y}年",
    early="公元{y}年",
    about="约{}",
    since="{}起",
    until="至{}",
    dash="至",
    bases={
        Basis.COMPLETED: "年份取自前文",
        Basis.INHERITED: "日期取自前文",
        Basis.PUBLICATION: "以写作时间为准",
        Basis.ALIAS: "此名所指之日",
    },
    year_first=True,
)
LANGUAGES = {"en": ENGLISH, "ru": RUSSIAN, "zh": CHINESE}


def say(date: HistoricalDate, language: str = "en") -> str:
    """The date as a reader would write it; in English where the language has no words here.

    >>> say(HistoricalDate.parse("2024-04/2024-09"))
    'April – September 2024'
    """
    phrases = LANGUAGES.get(language, ENGLISH)
    if date.begin and date.finish:
        return _point(date.begin, phrases) if date.begin == date.finish else _interval(date, phrases)
    point = date.begin or date.finish
    assert point
    return (phrases.since if date.begin else phrases.until).format(_point(point, phrases))


def say_basis(basis: Basis, language: str = "en") -> str:
    """Where a date comes from, in a few words; nothing for one that stands in the text."""
    return LANGUAGES.get(language, ENGLISH).bases.get(basis, "")


def _interval(date: HistoricalDate, phrases: Phrases) -> str:
    """April – September 2024, 2024年4月至9月: what both ends share is said once."""
    begin, finish = date.begin, date.finish
    assert begin
    assert finish
    first, last = _point(begin, phrases), _point(finish, phrases)
    if begin.year != finish.year or not (begin.month and finish.month):
        return f"{first}{phrases.dash}{last}"
    shares_month = begin.day and finish.day and begin.month == finish.month
    year = _point(Point(begin.year), phrases)
    if phrases.year_first:
        shared = _point(Point(begin.year, begin.month), phrases) if shares_month else year
        return f"{first}{phrases.dash}{last.removeprefix(shared)}"
    tail = first[first.find(" ") :] if shares_month else first[len(_without_year(begin, phrases)) :]
    return f"{first.removesuffix(tail)}{phrases.dash}{last}"


def _without_year(point: Point, phrases: Phrases) -> str:
    return _point(point, phrases).partition(f" {point.year if point.year > 0 else 1 - point.year}")[0]


def _point(point: Point, phrases: Phrases) -> str:
    words = _plain(point, phrases)
    return phrases.about.format(words) if point.is_approximate else words


def _plain(point: Point, phrases: Phrases) -> str:
    if point.span == Precision.CENTURY:
        number = point.year // 100 + 1
        return phrases.century.format(n=_ordinal(number) if phrases is ENGLISH else number)
    if point.span == Precision.DECADE:
        return phrases.decade.format(y=point.year)
    year = _year(point.year, phrases)
    bare = str(point.year) if point.year >= 100 else _bare(year, phrases)
    return _in_year(point.month, point.day, bare, phrases) if point.month else year


def _in_year(month: int, day: int | None, bare: str, phrases: Phrases) -> str:
    if month >= FIRST_QUARTER:
        return phrases.quarter.format(q=month - FIRST_QUARTER + 1, y=bare)
    if month >= SPRING:
        return phrases.season.format(s=phrases.seasons[month - SPRING], y=bare)
    if day:
        return phrases.day.format(d=day, m=phrases.of_day[month - 1], y=bare)
    return phrases.month.format(m=phrases.months[month - 1], y=bare)


def _bare(year: str, phrases: Phrases) -> str:
    """A year with its era, without the word that the longer phrase brings itself."""
    return year.removesuffix("年") if phrases is CHINESE else year.replace(" год", "")


def _year(year: int, phrases: Phrases) -> str:
    if year <= 0:
        return phrases.before_christ.format(y=1 - year)
    return (phrases.early if year < 100 else phrases.year).format(y=year)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
