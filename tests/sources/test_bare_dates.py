"""Headings that are only a date, beside those that they belong to."""

from __future__ import annotations

import pytest

from bot.sources.draft import Draft
from bot.sources.part_rules.bare_dates import with_bare_dates_beside
from tests.sources.parts import parts_of

CASES = [  # blocks of a text, and its parts
    # above headings of their level, as on the cards of a timeline
    (
        "## Past | #### 1937 | #### Founded | Text. | #### May 1939 | #### Sold | Text.",
        "Past | Founded · 1937 | Text. | Sold · May 1939 | Text.",
    ),
    # smaller than all, below the title of a chapter
    (
        "## Rise | ###### (1995-2002) | ##### The mill | Text. | ## Fall | ###### 2003 | #### A | Text.",
        "Rise · 1995-2002 | The mill | Text. | Fall · 2003 | A | Text.",
    ),
]
KEPT = [
    "## 1937 | Text. | ## 1939 | Text.",  # with text of their own
    "## 1937 | ### Founded | Text.",  # over headings below them
    "## 1937 | ## 1938 | ## 1939 | Text.",  # years without news
    "## The year 1937 | ## Founded | Text.",
    "## Rise | Text. | ## 1937",
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_dates_stand_in_the_headings_beside_them(text: str, wanted: str) -> None:
    parts = with_bare_dates_beside(parts_of(text), Draft())

    assert " | ".join(part.text for part in parts) == wanted


@pytest.mark.parametrize("text", KEPT)
def test_other_headings_stay(text: str) -> None:
    parts = parts_of(text)

    assert with_bare_dates_beside(parts, Draft()) == parts
