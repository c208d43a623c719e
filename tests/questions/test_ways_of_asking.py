"""Events of communities, asked for as members type: in other words, by nouns, without a question mark."""

from __future__ import annotations

import pytest

from bot.answers import Answer, answer
from tests.search.worlds import story

ENGLISH = (
    "The Quenby Rowing Club was founded on 3 May 1891 by six clerks.",
    "In 1902 the boathouse burned to the ground.",
    "Quenby beat Hixom in the final on 2 June 1911 and won the Swan Cup.",
    "The treasurer, Ned Abel, was arrested in March 1922; 900 pounds were missing.",
    "In 1930 the coach Ada Lorne was hired; she had rowed for Hixom.",
    "In 1934 Ada Lorne was dismissed after a bad season.",
    "Ned Abel married the cook Rose Tully in 1926.",
    "On 1 April 1948 the club merged with its neighbour, Hixom.",
    "The Ouze flooded the meadow in November 1952.",
    "In 1961 the club became insolvent and its boats were sold.",
)
ASKED = {
    "founded": ("1891-05-03", "when did quenby rowing start up", "quenby rowing club establishment date"),
    "fire": ("1902", "when did the boathouse go up in flames", "blaze at the boathouse when"),
    "cup": ("1911-06-02", "when did they lift the swan cup", "when did quenby take home the cup"),
    "arrested": ("1922-03", "when did ned abel get nicked", "when was ned abel taken into custody"),
    "hired": ("1930", "when did ada lorne come on board", "ada lorne appointed when"),
    "dismissed": ("1934", "when did ada lorne get the boot", "when did they kick out ada lorne"),
    "married": ("1926", "when did ned abel tie the knot", "when did rose tully get hitched"),
    "merged": ("1948-04-01", "fusion with hixom when", "when did the two clubs unite"),
    "flooded": ("1952-11", "when was the meadow under water", "flooding of the meadow when"),
    "insolvent": ("1961", "when did the club go bankrupt", "when did the club go belly up"),
}


@pytest.mark.parametrize(
    ("question", "date"),
    [(question, date) for date, *questions in ASKED.values() for question in questions],
)
def test_an_event_is_found_by_the_words_of_a_chat(question: str, date: str) -> None:
    result = answer(question, story(ENGLISH))

    assert isinstance(result, Answer)
    assert result.date is not None
    assert str(result.date.date) == date
