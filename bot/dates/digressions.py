"""Which dates are told beside the story and leave it where it was: a rule each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dates.expression import Calendar, FromEvent, Shift
from bot.dates.surroundings import LEAD
from bot.dates.value import WINTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.dates.expression import Expression
    from bot.dates.signs import Signs
    from bot.dates.surroundings import Scene

FAR = 10  # years from the story, at which a year in passing is none of its own


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
        """How many years later than the story it lies; negative for earlier, 0 where one has no year."""
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


def is_told_beside(moment: Moment) -> bool:
    """Whether any rule says so."""
    return any(rule(moment) for rule in ASIDES)
