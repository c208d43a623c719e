"""First sight of dates: full dates, months with a year and years."""

from __future__ import annotations

import re

from bot.dates.mention import Basis, Mention
from bot.dates.value import HistoricalDate, Point
from bot.dates.wording import MONTHS

FULL = re.compile(
    rf"\b"
    rf"(?:(?P<day>\d{{1,2}}) )?(?:(?P<month>{'|'.join(MONTHS)}) )?"
    rf"(?:(?P<day2>\d{{1,2}}), )?(?P<year>[12]\d{{3}})\b"
)


def find(text: str) -> list[Mention]:
    found = []
    for match in FULL.finditer(text):
        month = MONTHS.index(match["month"]) + 1 if match["month"] else None
        day = match["day"] or match["day2"]
        try:
            date = HistoricalDate.of(Point(int(match["year"]), month, int(day) if month and day else None))
        except ValueError:
            continue
        found.append(Mention(match.start(), match.end(), match[0], date, Basis.EXPLICIT))
    return found
