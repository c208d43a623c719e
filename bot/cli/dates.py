"""`dates --jsonl`: the date mentions of texts, a line each."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from bot.dates import HistoricalDate, Style, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DONE, MISTAKE = 0, 2  # exit codes
Json = dict[str, Any]


class LineError(ValueError):
    """A line that is no text to read; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One line: `{"id", "text"}` and, where they are known, `written`, `style` and `language`."""

    name: object  # whatever the asker calls it; handed back as it came
    text: str
    written: HistoricalDate | None
    style: Style | None
    language: str | None


def run(lines: Iterable[str], out: TextIO, events: Mapping[str, HistoricalDate]) -> int:
    """Writes `{"id", "mentions"}` for each line, in order, up to the first faulty one; the exit code."""
    try:
        for number, line in enumerate(lines, 1):
            if line.strip():
                out.write(json.dumps(_answered(asked_in(number, line), events), ensure_ascii=False) + "\n")
    except LineError as error:
        sys.stderr.write(f"{error}\n")
        return MISTAKE
    return DONE


def _answered(asked: Asked, events: Mapping[str, HistoricalDate]) -> Json:
    mentions = resolve(
        asked.text, written=asked.written, style=asked.style, language=asked.language, events=events
    )
    found = [
        {"start": one.start, "end": one.end, "text": one.text, "edtf": str(one.date), "basis": one.basis}
        for one in mentions
    ]
    return {"id": asked.name, "mentions": found}


def asked_in(number: int, line: str) -> Asked:
    """What a line asks; raises LineError that names its number and what was wanted."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise LineError(f"line {number} is no JSON: {error}") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise LineError(f'line {number} must be {{"id": ..., "text": "..."}}')
    written, style, language = (_optional(number, row, key) for key in ("written", "style", "language"))
    try:
        date = HistoricalDate.parse(written) if written else None
    except ValueError as error:
        raise LineError(f"line {number}: written: {error}") from error
    if style and style not in set(Style):
        raise LineError(f"line {number}: style must be {', '.join(Style)}, not {style[:40]!r}")
    return Asked(row.get("id"), row["text"], date, Style(style) if style else None, language)


def _optional(number: int, row: Json, key: str) -> str | None:
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value or None
    raise LineError(f"line {number}: {key} must be text, not {json.dumps(value)[:40]}")
