"""Dates beside headings: days of sections of a list of news, dates of a timeline's cards."""

from __future__ import annotations

import pytest

from bot.sources.draft import Draft
from bot.sources.part_rules.dated_headings import with_dated_headings
from tests.sources.parts import parts_of

CASES = [  # blocks of a text, and its parts
    # above what they date, with an hour and a name
    (
        "## Rise | 12 May 2019, 18:30 | It rose. | High. | ## Fall | Posted by Ada on 2019-06-01 | It fell.",
        "Rise · 12 May 2019, 18:30 | It rose. | High. | Fall · Posted by Ada on 2019-06-01 | It fell.",
    ),
    # below it
    (
        "## Rise | It rose. | 12 May 2019 | ## Fall | It fell. | 1 June 2019",
        "Rise · 12 May 2019 | It rose. | Fall · 1 June 2019 | It fell.",
    ),
    # above their headings, be it only a year, as on the cards of a timeline
    (
        "# A | Text. | 2008 | ## Rise | It rose. | May 2009 | ## Fall | It fell. | 3 June 2010 | ## End | B.",
        "A | Text. | Rise · 2008 | It rose. | Fall · May 2009 | It fell. | End · 3 June 2010 | B.",
    ),
    # in the language of their text
    (
        "# X | 3 Ene 2008 | ## Uno | Se abrió. | 3 Abr 2009 | ## Dos | Se fue. | 3 Dic 2010 | ## Tres | B.",
        "X | Uno · 3 Ene 2008 | Se abrió. | Dos · 3 Abr 2009 | Se fue. | Tres · 3 Dic 2010 | B.",
    ),
    # above the sections below theirs, of which none has a day
    (
        "# A | B. | ## 3 | Released: 2 May 2019 | ### C | D. | ### E | F. | ## 2 | 1 May 2018 | ### G | H.",
        "A | B. | 3 · Released: 2 May 2019 | C | D. | E | F. | 2 · 1 May 2018 | G | H.",
    ),
    # in half of the sections at least
    (
        "## Rise | It rose. | 12 May 2019 | ## Fall | It fell. | 1 June 2019 | ## A | B. | C.",
        "Rise · 12 May 2019 | It rose. | Fall · 1 June 2019 | It fell. | A | B. | C.",
    ),
]
KEPT = [
    "## Rise | 12 May 2019 | It rose.",  # one only
    "## Rise | 12 May 2019 | It rose. | ## A | B. | C. | ## D | E. | F.",  # fewer than half of them
    "## Rise | 12 May 2019 | ## Fall | 1 June 2019",  # nothing that they date
    "## Rise 2018 | 12 May 2019 | It rose. | ## Fall 2018 | 1 June 2019 | It fell.",  # dated already
    "## A | 12 May 2019 | B. | 13 May 2019 | C. | ## D | 1 June 2019 | E. | 2 June 2019 | F.",  # entries
    "## A | It burned on 12 May 2019 | B. | ## C | The barn fell on 1 June 2019 | D.",  # sentences
    "## A | May 2019 | B. | ## C | June 2019 | D.",  # months
    "## A | B. | 2008 | ## C | D. | 2009 | ## E | F. | 2010 | ## G | H. | 2011",  # years below
    "# A | 2008 | ## B | C. | 2009 | ## D | E.",  # two above
    "# A | 2008 | ## B | C. | 2009 | ## D | E. | ## F | G. | 2010 | ## H | I.",  # not all of a level
    "## A | 12 May | B. | ## C | 1 June | D.",  # days of no year
]


@pytest.mark.parametrize(("blocks", "parts"), CASES)
def test_a_day_dates_all_of_its_section(blocks: str, parts: str) -> None:
    assert [part.text for part in with_dated_headings(parts_of(blocks), Draft())] == parts.split(" | ")


@pytest.mark.parametrize("blocks", KEPT)
def test_other_lines_stay_where_they_are(blocks: str) -> None:
    parts = parts_of(blocks)

    assert with_dated_headings(parts, Draft()) == parts
