"""Lists of names with their days, as those of releases: "Lighthouse 2.1 (1985-03-20)"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.dates import Basis, Precision, find_dates
from bot.sources.formats.plain.text_lines import groups

if TYPE_CHECKING:
    from bot.sources.formats.plain.text_lines import Line

DATED_NAME = re.compile(  # and a tag behind it
    r"\w[^()!?:;\n]{1,60}[ ][(（\[](?P<day>[^()\[\]\n]{6,30})[)）\]](?:[ ][\w.+-]{0,20}[\d-][\w.+-]{0,20})?"
)
FEWEST, BESIDE = 3, 0.7  # such lines, and the share of them with another below


def listed_names(lines: list[Line]) -> set[int]:
    """Numbers of lines that each begin an entry of such a list.

    Where other text stands under them they are headings.
    """
    firsts = [group[0] for group in groups(lines)]
    are_names = [is_dated_name(line.text) for line in firsts]
    beside = sum(name and after for name, after in pairwise(are_names))
    if beside < FEWEST or beside < BESIDE * sum(are_names):
        return set()
    return {line.number for line, is_name in zip(firsts, are_names, strict=True) if is_name}


def is_dated_name(line: str) -> bool:
    """Whether a line is a name and the day it belongs to.

    >>> is_dated_name("Lighthouse 2.1 (1985-03-20)"), is_dated_name("It burnt down (20 March 1985).")
    (True, False)
    """
    name = DATED_NAME.fullmatch(line)
    dates = find_dates(name["day"]) if name else []
    return len(dates) == 1 and dates[0].basis is Basis.EXPLICIT and dates[0].date.precision is Precision.DAY
