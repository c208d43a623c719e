"""`dates --jsonl`: a line in, a line out."""

from __future__ import annotations

import io
import json

from bot.cli.dates import run
from bot.dates import HistoricalDate


def test_each_line_is_answered_with_its_dates() -> None:
    out = io.StringIO()
    lines = [
        json.dumps(
            {"id": 1, "text": "In 2017. On August 2 it began.", "written": "2025", "style": "narrative"}
        ),
        "",
        json.dumps({"id": "b", "text": "The “94” storm.", "written": None, "style": None}),
    ]

    assert run(lines, out, {"94": HistoricalDate.parse("2017-09-04")}) == 0

    first, second = map(json.loads, out.getvalue().splitlines())
    assert [(one["text"], one["edtf"], one["basis"]) for one in first["mentions"]] == [
        ("2017", "2017", "explicit"),
        ("August 2", "2017-08-02", "completed"),
    ]
    assert second == {
        "id": "b",
        "mentions": [{"start": 5, "end": 7, "text": "94", "edtf": "2017-09-04", "basis": "alias"}],
    }
