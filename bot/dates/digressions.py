"""Digressions: dates that leave the main line of the narrative where it was, a rule each."""

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
class Turn:
    """A date as it is told: where, and what the narrative had come to before."""

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


def in_brackets(turn: Turn) -> bool:
    """In 1917 it ended (it had begun in [1914]); not "The fifth grade ([1984])"."""
    occurrence = turn.occurrence
    return occurrence.is_aside or (occurrence.is_bracketed and turn.is_second)


def behind_side_word(turn: Turn) -> bool:
    """A member since [1903], planned for [May 1789], until [1923]."""
    return bool(turn.signs.side.search(turn.occurrence.before))


def looking_back(turn: Turn) -> bool:
    """It was 1943; [the previous year] had been calm."""
    meaning = turn.occurrence.expression.meaning
    return isinstance(meaning, (Shift, FromEvent)) and meaning.steps < 0


def over_winter(turn: Turn) -> bool:
    """Over [the winter] they starved: it begins in one year and ends in the next."""
    meaning = turn.occurrence.expression.meaning
    return turn.point.month == WINTER and isinstance(meaning, Calendar) and meaning.year is None


def in_flashback(turn: Turn) -> bool:
    """In June 1944 they, who had come in [1943], won."""
    return turn.years_ahead < 0 and bool(turn.signs.earlier_past.search(turn.occurrence.before))


def far_away(turn: Turn) -> bool:
    """In 1964 they did not attack, as a paper declassified in [2005] shows."""
    meaning = turn.occurrence.expression.meaning
    is_year = isinstance(meaning, Calendar) and not turn.point.month
    return is_year and not turn.leads and abs(turn.years_ahead) >= FAR


def in_label(turn: Turn) -> bool:
    """Danton, leader of the [August 1792] uprising: the words name a thing of the past."""
    is_label = turn.occurrence.is_followed and bool(turn.signs.label.search(turn.occurrence.before))
    return turn.years_ahead < 0 and is_label


def year_as_label(turn: Turn) -> bool:
    """In March 1975 it began. Its [1975] plan failed."""
    return (
        _is_bare_year(turn)
        and not turn.years_ahead
        and (not turn.leads or bool(turn.signs.label.search(turn.occurrence.before)))
    )


def year_ahead(turn: Turn) -> bool:
    """In March 1975 they planned a campaign in [1976]."""
    is_here = turn.occurrence.block == turn.block
    return _is_bare_year(turn) and turn.years_ahead > 0 and is_here and not turn.leads


def _is_bare_year(turn: Turn) -> bool:
    """A year in a narrative that is told by months."""
    is_said = isinstance(turn.occurrence.expression.meaning, Calendar) and turn.point.year is not None
    return is_said and not turn.point.month and bool(turn.main and turn.main.month)


DIGRESSIONS: tuple[Callable[[Turn], bool], ...] = (
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


def is_digression(turn: Turn) -> bool:
    """Whether any rule says so."""
    return any(rule(turn) for rule in DIGRESSIONS)
