"""`dates --jsonl`: the date mentions of texts, a line each."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from bot.cli.exit_status import DONE, MISTAKE
from bot.cli.json_lines import LineError, rows
from bot.dates import HistoricalDate, Style, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.cli.json_lines import Json


@dataclass(frozen=True, slots=True)
class DateRequest:
    """A text whose dates are wanted, with when it was written, its style and language as far as known."""

    text: str
    written: HistoricalDate | None
    style: Style | None
    language: str | None


def run(lines: Iterable[str], out: TextIO, events: Mapping[str, HistoricalDate]) -> int:
    """Writes `{"id", "mentions"}` for each line, in order, up to the first faulty one; the exit code."""
    try:
        for number, row in rows(lines, "text"):
            mentions = {"id": row.get("id"), "mentions": _mentions(request_of(number, row), events)}
            out.write(json.dumps(mentions, ensure_ascii=False) + "\n")
    except LineError as error:
        sys.stderr.write(f"{error}\n")
        return MISTAKE
    return DONE


def _mentions(request: DateRequest, events: Mapping[str, HistoricalDate]) -> list[Json]:
    mentions = resolve(
        request.text,
        written=request.written,
        style=request.style,
        language=request.language,
        events=events,
    )
    return [
        {
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "edtf": str(mention.date),
            "basis": mention.basis,
        }
        for mention in mentions
    ]


def request_of(number: int, row: Json) -> DateRequest:
    """What a row `{"text", "written", "style", "language"}` wants; raises LineError that names the line."""
    written, style, language = (_optional(number, row, key) for key in ("written", "style", "language"))
    try:
        date = HistoricalDate.parse(written) if written else None
    except ValueError as error:
        raise LineError(f"line {number}: written: {error}") from error
    if style and style not in set(Style):
        raise LineError(f"line {number}: style must be {', '.join(Style)}, not {style[:40]!r}")
    return DateRequest(row["text"], date, Style(style) if style else None, language)


def _optional(number: int, row: Json, key: str) -> str | None:
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value or None
    raise LineError(f"line {number}: {key} must be text, not {json.dumps(value)[:40]}")
