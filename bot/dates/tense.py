"""Whether a clause tells of what was or of what is to come: by the verb before a date, else behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dates.surroundings import SENTENCE_END

if TYPE_CHECKING:
    import re

    from bot.dates.expression import Expression
    from bot.dates.signs import Signs
    from bot.dates.surroundings import Occurrence

BEFORE, BEHIND = 120, 60  # characters around a date in which its verb is looked for
PAST, UNKNOWN, FUTURE = -1, 0, 1


def outlook(text: str, occurrence: Occurrence[Expression], signs: Signs) -> int:
    """PAST or FUTURE as the verb says, UNKNOWN without one."""
    start, end = occurrence.expression.start, occurrence.expression.end
    begin = max(occurrence.sentence, start - BEFORE)
    future, past = (_last_end(sign, text, begin, start) for sign in (signs.future, signs.past_verb))
    if future or past:
        return FUTURE if future >= past else PAST
    if signs.deadline.search(occurrence.before):
        return FUTURE
    stop = SENTENCE_END.search(text, end, end + BEHIND)
    finish = stop.start() if stop else end + BEHIND
    for sign, way in ((signs.past_verb, PAST), (signs.future, FUTURE)):
        if sign.search(text, end, finish):
            return way
    return UNKNOWN


def _last_end(sign: re.Pattern[str], text: str, begin: int, end: int) -> int:
    """Where the last sign of a stretch of text ends; 0 for none."""
    return max((match.end() for match in sign.finditer(text, begin, end)), default=0)
