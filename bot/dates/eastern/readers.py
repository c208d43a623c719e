"""What the shapes of Chinese dates mean: a reader a shape, from its match to a meaning.

Their docstrings are examples of what they read; None is no date after all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates.eastern.numerals import number_of
from bot.dates.expression import (
    Calendar,
    DateList,
    Interval,
    ListedDate,
    Meaning,
    Now,
    Same,
    Shift,
    Unit,
    Weekday,
)
from bot.dates.value import FIRST_QUARTER, Precision

if TYPE_CHECKING:
    from bot.dates.lexicon import Lexicon

THIS_CENTURY = 2000
LATE = 60  # a count of years that is rarely how long something lasted
MOST_OF_REPUBLIC = 150  # years from 1912
WEEKS = {"上": -1, "本": 0, "这": 0, "這": 0, "下": 1}  # from the one of speaking


def calendar(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """2017年9月4日, 二〇一七年九月, 民國三十四年, 公元前490年, 2014年冬天, 9月4日, 2014年前後."""
    groups = match.groupdict()
    month = number_of(groups["month"]) if groups.get("month") else None
    day = number_of(groups["day"]) if groups.get("day") else None
    if groups.get("season"):
        month = lexicon.seasons[groups["season"]]
    return Calendar(_year(lexicon, groups), month, day, is_approximate=bool(groups.get("about")))


def short_year(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """05年底, 98年9月4日: the century is the context's."""
    groups = match.groupdict()
    season, month, day = groups["season"], groups["month"], groups["day"]
    number = lexicon.seasons[season] if season else number_of(month) if month else None
    year = number_of(match["year"])
    return Calendar(year, number, number_of(day) if day else None, is_short=True)


