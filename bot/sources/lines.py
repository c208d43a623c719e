"""Lines of a paragraph into the running text that a reader sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dates import Basis, HistoricalDate, Precision, find_dates
from bot.sentences import words_of
from bot.sources.prose import ENDS_THOUGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dates import Mention

BROKEN_WORD = re.compile(r"([^\W\d_]+)[-\u2010]$")  # "in-" at a line's end
REST_OF_WORD = re.compile(r"[^\W\d_]+")
KEEPS_HYPHEN_BEHIND = words_of(
    """
    all anti co cross ex full half high inter long low mid multi non off on one post pre pro self
    semi short sub three trans two ultra under vice well из кое по во в не полу экс
    """
)  # well-known, по-русски
KEEPS_HYPHEN_BEFORE = words_of("либо нибудь то таки")  # кто-то
STANDS_ALONE_BEFORE = words_of("und oder bzw and or en y и или")  # "Vor- und Nachteile"
NO_SPACE = re.compile(  # scripts that put no space between words, and their marks
    r"[\u1100-\u11ff\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff65]"
)
HANGUL = re.compile(r"[\u1100-\u11ff\uac00-\ud7af]")
COMPACT = re.compile(r"\W{0,4}\d{4}(?:\d\d|__)(?:\d\d|__)?[ \t]*[:：]")  # 20170801: 201804__:
CLOCK = re.compile(r"\W{0,4}(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?\b")  # [22:09] 22:09:31
LABELLED = re.compile(r"\W{0,4}[^\W\d_]{3,12}\.?(?:\s+\d{1,2}\.?)?\s*[:：–—|]")  # "March: "
SOME_DAY = HistoricalDate.parse("2000-01-01")  # months and days without a year are dates seen from any
DIGIT_SOON = re.compile(r"\W{0,4}(?:\w+[.,]?\s+){0,2}?\W{0,2}\d")  # looked at before dates are looked for
ROLL = re.compile(  # "1993 Ann Reed", "1993-94 Ann Reed", "1993 - 1996 Ann Reed", "since 1996 Bo Lund"
    r"(?:(?:since|seit|ab|desde|с)[ ])?([12]\d{3})(?:[ ]?[-–/][ ]?(?:\d\d){1,2})?[ ](?=[^\W\d_])"
)
NUMBERED_ROLL = re.compile(  # "#4: 1993-1996 Ann Reed" and "1993-1996 Ann Reed"
    r"(?:#?\d{1,3}[:.)][ ]{1,2})?[12]\d{3}[ ]?[-–—][ ]?(?:\d\d){1,2}[ ](?=[^\W\d_])"
)
LABEL = re.compile(r"[^\W\d_][\w /'’()-]{1,24}[:：][ \t]+\S")
ROLLED = 0.4  # share of a roll's lines that begin so
FULL = 0.75  # of the longest line of a paragraph, up to which one was not broken for its length
LONGEST_WORD = 40  # characters
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


def joined(lines: Sequence[str]) -> str:
    """Lines of one paragraph as one line.

    >>> joined(["The foghorn was in-", "stalled in 1910."])
    'The foghorn was installed in 1910.'
    """
    pieces = [lines[0]] if lines else []
    for line in lines[1:]:
        end = pieces[-1][-LONGEST_WORD:]
        if _goes_on(end, line):
            pieces[-1] = pieces[-1][:-1] if _loses_hyphen(end, line) else pieces[-1]
        elif not (_is_unspaced(end[-1:]) and _is_unspaced(line[:1])):
            pieces.append(" ")
        pieces.append(line)
    return "".join(pieces)


def _goes_on(end: str, line: str) -> bool:
    """Whether a line begins with the rest of the word that the one before broke off."""
    rest = REST_OF_WORD.match(line)
    is_broken = end.endswith(("-", "\u2010")) and BROKEN_WORD.search(end) is not None
    return bool(is_broken and rest and rest[0].islower() and rest[0] not in STANDS_ALONE_BEFORE)


def _loses_hyphen(end: str, line: str) -> bool:
    """Whether the hyphen stands there only because the line was full."""
    broken, rest = BROKEN_WORD.search(end), REST_OF_WORD.match(line)
    assert broken
    assert rest
    return broken[1].lower() not in KEEPS_HYPHEN_BEHIND and rest[0] not in KEEPS_HYPHEN_BEFORE


def _is_unspaced(character: str) -> bool:
    return bool(NO_SPACE.match(character)) and not HANGUL.match(character)


def opens_entry(line: str) -> bool:
    """Whether a line begins with its own date or hour, as those of a chronicle or a log do."""
    return _date_end(line) > 0


def is_entry(line: str) -> bool:
    """Whether a line begins with its own date, and says something behind it, or is one of a roll."""
    if NUMBERED_ROLL.match(line):
        return True
    end = _date_end(line)
    return end > 0 and re.search(r"[^\W\d_]", line[end:]) is not None


def begins_with_day(line: str) -> bool:
    """Whether a line begins with a day and its year, be it behind the name of the day of the week."""
    if not DIGIT_SOON.match(line):
        return False
    first = next(iter(find_dates(line[:BEGINS])), None)
    is_day = first is not None and first.basis is Basis.EXPLICIT and first.date.precision is Precision.DAY
    return bool(is_day and first and first.start <= LONGEST_DAY_NAME)


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


def _begins_with_date(line: str) -> bool:
    """Whether a line's first words are a date, be it of no year: "On 4 May it rose"."""
    if not DIGIT_SOON.match(line):
        return False
    first = next(iter(find_dates(line[:BEGINS], today=SOME_DAY)), None)
    return first is not None and first.start <= LEAD and first.basis in {Basis.EXPLICIT, Basis.COMPLETED}


