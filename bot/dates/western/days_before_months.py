"""Days in front of their month: 4 September 2017, 12-15 April 1916, the last day of May 1921."""

from __future__ import annotations

from bot.dates.lexicon import Shape
from bot.dates.western import calendar_readers as read
from bot.dates.western import relative_readers as relative
from bot.dates.western.year_patterns import DUAL_YEAR, YEAR

DAYS_BEFORE_MONTHS = (
    # 10-Apr-15, 4 May '68, summer '95
    Shape(
        "digit",
        r"(?P<day>\d\d?)-(?P<month><month>)-(?P<short>\d\d)(?![\w-])(?P<day2>(?!))?",
        read.short_year_of_month,
    ),
    Shape(
        "digit month season",
        r"""(?:(?P<day><day>)<of>)?(?P<month><month>|<season>)(?:[ ](?P<day2><day>))?(?:<comma>|<of_year>)
            ['’](?P<short>\d\d)(?!\w)""",
        read.short_year_of_month,
    ),
    # Oct 26 11:00:09 EDT 1995
    Shape(
        "month",
        r"""(?P<month><month>)[ ]+(?P<day><day>)[ ]\d\d?:\d\d(?::\d\d)?(?:[ ](?:[A-Z]{2,5}|[+-]\d{4}))?
            [ ](?P<year>[12]\d{3})(?!\w)""",
        read.day_and_month,
    ),
    # 4, 5 and 6 May 2017
    Shape(
        "digit",
        rf"(?P<days><day>(?:,[ ]<day>){{1,8}},?[ ]<and>[ ]<day>)<of>(?P<month><month>)(?:<comma>{YEAR})?",
        read.list_of_days,
    ),
    # 12-15 April 1916, the 28th and 29th of August
    Shape(
        "digit",
        rf"""(?P<day><day>)\s?(?:<to>|(?P<and><and>))\s?(?:<the>[ ])?(?P<day2><day>)<of>
            (?P<month><month>)(?:<comma>{YEAR})?""",
        read.days_and_month,
    ),
    # в ночь с 31 мая на 1 июня 1921 года
    Shape(
        "digit",
        rf"""<night>(?P<day><day>)(?:<of>(?P<month><month>))?[ ]<night_to>[ ](?P<day2><day>)<of>
            (?P<month2><month>)(?:<comma>{YEAR})?""",
        read.night,
    ),
    # 25 October (7 November) 1917
    Shape("digit", rf"(?<=\()(?P<day><any_day>)<of>(?P<month><month>)\)<comma>{YEAR}", read.day_and_month),
    Shape("month", rf"(?<=\()(?P<month><month>)[ ](?P<day><day>)\)<comma>{YEAR}", read.day_and_month),
    # 25 July of that year, 25 July of the following year
    Shape("digit", r"(?P<day><day>)<of>(?P<month><month>)<of_same>(?P<day2>(?!))?", relative.of_same),
    Shape("digit", r"(?P<day><day>)<of>(?P<month><month>)<of_beside>", relative.of_beside),
    # the 26th of April this year
    Shape("digit", r"(?P<day><day>)<of>(?P<month><month>)<of_spoken_year>", relative.of_spoken_year),
    # the fourth of September 2017, the 4th day of September
    Shape(
        "nth digit",
        rf"(?P<day><nth>)(?:<day_of>|[ ]of[ ])(?P<month><month>)(?:<comma>{YEAR})?",
        read.day_and_month,
    ),
    # the 2nd of that month, the 2nd of the following month
    Shape("digit", r"(?P<day><any_day>)<of_same_month>", relative.of_same_month),
    Shape("digit", r"(?P<day><any_day>)<of_beside_month>", relative.of_beside_month),
    # 21. February 1996, as some write it everywhere
    Shape("digit", rf"(?P<day>\d\d?)\.[ ](?P<month><month>)[ ]{YEAR}", read.day_and_month),
    # 4 September 2017, 3rd of March, 25 July, 1918; "32 May" is read too, and then is none
    Shape("digit", rf"(?P<day><any_day>)<of>(?P<month><month>)(?:<comma>{DUAL_YEAR})?", read.day_and_month),
    # the last day of May 1921
    Shape(
        "last",
        rf"""(?:(?P<first><first_day>)|<last_day>)<of_year>
            (?:(?P<month><month>)(?:<comma>{YEAR})?|(?P<bare><bare_year>))""",
        read.end_day,
    ),
    # the last week of August, the first ten months of 1915
    Shape(
        "last", rf"<last><of_year>(?:(?P<month><month>)(?:<comma>{YEAR})?|(?P<bare><bare_year>))", read.within
    ),
)
