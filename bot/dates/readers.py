"""What the shapes of European dates mean: a reader a shape, from what its pattern matched to a meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates.expression import (
    Apposed,
    Calendar,
    ClockTime,
    DayList,
    EitherWay,
    FromEvent,
    Interval,
    Meaning,
    Now,
    Placed,
    Same,
    Shift,
    Unit,
    Weekday,
    Within,
)
from bot.dates.value import FIRST_QUARTER, Precision

if TYPE_CHECKING:
    from bot.dates.lexicon import Lexicon

BEFORE_CHRIST = re.compile(r"[Bb]|до|v\.|a\.")  # BC, до н. э., v. Chr., a. C.; not AD, CE


def year_of(digits: str, era: str | None) -> int | None:
    """Astronomical year: 490 BC is -489; None for a year 0, which no era has."""
    number = int(digits)
    if number == 0:
        return None
    return 1 - number if era and BEFORE_CHRIST.search(era) else number


def day_and_month(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """4 September 2017."""
    return Calendar(_year(match), lexicon.months[match["month"]], _day(lexicon, match["day"]))


def days_and_month(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """12-15 April 1916 is a stretch; so are 4 and 5 June; 5 and 9 May, 4, 5 and 6 May are listed days."""
    month, year = lexicon.months[match["month"]], _year(match)
    first, second = _day(lexicon, match["day"]), _day(lexicon, match["day2"])
    if first is None or second is None or first >= second:
        return None
    begin, finish = Calendar(year, month, first), Calendar(year, month, second)
    if match["and"] and second != first + 1:
        ends = (match.start(), match.end("day"), match.start("day2"), match.end())
        return DayList((Placed(*ends[:2], begin), Placed(*ends[2:], finish)))
    return Interval(begin, finish)


def list_of_days(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """4, 5 and 6 May 2017."""
    month, year = lexicon.months[match["month"]], _year(match)
    numbers = list(re.finditer(r"\d+\w*", match["days"]))
    at = match.start("days")
    starts = [match.start(), *(at + number.start() for number in numbers[1:])]
    ends = [*(at + number.end() for number in numbers[:-1]), match.end()]
    days = (Calendar(year, month, _day(lexicon, number[0])) for number in numbers)
    return DayList(tuple(map(Placed, starts, ends, days)))


def month(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """September 2017, September."""
    return Calendar(_year(match), lexicon.months[match["month"]])


def season(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The winter of 2014, summer."""
    return Calendar(_year(match), lexicon.seasons[match["season"].lower()])