def entries(lines: Sequence[str], *, are_broken: bool = False) -> list[tuple[int, int]]:
    """Stretches of neighbouring lines that belong together: of a chronicle each entry, else all lines.

    Where the lines end on purpose (`are_broken`) each that begins with a date is an entry, if the first does.
    """
    if len(lines) < 2:
        return [(0, len(lines))]
    if are_broken:
        dated = [n for n, line in enumerate(lines) if _begins_with_date(line)]
        if len(dated) > 1 and not dated[0]:
            return list(zip(dated, [*dated[1:], len(lines)], strict=True))
    width = max(map(len, lines))
    begins: list[int] = []
    for n, line in enumerate(lines):
        may_begin = n == 0 or n - 1 in begins[-1:] or _is_over(lines[n - 1], width)
        if may_begin and opens_entry(line):
            begins.append(n)
    begins = begins if len(begins) > 1 else _with_years(lines)
    starts = sorted({0, *begins}) if len(begins) > 1 else [0]
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def labelled(lines: Sequence[str]) -> set[int]:
    """Numbers of the lines that say what they are, as "Held on: 4 October" above "Venue: The Bell"."""
    labels = {n for n, line in enumerate(lines) if LABEL.match(line) and not line[0].islower()}
    return {n for n in labels if {n - 1, n + 1} & labels}


def _with_years(lines: Sequence[str]) -> list[int]:
    """Lines of a roll that begin with years in their order: "1993 Ann Reed", "1994 Bo Lund"."""
    years = [(n, int(match[1])) for n, line in enumerate(lines) if (match := ROLL.match(line))]
    in_order = sorted(year for _, year in years)
    is_roll = len(years) > 1 and len(years) >= ROLLED * len(lines) and len(set(in_order)) > 1
    if not is_roll or [year for _, year in years] not in (in_order, in_order[::-1]):
        return []
    return [n for n, _ in years]


def _is_over(line: str, width: int) -> bool:
    """Whether a line ends what it says, rather than being broken because it was full."""
    return ENDS_THOUGHT.search(line) is not None or len(line) < FULL * width
