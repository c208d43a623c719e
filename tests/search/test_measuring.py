"""The programs that measure: freely worded questions keep a floor, and weights can be fitted again."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from bot.build import build
from tests.search import freer, weights
from tests.search.worlds import STORY

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

FLOORS = {"passage": 0.75, "passage and date": 0.75, "answered": 0.92, "rightly refused": 0.85}


def test_freely_worded_questions_are_answered_from_the_bundled_history() -> None:
    library = build(freer.KNOWLEDGE)
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for row in freer.rows():
        for name, is_so in freer.verdicts(row, freer.ask(library, row)).items():
            every[name] += 1
            right[name] += is_so

    assert {name: right[name] / every[name] >= floor for name, floor in FLOORS.items()} == dict.fromkeys(
        FLOORS, True
    )


def test_weights_are_measured_on_a_folder_of_questions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = [{"id": str(i), "title": "Timeline", "text": text} for i, text in enumerate(STORY)]
    asked = [("4", "When did CZ plead guilty?", True), ("2", "Who opened an office in Tokyo?", False)] * 4
    questions = [{"q": q, "gold": gold, "when": when, "answers": []} for gold, q, when in asked]
    for name, rows in (("passages", texts), ("questions", questions)):
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")

    assert weights.main(["rank", str(tmp_path)]) == 0
    assert "8 questions: first hit right 100.00 %" in capsys.readouterr().out
    assert weights.main(["sure", str(tmp_path)]) == 0
    assert "fitted on one half, the other half" in capsys.readouterr().out
