"""How European languages write dates: one verbose pattern a shape, with the reader that gives its meaning.

Places in angle brackets are word classes of the lexicon (<month>, <season>, <of> ...). A shape is tried
where a trigger of its class was seen, and the first that fits is taken: the longer ones come first.
"""

from __future__ import annotations

from bot.dates import calendar_readers as read
from bot.dates import relative_readers as relative
from bot.dates.lexicon import Shape

# 2017, 1950г., 44 BC; not 2017-555
YEAR = r"""(?:(?P<year>[12]\d{3}(?:(?=гг?(?!\w))|(?!\w|[.,]\d|-\d{3}(?!\d)))|\d{1,3}(?=[ ]?<era>)))
    (?P<era>[ ]?<era>)?"""

# 1743, 1743/44, when the year began in March
DUAL_YEAR = rf"{YEAR}(?:/(?P<dual>\d{{1,2}}|1\d{{3}})(?![\d/]))?"

QUARTERS = ("Q1", "Q2", "Q3", "Q4", "H1", "H2")  # in all languages

SHAPES = (
    # 2017-09-04
    Shape(
        "four_digits",
        r"(?P<year>[12]\d{3})(?P<dot>[-/.])(?P<month>\d\d?)(?P=dot)(?P<day>\d\d?)<end_of_numbers>",
        read.iso,
    ),
    # 4/9/2017, 04.09.2017, 4. 9. 2017
    Shape(
        "digit",
        r"""(?P<first>\d{1,2})(?P<dot>[.][ ]|[./-])(?P<second>\d{1,2})(?P=dot)(?P<year>[12]\d{3})
            <end_of_numbers>""",
        read.numeric,
    ),
    # 11.06. bis 05.10.2019, 12.-13.07.2019; also without their year where such dates are written
    Shape(
        "digit",
        r"""(?P<day>\d\d?)\.(?:[ ]?(?P<month>\d\d?)\.)?\s?(?:<to>|/|[ ]<and>[ ])\s?(?P<day2>\d\d?)\.[ ]?
            (?P<month2>\d\d?)\.(?:[ ]?(?P<year>[12]\d{3})<end_of_numbers>|<day_and_month>(?![ ]?\d))""",
        read.numeric_days,
    ),
    # am 1.5.50
    Shape(
        "digit",
        r"<day_before>(?P<first>\d\d?)(?P<dot>[.])(?P<second>\d\d?)\.(?P<year>\d\d)(?![\w.]*\d)",
        read.short_numeric,
    ),
    # am 31.08.
    Shape("digit", r"<day_before>(?P<day>\d\d?)\.[ ]?(?P<month>\d\d?)\.(?![ ]?\d)", read.numeric_day),
    # 31.08. and 31/8 in front of an entry, or alone in its line; 9/11 is an event
    Shape(
        "digit",
        r"(?<![^\n])(?P<day>\d\d?)\.[ ]?(?P<month>\d\d?)\.(?=[ \t]*(?:\n|$) | [ ]?: | [ ][–—-][ ])",
        read.numeric_day,
    ),
    Shape(
        "digit",
        r"(?<![^\n])(?!9/11)(?P<first>\d\d?)/(?P<second>\d\d?)(?=[ \t]*(?:\n|$) | [ ]?: | [ ][–—-][ ])",
        read.numeric_day_and_month,
    ),
    # 29/10/85, and 31.08.91 where dates are written so
    Shape(
        "digit",
        r"(?P<first>\d{1,2})(?P<dot>/|<short_dot>)(?P<second>\d{1,2})(?P=dot)(?P<year>\d\d)(?![\w/]|[-.]\d)",
        read.short_numeric,
    ),
    # 05.1996, 05/1996; 1996.05 only where a line begins so
    Shape(
        "digit",
        r"(?<![\d.,/-])(?P<month>0[1-9]|1[0-2])[./](?P<year>(?:1[89]|20)\d\d)<end_of_numbers>",
        read.iso,
    ),
    Shape(
        "four_digits",
        r"(?<![^\n])(?P<year>(?:1[89]|20)\d\d)[.](?P<month>0[1-9]|1[0-2])<end_of_numbers>",
        read.iso,
    ),
    # 5-19-94, alone in its line or in front of an entry
    Shape(
        "digit",
        r"""(?<![^\n])(?P<first>\d\d?)(?P<dot>-)(?P<second>\d\d?)-(?P<year>\d\d)
            (?=[ \t]*(?:\n|$) | [ ]?: | [ ]+[^\W\d_])""",
        read.short_numeric,
    ),
    # 04/May/1998
    Shape(
        "digit",
        r"(?P<day>\d\d?)/(?P<month><month>)/(?P<year>[12]\d{3})(?!\w)",
        read.day_and_month,
    ),
    # 1921/Oct/31
    Shape(
        "four_digits",
        r"(?P<year>[12]\d{3})(?P<dot>[-/.])(?P<month><month>)(?P=dot)(?P<day>\d\d?)(?!\w)",
        read.day_and_month,
    ),
    # 5.V.1921
    Shape(
        "digit",
        r"(?P<day>\d\d?)\.[ ]?(?P<roman>I{1,3}|I?V|VI{1,3}|I?X|XI{1,2})\.[ ]?(?P<year>[12]\d{3})(?!\w)",
        read.roman_month,
    ),
    # 20170801: and 201708__: at the head of an entry
    Shape(
        "digit",
        r"""(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])?
            (?:__?(?!\w)|(?=[ ]?[:：]))""",
        read.iso,
    ),
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
    # two days after the fall of Girona
    Shape(
        "digit count",
        r"<not_for>(?P<count><count>)[ ](?P<unit><unit>)[ ](?P<way><from>)(?=[ ]\w)",
        relative.from_event,
    ),
    # the day before the battle
    Shape(
        "day", r"<behind_the>(?P<unit><unit>)[ ](?P<way><from>)(?=[ ]\w)(?P<count>(?!))?", relative.from_event
    ),
    # two days later, 90 days after
    Shape(
        "digit count about",
        r"(?P<about><about>[ ])?(?P<count><count>)[ -](?P<unit><unit>)[ ](?P<way><way>)",
        relative.later,
    ),
    # 11 a.m., at 10:57
    Shape("digit clock", r"<clock>", relative.clock),
    # 21:56: at the head of an entry
    Shape("digit", r"(?m:^)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?=[:：]?[ ]|[:：]?$)", relative.clock),
    # 1 July 1916, the first day of the battle
    Shape("digit nth most", r"<apposed>", relative.apposed),
    # the sixth anniversary of the fall
    Shape("digit nth anniversary", r"(?:<nth>[ ])?<anniversary>", relative.anniversary),
    # спустя два года, через три дня
    Shape(
        "before",
        r"""(?P<way><way_before>)[ ](?P<about><about>[ ])?(?P<count><count>)[ ](?P<unit><unit>)
            (?!\w|[ ]<from>[ ])""",
        relative.later,
    ),
    # через год, неделю спустя
    Shape("before", r"(?P<way><way_before>)[ ](?P<unit><one_unit>)(?!\w|[ ]<from>[ ])", relative.behind),
    # 1920–30-е, 1920-1930s
    Shape(
        "four_digits",
        r"(?P<year>[12]\d\d0)[-–—](?P<tens>(?:[12]\d)?[1-9]0)<decade>(?P<and>(?!))?",
        read.decade,
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
    # later that month, that day, the same year
    Shape(
        "same part", r"(?:<part>[ ])?(?:(?P<far><that>)|<same>)[ ](?P<unit><same_unit>)(?!\w)", relative.same
    ),
    # the end of the year, late in the year, month's end
    Shape("part", r"<part_of><the>[ ](?P<unit><part_unit>)(?!\w)(?P<far>(?!))?", relative.same),
    # at month's end
    Shape("end", r"(?P<unit><part_unit>)['’]s[ ]end(?!\w)(?P<far>(?!))?", relative.same),
    # the day following, the morning after, al día siguiente
    Shape("day", r"<behind_the>(?P<unit><unit>)[ ](?P<way><way_behind>)", relative.behind),
    # the next day, the following spring
    Shape(
        "beside",
        r"<not_how_long>(?P<bare><bare_next>)?(?P<way><beside>)[ ](?P<unit><beside_unit>)(?!\w)",
        relative.beside,
    ),
    # the year-ago quarter
    Shape("year", r"<year_before>(?!\w)", relative.year_before),
    # am Vortag, накануне
    Shape("moved", r"(?P<moved><moved>)(?!\w)", relative.moved),
    # last week Thursday, letzte Woche am Donnerstag
    Shape(
        "spoken same last",
        r"(?P<now><spoken_week>),?[ ](?:(?:on|am|el|во?)[ ])?(?P<weekday><weekday>)(?!\w)",
        relative.weekday_of_spoken_week,
    ),
    # yesterday, last year
    Shape(
        "spoken same last",
        r"<not_the>(?P<now><spoken>)(?!\w|[ ]of[ ]|(?<=n[ ]Jahr)[ ]de[rs][ ])",
        relative.spoken,
    ),
    # last May, this spring, last Friday
    Shape(
        "spoken same last",
        r"(?P<way><nearest>)[ ](?P<unit><nearest_unit>)(?!\w|[ ]of[ ])",
        relative.spoken_part,
    ),
    # on the 20th
    Shape("digit", r"(?P<day><bare_day>)", relative.bare_day),
    # Thursday of last week
    Shape(
        "weekday",
        r"(?P<weekday><weekday>)[ ](?:(?:of|de)[ ])?(?P<now><spoken_week>)(?!\w)",
        relative.weekday_of_spoken_week,
    ),
    # Tuesday of the following week
    Shape("weekday", r"(?P<weekday><weekday>)<of_week>", relative.weekday_of_week),
    # on Thursday, Thursday's vote; "Thursday, 4 May" is the date behind it
    Shape(
        "weekday",
        r"""(?P<weekday><weekday>)(?P<of>(?=['’]s))?
            (?!\w|<regular>|,?[ ](?:<part_of_day>,?[ ])?(?:\w{2,3}[ ])?(?:<day>|<month>))""",
        relative.weekday,
    ),
)
