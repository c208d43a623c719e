"""What date expressions mean within their document: a story told in order, with asides.

The story keeps the last date of its main line. A date without a year takes its year from there, or from
its own clause ("September 4th crackdown in 2017"). Dates in brackets, behind "since" or "until" and in
flashbacks are resolved the same way and leave the main line where it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from bot.dates.expression import (
    Calendar,
    Expression,
    Known,
    Listed,
    Meaning,
    Now,
    Same,
    Shift,
    Stretch,
    Unit,
    Weekday,
    Within,
)
from bot.dates.languages import lexicon_of
from bot.dates.mention import Basis, Mention, Style
from bot.dates.reckoning import coarsened, exists, month_number, shifted, weekday_of
from bot.dates.surroundings import LEAD
from bot.dates.value import WINTER, HistoricalDate, Point, Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dates.lexicon import Lexicon
    from bot.dates.surroundings import Scene

CLAUSE = 80  # characters: how far behind a date its year may stand
CLAUSE_END = re.compile(r"[.;:!?\n—]")
LATE = (11, 12)  # months after which January means the next year
SUMMER_BEGINS = 6


@dataclass(slots=True)
class Story:
    """What a reader has in mind at some point of a document."""

    lexicon: Lexicon
    written: Calendar | None
    style: Style
    main: Calendar | None = None  # last date of the main line
    last: Calendar | None = None  # last date of any kind
    block: int = -1  # of the last date
    home: Calendar | None = None  # the year that the section's heading names
    days: list[Calendar] = field(default_factory=list)  # of the section
    openings: list[Calendar] = field(default_factory=list)  # those that a paragraph began with


Value = Calendar | Stretch
Told = tuple[Value, Basis]


def mentions(
    text: str,
    told: Sequence[Scene[Expression]],
    lexicon: Lexicon,
    written: HistoricalDate | None,
    style: Style,
) -> list[Mention]:
    """The dates of a document; what cannot be known from it is left out."""
    day = calendar_of(written)
    story = Story(lexicon, day, style, main=day if style == Style.NEWS else None)
    first_year = next((y for scene in told if (y := _year_said(scene.expression.meaning))), None)
    found = []
    for number, scene in enumerate(told):
        _enter(story, scene)
        resolved = _resolved(text, story, told, number, first_year)
        if not resolved:
            continue
        value, basis = resolved
        date = historical(value)
        if not date:
            continue
        _move(story, scene, value)
        story.block = scene.block
        one = scene.expression
        if isinstance(one.meaning, Within):
            continue
        found.append(Mention(one.start, one.end, text[one.start : one.end], date, basis))
    return found


def _enter(story: Story, scene: Scene[Expression]) -> None:
    """A new paragraph under a heading that names a year ("2005: Elections") begins in that year."""
    if scene.level:
        story.home = None
        story.openings.clear()
    elif scene.block != story.block and story.home and story.main and story.main.year != story.home.year:
        if not story.main.day or _before(story.main, story.home):
            story.main = story.home


def _before(one: Calendar, other: Calendar) -> bool:
    return one.year is not None and other.year is not None and one.year < other.year


def calendar_of(date: HistoricalDate | None) -> Calendar | None:
    """The beginning of a date, or its end when that is all it has."""
    point = date and (date.begin or date.finish)
    return Calendar(point.year, point.month, point.day, point.span) if point else None


def historical(value: Value) -> HistoricalDate | None:
    """A value of the calendar as a date; None where no calendar holds it."""
    if isinstance(value, Calendar):
        point = _point(value)
        return HistoricalDate.of(point) if point else None
    begin, finish = (end and _point(end) for end in value)
    try:
        return HistoricalDate(begin, finish) if begin and finish else None
    except ValueError:
        return None


def _point(date: Calendar) -> Point | None:
    if date.year is None or date.is_short:
        return None
    try:
        return Point(date.year, date.month, date.day, date.span, date.is_approximate)
    except ValueError:
        return None


def _resolved(
    text: str, story: Story, told: Sequence[Scene[Expression]], number: int, first_year: int | None
) -> Told | None:
    scene = told[number]
    meaning = scene.expression.meaning
    match meaning:
        case Known(date):
            begin = calendar_of(date)
            return (begin, Basis.ALIAS) if begin else None
        case Calendar():
            return _calendar(text, story, told, number, first_year, meaning)
        case Stretch(begin, finish):
            return _stretch(text, story, told, number, first_year, meaning)
        case Shift():
            return _told(_shift(story, scene, meaning))
        case Same():
            return _told(_same(story, scene, meaning))
        case Now():
            return _now(story, scene, meaning)
        case Weekday(day):
            return _told(_weekday(story, day))
        case Within(outer):
            return _calendar(text, story, told, number, first_year, outer)
        case Listed():
            return None


def _told(value: Calendar | None) -> Told | None:
    return (value, Basis.COMPLETED) if value else None


def _calendar(
    text: str,
    story: Story,
    told: Sequence[Scene[Expression]],
    number: int,
    first_year: int | None,
    date: Calendar,
) -> Told | None:
    if date.has_year:
        return date, Basis.EXPLICIT
    if date.is_short:
        return _told(_with_century(story, date))
    if date.month is None:
        base = story.last or story.main
        if not base or not base.month or base.month > 12:
            return None
        return _told(date._replace(year=base.year, month=base.month))
    year = _year_behind(story.lexicon.language, text, told, number)
    if year is None:
        year = _year_of_story(story, date)
    if year is None:
        year = first_year
    return _told(date._replace(year=year)) if year is not None else None


def _stretch(
    text: str,
    story: Story,
    told: Sequence[Scene[Expression]],
    number: int,
    first_year: int | None,
    said: Stretch,
) -> Told | None:
    begin, finish = said
    if begin is None or finish is None:
        return None
    if begin.has_year and finish.has_year:
        return said, Basis.EXPLICIT
    if begin.has_year:
        assert begin.year is not None
        crosses = (begin.month or 0, begin.day or 0) > (finish.month or 0, finish.day or 0)
        return Stretch(begin, finish._replace(year=begin.year + crosses)), Basis.EXPLICIT
    first = _calendar(text, story, told, number, first_year, begin)
    if not first or not isinstance(first[0], Calendar) or first[0].year is None:
        return None
    crosses = (begin.month or 0, begin.day or 0) > (finish.month or 0, finish.day or 0)
    year = first[0].year
    if crosses and story.main and (finish.month or 0) <= (month_number(story.main) or 0):
        year -= 1  # from October to March, told in March
    return Stretch(begin._replace(year=year), finish._replace(year=year + crosses)), Basis.COMPLETED


def _year_behind(lexicon: str, text: str, told: Sequence[Scene[Expression]], number: int) -> int | None:
    """The year that the same clause goes on to name: "September 4th crackdown in 2017"."""
    here = told[number]
    if number + 1 == len(told):
        return None
    there = told[number + 1]
    year = _year_said(there.expression.meaning)
    gap = text[here.expression.end : there.expression.start]
    if year is None or there.block != here.block or len(gap) > CLAUSE or CLAUSE_END.search(gap):
        return None
    if said_side(lexicon).search(there.before):
        return None
    return year


def _year_said(meaning: Meaning) -> int | None:
    if isinstance(meaning, Stretch):
        meaning = meaning.begin or meaning.finish or meaning
    if isinstance(meaning, Calendar) and meaning.has_year and not meaning.span:
        return meaning.year
    return None


def _year_of_story(story: Story, date: Calendar) -> int | None:
    """The year of the main line; January after a November or December is the next one's."""
    base = story.main
    if not base or base.year is None or base.span:
        return None
    before, month = month_number(base), month_number(date)
    if before in LATE and month in {1, 2}:
        return base.year + 1
    if date.month == WINTER and base.month and SUMMER_BEGINS <= (before or 0):
        return base.year + 1
    return base.year


