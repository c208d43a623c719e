"""How Chinese writes dates, simplified and traditional: the year first, numerals also in characters.

The same kind of shapes as in `western.py`, with year, month and day marked by 年, 月 and 日.
"""

from __future__ import annotations

import re

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
from bot.dates.lexicon import Lexicon, Shape
from bot.dates.value import FIRST_QUARTER, Precision

THIS_CENTURY = 2000
WEEKS = {"上": -1, "本": 0, "这": 0, "這": 0, "下": 1}  # from the one of speaking
DIGITS = {
    numeral: number
    for number, ones in enumerate(
        ["〇零0", "一1", "二2兩两", "三3", "四4", "五5", "六6", "七7", "八8", "九9"]
    )
    for numeral in ones
}


def number_of(words: str) -> int | None:
    """The value of numerals: 2017, 二〇一七, 十二, 二十三; None for what is none."""
    if words.isdecimal():
        return int(words)
    if "十" in words or "廿" in words:
        tens, _, ones = words.replace("廿", "二十").partition("十")
        if len(tens) > 1 or len(ones) > 1:
            return None
        return 10 * (DIGITS[tens] if tens else 1) + (DIGITS[ones] if ones else 0)
    return int("".join(str(DIGITS[numeral]) for numeral in words))


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
    """1990年代, 二十世紀九十年代; of 90年代 the century is the context's."""
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


ERA = "(?:(?P<bc><bc>)|<ad>|(?P<reign><reign>))"
# a year of few digits needs its era: "五十二年", "20年" count
YEAR = rf"(?:{ERA}[ ]?(?P<counted><counted>)|(?P<year><year>))[ ]?年"
MONTH, DAY = r"[ ]?(?P<month><few>)[ ]?月份?", r"[ ]?(?P<day><few>)[ ]?[日号號]"
DAY_OF_MONTH = r"[ ]?(?P<day2><few>)[ ]?[日号號]"
INNER = rf"(?:{MONTH}(?:{DAY}|<part>)?|{DAY_OF_MONTH}|<part>)?"

