"""How freely worded questions are answered from a folder of documents.

    python -m tests.search.freer [FOLDER] [--misses]

The questions are in freer_questions.yaml, with what counts as right. Of two rows one was looked at while
search was built ("seen"), the other only counted ("unseen"). FOLDER is knowledge/ unless it is given.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from bot.answers import Answer
from bot.building.build import build

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers import Refusal
    from bot.library import Library

QUESTIONS = Path(__file__).with_name("freer_questions.yaml")
KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
TODAY = date(2025, 11, 25)
Row = dict[str, Any]


def rows() -> list[Row]:
    questions: list[Row] = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    return questions


def ask(library: Library, row: Row) -> Answer | Refusal:
    return library.answer(row["ask"], top=2, today=TODAY, earlier=row.get("after"))


def verdicts(row: Row, result: Answer | Refusal) -> dict[str, bool]:
    """What is right about an answer."""
    is_answer = isinstance(result, Answer)
    if row.get("refuse"):
        return {"rightly refused": not is_answer}
    text = result.hits[0].passage.text if result.hits else ""
    is_passage = is_answer and all(re.search(wanted, text, re.IGNORECASE) for wanted in row["passage"])
    shown = str(result.dates[0].date) if isinstance(result, Answer) and result.dates else ""
    is_dated = not row.get("date") or shown in map(str, row["date"])
    return {"passage": is_passage, "passage and date": is_passage and is_dated, "answered": is_answer}


def main(arguments: Sequence[str]) -> int:
    folder = Path(next((argument for argument in arguments if not argument.startswith("-")), KNOWLEDGE))
    library = build(folder)
    counts: Counter[tuple[str, str]] = Counter()
    asked: Counter[tuple[str, str]] = Counter()
    for number, row in enumerate(rows()):
        result = ask(library, row)
        for name, is_so in verdicts(row, result).items():
            asked["unseen" if number % 2 else "seen", name] += 1
            counts["unseen" if number % 2 else "seen", name] += is_so
            if not is_so and "--misses" in arguments:
                print(f"not {name}: {row['ask']}")
    for half, name in asked:
        print(f"{half:7} {name:18} {counts[half, name] / asked[half, name]:6.1%} of {asked[half, name]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
