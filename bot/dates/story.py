"""What a reader has in mind: the last date of the main line, and what is only told beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from bot.dates.expression import Calendar, FromEvent, Known, Now, Shift, Stretch
from bot.dates.languages import lexicon_of
from bot.dates.mention import Style
from bot.dates.reckoning import month_number
from bot.dates.surroundings import LEAD
from bot.dates.value import WINTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.dates.expression import Expression
    from bot.dates.surroundings import Scene

LATE = (11, 12)  # months after which January and February mean the next year
SUMMER_BEGINS = 6
FAR = 10  # years from the story, at which a year in passing is none of its own
AHEAD = 1  # months that a report may look ahead; later ones it means of the year before


@dataclass(frozen=True, slots=True)
class Signs:
    """Words of a language before a date that tell how it belongs to the story, compiled."""

    side: re.Pattern[str]  # since, planned for
    label: re.Pattern[str]  # its [2023 guilty plea]
    past: re.Pattern[str]  # had come in
    back: re.Pattern[str]  # since, compared to


@cache
def signs_of(language: str) -> Signs:
    """The signs of one language; made once."""
    lexicon = lexicon_of(language)
    return Signs(
        *(re.compile(one, re.VERBOSE) for one in (lexicon.side, lexicon.label, lexicon.past, lexicon.back))
    )


@dataclass(slots=True)
class Story:
    """The state of the telling; `enter` and `move` are called for each scene in reading order."""

    written: Calendar | None
    style: Style
    main: Calendar | None = None  # last date of the main line
    last: Calendar | None = None  # last date of any kind
    home: Calendar | None = None  # the year that the section's heading names
    block: int = -1  # of the last date
    days: list[Calendar] = field(default_factory=list)
    openings: list[Calendar] = field(default_factory=list)  # days of this section that opened a paragraph

    def enter(self, scene: Scene[Expression]) -> None:
        """A new paragraph under a heading that names a year ("2005: Elections") begins in that year."""
        if scene.level:
            self.home = None
            self.openings.clear()
        elif scene.block != self.block and self.home and self.main and self._is_behind_home(self.main):
            self.main = self.home

    def _is_behind_home(self, main: Calendar) -> bool:
        assert self.home
        if main.year is None or self.home.year is None or main.year == self.home.year:
            return False
        return not main.day or main.year < self.home.year

    @property
    def is_report(self) -> bool:
        """Whether the telling is of the days before it was written; a report may go on to tell a history."""
        if self.style != Style.NEWS or not self.written or not self.main:
            return self.style == Style.NEWS
        return self.main.year == self.written.year

    def move(self, scene: Scene[Expression], value: Calendar | Stretch, signs: Signs) -> None:
        """The story goes on from this date, unless it was told on the side."""
        self.block, before = scene.block, self.block
        point = value if isinstance(value, Calendar) else value.finish
        if scene.level and isinstance(value, Stretch):
            point = value.begin  # a heading "1791-1792" opens its section
        if not point or point.span or isinstance(scene.expression.meaning, (Now, Known)):
            return  # what is seen from today, or known by its name, moves nothing
        self.last = point
        if point.day:
            self.days.append(point)
        if point.day and scene.is_opening:
            self.openings.append(point)
        moment = Moment(scene, point, self.main, before, signs)
        if any(is_aside(moment) for is_aside in ASIDES):
            return
        self.main = point
        if scene.level and isinstance(value, Calendar):
            self.home = Calendar(value.year)

    def year_of(self, date: Calendar) -> int | None:
        """The year of a date that has none: the main line's; January after a November is the next one's."""
        base = self.main
        if not base or base.year is None or base.span:
            return None
        before, month = month_number(base) or 0, month_number(date) or 0
        if self.is_report and before:
            return base.year - (month > before + AHEAD)
        if before in LATE and month in {1, 2}:
            return base.year + 1
        if date.month == WINTER and before >= SUMMER_BEGINS:
            return base.year + 1
        return base.year


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as it is told: where, and what the story had come to before."""

    scene: Scene[Expression]
    point: Calendar
    main: Calendar | None
    block: int  # of the date before
    signs: Signs

    @property
    def leads(self) -> bool:
        """Whether it begins its sentence, or stands in a heading: "Meanwhile, in 1916, ..."."""
        return bool(self.scene.level) or self.scene.expression.start - self.scene.sentence <= LEAD

    @property
    def years_ahead(self) -> int:
        """How many years behind the story it lies; negative before it, 0 where one has no year."""
        if not self.main or self.main.year is None or self.point.year is None:
            return 0
        return self.point.year - self.main.year


def in_brackets(moment: Moment) -> bool:
    """In 1917 it ended (it had begun in [1914])."""
    return moment.scene.is_aside


def behind_side_word(moment: Moment) -> bool:
    """A member since [1903], planned for [May 1789], until [1923]."""
    return bool(moment.signs.side.search(moment.scene.before))


def looking_back(moment: Moment) -> bool:
    """It was 1943; [the previous year] had been calm."""
    said = moment.scene.expression.meaning
    return isinstance(said, (Shift, FromEvent)) and said.steps < 0


def over_winter(moment: Moment) -> bool:
    """Over [the winter] they starved: it begins in one year and ends in the next."""
    said = moment.scene.expression.meaning
    return moment.point.month == WINTER and isinstance(said, Calendar) and said.year is None


def in_flashback(moment: Moment) -> bool:
    """In June 1944 they, who had come in [1943], won."""
    return moment.years_ahead < 0 and bool(moment.signs.past.search(moment.scene.before))


def far_away(moment: Moment) -> bool:
    """In 1964 they did not attack, as a paper declassified in [2005] shows."""
    said = moment.scene.expression.meaning
    is_year = isinstance(said, Calendar) and not moment.point.month
    return is_year and not moment.leads and abs(moment.years_ahead) >= FAR


def in_label(moment: Moment) -> bool:
    """Danton, leader of the [August 1792] uprising: the words name a thing of the past."""
    is_label = moment.scene.is_followed and bool(moment.signs.label.search(moment.scene.before))
    return moment.years_ahead < 0 and is_label


def year_as_label(moment: Moment) -> bool:
    """In March 1975 it began. Its [1975] plan failed."""
    return (
        _is_bare_year(moment)
        and not moment.years_ahead
        and (not moment.leads or bool(moment.signs.label.search(moment.scene.before)))
    )


def year_ahead(moment: Moment) -> bool:
    """In March 1975 they planned a campaign in [1976]."""
    is_here = moment.scene.block == moment.block
    return _is_bare_year(moment) and moment.years_ahead > 0 and is_here and not moment.leads


def _is_bare_year(moment: Moment) -> bool:
    """A year in a story that is told by months."""
    is_said = isinstance(moment.scene.expression.meaning, Calendar) and moment.point.year is not None
    return is_said and not moment.point.month and bool(moment.main and moment.main.month)


# what is told beside the story and leaves it where it was
ASIDES: tuple[Callable[[Moment], bool], ...] = (
    in_brackets,
    behind_side_word,
    looking_back,
    over_winter,
    in_flashback,
    far_away,
    in_label,
    year_as_label,
    year_ahead,
)
