"""The golden questions, asked: which of them a library does not answer as the admin wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers import Refusal
from bot.sources.folder import QUESTIONS
from bot.sources.problem import Problem, quoted

if TYPE_CHECKING:
    from bot.library import Library
    from bot.sources.golden import GoldenQuestion


def failed_questions(library: Library) -> tuple[Problem, ...]:
    """The golden questions that a library does not answer as wanted, each with what came instead."""
    failures = ((row.line, _failure(library, row)) for row in library.golden)
    return tuple(Problem(QUESTIONS, line, failure) for line, failure in failures if failure)


def _failure(library: Library, row: GoldenQuestion) -> str | None:
    result = library.answer(row.question, top=1)
    if isinstance(result, Refusal):
        return None if row.refuse else f'"{row.question}" is not answered'
    shown = " ".join(result.passage.text.split())
    if row.refuse:
        return f'"{row.question}" should find nothing, but is answered'
    if row.passage and row.passage.casefold() not in shown.casefold():
        return f'"{row.question}" is answered by another passage ({quoted(shown, 50)})'
    if row.date and (not result.date or result.date.date != row.date):
        date = result.date.date if result.date else "no date"
        return f'"{row.question}" is dated {date}, not {row.date}'
    return None
