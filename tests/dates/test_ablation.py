"""The ablation program: what is lost without a rule, and nothing once it is done."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot.dates import resolve
from tests.dates.ablation import main, rules

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TEXT = "In 1940 they met. In 1950 it began (1951 was worse). On 4 June it ended."
ROW = {
    "id": "a",
    "text": TEXT,
    "dct": None,
    "timexes": [
        [21, 25, "DATE", "1950"],
        [36, 40, "DATE", "1951"],
        [56, 62, "DATE", "1950-06-04"],
        [0, 2, "DURATION", "P3D"],
    ],
}


def test_each_rule_has_a_row_that_says_what_it_brings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps(ROW) + "\n")

    assert main([str(corpus)]) == 0

    table = [line.rsplit(maxsplit=3) for line in capsys.readouterr().out.splitlines()]
    lost = {name: (everything, yearless, wrong) for name, everything, yearless, wrong in table[1:]}
    assert len(lost) == 1 + len(list(rules()))
    assert lost["digression: in brackets"] == ("-1", "-1", "+1")
    assert lost["year: of the main line"][1] == "-1"
    assert lost["digression: over winter"] == ("0", "0", "+0")


def test_afterwards_every_rule_is_on_again() -> None:
    before = resolve(TEXT)

    for _, off in rules():
        with off:
            resolve(TEXT)

    assert resolve(TEXT) == before
