"""What a reader has in mind: the last date of the main line of a narrative, and of any other mention."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from bot.dates.block import Block, BlockKind
from bot.dates.calendar_arithmetic import around
from bot.dates.digressions import NarratedDate, is_digression
from bot.dates.expression import Calendar, Interval, Known, Now
from bot.dates.mention import PassageDate, Style

if TYPE_CHECKING:
    from bot.dates.expression import Expression
    from bot.dates.signs import Signs
    from bot.dates.surroundings import Occurrence
    from bot.dates.value import HistoricalDate

ITEMS = frozenset({BlockKind.ITEM, BlockKind.ROW})


class OpenHeading(NamedTuple):
    """A heading that names a date, and its level."""

    level: int
    date: Calendar  # the first one of an interval
    last_year: int
    is_year: bool  # a whole year, in which what stands under it may be told by months

    def is_left(self, main: Calendar) -> bool:
        """Whether the main line has left its date: for good only where it came to a later day."""
        if main.year is None or self.date.year is None or self.date.year <= main.year <= self.last_year:
            return False
        return not main.day or main.year < self.date.year


class OpenList(NamedTuple):
    """A list that is being read: what its items begin with, which is what the last dated one was dated by."""

    depth: int
    main: Calendar | None
    last: Calendar | None


def timeline_of(
    written: HistoricalDate | None, style: Style, document_date: PassageDate | None, title_block: int | None
) -> Timeline:
    """What a reader has in mind before the first word: when it was written, what its title says."""
    published, written = written, written or (document_date.date if document_date else None)
    now = around(written) if written else None
    title = around(document_date.date) if document_date else None
    main = now if style == Style.NEWS else title
    return Timeline(published, written, now, style, title, title_block, main)


@dataclass(slots=True)
class Timeline:
    """What is in mind at a place; `enter` is called for each block and `move` for each date, in order."""

    published: HistoricalDate | None  # as its head says
    written: HistoricalDate | None  # so, or as its title or a message's stamp says
    now: Calendar | None  # the day, month or year in which it was written
    style: Style
    title: Calendar | None = None  # a date in the title of the document
    title_block: int | None = None  # the number of the heading that is the title
    main: Calendar | None = None  # last date of the main line
    last: Calendar | None = None  # last date of any kind
    block: int = -1  # of the last date
    sentence: int = -1  # of the last date: where it begins
    is_message: bool = False
    around_message: tuple[HistoricalDate | None, Calendar | None, Calendar | None, Calendar | None] = (
        None,
        None,
        None,
        None,
    )  # written, now, main and last as they were before the messages
    is_history: bool = False  # whether a paragraph of a report goes on to tell of another year
    headings: list[OpenHeading] = field(default_factory=list)  # that the block stands under
    level_above: int = 0  # of the heading right above
    lists: list[OpenList] = field(default_factory=list)  # that it stands in
    entry: Calendar | None = None  # that opened the block
    entry_before: Calendar | None = None  # that opened one before in its section
    days: list[Calendar] = field(default_factory=list)
    openings: list[Calendar] = field(default_factory=list)  # days of this section that opened a paragraph

    def enter(self, block: Block) -> None:
        """A new block begins with what the headings, the list or the message around it say."""
        if self.entry:
            self.main = self.last = self.entry
        self.entry = None
        self.is_history = False
        if self.is_message and block.kind != BlockKind.MESSAGE:
            self._leave_message()
        if block.kind not in ITEMS:
            self._leave_lists()
        if block.level:
            self.headings = [heading for heading in self.headings if heading.level < block.level]
            self.openings.clear()
            self.entry_before = None
            self.level_above = block.level
        elif block.kind in ITEMS:
            self._enter_item(block.depth)
        elif block.kind == BlockKind.MESSAGE and block.stamp:
            self._enter_message(block.stamp)
        else:
            self._enter_paragraph()

    def _enter_paragraph(self) -> None:
        """A new paragraph under a heading that names a year ("2005: Elections") begins in that year.

        One under such a title only comes back from the year before or behind.
        """
        if self.headings and self.main and self.headings[-1].is_left(self.main):
            self.main = self.headings[-1].date
        elif not self.headings and self._is_beside_title():
            self.main = self.title

    def _is_beside_title(self) -> bool:
        years = [date.year for date in (self.title, self.main) if date and date.year is not None]
        return len(years) == 2 and abs(years[0] - years[1]) == 1 and not (self.main and self.main.day)

    def _enter_item(self, depth: int) -> None:
        """What one item says beside its own date moves no other."""
        while self.lists and self.lists[-1].depth > depth:
            self.lists.pop()
        if self.lists and self.lists[-1].depth == depth:
            self.main, self.last = self.lists[-1].main, self.lists[-1].last
        else:
            self._enter_paragraph()
            self.lists.append(OpenList(depth, self.main, self.last))

    def _leave_lists(self) -> None:
        if self.lists:
            self.main, self.last = self.lists[0].main, self.lists[0].last
            self.lists.clear()

    def _enter_message(self, stamp: HistoricalDate) -> None:
        if not self.is_message:
            self.around_message = (self.written, self.now, self.main, self.last)
        self.is_message = True
        self.written, self.now = stamp, around(stamp)
        self.main = self.last = self.now

    def _leave_message(self) -> None:
        """Behind a message that a text quotes, the text goes on where it was."""
        self.is_message = False
        self.written, self.now, self.main, self.last = self.around_message

    @property
    def year_above(self) -> int | None:
        """The year that the nearest dated heading names as a whole, or else the title."""
        if self.headings:
            return self.headings[-1].date.year if self.headings[-1].is_year else None
        return self.title.year if self.title else None

    @property
    def is_report(self) -> bool:
        """Whether the telling is of the days around its writing."""
        return self.is_message or self.style == Style.NEWS

    def move(self, occurrence: Occurrence[Expression], value: Calendar | Interval, signs: Signs) -> None:
        """The narrative goes on from this date, unless it was told on the side."""
        is_second = (occurrence.block, occurrence.sentence) == (self.block, self.sentence)
        self.sentence = occurrence.sentence
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
        if is_digression(NarratedDate(occurrence, point, self.main, before, is_second, signs)):
            return
        self.main = point
        self.is_history = bool(occurrence.leads and self.now and self.now.year != point.year)
        if occurrence.block == self.title_block:
            self.title = point if isinstance(value, Calendar) else None
            self.main = self.title
        elif occurrence.level:
            self._open_heading(occurrence.level, value)
        elif occurrence.is_dateline and point.month:
            self._open_heading(self.level_above, value)
            self.lists.clear()
        elif occurrence.is_entry:
            self._open_entry(point)

    def _open_heading(self, level: int, value: Calendar | Interval) -> None:
        begin, finish = (value, value) if isinstance(value, Calendar) else value
        if begin and begin.year is not None:
            last_year = begin.year if not finish or finish.year is None else finish.year
            is_year = begin == finish and not begin.month
            self.headings.append(OpenHeading(level, begin, last_year, is_year))

    def _open_entry(self, point: Calendar) -> None:
        self.entry = self.entry_before = point
        if self.lists:
            self.lists[-1] = self.lists[-1]._replace(main=point, last=point)
