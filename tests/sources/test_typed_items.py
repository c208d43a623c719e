"""Paragraphs with dashes that are items below the line that they go on from."""

from __future__ import annotations

import pytest

from bot.dates import BlockKind
from bot.sources.composition import compose
from bot.sources.formats import html
from bot.sources.passages import passages

CASES = [  # the paragraphs of a page; passages with their dates
    (
        [
            "1931 – a school.",
            "1981 – a new house;",
            "- a trial of lessons from six;",
            "- the museum.",
            "2005 – a hall.",
        ],
        [
            "1931 – a school. 1931",
            "1981 – a new house; 1981",
            "a trial of lessons from six; 1981",
            "the museum. 1981",
            "2005 – a hall. 2005",
        ],
    ),
    (["1981: a house;", "– the museum."], ["1981: a house; 1981", "the museum. 1981"]),
    (["In 1981 the school got:", "- a house;", "- a museum."], ["a house; 1981", "a museum. 1981"]),
    # other lines with dashes are what somebody said, or none of an entry
    (["In 1981 she said:", "- A house!"], ["In 1981 she said:\n\n- A house! 1981"]),
    (["1981: a house.", "- A museum came too."], ["1981: a house. 1981", "- A museum came too. 1981"]),
]


@pytest.mark.parametrize(("paragraphs", "wanted"), CASES)
def test_what_goes_on_behind_an_entry_has_its_date(paragraphs: list[str], wanted: list[str]) -> None:
    page = "<html><body><h1>Past</h1>" + "".join(f"<p>{text}</p>" for text in paragraphs) + "</body></html>"
    document = compose(html.read(page), "past.html", "HTML")

    assert [f"{row.text} {row.date and row.date.date}" for row in passages(document, {})] == wanted


def test_short_lines_that_begin_with_their_dates_are_items_below_the_line_that_tells_of_them() -> None:
    years = ["2007 - Ann Reed", "2008 - Bo Holm", "2009 - Ann Reed"]
    paragraphs = ["Our past", "Winners", *years, "Keepers", "2007 - Cy Lund", "2008 - Di May"]
    page = "".join(f"<p>{text}</p>" for text in paragraphs)
    document = compose(html.read(page), "past.html", "HTML")
    rows = [(document.text[block.start : block.end], block) for block in document.blocks]
    below = [(block.kind, block.context) for text, block in rows if text in years]
    assert below == [(BlockKind.ITEM, "Winners")] * len(years)
    assert not any(block.context for text, block in rows if text not in years)
