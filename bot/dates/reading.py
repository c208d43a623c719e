"""One reading of one document: its text, what was found in it, and what a reader has in mind on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from bot.dates.expression import Calendar, Expression, Interval, Meaning
from bot.dates.tense import FUTURE, UNKNOWN, outlook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dates.events import Dated
    from bot.dates.mention import Basis
    from bot.dates.signs import Signs
    from bot.dates.surroundings import Occurrence
    from bot.dates.timeline import Timeline

CLAUSE = 80  # characters: how far behind a date its year may stand
CLAUSE_END = re.compile(r"[.;:!?\n—。；！？·|]")

Value = Calendar | Interval


class Resolved(NamedTuple):
    """What an expression means in its document, and how that is known."""

    value: Value
    basis: Basis


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """What the rules ask: the document, the timeline up to here, the dates that were resolved so far."""

    text: str
    occurrences: Sequence[Occurrence[Expression]]
    signs: Signs
    timeline: Timeline
    first_year: int | None  # that the document names: for dates before any other
    last_year: int | None  # that it names, or was written in
    years_behind: Sequence[int | None]  # by occurrence
    dated: list[Dated] = field(default_factory=list)

    def is_same_clause(self, number: int) -> bool:
        """Whether the next expression stands in the clause of this one."""
        if number + 1 == len(self.occurrences):
            return False
        here, there = self.occurrences[number : number + 2]
        gap = self.text[here.expression.end : there.expression.start]
        return there.block == here.block and len(gap) <= CLAUSE and not CLAUSE_END.search(gap)

    def outlook(self, occurrence: Occurrence[Expression]) -> int:
        """PAST or FUTURE as its verb says; without one a message looks ahead."""
        way = outlook(self.text, occurrence, self.signs)
        return FUTURE if way == UNKNOWN and self.timeline.is_message else way


def years_behind(occurrences: Sequence[Occurrence[Expression]], signs: Signs) -> list[int | None]:
    """The first year that the same block names behind each occurrence, but for asides and looks back."""
    years: list[int | None] = [None] * len(occurrences)
    following = len(occurrences)  # the next one that is no aside
    for number, here in reversed(list(enumerate(occurrences))):
        if following < len(occurrences) and occurrences[following].block == here.block:
            year = _year_of(occurrences[following], signs)
            years[number] = years[following] if year is None else year
        if not here.is_aside:
            following = number
    return years


def _year_of(there: Occurrence[Expression], signs: Signs) -> int | None:
    """The year that it names for what is told."""
    year = year_said(there.expression.meaning)
    is_beside = year is not None and (signs.side.search(there.before) or signs.back.search(there.before))
    return None if is_beside else year


def year_said(meaning: Meaning) -> int | None:
    """The year that an expression names by its own words."""
    if isinstance(meaning, Interval):
        meaning = meaning.begin or meaning.finish or meaning
    if isinstance(meaning, Calendar) and meaning.has_year and not meaning.span:
        return meaning.year
    return None