SHAPES = (
    # 2024.6.9, 2024/11/10
    Shape(
        "digit four_digits",
        r"(?P<year>[12]\d{3})(?P<dot>[-/.])(?P<month>\d\d?)(?P=dot)(?P<day>\d\d?)<end_of_numbers>",
        calendar,
    ),
    # 20170801: and 201708__: at the head of an entry
    Shape(
        "digit four_digits",
        r"""(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])?
            (?:__?(?!\w)|(?=[ ]?[:：]))""",
        calendar,
    ),
    # 23.05.02 behind what a column of dates is called, or at the head of an entry
    Shape(
        "digit",
        r"""(?:(?<=日期[:：][ ])|(?<=[时時][间間][:：][ ])|(?m:^)(?=[\d./-]{8}[ \t:：，,|]))
            (?P<year>\d\d)(?P<dot>[-/.])(?P<month>0[1-9]|1[0-2])(?P=dot)(?P<day>0[1-9]|[12]\d|3[01])
            (?![\w/]|[-.]\w)""",
        short_day,
    ),
    # 2017.09, 2017-09
    Shape("digit four_digits", r"(?P<year>[12]\d{3})[-/.](?P<month>0[1-9]|1[0-2])(?![\d/.%-])", calendar),
    # 1939年至1945年, 1939至45年, 公元前12年至10年
    Shape(
        "digit four_digits year",
        rf"""(?:{ERA}[ ]?(?P<counted><counted>)|(?P<year><year>))[ ]?年?[ ]?<to>[ ]?(?:<ad>|<bc>)?
            (?P<year2>\d{{1,4}}|<cjk>{{4}})[ ]?年(?!代)""",
        years,
    ),
    # 1939年和1945年之间
    Shape(
        "digit four_digits year",
        r"""(?P<year><year>)[ ]?年?[ ]?[和与與及][ ]?(?P<year2>\d{4}|<cjk>{4})[ ]?年?之?[间間]""",
        years,
    ),
    # 1939-1945
    Shape("digit four_digits", r"(?P<year>[12]\d{3})<to>(?P<year2>[12]\d{3})(?![\d年]|<measure>)", years),
    # 2024年4月至9月; 2017年9月4日至8日; 1950年3、4月间
    Shape(
        "digit four_digits year",
        rf"{YEAR}[ ]?(?P<month><few>)[ ]?月{DAY}?[ ]?<to>[ ]?(?P<day2><few>)[ ]?[日号號]",
        months,
    ),
    Shape(
        "digit four_digits year",
        rf"{YEAR}[ ]?(?P<month><few>)[ ]?月?[ ]?(?:<to>|、)[ ]?(?P<month2><few>)[ ]?月(?!<few>)",
        months,
    ),
    # 2008年2、5、9月
    Shape(
        "digit four_digits year",
        rf"{YEAR}[ ]?(?P<months><few>(?:[ ]?、[ ]?<few>){{1,8}})[ ]?月",
        list_of_months,
    ),
    # 20世纪90年代, 1990年代, 90年代
    Shape(
        "digit four_digits year",
        r"(?:(?P<nth><few>)[ ]?世[纪紀]的?)?[ ]?(?P<tens>\d{3}0|<tens>)[ ]?年代(?:<part>)?",
        decade,
    ),
    # 上世纪八十年代, 本世纪初
    Shape(
        "spoken",
        r"(?P<which>上个?|上個|本)世[纪紀]的?(?:[ ]?(?P<tens><tens>)[ ]?年代)?(?:<part>)?",
        decade_of_now,
    ),
    # 十九世紀, 公元前5世紀, 9至10世紀
    Shape(
        "digit four_digits year",
        r"(?:(?P<bc><bc>)|<ad>)?[ ]?(?P<nth><few>)(?:[ ]?<to>[ ]?(?P<nth2><few>))?[ ]?世[纪紀](?:<part>)?",
        century,
    ),
    # 2017年第二季度, 2008年下半年
    Shape(
        "digit four_digits year",
        rf"{YEAR}[ ]?(?:第?(?P<nth>[1-4一二三四])季度?|(?P<half>[上下])半年)",
        part_of_year,
    ),
    # 2017年Q2, 2017 Q2, 2017-H1
    Shape(
        "digit four_digits year",
        rf"(?:{YEAR}|(?P<plain>[12]\d{{3}}))[ -]?(?:(?P<half>H)(?=[12])|Q)(?P<nth>[1-4])(?![A-Za-z0-9.])",
        part_of_year,
    ),
    # 5/4, 05-04 in front of an entry, or alone in its line
    Shape(
        "digit",
        r"""(?<![^\n])(?P<month>0?[1-9]|1[0-2])[/-](?P<day>0?[1-9]|[12]\d|3[01])
            (?=[ \t]*(?:\n|$) | [ ]*[:：—–|｜，、] | [ ]-[ ] | [ ](?=[\u3400-\u9fff]))(?!<measure>)""",
        calendar,
    ),
    # 大事记 2017
    Shape(
        "four_digits", r"(?<=[A-Za-z\u3400-\u9fff][ ])(?P<year>(?:19|20)\d{2})(?=[ \t]*(?:\n|$))", calendar
    ),
    # (2017), and a cell of a row: "年份: 2017, "
    Shape(
        "four_digits",
        r"(?:(?<=[(（])|(?<=[:：][ ]))(?P<year>(?:1[5-9]|20)\d{2})(?=[)）]|,[ ]|\n|$)",
        calendar,
    ),
    # a line "2017", "2017：上线", "2017 上线", as headings and chronicles have them
    Shape(
        "four_digits",
        r"""(?<![^\n])(?P<year>(?:1[5-9]|20)\d{2})
            (?=[ \t]*(?:\n|$) | [ ]*[:：—–|｜,，、] | [ ]-[ ] | [ ](?=[\u3400-\u9fff])(?!年))(?!<measure>)""",
        calendar,
    ),
    # 2017年9月4日, 民國三十四年八月, 1500年左右; 1950年春, but not 1950年春节
    Shape(
        "digit four_digits year",
        rf"{YEAR}(?:<part>|(?P<season><not_season><season>)[天季]?|{MONTH}(?:{DAY}|<part>)?)?(?P<about><around>)?",
        calendar,
    ),
    # 05年底, 98年9月4日; two digits that count years are rarely these
    Shape(
        "digit",
        rf"""(?P<year>0\d|[89]\d)[ ]?年(?!代|[以之]?[前后後内內来來间間]|的?[时時][间間])
            (?:<part>|(?P<season><not_season><season>)[天季]?|{MONTH}(?:{DAY}|<part>)?)?""",
        short_year,
    ),
    # 於七七年一月一日, 八八年底, 自九零年; but 七八年 alone may count years
    Shape(
        "year",
        rf"""(?:(?<=[於于在自從从由至到])|(?<![一二三四五六七八九十兩两百千])(?=..年(?:<part>|(?:<few>)月)))
            (?P<year>[五六七八九〇零][〇零一二三四五六七八九])年
            (?!代|[以之]?[前后後内內来來间間級级多]|的?[时時][间間])
            (?:<part>|(?P<season><not_season><season>)[天季]?|{MONTH}(?:{DAY}|<part>)?)?""",
        short_year,
    ),
    # 9月4日, 9月底; not behind a year of some other count: 天保五年十二月; nor of the moon's: 农历八月
    Shape(
        "digit four_digits year",
        rf"(?<!<other>年)(?<![一二三四五六七八九十历曆]){MONTH}(?:{DAY}|<part>)?",
        calendar,
    ),
    # 28日 at the head of a line, 于27日; but not 于27日内
    Shape(
        "digit",
        r"""(?:(?m:^)|(?<=[于於])|(?<=[于於][ ]))(?P<day>0?[1-9]|[12]\d|3[01])[ ]?日
            (?=[，,、。；;]|[早中下上午晚凌清傍深夜][^后後]|[ ]|[^\W\d_内內前后後之以間间游元圆圓])""",
        day_of_month,
    ),
    # 两年后
    Shape(
        "digit four_digits year",
        r"(?<![一二三四五六七八九])(?P<count><few>)[ ]?[个個]?(?P<unit><unit>)(?P<way><way>)",
        later,
    ),
    # 同年9月, 當月4日
    Shape("same", rf"(?P<way><same>)(?P<unit><unit>){INNER}", same),
    # 次年3月, 次月4日
    Shape("beside", rf"(?P<way><beside>)[个個]?(?P<unit><unit>){INNER}", beside),
    # 上周五, 星期五
    Shape(
        "spoken weekday",
        r"""(?P<which>上个?|上個|本|这个?|這個?|下个?|下個)?(?:周|週|星期|礼拜|禮拜)
            (?P<weekday>[一二三四五六日天])""",
        weekday,
    ),
    # 今年, 去年9月
    Shape("spoken", rf"(?P<now><spoken>){INNER}", spoken),
)
