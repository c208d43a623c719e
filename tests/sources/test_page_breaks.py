"""Numbers and marks of pages: they are left out, and what they broke is one again."""

from __future__ import annotations

import pytest

from bot.dates import BlockKind
from bot.sources.draft import Draft, Part
from bot.sources.left_out import LeftOut
from bot.sources.part_rules.page_breaks import without_page_breaks

CASES: list[tuple[list[str], list[str]]] = [  # paragraphs, and what is left of them; "# " begins a heading
    # numbers alone
    (["The boat sank.", "12", "Nobody drowned."], ["The boat sank.", "Nobody drowned."]),
    (["- 12 -", "Page 3 of 40", "Seite 7", "1011", "第 3 页"], []),
    (["1903", "The boat sank in 1903", "12 boats"], ["1903", "The boat sank in 1903", "12 boats"]),
    # marks, also before the text
    (["# PAGE 1", "# Boats", "=== PAGE 2 ===", "The boat sank."], ["# Boats", "The boat sank."]),
    (["[page 2] The boat sank.", "--- Page 3 ---"], ["The boat sank."]),
    (["Page 2 of the log is lost."], ["Page 2 of the log is lost."]),
    # what a page's end broke
    (
        ["The boat sank in the har-", "12", "=== PAGE 2 === bour of Sund."],
        ["The boat sank in the harbour of Sund."],
    ),
    (["The boat sank", "12", "in 1903."], ["The boat sank in 1903."]),
    (["The boat sank", "in 1903."], ["The boat sank", "in 1903."]),
    (["The boat sank.", "12", "in 1903."], ["The boat sank.", "in 1903."]),
    (["The boat sank", "12", "Huts burnt."], ["The boat sank", "Huts burnt."]),
]


def part_of(text: str) -> Part:
    if text.startswith("# "):
        return Part(text[2:], 1, BlockKind.HEADING, 1)
    return Part(text, 1)


@pytest.mark.parametrize(("texts", "wanted"), CASES)
def test_pages_end_within_the_text(texts: list[str], wanted: list[str]) -> None:
    draft = Draft([part_of(text) for text in texts])

    parts = list(without_page_breaks(draft.parts, draft))

    assert [f"{'# ' * part.level}{part.text}" for part in parts] == wanted
    assert (draft.left_out[LeftOut.PAGE_NUMBERS] > 0) is (parts != draft.parts)
