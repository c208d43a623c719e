"""Years, and what is longer or a part of them: 1939-45, the 1990s, the 19th century, the third quarter."""

from __future__ import annotations

from bot.dates.lexicon import Shape
from bot.dates.western import calendar_readers as read
from bot.dates.western.year_patterns import YEAR

YEARS = (
    # 1920–30-е, 1920-1930s
    Shape(
        "four_digits",
        r"(?P<year>[12]\d\d0)[-–—](?P<tens>(?:[12]\d)?[1-9]0)<decade>(?P<and>(?!))?",
        read.decade,
    ),
    # 2017, September 4th
    Shape(
        "four_digits",
        r"""(?P<year>[12]\d{3}),[ ](?P<month><month>)[ ](?P<day><day>)(?!\w|[.:]\d|,?[ ][12]\d{3})
            (?P<dual>(?!))?(?P<era>(?!))?""",
        read.day_and_month,
    ),
    # 1939-45, 1939/40, 2017/2018
    Shape(
        "four_digits",
        r"(?P<year>[12]\d{3})[-–—/](?P<year2>\d\d|[12]\d{3})(?:(?=гг?(?!\w))|(?!\w|[-.,/]\d))(?P<era>(?!))?",
        read.years,
    ),
    # 2017-10, but 2001-02 are years; 10/2017
    Shape("four_digits", r"(?P<year>[12]\d{3})-(?P<month>0[1-9]|1[0-2])(?![\w/]|[-.,]\d)", read.iso),
    Shape("digit", r"(?P<month>0?[1-9]|1[0-2])/(?P<year>[12]\d{3})(?![\w/]|[-.,]\d)", read.iso),
    # 490-479 BC
    Shape(
        "digit four_digits",
        r"(?P<year>\d{1,4})\s?(?:<to>|<and>)\s?(?P<year2>\d{1,4})[ ]?(?P<era><era>)",
        read.years,
    ),
    # 490 BC
    Shape("digit four_digits", r"(?P<year>\d{1,4})[ ]?(?P<era><era>)", read.year),
    # 70-80-е годы XX века, в конце 50-х – начале 60-х годов XIX века
    Shape(
        "digit",
        r"""(?P<tens>[1-9]0)(?:<decade>)?\s?(?:<to>|<and>)\s?(?:<part>[ ])?(?P<tens2>[1-9]0)<decade>
            <of_century>(?P<nth><nth>)[ ]<century>""",
        read.decades_of_century,
    ),
    # 20-е годы XX века
    Shape("digit", r"(?P<tens>[1-9]0)<decade><of_century>(?P<nth><nth>)[ ]<century>", read.decade_of_century),
    # the 1940s-50s
    Shape(
        "four_digits",
        r"""(?P<year>[12]\d\d0)<decade>\s?(?:<to>|(?P<and><and>))\s?(?:<the>[ ])?['’]?(?P<tens>[1-9]0)
            <decade>""",
        read.decade,
    ),
    # the 1990s
    Shape("four_digits", r"(?P<year>[12]\d\d0)<decade>", read.decade),
    # the 80s
    Shape("digit", r"<short_decade>", read.short_year),
    # the early nineties, neunziger Jahre, в девяностых, los años noventa
    Shape("spelled_decade", r"<spelled_decade>", read.spelled_decade),
    # the 10th, 12th and 14th centuries
    Shape(
        "digit nth",
        r"(?P<nths><nth>(?:,[ ](?:<the>[ ])?<nth>){1,4},?[ ]<and>[ ](?:<the>[ ])?<nth>)[ -]<century>",
        read.list_of_centuries,
    ),
    # the 4th to 6th centuries, late 5th or early 6th century, IV–VI веках
    Shape(
        "digit nth",
        r"""(?P<nth><nth>)\s?(?:<to>|(?P<and><and>))\s?(?:<the>[ ])?(?:<part>[ ])?(?P<nth2><nth>)[ -]<century>
            (?:[ ](?P<era><era>))?""",
        read.centuries,
    ),
    # siglos IV al VI
    Shape(
        "century",
        r"""<century>[ ](?P<nth><nth>)\s?(?:<to>|(?P<and><and>))\s?(?P<nth2><nth>)(?!\w)
            (?:[ ](?P<era><era>))?""",
        read.centuries,
    ),
    # the 19th century, the 5th century BC
    Shape("digit nth", r"(?P<nth><nth>)[ -]<century>(?:[ ](?P<era><era>))?", read.century),
    # siglo XIX, siglo V a. C.
    Shape("century", r"<century>[ ](?P<nth><nth>)(?!\w)(?:[ ](?P<era><era>))?", read.century),
    # los años 80
    Shape("decade", r"<decade_before>['’]?(?P<year>[1-9]0)(?P<s>(?!\w|[.,]\d))", read.short_year),
    # la década de 1990, los años 1990
    Shape("decade", r"<decade_before>(?P<year>[12]\d\d0)(?!\w|[.,]\d)", read.decade),
    # the second quarter of 2017, first half of 2017
    Shape(
        "digit nth", rf"(?P<nth><nth>)[ ](?:(?P<half><half>)|<quarter>)(?:<of_year>|[ ]){YEAR}", read.quarter
    ),
    # the third quarter, Q3
    Shape(
        "digit nth",
        r"(?P<nth><nth>)[ -]<quarter>(?!<of_something>)(?P<half>(?!))?(?P<year>(?!))?",
        read.quarter,
    ),
    # Q2 2017, H1 of 2017
    Shape("quarter", rf"(?:(?P<half>H)|Q)(?P<nth>[1-4])(?:<of_year>|[ ]){YEAR}", read.quarter),
    Shape("quarter", r"Q(?P<nth>[1-4])(?!\w)(?P<half>(?!))?(?P<year>(?!))?", read.quarter),
    # 2017 Q2
    Shape(
        "four_digits",
        r"(?P<year>[12]\d{3})[ -](?:(?P<half>H)|Q)(?P<nth>[1-4])(?!\w)(?P<era>(?!))?",
        read.quarter,
    ),
    # 1982 summer
    Shape(
        "four_digits",
        r"(?P<year>[12]\d{3})[ ](?P<season><season>)(?!\w|<name_of>)(?P<era>(?!))?",
        read.season,
    ),
    # 1986 or so
    Shape("four_digits", r"(?P<year>[12]\d{3})<or_so>(?!<counted>)(?P<era>(?!))?", read.about_year),
    # 1987 or 1988, 1980 or 81
    Shape(
        "four_digits",
        r"""(?P<year>[12]\d{3})[ ]<or>[ ]['’]?(?P<year2>\d\d|[12]\d{3})(?![\w/]|[-.,]\d|<counted>)
            (?P<era>(?!))?""",
        read.either_year,
    ),
    # 1939
    Shape("digit four_digits", rf"{YEAR}(?!<counted>|/\d{{3}})", read.year),
    # '39, the '60s
    Shape("short", r"['’](?P<year>\d\d)(?P<s>s)?(?!\w)", read.short_year),
)
