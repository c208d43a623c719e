"""What was asked and how it ended, day by day, without anybody's name: counts, votes, passages shown."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime
from statistics import median
from typing import TYPE_CHECKING, Any

from bot.store.schema import transaction

if TYPE_CHECKING:
    import aiosqlite

    from bot.store.database import Database

DAYS = """
    SELECT date(asked_at, 'unixepoch'), total(outcome = 'answered'), total(outcome = 'refused')
    FROM questions WHERE asked_at >= ? GROUP BY 1 ORDER BY 1
"""
VOTES = "SELECT total(is_up), total(NOT is_up) FROM votes WHERE voted_at >= ?"
SHOWN = "SELECT shown FROM questions WHERE asked_at >= ? AND shown IS NOT NULL"
TOOK = "SELECT took FROM questions WHERE asked_at >= ? AND took IS NOT NULL"
QUESTIONS = """
    SELECT q.asked_at, q.outcome,
        CASE WHEN q.outcome = 'refused' OR total(NOT v.is_up) > 0 THEN q.words END,
        q.shown, total(v.is_up), total(NOT v.is_up)
    FROM questions q LEFT JOIN votes v ON v.chat = q.chat AND v.message = q.message
    WHERE q.asked_at >= ? GROUP BY q.chat, q.message ORDER BY q.asked_at
"""


CLAIM = "INSERT OR IGNORE INTO weekly_reports (week) VALUES (?)"


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many questions of a day (UTC) were answered and refused."""

    day: date
    answered: int
    refused: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """What happened since a day."""

    days: tuple[DayCount, ...]  # those with questions, in order
    votes_up: int
    votes_down: int
    shown: Counter[str]  # references of passages, with how often each was the first answer
    seconds: float | None  # median time to an answer; None when there was none

    @property
    def answered(self) -> int:
        """Questions of all days that were answered."""
        return sum(day.answered for day in self.days)

    @property
    def refused(self) -> int:
        """Those that were not."""
        return sum(day.refused for day in self.days)


@dataclass(frozen=True, slots=True)
class ExportedQuestion:
    """A question without who asked it and where."""

    asked_at: datetime
    outcome: str
    words: str  # of what was refused or voted down
    passage: str | None  # reference to the one that was shown
    votes_up: int
    votes_down: int


class StatisticsTable:
    """Reads what the other tables hold; raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def since(self, day: date) -> Statistics:
        """What happened from the beginning of a day (UTC) on."""
        start = (_seconds(day),)
        days = await self._database.read(DAYS, start)
        ((up, down),) = await self._database.read(VOTES, start)
        shown = await self._database.read(SHOWN, start)
        took = await self._database.read(TOOK, start)
        return Statistics(
            days=tuple(DayCount(date.fromisoformat(row), int(a), int(r)) for row, a, r in days),
            votes_up=int(up),
            votes_down=int(down),
            shown=Counter(reference for (row,) in shown if (reference := _first(row))),
            seconds=median(milliseconds for (milliseconds,) in took) / 1000 if took else None,
        )

    async def questions(self, day: date) -> tuple[ExportedQuestion, ...]:
        """Every question from the beginning of a day (UTC) on, the oldest first."""
        return tuple(_exported(row) for row in await self._database.read(QUESTIONS, (_seconds(day),)))

    async def claim(self, week: str) -> bool:
        """Whether the report of a week is still to be sent; from now on it is not. Raises StoreError."""

        async def insert(connection: aiosqlite.Connection) -> bool:
            async with transaction(connection):
                cursor = await connection.execute(CLAIM, (week,))
            return cursor.rowcount == 1

        return await self._database.alone(insert)


def _exported(row: tuple[Any, ...]) -> ExportedQuestion:
    asked_at, outcome, words, shown, up, down = row
    when = datetime.fromtimestamp(asked_at, UTC)
    return ExportedQuestion(when, outcome, words or "", _first(shown), int(up), int(down))


def _first(shown: str | None) -> str | None:
    """The passage that was shown first, of what a question's row holds."""
    rows = json.loads(shown) if shown else []
    return str(rows[0][0]) if rows else None


def _seconds(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
