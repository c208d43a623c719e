"""What a reader has in mind: the last date of the main line, and what is only told beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from bot.dates.expression import Calendar, Known, Now, Shift, Stretch
from bot.dates.languages import lexicon_of
from bot.dates.mention import Style
from bot.dates.reckoning import month_number
from bot.dates.surroundings import LEAD
from bot.dates.value import WINTER

if TYPE_CHECKING:
    from bot.dates.expression import Expression
    from bot.dates.surroundings import Scene

LATE = (11, 12)  # months after which January and February mean the next year
SUMMER_BEGINS = 6
AHEAD = 1  # months that a report may look ahead; later ones it means of the year before


@dataclass(frozen=True, slots=True)
class Signs:
    """Words of a language before a date that tell how it belongs to the story, compiled."""

    side: re.Pattern[str]  # since, planned for
    label: re.Pattern[str]  # its [2023 guilty plea]
    past: re.Pattern[str]  # had come in


@cache
def signs_of(language: str) -> Signs:
    """The signs of one language; made once."""
    lexicon = lexicon_of(language)
    return Signs(*(re.compile(one, re.VERBOSE) for one in (lexicon.side, lexicon.label, lexicon.past)))


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
        if is_side(self.main, scene, point, signs) or self._is_leap(scene, point, before, signs):
            return
        self.main = point
        if scene.level and isinstance(value, Calendar):
            self.home = Calendar(value.year)

    def _is_leap(self, scene: Scene[Expression], point: Calendar, block: int, signs: Signs) -> bool:
        """A bare year leaves a story told by months where it is: "a campaign in 1976"."""
        main = self.main
        if not main or not main.month or main.year is None or point.year is None or point.month:
            return False
        if not isinstance(scene.expression.meaning, Calendar):
            return False
        leads = bool(scene.level) or scene.expression.start - scene.sentence <= LEAD
        if point.year == main.year:
            return not leads or bool(signs.label.search(scene.before))
        return point.year > main.year and scene.block == block and not leads

    def year_of(self, date: Calendar) -> int | None:
        """The year of a date that has none: the main line's; January after a November is the next one's."""
        base = self.main
        if not base or base.year is None or base.span:
            return None
        before, month = month_number(base) or 0, month_number(date) or 0
        if self.style == Style.NEWS and before:
            return base.year - (month > before + AHEAD)
        if before in LATE and month in {1, 2}:
            return base.year + 1
        if date.month == WINTER and before >= SUMMER_BEGINS:
            return base.year + 1
        return base.year


def is_side(main: Calendar | None, scene: Scene[Expression], point: Calendar, signs: Signs) -> bool:
    """Whether a date is told beside the story and leaves it where it was."""
    said = scene.expression.meaning
    if scene.is_aside:  # (1902-1945)
        return True
    if signs.side.search(scene.before):  # since 2013, planned for May
        return True
    if isinstance(said, Shift) and said.steps < 0:  # the previous year
        return True
    if point.month == WINTER and isinstance(said, Calendar) and said.year is None:  # over the winter
        return True
    if not main or main.year is None or point.year is None:
        return False
    return point.year < main.year and bool(signs.past.search(scene.before))  # had come in 1943
