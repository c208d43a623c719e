"""What `ask` prints of hits: the beginning of each, and as JSON the date that its passage speaks of."""

from __future__ import annotations

import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from bot.building.build import build
from bot.cli.ask import ask_json, explain

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library import Library

HARBOUR = "The harbour of Bergen was opened"


def library_of(folder: Path, text: str) -> Library:
    (folder / "harbour.md").write_text(f"# Harbours\n\n{text}\n", encoding="utf-8")
    return build(folder)


@pytest.mark.parametrize(("length", "shown"), [(89, 89), (90, 90), (91, 89)])
def test_of_a_hit_up_to_ninety_characters_are_shown(tmp_path: Path, length: int, shown: int) -> None:
    text = f"{HARBOUR} to {'x' * (length - len(HARBOUR) - 5)}."
    library = library_of(tmp_path, text)
    out = StringIO()

    explain(library, library.answer("When was the harbour of Bergen opened?"), out)

    (line,) = [line for line in out.getvalue().splitlines() if line.startswith("1. ")]
    assert line.split("  ", 1)[1] == text[:shown] + "…" * (shown < length)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"{HARBOUR} by hand.", None),
        (f"{HARBOUR} in May 1903 and closed in June 1911.", "1903-05"),
        # it tells of neither year: the first that it names
        ("The harbour of Bergen, born in 1903 and again in 1911, was opened.", "1903"),
    ],
)
def test_a_hit_has_the_date_of_its_passage_or_the_first_in_it(
    tmp_path: Path, text: str, date: str | None
) -> None:
    out = StringIO()

    ask_json(library_of(tmp_path, text), "harbour of Bergen", out)

    (hit,) = json.loads(out.getvalue())["hits"]
    assert (hit["text"], hit["date"]) == (text, date)
