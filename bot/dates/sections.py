"""What a reader remembers while reading a section: its heading's date, and what its passages came to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.dates.mention import Basis, PassageDate
from bot.dates.value import HistoricalDate, Point, Precision

SCENE = 3  # passages that a day holds for without being said again
VERSION = re.compile(r"(?:[^\W\d_][\w-]{0,20}[ ]){0,2}\[?v?\.?\d+(?:\.\d+)+[\w.+-]{0,20}\]?:?")  # Mill v2.9.1
LONGEST_TITLE = 2  # years: what a title spans that is longer dates nothing


class DatedHeading(NamedTuple):
    """A heading that names a date, and its level."""

    level: int
    date: PassageDate


class DatedItem(NamedTuple):
    """An item of a list, how deep it stands, and its date, if it has one."""

    depth: int
    date: PassageDate | None


@dataclass(slots=True)
class Section:
    """What a passage may inherit."""

    document_date: PassageDate | None = None  # of the whole document
    date: HistoricalDate | None = None  # that its passages came to
    handed: int = 0  # passages that inherited it
    level: int = 0  # of the heading right above
    headings: list[DatedHeading] = field(default_factory=list)  # outermost first
    items: list[DatedItem] = field(default_factory=list)  # outermost first
    version: int = 0  # level of the heading above that only names a version, and no date; 0 for none

    @property
    def day(self) -> HistoricalDate | None:
        """The one day that all of the document is of, as minutes are, by its title, its file or itself."""
        titles = [row.date for row in self.headings[:1] if row.date.basis is not Basis.HEADING]
        days = (row.date for row in [*titles, *([self.document_date] if self.document_date else [])])
        return next((day for day in days if day.precision is Precision.DAY and not day.is_interval), None)

    def inherited(self, *, tells: bool) -> PassageDate | None:
        """The date for one more passage; a day is sure for a scene, later only its month is.

        What does not tell of the past only has the date of its heading.
        """
        self.items.clear()
        return (self._from_before() if tells else None) or self._from_heading()

    def _from_before(self) -> PassageDate | None:
        self.handed += 1
        if not self.date:
            return None
        date = _month_of(self.date) if self.handed > SCENE else self.date
        return PassageDate(date, Basis.INHERITED)

    def _from_heading(self) -> PassageDate | None:
        """That of the nearest heading, of the title last; a version has its own time, or none."""
        if self.version and not any(heading.level >= self.version for heading in self.headings):
            return None
        return self.headings[-1].date if self.headings else self.document_date

    def above_item(self, depth: int, *, tells: bool) -> PassageDate | None:
        """The date for an item that has none: of the item above it, of what introduces its list."""
        parent = next((item.date for item in reversed(self.items) if item.depth < depth and item.date), None)
        if parent:
            return PassageDate(parent.date, Basis.INHERITED)
        before = PassageDate(self.date, Basis.INHERITED) if self.date and tells else None
        return before or self._from_heading()

    def enter_item(self, depth: int, date: PassageDate | None) -> None:
        """One more item of a list."""
        self.items = [*(item for item in self.items if item.depth < depth), DatedItem(depth, date)]

    def pass_heading(
        self, level: int, words: str, date: HistoricalDate | None, *, divides: bool, is_title: bool
    ) -> None:
        """A heading ends a scene; one that divides the document, or names a date, ends the section."""
        if not self.version or level <= self.version:
            self.version = level if VERSION.fullmatch(words) and not (date or is_title) else 0
        under = [heading for heading in self.headings if heading.level < level]
        if divides or date or len(under) < len(self.headings) or self._is_to_come():
            self.date = None
        self.headings, self.handed, self.level = under, SCENE, level
        self.items.clear()
        if date and not (is_title and (_is_long(date) or self._opens_within(date))):
            basis = Basis.TITLE if is_title else Basis.HEADING
            self.headings.append(DatedHeading(level, PassageDate(date, basis)))

    def _is_to_come(self) -> bool:
        """Whether minutes came to speak of a day behind their own."""
        return bool(self.date and self.day and self.date.first > self.day.last)

    def _opens_within(self, date: HistoricalDate) -> bool:
        """Whether the document says a more exact day at its top than its title: minutes of 2024-Q1."""
        document_date = self.document_date
        if not document_date or document_date.basis is Basis.FILE_NAME:
            return False
        return document_date.date.precision < date.precision and date.covers(document_date.date)

    def take_dateline(self, date: HistoricalDate) -> None:
        """A line under a heading that is all date dates what stands under it too."""
        self.headings = [heading for heading in self.headings if heading.level < self.level]
        self.headings.append(DatedHeading(self.level, PassageDate(date, Basis.HEADING)))

    def come_to(self, date: HistoricalDate) -> None:
        """A statement moves the section on."""
        self.date, self.handed = date, 0
        self.items.clear()


def _is_long(date: HistoricalDate) -> bool:
    return date.is_open or date.last.year - date.first.year >= LONGEST_TITLE


def _month_of(date: HistoricalDate) -> HistoricalDate:
    point = date.begin
    if not point or date.is_interval or not point.day:
        return date
    return HistoricalDate.of(Point(point.year, point.month, is_approximate=point.is_approximate))
