"""`dates --jsonl`: a line in, a line out."""

from __future__ import annotations

import io
import json

import pytest

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
    assert [(mention["text"], mention["edtf"], mention["basis"]) for mention in first["mentions"]] == [
        ("2017", "2017", "explicit"),
        ("August 2", "2017-08-02", "completed"),
    ]
    assert second == {
        "id": "b",
        "mentions": [{"start": 5, "end": 7, "text": "94", "edtf": "2017-09-04", "basis": "alias"}],
    }


# a line | what the one line on standard error says
FAULTY = [
    ("soon", "line 2 is no JSON"),
    ("[" * 100_000, "line 2 is no JSON"),
    ("[1]", 'line 2 must be {"id": ..., "text": "..."}'),
    ("{}", 'line 2 must be {"id": ..., "text": "..."}'),
    ('{"text": 7}', 'line 2 must be {"id": ..., "text": "..."}'),
    ('{"text": "In 2017", "written": "soon"}', "line 2: written: a date is written such as 2017"),
    ('{"text": "In 2017", "written": "2017-02-30"}', "line 2: written: there is no day 30"),
    ('{"text": "In 2017", "written": "99999"}', "line 2: written: a date is written such as 2017"),
    ('{"text": "In 2017", "written": 2017}', "line 2: written must be text, not 2017"),
    ('{"text": "In 2017", "style": "poem"}', "line 2: style must be narrative, news, log, not 'poem'"),
    ('{"text": "In 2017", "style": ["log"]}', "line 2: style must be text"),
    ('{"text": "In 2017", "language": {}}', "line 2: language must be text, not {}"),
]


@pytest.mark.parametrize(("line", "wanted"), FAULTY, ids=[line[:40] for line, _ in FAULTY])
def test_a_faulty_line_is_named(line: str, wanted: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = io.StringIO()

    assert run(['{"text": "In 2017"}', line, '{"text": "In 2018"}'], out, {}) == 2

    message = capsys.readouterr().err
    assert message.startswith(wanted)
    assert message.count("\n") == 1
    assert len(out.getvalue().splitlines()) == 1


@pytest.mark.parametrize(
    "rest", ["", ', "written": null', ', "style": ""', ', "language": "xx"', ', "more": []']
)
def test_only_the_text_has_to_be_there(rest: str) -> None:
    out = io.StringIO()

    assert run(['{"text": "In 2017"' + rest + "}"], out, {}) == 0

    assert json.loads(out.getvalue())["mentions"][0]["edtf"] == "2017"
