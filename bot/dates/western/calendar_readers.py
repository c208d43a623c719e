"""What the shapes of European calendar dates mean: a reader a shape, from its match to a meaning.

Their docstrings are examples of what they read; None is no date after all, such as 32 May.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates.expression import Calendar, DateList, EitherWay, Interval, ListedDate, Meaning
from bot.dates.value import FIRST_QUARTER, Precision, month_length

if TYPE_CHECKING:
    from bot.dates.lexicon import Lexicon

BEFORE_CHRIST = re.compile(r"[Bb]|до|v\.|a\.")  # BC, до н. э., v. Chr., a. C.; not AD, CE
ANY_LETTER = re.compile(r"\w")
APART = re.compile(r"[ ]?(?:[:：–—]|-[ ]|\n|$)")
ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
LAST_DUAL = 1751  # the last year that began in March in England
MONTHS, LONGEST_MONTH = 12, 31  # of a year, days
NEW_YEAR = (3, 24)  # the last day of such a year


def year_of(digits: str, era: str | None) -> int | None:
    """Astronomical year: 490 BC is -489; None for a year 0, which no era has."""
    number = int(digits)
    if number == 0:
        return None
    return 1 - number if era and BEFORE_CHRIST.search(era) else number


def day_and_month(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """4 September 2017, 15 January 1743/44."""
    month, day = lexicon.months[match["month"]], ordinal(lexicon, match["day"])
    year = _dual_year(match, month, day)
    is_name = year is None and lexicon.has_small_months and match["month"][0].isupper()
    return None if is_name and not _heads_line(match) else Calendar(year, month, day)


def _heads_line(match: re.Match[str]) -> bool:
    """Whether a date stands at the head of a line, apart from what follows: "14 Ноября: открытие"."""
    text, start = match.string, match.start()
    margin = text[text.rfind("\n", 0, start) + 1 : start]
    return not ANY_LETTER.search(margin) and APART.match(text, match.end()) is not None


def roman_month(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """5.V.1921."""
    del lexicon
    return Calendar(int(match["year"]), ROMAN_MONTHS.index(match["roman"]) + 1, int(match["day"]))


def short_year_of_month(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """10-Apr-15, May '68, 4 May '68, summer '95: the century is the context's."""
    word, day = match["month"], match["day"] or match["day2"]
    month = lexicon.months.get(word) or lexicon.seasons[word.lower()]
    return Calendar(int(match["short"]), month, ordinal(lexicon, day) if day else None, is_short=True)


def days_and_month(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """12-15 April 1916 is a stretch; so are 4 and 5 June; 5 and 9 May, 4, 5 and 6 May are listed days."""
    month, year = lexicon.months[match["month"]], _year(match)
    first, second = ordinal(lexicon, match["day"]), ordinal(lexicon, match["day2"])
    if first is None or second is None or first >= second:
        return None
    begin, finish = Calendar(year, month, first), Calendar(year, month, second)
    if match["and"] and second != first + 1:
        ends = (match.start(), match.end("day"), match.start("day2"), match.end())
        return DateList((ListedDate(*ends[:2], begin), ListedDate(*ends[2:], finish)))
    return Interval(begin, finish)


def night(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The night from 31 May to 1 June 1921."""
    month = lexicon.months[match["month2"]]
    first = lexicon.months[match["month"]] if match["month"] else month
    year = _year(match)
    begin = Calendar(year and year - (first > month), first, ordinal(lexicon, match["day"]))
    return Interval(begin, Calendar(year, month, ordinal(lexicon, match["day2"])))


