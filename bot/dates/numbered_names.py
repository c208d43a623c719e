"""Numbers of four digits that are part of a name: the group Razor 1911, which was founded in 1985."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bot.dates.expression import Calendar, Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dates.expression import Expression
    from bot.dates.surroundings import Occurrence

OFTEN = 3  # times that a name stands in a document with its number
FAR = 20  # years from all others that the document names
FEWEST = 2  # other years to compare it with
LONGEST = 30  # characters of a name's word
_NAME = re.compile(r"\b[^\W\d_a-zа-яß-öø-ÿ]\w+ $")  # a word with a capital, right in front


def without_numbers_of_names(
    text: str, occurrences: Sequence[Occurrence[Expression]]
) -> Sequence[Occurrence[Expression]]:
    """The date expressions without years behind a name that often has them, far from all other years."""
    names = [_name_before(text, occurrence.expression) for occurrence in occurrences]
    numbered = {name for name, times in Counter(filter(None, names)).items() if times >= OFTEN}
    if not numbered:
        return occurrences
    years = {year for occurrence in occurrences for year in _years(occurrence.expression)}
    far = {
        (name, year)
        for name, year in numbered
        if len(years) > FEWEST and all(abs(year - other) >= FAR for other in years - {year})
    }
    return [row for row, name in zip(occurrences, names, strict=True) if name not in far]


def _name_before(text: str, expression: Expression) -> tuple[str, int] | None:
    """The word with a capital that a bare year stands right behind, and the year."""
    year = _bare_year(expression)
    name = _NAME.search(text, max(0, expression.start - LONGEST), expression.start)
    return (name[0], year) if name and year is not None else None


def _years(expression: Expression) -> set[int]:
    meaning = expression.meaning
    ends = (meaning.begin, meaning.finish) if isinstance(meaning, Interval) else (meaning,)
    return {end.year for end in ends if isinstance(end, Calendar) and end.year is not None}


def _bare_year(expression: Expression) -> int | None:
    meaning = expression.meaning
    if not isinstance(meaning, Calendar) or meaning.month or meaning.span or meaning.is_short:
        return None
    return meaning.year
