"""questions.yaml: golden questions, which a reload asks before it publishes anything."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dates import HistoricalDate
from bot.sources.problem import Problem, quoted
from bot.sources.strict_yaml import List, Map, Text, YamlError, load

ROW = "question: and passage: (words the passage holds), date: if it has one, or refuse: true"
KEYS = {"question", "passage", "date", "refuse"}


@dataclass(frozen=True, slots=True)
class GoldenQuestion:
    """A question and what must be answered: a passage that holds these words and this date, or a refusal."""

    question: str
    line: int
    passage: str | None = None
    date: HistoricalDate | None = None
    refuse: bool = False


def read_golden(text: str, file: str) -> tuple[tuple[GoldenQuestion, ...], list[Problem]]:
    """The golden questions in a file's text, and every mistake in it with its line."""
    problems: list[Problem] = []
    try:
        content = load(text)
    except YamlError as error:
        return (), [Problem(file, error.line, error.message)]
    if content is None:
        return (), []
    if not isinstance(content, List):
        return (), [Problem(file, content.line, f"must be a list of rows with {ROW}")]
    rows: list[GoldenQuestion] = []
    for item in content.items:
        try:
            rows.append(_row(item))
        except _RowError as error:
            problems.append(Problem(file, error.line, str(error)))
    return tuple(rows), problems


class _RowError(Exception):
    """What is wrong with a row, and its line."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def _row(item: Map | List | Text) -> GoldenQuestion:
    if not isinstance(item, Map):
        raise _RowError(item.line, f"a row needs {ROW}")
    texts: dict[str, str] = {}
    for key, value in item.entries.items():
        if key not in KEYS or not isinstance(value, Text) or not value.text.strip():
            raise _RowError(value.line, f"{quoted(key)}: a row needs {ROW}")
        texts[key] = " ".join(value.text.split())
    refuse = texts.get("refuse", "false") in {"true", "yes"}
    if "question" not in texts or refuse == ("passage" in texts):
        raise _RowError(item.line, f"a row needs {ROW}")
    return GoldenQuestion(texts["question"], item.line, texts.get("passage"), _date(item, texts), refuse)


def _date(item: Map, texts: dict[str, str]) -> HistoricalDate | None:
    if "date" not in texts:
        return None
    try:
        return HistoricalDate.parse(texts["date"])
    except ValueError as error:
        line = item.entries["date"].line
        raise _RowError(line, f"date must be a date such as 2017-10, not {quoted(texts['date'])}") from error