def list_of_days(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """4, 5 and 6 May 2017."""
    month, year = lexicon.months[match["month"]], _year(match)
    numbers = list(re.finditer(r"\d+\w*", match["days"]))
    at = match.start("days")
    starts = [match.start(), *(at + number.start() for number in numbers[1:])]
    ends = [*(at + number.end() for number in numbers[:-1]), match.end()]
    days = (Calendar(year, month, ordinal(lexicon, number[0])) for number in numbers)
    return DateList(tuple(map(ListedDate, starts, ends, days)))


def month(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """September 2017, September, January 1743/44."""
    number = lexicon.months[match["month"]]
    return Calendar(_dual_year(match, number, None), number)


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
    span = Precision.DECADE if match["s"] is not None else None
    return Calendar(int(match["year"]), span=span, is_short=True)


def spelled_decade(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The nineties: the century is the context's."""
    return Calendar(lexicon.decades[match["tens"].lower()], span=Precision.DECADE, is_short=True)


def years(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """1939-45, 490-479 BC; 2017/2018, but 1000/1100 are no years."""
    del lexicon
    era, last = match["era"], match["year2"]
    begin = year_of(match["year"], era)
    if len(last) < len(match["year"]) and not era:
        last = match["year"][: -len(last)] + last
    finish = year_of(last, era)
    if begin is None or finish is None or begin >= finish:
        return None
    if "/" in match[0] and finish > begin + 1:
        return None
    return Interval(Calendar(begin), Calendar(finish))


def about_year(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """1986 or so."""
    whole = year(lexicon, match)
    return whole._replace(is_approximate=True) if isinstance(whole, Calendar) else None


def either_year(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """1987 or 1988, 1980 or 81: the two years as a stretch; of others each is a date of its own."""
    whole = years(lexicon, match)
    if not isinstance(whole, Interval) or not whole.begin or not whole.finish:
        return None
    return whole if whole.finish.year == (whole.begin.year or 0) + 1 else None


def decade(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The 1990s, the 1940s-50s, 1920–30-е; 1900s is read as the decade."""
    del lexicon
    first, tens = int(match["year"]), match.groupdict().get("tens")
    begin = Calendar(first, span=Precision.DECADE)
    if not tens:
        return begin
    last = int(tens) if len(tens) == 4 else first // 100 * 100 + int(tens)
    finish = begin._replace(year=last)
    if last <= first:
        return None
    if match["and"] and last > first + 10:
        return _listed(match, "year", begin, "tens", finish)
    return Interval(begin, finish)


def century(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The 19th century; the 5th century BC is the stretch from 500 to 401 BC."""
    number = ordinal(lexicon, match["nth"])
    return _century(number, match["era"]) if number else None


def centuries(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The 1st to 3rd centuries AD; the 4th and 6th centuries are two, unless it is between them."""
    ends = [ordinal(lexicon, match[name]) or 0 for name in ("nth", "nth2")]
    begin, finish = (_century(number, match["era"]) for number in ends)
    if isinstance(begin, Interval) and isinstance(finish, Interval):  # before Christ
        return Interval(begin.begin, finish.finish) if ends[0] > ends[1] else None
    if not isinstance(begin, Calendar) or not isinstance(finish, Calendar) or ends[0] >= ends[1]:
        return None
    if match["and"] and ends[1] > ends[0] + 1:
        return _listed(match, "nth", begin, "nth2", finish)
    return Interval(begin, finish)


def list_of_centuries(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The 10th, 12th and 14th centuries."""
    dates, place = [], match.start("nths")
    for words in re.finditer(r"[^,\s]+(?=,|\s|$)", match["nths"]):
        number = ordinal(lexicon, words[0])
        century = _century(number, None) if number else None
        if isinstance(century, Calendar):
            dates.append(ListedDate(place + words.start(), place + words.end(), century))
    return DateList((*dates[:-1], dates[-1]._replace(end=match.end()))) if len(dates) > 1 else None


def _century(number: int, era: str | None) -> Calendar | Interval | None:
    if not 1 <= number <= 21:
        return None
    if year_of("1", era) == 0:
        return Interval(Calendar(1 - 100 * number), Calendar(-100 * (number - 1)))
    return Calendar(100 * (number - 1), span=Precision.CENTURY)


def _listed(match: re.Match[str], first: str, begin: Calendar, second: str, finish: Calendar) -> DateList:
    """Two dates of one word: the first up to its end, the second up to the end of the whole."""
    listed = ListedDate(match.start(), match.end(first), begin)
    return DateList((listed, ListedDate(match.start(second), match.end(), finish)))


def iso(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """2017-09-04, 2017/09/04, 2017.09.04, 2017-09-04T10:30; 2017-10."""
    del lexicon
    day = match.groupdict().get("day")
    return Calendar(int(match["year"]), int(match["month"]), int(day) if day else None)


def numeric(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """4/9/2017, 04.09.2017, 4. 9. 2017, 9-4-2017."""
    del lexicon
    year, first, second = (int(match[name]) for name in ("year", "first", "second"))
    return EitherWay(Calendar(year, second, first), Calendar(year, first, second), match["dot"][0] == ".")


def short_numeric(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """29/10/85, 7/29/91, 31.08.91: the century is the context's; not 24/7/365, 50/50/20."""
    del lexicon
    year, first, second = (int(match[name]) for name in ("year", "first", "second"))
    if not (1 <= min(first, second) <= MONTHS and 1 <= max(first, second) <= LONGEST_MONTH):
        return None
    day_first = Calendar(year, second, first, is_short=True)
    return EitherWay(day_first, Calendar(year, first, second, is_short=True), match["dot"] == ".")


def numeric_day_and_month(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """31/8, 8/31: the year is the context's; not 24/7."""
    del lexicon
    first, second = int(match["first"]), int(match["second"])
    if not (1 <= min(first, second) <= MONTHS and 1 <= max(first, second) <= LONGEST_MONTH):
        return None
    return EitherWay(Calendar(None, second, first), Calendar(None, first, second), is_dotted=False)


def numeric_days(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """11.06. bis 05.10.2019, 12.-13.07."""
    del lexicon
    last = int(match["month2"])
    first = int(match["month"] or last)
    year = int(match["year"]) if match["year"] else None
    if not (1 <= first <= MONTHS and 1 <= last <= MONTHS):
        return None
    begin = Calendar(year and year - (first > last), first, int(match["day"]))
    return Interval(begin, Calendar(year, last, int(match["day2"])))


def numeric_day(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """Am 31.08."""
    del lexicon
    month = int(match["month"])
    return Calendar(None, month, int(match["day"])) if 1 <= month <= MONTHS else None


def quarter(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The second quarter of 2017, Q2 2017, 2017 Q2, the first half of 2017, H1 2017."""
    number = _nth(lexicon, match["nth"])
    year_said = _year(match)
    if match["half"] and number in {1, 2}:
        first = 6 * number - 5
        return Interval(Calendar(year_said, first), Calendar(year_said, first + 5))
    return Calendar(year_said, FIRST_QUARTER + number - 1) if 1 <= number <= 4 else None


def decade_of_century(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """20-е годы XX века, die 20er Jahre des 19. Jahrhunderts."""
    number = ordinal(lexicon, match["nth"])
    if not number or not 1 <= number <= 21:
        return None
    return Calendar(100 * (number - 1) + int(match["tens"]), span=Precision.DECADE)


def decades_of_century(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """70-80-е годы XX века."""
    number = ordinal(lexicon, match["nth"])
    if not number or not 1 <= number <= 21 or match["tens"] >= match["tens2"]:
        return None
    ends = (100 * (number - 1) + int(match[name]) for name in ("tens", "tens2"))
    return Interval(*(Calendar(end, span=Precision.DECADE) for end in ends))


def within(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The last week of August, the first ten months of 1915: some time within what is named."""
    name = match["month"]
    return Calendar(_year(match), lexicon.months[name]) if name else Calendar(int(match["bare"]))


def end_day(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """The last day of May 1921, the first day of 1999; of February only where the year is known."""
    whole = within(lexicon, match)
    assert isinstance(whole, Calendar)
    number = whole.month or (1 if match["first"] else 12)
    if match["first"]:
        return whole._replace(month=number, day=1)
    if whole.year is None and number == 2:
        return whole
    return whole._replace(month=number, day=month_length(whole.year or 1, number))


def ordinal(lexicon: Lexicon, words: str) -> int | None:
    """The number of a day or a century: 4, 4th, fourth, XIX, 19-й; None for what is none."""
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


def _dual_year(match: re.Match[str], month: int, day: int | None) -> int | None:
    """15 January 1743/44 lies in 1744 as we count; so does it as 1743/4."""
    year, dual = _year(match), match.groupdict().get("dual")
    if year is None or year > LAST_DUAL or not dual or not str(year + 1).endswith(dual):
        return year
    return year + ((month, day or 1) <= NEW_YEAR)
