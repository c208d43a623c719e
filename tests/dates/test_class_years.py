"""Years of two digits behind names of alumni."""

from __future__ import annotations

import pytest

from bot.dates import HistoricalDate, resolve

ROWS = [  # text -> its dates
    ("In 1967 Roy E. Lund '69 met Ann B. Reed '70. They led it.", "1967"),
    ("In 1967 Roy Lund, Jr. ’69 met A. Reed, '70.", "1967"),
    ("In 1967 Roy E. Lund '69, Ann B. Reed '70 and Bo Holm '68 led it.", "1967"),  # also without a letter
    ("Roy E. Lund '69 and Ann B. Reed '70 led it in '68 and in the '60s.", "1968 196X"),
    ("Roy E. Lund '69 and Ann B. Reed '70 led it in May '68.", "1968-05"),
    ("In 1967 Roy E. Lund '69 met Bo Holm.", "1967 1969"),  # one only
    ("In 1967 Bo Holm '69 met Cy Lund '70.", "1967 1969 1970"),  # no letter shows that they are people
    ("It stood at World Cup '66 and World Cup '70.", "1966 1970"),
]


@pytest.mark.parametrize(("text", "dates"), ROWS)
def test_years_of_alumni_are_no_dates(text: str, dates: str) -> None:
    mentions = resolve(text, written=HistoricalDate.parse("2010"))

    assert " ".join(str(mention.date) for mention in mentions) == dates
