"""Numbers in names that look like years."""

from __future__ import annotations

import pytest

from bot.dates import HistoricalDate, Style, resolve

OTHERS = "It rose in 1985 and fell in 1996."
CASES = [  # a text, and the dates in it
    (f"Razer 1911 was there. Razer 1911 sang. All of Razer 1911 left. {OTHERS}", "1985 1996"),
    (f"Razer 1911 was there. Razer 1911 sang. All of Bolt 1911 left. {OTHERS}", "1911 1911 1911 1985 1996"),
    # where it does not stand behind the name it may be a year
    (
        f"Razer 1911 was there. Razer 1911 sang. Razer 1911 left. In 1911 it was calm. {OTHERS}",
        "1911 1985 1996",
    ),
    # of the time that the document tells of
    (f"Expo 1966 was large. Expo 1966 was loud. Expo 1966 closed. {OTHERS}", "1966 1966 1966 1985 1996"),
    (f"Expo 1965 was large. Expo 1965 was loud. Expo 1965 closed. {OTHERS}", "1985 1996"),
    # with nothing to compare it with
    ("Expo 1911 was large. Expo 1911 was loud. Expo 1911 closed. It rose in 1985.", "1911 1911 1911 1985"),
    # a verb or preposition in front, a month behind
    (f"They met in 1911. They sang in 1911. They left in 1911. {OTHERS}", "1911 1911 1911 1985 1996"),
    (
        f"May 1911 was warm. May 1911 was dry. May 1911 was long. {OTHERS}",
        "1911-05 1911-05 1911-05 1985 1996",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_a_number_that_is_part_of_a_name_is_no_year(text: str, wanted: str) -> None:
    mentions = resolve(text, written=HistoricalDate.parse("2025-10-25"), style=Style.NARRATIVE)

    assert [str(mention.date) for mention in mentions] == wanted.split()