def _with_century(story: Story, date: Calendar) -> Calendar | None:
    base = story.main or story.written
    if not base or base.year is None or date.year is None:
        return None
    century = (base.year - date.year + 50) // 100 * 100  # the nearest one: '99 in a story of 1917 is 1899
    return date._replace(year=century + date.year, is_short=False)


def _shift(story: Story, scene: Scene[Expression], said: Shift) -> Calendar | None:
    is_near = said.unit in {Unit.DAY, Unit.WEEK} and not scene.is_quoted
    base = story.last if is_near else story.main or story.last
    if not base:
        return None
    if said.month:
        return _neighbour(base, said)
    if said.unit == Unit.WEEK and abs(said.count) == 1:
        # seven days, none of which was named; "next week" in the mouth of someone lies about in his month
        return coarsened(base, Unit.MONTH) if scene.is_quoted else None
    moved = shifted(base, said.count, said.unit)
    return moved and moved._replace(is_approximate=moved.is_approximate or said.is_approximate)


def _neighbour(base: Calendar, said: Shift) -> Calendar | None:
    """The next spring, the previous April: the first one behind or before the story's date."""
    assert said.month
    if base.year is None or base.span:
        return None
    here = month_number(base)
    there = month_number(Calendar(None, said.month)) or 0
    if said.count > 0:
        year = base.year + (here is None or there <= here)
    else:
        year = base.year - (here is None or there >= here)
    return Calendar(year, said.month)


