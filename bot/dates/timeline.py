"""What a reader has in mind: the last date of the main line of a narrative, and of any other mention."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.dates.calendar_arithmetic import around
from bot.dates.digressions import Turn, is_digression
from bot.dates.expression import Calendar, Interval, Known, Now
from bot.dates.mention import PassageDate, Style

if TYPE_CHECKING:
    from bot.dates.expression import Expression
    from bot.dates.signs import Signs
    from bot.dates.surroundings import Occurrence
    from bot.dates.value import HistoricalDate


def timeline_of(written: HistoricalDate | None, style: Style, opening: PassageDate | None) -> Timeline:
    """What a reader has in mind before the first word: when it was written, what its title says."""
    now = around(written) if written else None
    begin = now if style == Style.NEWS else around(opening.date) if opening else None
    return Timeline(written, now, style, main=begin)


@dataclass(slots=True)
class Timeline:
    """The state of the telling; `enter` and `move` are called for each occurrence in reading order."""

    written: HistoricalDate | None
    now: Calendar | None  # the day, month or year in which it was written
    style: Style
    main: Calendar | None = None  # last date of the main line
    last: Calendar | None = None  # last date of any kind
    home: Calendar | None = None  # the year that the section's heading names
    block: int = -1  # of the last date
    days: list[Calendar] = field(default_factory=list)
    openings: list[Calendar] = field(default_factory=list)  # days of this section that opened a paragraph

    def enter(self, occurrence: Occurrence[Expression]) -> None:
        """A new paragraph under a heading that names a year ("2005: Elections") begins in that year."""
        if occurrence.level:
            self.home = None
            self.openings.clear()
        elif occurrence.block != self.block and self.home and self.main and self._is_behind_home(self.main):
            self.main = self.home

    def _is_behind_home(self, main: Calendar) -> bool:
        assert self.home
        if main.year is None or self.home.year is None or main.year == self.home.year:
            return False
        return not main.day or main.year < self.home.year

    @property
    def is_report(self) -> bool:
        """Whether the telling is of the days before it was written; a report may go on to tell a history."""
        if self.style != Style.NEWS or not self.now or not self.main:
            return self.style == Style.NEWS
        return self.main.year == self.now.year

    def move(self, occurrence: Occurrence[Expression], value: Calendar | Interval, signs: Signs) -> None:
        """The narrative goes on from this date, unless it was told on the side."""
        self.block, before = occurrence.block, self.block
        point = value if isinstance(value, Calendar) else value.finish
        if occurrence.level and isinstance(value, Interval):
            point = value.begin  # a heading "1791-1792" opens its section
        if not point or point.span or isinstance(occurrence.expression.meaning, (Now, Known)):
            return  # what is seen from today, or known by its name, moves nothing
        self.last = point
        if point.day:
            self.days.append(point)
        if point.day and occurrence.is_opening:
            self.openings.append(point)
        turn = Turn(occurrence, point, self.main, before, signs)
        if is_digression(turn):
            return
        self.main = point
        if occurrence.level and isinstance(value, Calendar):
            self.home = Calendar(value.year)
