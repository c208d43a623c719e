"""The golden questions, asked: which a library does not answer as the admin wants, or not as another does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers import Answer, Refusal
from bot.sources.folder import QUESTIONS
from bot.sources.problem import Problem, quoted

if TYPE_CHECKING:
    from bot.dates import HistoricalDate
    from bot.library import Library
    from bot.sources.golden import GoldenQuestion


@dataclass(frozen=True, slots=True)
class GoldenAnswer:
    """What a golden question gets: a passage and its date, or no passage where it is refused."""

    passage: str | None
    date: HistoricalDate | None
    is_wanted: bool  # what the row in questions.yaml asks for


@dataclass(frozen=True, slots=True)
class GoldenChange:
    """A golden question that a library answers otherwise than the one before."""

    question: str
    before: GoldenAnswer
    after: GoldenAnswer


def failed_questions(library: Library) -> tuple[Problem, ...]:
    """The golden questions that a library does not answer as wanted, each with what came instead."""
    failures = ((row.line, _failure(_asked(library, row), row)) for row in library.golden)
    return tuple(Problem(QUESTIONS, line, failure) for line, failure in failures if failure)


def changed_answers(before: Library, after: Library) -> tuple[tuple[Problem, ...], tuple[GoldenChange, ...]]:
    """As `failed_questions` of the library after, and those of its golden questions with another answer."""
    failed, changed = [], []
    for row in after.golden:
        result = _asked(after, row)
        if failure := _failure(result, row):
            failed.append(Problem(QUESTIONS, row.line, failure))
        answers = _golden_answer(_asked(before, row), row), _golden_answer(result, row)
        if (answers[0].passage, answers[0].date) != (answers[1].passage, answers[1].date):
            changed.append(GoldenChange(row.question, *answers))
    return tuple(failed), tuple(changed)


def _asked(library: Library, row: GoldenQuestion) -> Answer | Refusal:
    return library.answer(row.question, top=1)


def _golden_answer(result: Answer | Refusal, row: GoldenQuestion) -> GoldenAnswer:
    is_wanted = _failure(result, row) is None
    if isinstance(result, Refusal):
        return GoldenAnswer(None, None, is_wanted)
    return GoldenAnswer(_shown(result), result.date.date if result.date else None, is_wanted)


def _shown(result: Answer) -> str:
    return " ".join(result.passage.text.split())


def is_answered(library: Library, row: GoldenQuestion) -> bool:
    """Whether a golden question is answered, or refused, as wanted."""
    return _failure(_asked(library, row), row) is None


def _failure(result: Answer | Refusal, row: GoldenQuestion) -> str | None:
    if isinstance(result, Refusal):
        return None if row.refuse else f'"{row.question}" is not answered'
    shown = _shown(result)
    if row.refuse:
        return f'"{row.question}" should find nothing, but is answered'
    if row.passage and row.passage.casefold() not in shown.casefold():
        return f'"{row.question}" is answered by another passage ({quoted(shown, 50)})'
    if row.date and (not result.date or result.date.date != row.date):
        date = result.date.date if result.date else "no date"
        return f'"{row.question}" is dated {date}, not {row.date}'
    return None