def _same(story: Story, scene: Scene[Expression], said: Same) -> Calendar | None:
    base = story.last
    if not base:
        return None
    if said.inner:
        return said.inner._replace(year=base.year) if not base.span else None
    if said.unit == Unit.DAY and not base.day:
        return next(reversed(story.openings or story.days), None)
    return coarsened(base, said.unit)


def _now(story: Story, scene: Scene[Expression], said: Now) -> Told | None:
    """Seen from the day of writing; of a narrative only years and months, since its "today" is any time."""
    if scene.is_quoted and story.style != Style.NEWS:  # who is quoted speaks in the story's time
        base = coarsened(story.main, said.unit) if story.main and not said.count else story.main
        return _told(base and shifted(base, said.count, said.unit))
    if story.style == Style.NARRATIVE and said.unit in {Unit.DAY, Unit.WEEK}:
        return None
    if not story.written:
        return None
    if said.unit == Unit.DAY and said.count == 0:
        return (story.written, Basis.PUBLICATION)
    moved = shifted(story.written, said.count, said.unit)
    return (moved, Basis.PUBLICATION) if moved else None


def _weekday(story: Story, day: int) -> Calendar | None:
    """The nearest such day behind the story's, or before the day of a report."""
    base = story.last if story.style != Style.NEWS else story.written
    if not base or not base.day:
        return None
    step = (day - weekday_of(base)) % 7
    return shifted(base, step if story.style != Style.NEWS else step - 7 * bool(step), Unit.DAY)


def _move(story: Story, scene: Scene[Expression], value: Value) -> None:
    """The story goes on from here, unless this was said on the side."""
    point = value if isinstance(value, Calendar) else value.finish or value.begin
    if scene.level and isinstance(value, Stretch) and value.begin:
        point = value.begin  # a heading "1791-1792" opens its section
    if not point or point.span or isinstance(scene.expression.meaning, (Now, Known)):
        return  # what is looked back at, or known by name, moves nothing
    story.last = point
    if point.day:
        story.days.append(point)
        if scene.is_opening:
            story.openings.append(point)
    if not _is_side(story, scene, point):
        story.main = point
        if scene.level and isinstance(value, Calendar):
            story.home = Calendar(value.year)


def _is_side(story: Story, scene: Scene[Expression], point: Calendar) -> bool:
    """Whether a date is told beside the story and leaves it where it was."""
    main, said = story.main, scene.expression.meaning
    if scene.is_aside:  # (1902-1945)
        return True
    if said_side(story.lexicon.language).search(scene.before):  # since 2013, planned for May
        return True
    if isinstance(said, Shift) and said.count < 0:  # the previous year
        return True
    if point.month == WINTER and isinstance(said, Calendar) and said.year is None:  # over the winter
        return True
    if not main or main.year is None or point.year is None:
        return False
    if isinstance(said, Calendar) and point.month is None and main.month:
        # a bare year leaves a story told by months where it is: "December 7 ..., 1941", "a campaign in 1976"
        is_new = _leads(scene) and not said_label(story.lexicon.language).search(scene.before)
        if point.year == main.year and not is_new:
            return True
        if point.year > main.year and scene.block == story.block and not _leads(scene):
            return True
    # had come in 1943
    return point.year < main.year and bool(said_past(story.lexicon.language).search(scene.before))


def _leads(scene: Scene[Expression]) -> bool:
    """Whether its sentence begins with it, or it is a heading's."""
    return bool(scene.level) or scene.expression.start - scene.sentence <= LEAD


@cache
def said_side(language: str) -> re.Pattern[str]:
    return re.compile(lexicon_of(language).side, re.VERBOSE)


@cache
def said_label(language: str) -> re.Pattern[str]:
    return re.compile(lexicon_of(language).label, re.VERBOSE)


@cache
def said_past(language: str) -> re.Pattern[str]:
    return re.compile(lexicon_of(language).past, re.VERBOSE)
