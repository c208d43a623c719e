"""Among dates that agree the most exact one is shown, with the passage that says it."""

from __future__ import annotations

import pytest

from bot.answers import Answer, answer
from tests.search.worlds import story


def _shown(question: str, texts: tuple[str, ...]) -> tuple[str, str]:
    result = answer(question, story(texts))
    assert isinstance(result, Answer)
    assert result.date is not None
    return str(result.date.date), result.passage.text


LEAD = "From the flood of 1890 to the pardon of Abel Crane in 2001 much happened on the island."
DAY = "On 4 May 2001 the king pardoned Abel Crane, to the surprise of the court."


@pytest.mark.parametrize("texts", [(LEAD, DAY), (DAY, LEAD)])
def test_the_passage_that_knows_the_day_goes_before_one_that_knows_the_year(texts: tuple[str, ...]) -> None:
    assert _shown("when was Abel Crane pardoned?", texts) == ("2001-05-04", DAY)


@pytest.mark.parametrize(
    "other",
    [
        "On 4 May 2001 Abel Crane bought a boat.",  # another event
        "On 4 May 2001 the king pardoned Ann Reed.",  # somebody else
        "On 4 May 2003 the king pardoned Abel Crane again.",  # another time
        "In 2001 the king pardoned Abel Crane, say some.",  # no more exact
        "A storm came in May 2001. The king of the island pardoned Abel Crane then.",  # the storm's
    ],
)
def test_other_events_and_times_leave_the_date_as_it_is(other: str) -> None:
    vague = "In 2001 the king of the island pardoned Abel Crane."

    assert _shown("when was Abel Crane pardoned by the king of the island?", (vague, other)) == (
        "2001",
        vague,
    )


def test_a_year_that_is_asked_for_stays_with_its_passage() -> None:
    vague = "In 2001 the king of the island pardoned Abel Crane."

    assert _shown("what year was Abel Crane pardoned on the island?", (vague, DAY)) == ("2001", vague)


def test_within_a_passage_the_more_exact_of_two_dates_that_fit_alike_is_shown() -> None:
    text = "At 8 pm on 25 February 2019 the Gull club met. Eight 2019 Gull club members were there."

    assert _shown("when did the Gull club members meet?", (text,))[0] == "2019-02-25"


def test_a_more_exact_date_of_another_sentence_is_not_taken() -> None:
    text = "The Gull club was founded in 2019. On 3 May 2019 a storm broke its mast."

    assert _shown("when was the Gull club founded?", (text,))[0] == "2019"


def test_of_what_is_not_asked_for_its_date_the_shown_sentence_tells_it() -> None:
    text = "In April 1995 the Plover club got a flag. Its first keeper in 1968 was Ann Reed, a rower."

    assert _shown("who was the first keeper?", (text,))[0] == "1968"


PARTS = [
    ("early", "September", False),
    ("late", "September", True),
    ("early", "March", True),
    ("mid-", "June", True),
]


@pytest.mark.parametrize(("part", "month", "agrees"), PARTS)
def test_a_month_agrees_with_the_part_of_the_year_that_is_named(part: str, month: str, agrees: bool) -> None:
    vague = f"In {part}{'' if part.endswith('-') else ' '}2001 the king pardoned Abel Crane."
    exact = f"On 4 {month} 2001 the king pardoned Abel Crane, as the annals of his old court tell."

    assert (_shown("when did the king pardon Abel Crane?", (vague, exact))[1] == exact) is agrees
