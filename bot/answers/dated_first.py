"""A hit with a date in front of one without, where a date is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.answers.passage_reading import PassageReading
    from bot.search.hit import Hit
    from bot.search.query import Query
    from bot.sources.source import Passage

LOOKED_AT = 5  # hits among which one with a date is looked for
SHARE = 0.5  # of the first hit's score that it needs; of 14 answers without a date to "when?" none was right


def dated_first(
    hits: Sequence[Hit], query: Query, read: Callable[[Passage], PassageReading]
) -> tuple[Hit, ...]:
    """The hits, in front the best that has a date, where one is wanted and the first has none at all."""
    if not hits or not query.wants_date or _has_date(hits[0], read):
        return tuple(hits)
    near = (hit for hit in hits[1:LOOKED_AT] if hit.score >= SHARE * hits[0].score)
    better = next((hit for hit in near if _has_date(hit, read)), None)
    return tuple(hits) if better is None else (better, *(hit for hit in hits if hit is not better))


def _has_date(hit: Hit, read: Callable[[Passage], PassageReading]) -> bool:
    return bool(read(hit.passage).quotation.dates)
