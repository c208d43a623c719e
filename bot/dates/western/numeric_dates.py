"""Days, months and years in figures: 2017-09-04, 4/9/2017, 05.1996, 20170801."""

from __future__ import annotations

from bot.dates.lexicon import Shape
from bot.dates.western import calendar_readers as read

FIGURES = (
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
)
