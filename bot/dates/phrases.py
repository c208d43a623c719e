"""How a language says dates, as data: what a lexicon's PHRASES hold.

Our own tables, not CLDR's through babel: it has no seasons, decades, centuries, "c." and "since", and no year
before 1. What it has would save 6 of the 25 lines of a language (the names of months stand in the lexicon
anyway), for 34 MB on disk and 170 microseconds a date instead of 3.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.dates.mention import Basis


@dataclass(frozen=True, slots=True)
class Phrases:
    """How a language says dates; {y} year, {m} month, {d} day, {s} season, {q} quarter, {n} number."""

    months: tuple[str, ...]  # as they stand alone
    of_day: tuple[str, ...]  # as they stand behind a day
    seasons: tuple[str, ...]
    day: str
    month: str
    season: str
    quarter: str
    year: str
    decade: str
    century: str
    before_christ: str
    early: str  # years 1 to 99; like `before_christ` it goes round the whole: "3 May 490 BC"
    about: str
    since: str
    until: str
    dash: str
    bases: Mapping[Basis, str]
    years: str = ""  # both ends of an interval of whole years, where their word stands once behind them
    of: str = " "  # between day, month and year: "4 de mayo de 2017"
    oblique: Phrases | None = None  # the forms behind about, since and until: "с октября"
    year_first: bool = False  # what both ends of an interval share is left out of the second
    ordinals: Mapping[int, str] = field(default_factory=dict)  # endings behind a century's number
    roman: bool = False  # whether centuries are counted in Roman numerals
