"""What a reader has in mind: the last date of the main line, and what is only told beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from bot.dates.digressions import Moment, is_told_beside
from bot.dates.expression import Calendar, Known, Now, Stretch
from bot.dates.languages import lexicon_of
from bot.dates.mention import Style

if TYPE_CHECKING:
    from bot.dates.expression import Expression
    from bot.dates.surroundings import Scene


@dataclass(frozen=True, slots=True)
class Signs:
    """Words of a language before a date that tell how it belongs to the story, compiled."""

    side: re.Pattern[str]  # since, planned for
    label: re.Pattern[str]  # its [2023 guilty plea]
    past: re.Pattern[str]  # had come in
    back: re.Pattern[str]  # since, compared to
    habit: re.Pattern[str]  # annually, every year
    on: re.Pattern[str]  # before a weekday that means a certain day


@cache
def signs_of(language: str) -> Signs:
    """The signs of one language; made once."""
    lexicon = lexicon_of(language)
    patterns = (lexicon.side, lexicon.label, lexicon.past, lexicon.back, lexicon.habit, lexicon.on)
    return Signs(*(re.compile(one, re.VERBOSE) for one in patterns))


@dataclass(slots=True)
class Timeline:
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
        if is_told_beside(moment):
            return
        self.main = point
        if scene.level and isinstance(value, Calendar):
            self.home = Calendar(value.year)