def holiday(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """Christmas Day 1914."""
    return Calendar(_year(match), *lexicon.holidays[match["holiday"].lower()])


def year(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """1939, 490 BC, AD 70."""
    del lexicon
    number = _year(match)
    return Calendar(number) if number is not None else None


def short_year(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """'39, the '60s: the century is the context's."""
    del lexicon
    span = Precision.DECADE if match["s"] else None
    return Calendar(int(match["year"]), span=span, is_short=True)


def years(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """1939-45, 490-479 BC."""
    del lexicon
    era, last = match["era"], match["year2"]
    begin = year_of(match["year"], era)
    if len(last) < len(match["year"]) and not era:
        last = match["year"][: -len(last)] + last
    finish = year_of(last, era)
    if begin is None or finish is None or begin >= finish:
        return None
    return Interval(Calendar(begin), Calendar(finish))


def decade(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The 1990s; 1900s is read as the decade."""
    del lexicon
    return Calendar(int(match["year"]), span=Precision.DECADE)


def century(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The 19th century; the 5th century BC is the stretch from 500 to 401 BC."""
    number = _ordinal(lexicon, match["nth"])
    if not number or not 1 <= number <= 21:
        return None
    if year_of("1", match["era"]) == 0:
        return Interval(Calendar(1 - 100 * number), Calendar(-100 * (number - 1)))
    return Calendar(100 * (number - 1), span=Precision.CENTURY)


def iso(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """2017-09-04, 2017/09/04, 2017.09.04, 2017-09-04T10:30; 2017-10."""
    del lexicon
    day = match.groupdict().get("day")
    return Calendar(int(match["year"]), int(match["month"]), int(day) if day else None)


def numeric(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """4/9/2017, 04.09.2017, 9-4-2017."""
    del lexicon
    year, first, second = (int(match[name]) for name in ("year", "first", "second"))
    return EitherWay(Calendar(year, second, first), Calendar(year, first, second), match["dot"] == ".")


def quarter(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The second quarter of 2017, Q2 2017, 2017 Q2, the first half of 2017, H1 2017."""
    number = _nth(lexicon, match["nth"])
    year_said = _year(match)
    if match["half"] and number in {1, 2}:
        first = 6 * number - 5
        return Interval(Calendar(year_said, first), Calendar(year_said, first + 5))
    return Calendar(year_said, FIRST_QUARTER + number - 1) if 1 <= number <= 4 else None


def later(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """Two days later, about a year earlier, five years ago."""
    count = lexicon.number(match["count"])
    if count is None:
        return None
    unit = lexicon.units[match["unit"].lower()]
    about = bool(match["about"]) or unit in {Unit.DECADE, Unit.CENTURY}
    way = re.sub(r"\s+", " ", match["way"].lower())
    if way in lexicon.spoken:
        return Now(-count, unit, is_approximate=about)
    return Shift(count * lexicon.later[way], unit, is_approximate=about)


def beside(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The next day, the previous year, the following spring."""
    count = lexicon.beside[match["way"].lower()]
    word = match["unit"]
    if inner := lexicon.months.get(word) or lexicon.seasons.get(word.lower()):
        return Shift(count, Unit.YEAR, month=inner)
    return Shift(count, lexicon.units[word.lower()])


def behind(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The day following, the morning after."""
    return Shift(lexicon.later[match["way"].lower()], lexicon.units[match["unit"].lower()])


def moved(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """Am Vortag, накануне."""
    return Shift(*lexicon.moved[match["moved"].lower()])


def spoken(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """Yesterday, last year, this month."""
    count, unit = lexicon.spoken[re.sub(r"\s+", " ", match["now"].lower())]
    return Now(count, unit)


def same(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """That day, the same month, that summer, later that year, the end of the year."""
    word = match["unit"]
    if inner := lexicon.months.get(word) or lexicon.seasons.get(word.lower()):
        return Same(Unit.YEAR, Calendar(None, inner))
    return Same(lexicon.units[word.lower()], is_far=bool(match["far"]))


def of_beside(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """May of the following year, мая следующего года, mayo del año siguiente."""
    word = match["month"]
    inner = lexicon.months.get(word) or lexicon.seasons[word.lower()]
    day = _day(lexicon, match["day"]) if match["day"] else None
    return Shift(lexicon.beside[match["way"].lower()], Unit.YEAR, inner=Calendar(None, inner, day))


def decade_of_century(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """20-е годы XX века, die 20er Jahre des 19. Jahrhunderts."""
    number = _ordinal(lexicon, match["nth"])
    if not number or not 1 <= number <= 21:
        return None
    return Calendar(100 * (number - 1) + int(match["tens"]), span=Precision.DECADE)


def of_same(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """June of that year, July 25 of the same year, summer of that year."""
    word = match["month"]
    inner = lexicon.months.get(word) or lexicon.seasons[word.lower()]
    day = match["day"] or match["day2"]
    return Same(Unit.YEAR, Calendar(None, inner, _day(lexicon, day) if day else None))


def within(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The last week of August, the first ten months of 1915: how long within what."""
    month_said = match["month"]
    if not month_said:
        return Within(Calendar(int(match["bare"])))
    return Within(Calendar(_year(match), lexicon.months[month_said]))


def bare_day(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The 20th."""
    return Calendar(None, None, _day(lexicon, match["day"]))


def clock(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """11 a.m., at 10:57, noon: it has the date of its day."""
    del lexicon, match
    return ClockTime()


def apposed(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The first day of the battle: another name of the date before it."""
    del lexicon, match
    return Apposed(is_kept=False)


def anniversary(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The sixth anniversary of the fall."""
    del lexicon, match
    return Apposed(is_kept=True)


def from_event(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """Two days after the fall of Girona, the day before the battle."""
    count = lexicon.number(match["count"]) if match["count"] else 1
    if count is None:
        return None
    return FromEvent(count * lexicon.later[match["way"].lower()], lexicon.units[match["unit"].lower()])


def weekday(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """Thursday, Thursday's vote."""
    return Weekday(lexicon.weekdays[match["weekday"]], is_certain=match["of"] is not None)


def _day(lexicon: Lexicon, words: str) -> int | None:
    digits = re.match(r"\d+", words)
    return int(digits[0]) if digits else lexicon.ordinals.get(words.lower())


def _ordinal(lexicon: Lexicon, words: str) -> int | None:
    """The number of a century: 19th, nineteenth, XIX, 19-й."""
    digits = re.match(r"\d+", words)
    return int(digits[0]) if digits else lexicon.ordinals.get(words.lower())


def _nth(lexicon: Lexicon, words: str) -> int:
    digits = re.search(r"\d", words)
    return int(digits[0]) if digits else lexicon.ordinals.get(words.lower(), 0)


def _year(match: re.Match[str]) -> int | None:
    digits = match["year"]
    if not digits:
        return None
    return year_of(digits, match.groupdict().get("era"))
