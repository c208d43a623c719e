"""What a line says of a date: whether it begins with one, is one, or tells by itself what was when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates import Basis, HistoricalDate, Precision, find_dates

if TYPE_CHECKING:
    from bot.dates import Mention

SOME_DAY = HistoricalDate.parse("2000-01-01")  # months and days without a year are dates seen from any
COMPACT = re.compile(r"\W{0,4}\d{4}(?:\d\d|__)(?:\d\d|__)?[ \t]*[:：]")  # 20170801: 201804__:
CLOCK = re.compile(r"\W{0,4}(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?\b")  # [22:09] 22:09:31
LABELLED = re.compile(r"\W{0,4}[^\W\d_]{3,12}\.?(?:\s+\d{1,2}\.?)?\s*[:：–—|]")  # "March: "
DIGIT_SOON = re.compile(r"\W{0,4}(?:\w+[.,]?\s+){0,2}?\W{0,2}\d")  # looked at before dates are looked for
NUMBERED_ROLL = re.compile(  # "#4: 1993-1996 Ann Reed" and "1993-1996 Ann Reed"
    r"(?:#?\d{1,3}[:.)][ ]{1,2})?[12]\d{3}[ ]?[-–—][ ]?(?:\d\d){1,2}[ ](?=[^\W\d_])"
)
DIGIT_LAST = re.compile(r"\d\D{0,3}$")
BRACKETED_END = re.compile(r"[ ]?\([^()]{1,60}\)[ ]?$")
LEADS_TO_DATE = re.compile(r"(?:[:：–—|,(\[]|\s-)[ ]?$")  # between what a line tells and its date
DIGIT = re.compile(r"\d")
WORD = re.compile(r"\w{2}|\d")
ANY_LETTER = re.compile(r"\w")
LONGEST_DATE = 40  # characters of one that stands alone
BEGINS = 60  # characters of a line in which its date stands
WIDE_DAY = re.compile(r"(?<=[a-z.])[ ]{2}(?=\d\b)")  # "Dec  1" below "Dec 11"
LONGEST_DAY_NAME = 11  # characters before the date of "Wednesday, 4 May 1921"
LEAD = 4  # characters before a date that begins its line: "**[ "
BEHIND_DATE = re.compile(  # "2015: ", "May 2015 - ", "[2018-03-12 10:46:28]", "2014/5/6 发布"
    r"(?:\t|[ ]{2,})(?=\S)|[ ](?=[\u3400-\u9fff])"
    r"|[,T ]{0,2}(?:\d{1,2}:\d{2}|[\s)\]*_.,年月日]*(?:[:：–—|/•·●▪]|-(?=\s)|\s-|\.\s|$))"
)


def opens_entry(line: str) -> bool:
    """Whether a line begins with its own date or hour, as those of a chronicle or a log do."""
    return _date_end(line) > 0


def is_entry(line: str) -> bool:
    """Whether a line begins with its own date, and says something behind it, or is one of a roll."""
    if NUMBERED_ROLL.match(line):
        return True
    end = _date_end(line)
    return end > 0 and re.search(r"[^\W\d_]", line[end:]) is not None


def ends_with_date(line: str) -> bool:
    """Whether a line ends with its date, as a list of releases has it: "Version 2.20: November 17, 1993".

    What stands in brackets behind it is of that date.
    """
    return _has_date_last(line) or _has_date_last(BRACKETED_END.sub("", line))


def _has_date_last(line: str) -> bool:
    """Whether the last words of a line are its date, apart from those before."""
    if not DIGIT_LAST.search(line):
        return False
    end = line[-BEGINS:]
    last = next(reversed(find_dates(end)), None)
    if last is None or last.basis is not Basis.EXPLICIT or ANY_LETTER.search(end, last.end):
        return False
    return LEADS_TO_DATE.search(end[: last.start]) is not None


def begins_with_day(line: str) -> bool:
    """Whether a line begins with a day and its year, be it behind the name of the day of the week."""
    if not DIGIT_SOON.match(line):
        return False
    first = next(iter(find_dates(line[:BEGINS])), None)
    is_day = first is not None and first.basis is Basis.EXPLICIT and first.date.precision is Precision.DAY
    return bool(is_day and first and first.start <= LONGEST_DAY_NAME)


def begins_with_date(line: str) -> bool:
    """Whether a line's first words are a date, be it of no year: "On 4 May it rose"."""
    if not DIGIT_SOON.match(line):
        return False
    first = next(iter(find_dates(line[:BEGINS], today=SOME_DAY)), None)
    return first is not None and first.start <= LEAD and first.basis in {Basis.EXPLICIT, Basis.COMPLETED}


def tells_date(heading: str) -> bool:
    """Whether a heading says by itself what was when, and needs nothing under it.

    >>> tells_date("2.0.1 - 2017-05-04"), tells_date("May 1917"), tells_date("The fleet of 1903")
    (True, False, False)
    """
    date, beside = _only_date(heading)
    is_exact = date and date.basis is Basis.EXPLICIT and date.date.precision <= Precision.MONTH
    return bool(is_exact and WORD.search(beside))


def is_date_alone(text: str) -> bool:
    """Whether a text is a date and nothing else; of one without a year it has to be a day.

    >>> is_date_alone("1991"), is_date_alone("May 1991:"), is_date_alone("In 1991")
    (True, True, False)
    """
    date, beside = _only_date(text, today=SOME_DAY) if len(text) <= LONGEST_DATE else (None, "")
    is_known = date and (date.basis is Basis.EXPLICIT or date.date.precision <= Precision.DAY)
    return bool(is_known) and not ANY_LETTER.search(beside)


def _only_date(text: str, today: HistoricalDate | None = None) -> tuple[Mention | None, str]:
    """The date of a text that names one only, and what stands around it."""
    dates = find_dates(text, today=today) if DIGIT.search(text) else []
    if len(dates) != 1:
        return None, ""
    return dates[0], text[: dates[0].start] + text[dates[0].end :]


def _date_end(line: str) -> int:
    """Where the date or hour ends that a line begins with; 0 where it begins with none."""
    if stamp := COMPACT.match(line) or CLOCK.match(line):
        return stamp.end()
    if not (DIGIT_SOON.match(line) or LABELLED.match(line)):
        return 0
    line = WIDE_DAY.sub(" ", line[:BEGINS])
    first = next(iter(find_dates(line, today=SOME_DAY)), None)
    if first is None or first.basis not in {Basis.EXPLICIT, Basis.COMPLETED} or first.start > LEAD:
        return 0
    if first.basis is Basis.COMPLETED and first.date.precision > Precision.MONTH:
        return 0  # "Fall: the prison" is no season
    behind = BEHIND_DATE.match(line, first.end)
    return behind.end() if behind else 0
