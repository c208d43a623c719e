"""The programs that measure: freely worded questions keep a floor, and weights can be fitted again."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from bot.building.build import build
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

    (tmp_path / "near").mkdir()
    (tmp_path / "near" / "passages.jsonl").write_bytes((tmp_path / "passages.jsonl").read_bytes())
    near = [
        row | {"near": row["gold"], "gold": row["gold"] if number % 2 else None}
        for number, row in enumerate(questions)
    ]
    (tmp_path / "near" / "questions.jsonl").write_text("".join(json.dumps(row) + "\n" for row in near))
    (tmp_path / "real" / "docs" / "club").mkdir(parents=True)
    (tmp_path / "real" / "questions").mkdir()
    (tmp_path / "real" / "docs" / "club" / "club.txt").write_text(
        "Zubrane Club\n\nThe Zubrane opened in 1921.\n"
    )
    (tmp_path / "real" / "questions" / "club.yaml").write_text(
        "- {q: when did the zubrane open, kind: when, must: [opened], dates: ['1921']}\n"
        "- {q: when did the zubrane sink, kind: none, must: [], dates: []}\n"
    )

    assert weights.main(["rank", str(tmp_path)]) == 0
    assert "8 questions: first hit right 100.00 %" in capsys.readouterr().out
    assert weights.main(["sure", *map(str, (tmp_path, tmp_path / "near", tmp_path / "real"))]) == 0
    printed = capsys.readouterr().out
    assert "right: weights now and fitted" in printed
    assert "same, near: area" in printed
    assert "refused       with an answer   without" in printed
