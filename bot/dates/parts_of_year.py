"""The months that the words of a date leave open, where they name a part of a year: "early 2017"."""

from __future__ import annotations

import re

ALL = range(1, 13)
LEAD = r"(?:the |a |в |к )?"
PARTS = (  # of a year, as expressions of dates begin, in Chinese end; generous by a month or two
    (
        re.compile(LEAD + r"(?:early|beginning|start|нач|anfang|principios)|.*年初", re.IGNORECASE),
        range(1, 6),
    ),
    (re.compile(LEAD + r"(?:mid|серед|mitte|mediados)|.*年中", re.IGNORECASE), range(4, 10)),
    (re.compile(LEAD + r"(?:late|end|кон|ende|finales)|.*年[底末]", re.IGNORECASE), range(8, 13)),
)


def months_left_open(words: str) -> range:
    """The months in which something may have been that is dated by these words; all twelve for most.

    >>> months_left_open("early 2017")
    range(1, 6)
    """
    return next((months for pattern, months in PARTS if pattern.match(words)), ALL)