def year_of_republic(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """98年8月1日, 於三十八年, in a text that counts years from 1912."""
    groups = match.groupdict()
    month = number_of(groups["month"]) if groups.get("month") else None
    day = number_of(groups["day"]) if groups.get("day") else None
    year = number_of(match["counted"])
    if not year or year > MOST_OF_REPUBLIC:
        return None
    return Calendar(_year(lexicon, groups | {"reign": "民國"}), month, day)


def late_year_of_republic(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """97年擴建, 106學年度; of fewer than sixty years it may be the number."""
    return year_of_republic(lexicon, match) if (number_of(match["counted"]) or 0) >= LATE else None


def part_of_year(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """2017年第二季度, 2008年下半年, 2017 Q2, 2017年H1."""
    groups = match.groupdict()
    year = int(groups["plain"]) if groups.get("plain") else _year(lexicon, groups)
    if half := match["half"]:
        first = 1 if half == "上" or (half == "H" and match["nth"] == "1") else 7
        return Interval(Calendar(year, first), Calendar(year, first + 5))
    number = number_of(match["nth"]) or 0
    return Calendar(year, FIRST_QUARTER + number - 1) if 1 <= number <= 4 else None


def months(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """2024年4月至9月, 9月4日至8日, 1950年3、4月间."""
    groups = match.groupdict()
    year, month = _year(lexicon, groups), number_of(groups["month"])
    if groups.get("day"):
        return Interval(
            Calendar(year, month, number_of(groups["day"])), Calendar(year, month, number_of(groups["day2"]))
        )
    second = number_of(groups["month2"])
    if "、" in match[0] and second != (month or 0) + 1:
        return None
    return Interval(Calendar(year, month), Calendar(year, second))


def list_of_months(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """2008年2、5、9月."""
    year, place = _year(lexicon, match.groupdict()), match.start("months")
    words = list(re.finditer(r"[^、\s]+", match["months"]))
    starts = [match.start(), *(place + word.start() for word in words[1:])]
    ends = [*(place + word.end() for word in words[:-1]), match.end()]
    dates = (Calendar(year, number_of(word[0])) for word in words)
    return DateList(tuple(map(ListedDate, starts, ends, dates)))


def years(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """1939年至1945年, 1939-1945, 1939至45年, 公元前12年至10年."""
    groups, last = match.groupdict(), match["year2"]
    first = groups.get("year") or groups.get("counted") or ""
    if len(last) < len(first) and not groups.get("bc"):
        last = first[: -len(last)] + last
    begin, finish = _year(lexicon, groups), _year(lexicon, groups | {"year": None, "counted": last})
    if begin is None or finish is None or begin >= finish:
        return None
    return Interval(Calendar(begin), Calendar(finish))


def decade(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """1990年代, 二十世紀九十年代; of 90年代 and 九零年代 the century is the context's."""
    del lexicon
    tens = number_of(match["tens"])
    if tens is None or tens % 10:
        return None
    if not match["nth"]:
        return Calendar(tens, span=Precision.DECADE, is_short=tens < 100)
    century = number_of(match["nth"]) or 1
    return Calendar(100 * (century - 1) + tens, span=Precision.DECADE)


def century(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """19世紀, 十九世纪, 9至10世紀; 公元前5世紀 is the stretch from 500 to 401 BC."""
    del lexicon
    first, last = (number_of(match[name] or match["nth"]) or 0 for name in ("nth", "nth2"))
    if not 1 <= first <= 21 or not 1 <= last <= 21:
        return None
    if match["bc"]:
        return Interval(Calendar(1 - 100 * max(first, last)), Calendar(-100 * (min(first, last) - 1)))
    begin, finish = (Calendar(100 * (number - 1), span=Precision.CENTURY) for number in (first, last))
    return begin if begin == finish else Interval(begin, finish) if first < last else None


def short_day(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """23.05.02, the year first: the century is the context's."""
    del lexicon
    return Calendar(int(match["year"]), int(match["month"]), int(match["day"]), is_short=True)


def day_of_month(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """28日: the month is the context's."""
    del lexicon
    return Calendar(None, None, int(match["day"]))


def later(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """两年后, 三天之后, 五年前."""
    count = number_of(match["count"])
    if count is None:
        return None
    unit = lexicon.units[match["unit"]]
    return Shift(count * lexicon.later[match["way"]], unit, is_approximate=unit == Unit.DECADE)


def same(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """同年, 同年9月4日, 當月, 當月4日, 当天."""
    unit = lexicon.units[match["unit"]]
    return Same(unit, _inner(match, unit), is_far=match["way"].startswith("那"))


def beside(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """次年, 翌日, 次年3月, 次月4日, 第二天."""
    unit = lexicon.units[match["unit"]]
    return Shift(lexicon.beside[match["way"]], unit, inner=_inner(match, unit))


def spoken(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """今年, 去年9月, 昨天."""
    step, unit = lexicon.spoken[match["now"]]
    return Now(step, unit, inner=_inner(match, unit))


def _inner(match: re.Match[str], unit: Unit) -> Calendar | None:
    """The month and day of a year that was pointed at, or the day of such a month."""
    if unit == Unit.YEAR and match["month"]:
        return Calendar(None, number_of(match["month"]), number_of(match["day"]) if match["day"] else None)
    return Calendar(day=number_of(match["day2"])) if unit == Unit.MONTH and match["day2"] else None


def weekday(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """周五, 上周五, 下星期一."""
    number = lexicon.weekdays[match["weekday"]]
    which = match["which"]
    if not which:
        return Weekday(number)
    return Weekday(number, is_certain=True, weeks=WEEKS[which[0]], is_spoken=True)


def decade_of_now(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """上世纪八十年代, 本世纪初: documents are written in the 21st century."""
    del lexicon
    century = THIS_CENTURY - 100 * match["which"].startswith("上")
    tens = number_of(match["tens"]) if match["tens"] else None
    if tens is None:
        return Calendar(century, span=Precision.CENTURY)
    return Calendar(century + tens, span=Precision.DECADE)


def _year(lexicon: Lexicon, groups: dict[str, str | None]) -> int | None:
    year = groups.get("year") or groups.get("counted")
    if not year:
        return None
    number = 1 if year == "元" else number_of(year)
    if not number:
        return None
    if reign := groups.get("reign"):
        return lexicon.reigns[reign] + number - 1
    return 1 - number if groups.get("bc") else number
