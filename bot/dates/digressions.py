"""Digressions: dates that leave the main line of the narrative where it was, a rule each.

A rule says whether a date is one; its docstring is an example, with that date in square brackets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dates.expression import Calendar, FromEvent, Shift
from bot.dates.value import WINTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.dates.expression import Expression
    from bot.dates.signs import Signs
    from bot.dates.surroundings import Occurrence

FAR = 10  # years from the narrative, at which a year in passing is none of its own


@dataclass(frozen=True, slots=True)
class NarratedDate:
    """A date in its narrative: where it stands, and what the narrative had come to before."""

    occurrence: Occurrence[Expression]
    point: Calendar
    main: Calendar | None
    block: int  # of the date before
    is_second: bool  # whether its sentence has told a date before
    signs: Signs

    @property
    def leads(self) -> bool:
        """Whether it begins its sentence, or stands in a heading: "Meanwhile, in 1916, ..."."""
        return bool(self.occurrence.level) or self.occurrence.leads

    @property
    def years_ahead(self) -> int:
        """How many years later than the narrative it lies; negative for earlier, 0 where one has no year."""
        if not self.main or self.main.year is None or self.point.year is None:
            return 0
        return self.point.year - self.main.year


def in_brackets(date: NarratedDate) -> bool:
    """In 1917 it ended (it had begun in [1914]); not "The fifth grade ([1984])"."""
    occurrence = date.occurrence
    return occurrence.is_aside or (occurrence.is_bracketed and date.is_second)


def behind_side_word(date: NarratedDate) -> bool:
    """A member since [1903], planned for [May 1789], until [1923]."""
    return bool(date.signs.side.search(date.occurrence.before))


def looking_back(date: NarratedDate) -> bool:
    """It was 1943; [the previous year] had been calm."""
    meaning = date.occurrence.expression.meaning
    return isinstance(meaning, (Shift, FromEvent)) and meaning.steps < 0


def over_winter(date: NarratedDate) -> bool:
    """Over [the winter] they starved: it begins in one year and ends in the next."""
    meaning = date.occurrence.expression.meaning
    return date.point.month == WINTER and isinstance(meaning, Calendar) and meaning.year is None


def in_flashback(date: NarratedDate) -> bool:
    """In June 1944 they, who had come in [1943], won."""
    return date.years_ahead < 0 and bool(date.signs.earlier_past.search(date.occurrence.before))


def far_away(date: NarratedDate) -> bool:
    """In 1964 they did not attack, as a paper declassified in [2005] shows."""
    meaning = date.occurrence.expression.meaning
    is_year = isinstance(meaning, Calendar) and not date.point.month
    return is_year and not date.leads and abs(date.years_ahead) >= FAR


def in_label(date: NarratedDate) -> bool:
    """Danton, leader of the [August 1792] uprising: the words name a thing of the past."""
    is_label = date.occurrence.is_followed and bool(date.signs.label.search(date.occurrence.before))
    return date.years_ahead < 0 and is_label


def year_as_label(date: NarratedDate) -> bool:
    """In March 1975 it began. Its [1975] plan failed."""
    return (
        _is_bare_year(date)
        and not date.years_ahead
        and (not date.leads or bool(date.signs.label.search(date.occurrence.before)))
    )


def year_ahead(date: NarratedDate) -> bool:
    """In March 1975 they planned a campaign in [1976]."""
    is_here = date.occurrence.block == date.block
    return _is_bare_year(date) and date.years_ahead > 0 and is_here and not date.leads


def _is_bare_year(date: NarratedDate) -> bool:
    """A year in a narrative that is told by months."""
    is_said = isinstance(date.occurrence.expression.meaning, Calendar) and date.point.year is not None
    return is_said and not date.point.month and bool(date.main and date.main.month)


DIGRESSIONS: tuple[Callable[[NarratedDate], bool], ...] = (
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


def is_digression(date: NarratedDate) -> bool:
    """Whether any rule says that a date is a digression."""
    return any(rule(date) for rule in DIGRESSIONS)
