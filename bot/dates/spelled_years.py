"""Years in words, as deeds and minutes have them: mil novecientos veinte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dates.expression import Calendar, Meaning
from bot.dates.lexicon import Shape
from bot.dates.western.calendar_readers import ordinal

if TYPE_CHECKING:
    import re

    from bot.dates.lexicon import Lexicon

FIRST, LAST = 1_000, 2_099


def spelled_year(lexicon: Lexicon, match: re.Match[str]) -> Meaning | None:
    """1920, 5 May 1984; None for what is no year of these centuries."""
    first, *rest = match["words"].lower().split()
    count = lexicon.thousands.get(first)  # of the thousand behind it
    year = 1_000 * (count - 1) if count else lexicon.year_words[first]
    year += sum(lexicon.year_words.get(word, 0) for word in rest)  # "y" adds nothing
    if not FIRST < year <= LAST:
        return None
    month = lexicon.months[match["month"]] if match["month"] else None
    return Calendar(year, month, ordinal(lexicon, match["day"]) if match["day"] else None)


SHAPES_IN_WORDS = (
    Shape(
        "spelled_year digit month",
        r"(?:(?:(?P<day><day>)<of>)?(?P<month><month>)<of_spelled_year>)?<spelled_year>",
        spelled_year,
    ),
)
