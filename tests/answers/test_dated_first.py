"""Where a date is wanted, a passage with one goes before a better one that has none."""

from __future__ import annotations

import pytest

from bot.answers.first_hit import best_hits
from bot.questions import understand
from tests.search.worlds import story

UNDATED = "The crash of the clock in the harbour was mended."
DATED = "On 4 May 2001, late in the evening and in the rain, the clock in the harbour was mended."
WEAK = "On 4 May 2001 a clock came."


@pytest.mark.parametrize(
    ("question", "other", "first"),
    [
        ("when was the crash of the clock in the harbour mended?", DATED, DATED),
        # one that holds too little of it, one without a date, no date wanted
        ("when was the crash of the clock in the harbour mended?", WEAK, UNDATED),
        ("when was the crash of the clock in the harbour mended?", "The clock in the harbour.", UNDATED),
        ("who mended the crash of the clock in the harbour?", DATED, UNDATED),
    ],
)
def test_a_passage_with_a_date_goes_first_if_one_is_wanted(question: str, other: str, first: str) -> None:
    index = story((UNDATED, other))

    _, _, hits = best_hits(understand(question, index), index, 3)

    assert hits[0].passage.text == first
    assert len(hits) == len({hit.passage.text for hit in hits})
