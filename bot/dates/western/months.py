"""Months and seasons, with a day behind them or none: September 4, 2017; Christmas 1914; summer 1942."""

from __future__ import annotations

from bot.dates.lexicon import Shape
from bot.dates.western import calendar_readers as read
from bot.dates.western import relative_readers as relative
from bot.dates.western.year_patterns import DUAL_YEAR, YEAR

MONTHS = (
    # Christmas 1914, New Year's Eve
    Shape(
        "holiday",
        rf"(?P<holiday><holiday>)(?!\w)(?:(?:<comma>|<of_year>){YEAR}|<bare_holiday>)",
        read.holiday,
    ),
    # May 4, 5 and 6, 2017
    Shape(
        "month",
        rf"""(?P<month><month>)[ ](?P<days><day>(?:,[ ]<day>){{1,8}},?[ ]<and>[ ]<day>)(?!\w|[.,:]\d)
            (?:<comma>{YEAR})?""",
        read.list_of_days,
    ),
    # March 5-9, 1918; May 6 and 7th
    Shape(
        "month",
        rf"""(?P<month><month>)[ ](?P<day><day>)\s?(?:<to>|(?P<and><and>))\s?(?:<the>[ ])?
            (?P<day2><day>)(?!\w|[.,:]\d|[ ]<month>)(?:<comma>{YEAR})?""",
        read.days_and_month,
    ),
    # July 25 of the same year, November of that year
    Shape(
        "month season",
        r"(?P<month><month>|<season>)(?:[ ](?P<day><day>))?<of_same>(?P<day2>(?!))?",
        relative.of_same,
    ),
    # April 26 this year, in May last year
    Shape(
        "month season",
        r"(?P<month><month>|<season>)(?:[ ](?P<day><day>))?<of_spoken_year>",
        relative.of_spoken_year,
    ),
    # May of the following year
    Shape(
        "month season", r"(?P<month><month>|<season>)(?:[ ](?P<day><day>))?<of_beside>", relative.of_beside
    ),
    # September 4, 2017; September 4
    Shape(
        "month",
        rf"(?P<month><month>)[ ](?:<the>[ ])?(?P<day><day>)(?!\w|[.,:]\d)(?:<comma>{DUAL_YEAR})?",
        read.day_and_month,
    ),
    # September 2017; January, 1918; February of 1940
    Shape("month", rf"(?P<month><month>)(?:<comma>|<of_year>){DUAL_YEAR}", read.month),
    # September
    Shape("month", r"(?P<month><bare_month>)(?P<year>(?!))?", read.month),
    # the winter of 2014, summer 1942, the winter of 1941-1942
    Shape(
        "season",
        rf"(?P<season><season>)(?:<comma>|<of_year>){YEAR}(?:[-–/](?:\d\d)?\d\d(?!\d))?",
        read.season,
    ),
    # summer
    Shape("season", r"(?P<season><bare_season>)(?!\w)(?P<year>(?!))?", read.season),
    # AD 70
    Shape("era", r"(?P<era><era_before>)[ ]?(?P<year>\d{1,4})(?![\w]|[.,]\d)", read.year),
)
