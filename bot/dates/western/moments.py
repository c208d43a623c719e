"""Moments that only their text dates: that day, the next spring, yesterday, last Friday, on Thursday."""

from __future__ import annotations

from bot.dates.lexicon import Shape
from bot.dates.western import relative_readers as relative

MOMENTS = (
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
