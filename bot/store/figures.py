"""How many questions were answered and refused in a time, and the votes that were cast in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.store.database import Database

FIGURES = """
    SELECT
        (SELECT count(*) FROM questions WHERE outcome = 'answered' AND asked_at >= ?1 AND asked_at < ?2),
        (SELECT count(*) FROM questions WHERE outcome = 'refused' AND asked_at >= ?1 AND asked_at < ?2),
        (SELECT count(*) FROM votes WHERE is_up AND voted_at >= ?1 AND voted_at < ?2),
        (SELECT count(*) FROM votes WHERE NOT is_up AND voted_at >= ?1 AND voted_at < ?2)
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """What happened in a time, as far as nobody had it forgotten."""

    answered: int = 0
    refused: int = 0
    up: int = 0
    down: int = 0


async def figures_between(database: Database, first: datetime, end: datetime) -> Figures:
    """The figures from one moment to before another; raises StoreError."""
    rows = await database.read(FIGURES, (int(first.timestamp()), int(end.timestamp())))
    return Figures(*map(int, rows[0]))
