"""`dates --jsonl`: the date mentions of texts, a line each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from bot.dates import HistoricalDate, Style, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def run(lines: Iterable[str], out: TextIO, events: Mapping[str, HistoricalDate]) -> int:
    """Writes `{"id", "mentions"}` for each `{"id", "text", "written", "style", "language"?}`."""
    for line in lines:
        if not line.strip():
            continue
        asked = json.loads(line)
        written = HistoricalDate.parse(asked["written"]) if asked.get("written") else None
        style = Style(asked["style"]) if asked.get("style") else None
        mentions = resolve(
            asked["text"], written=written, style=style, language=asked.get("language"), events=events
        )
        found = [
            {"start": one.start, "end": one.end, "text": one.text, "edtf": str(one.date), "basis": one.basis}
            for one in mentions
        ]
        out.write(json.dumps({"id": asked["id"], "mentions": found}, ensure_ascii=False) + "\n")
    return 0
