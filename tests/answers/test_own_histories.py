"""Forty questions on two invented histories, half of which nothing in them answers though it looks so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answers import Answer
from bot.building.build import build

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library import Library

CLUB = """# The Quenby Rowing Club

The Quenby Rowing Club was founded in 1921 by Ann Reed, a teacher from Marlow, and eleven of her pupils.

Its first boathouse stood below the Ostrey viaduct, which had been opened by King Edric in May 1907. It burned
down in the night of 3 March 1934, and with it the eight boats of the club.

Walter Finch led the club from 1935 until 1952. Under him a new boathouse of brick was built for 1,900 pounds,
half of which the town paid.

The club won the Marlow Cup for the first time in 1948 and for the second time in 1961. Women were admitted
in 1963, after a vote that was won by 41 to 38.

In 1972 the club joined the River League because its own regatta had drawn fewer crews every year.

Ida Brandt became president in 1980. She sold the old slipway to the town in 1984 and moved the club's office
to Mill Street.

The flood of January 1995 reached the second floor; the archive was lost. The club's website has been online
since 2003, and a membership costs 60 pounds a year.
"""
CHANNEL = """# Channel 4 of Ostrey

Channel 4 went on air on 2 November 1982 from two rooms above the post office. Its founder was Jonas Hale, who
had sold his bakery to pay for the transmitter.

The first news programme was read by Mira Olt in 1983. It lasted eleven minutes and had 400 viewers.

In 1987 the channel was bought by the Hale brothers' rival, Castor Media, for two million crowns.

Version 2.9 of its studio software, Prism, was released in June 1999 and version 3.1 in April 2001. Prism was
written by Tomas Reyl in his spare time.

Castor Media closed the newsroom in 2004 due to falling income from advertising. Channel 4 was shut down for
three days in August 2006, when a storm brought the mast down.

The mast is 84 metres tall. It was raised by soldiers in 2007.

Mira Olt left the channel in 2009 and moved to Tarn. In 2010 the series Low Water won a prize at the second
Tarn festival.

Jonas Hale died in 2012. His daughter Petra Hale has led the channel since 2013.
"""
TOLD = [
    ("when was the rowing club founded?", "1921"), ("who founded the quenby rowing club", "Ann Reed"),
    ("when did the boathouse burn down?", "3 March 1934"), ("who opened the viaduct", "King Edric"),
    ("how long did Walter Finch lead the club?", "1952"), ("how much was the new boathouse", "1,900"),
    ("when did the club win the Marlow Cup for the second time?", "1961"), ("when were women let in", "1963"),
    ("why did the club join the league?", "fewer crews"), ("when did Ida Brandt become president", "1980"),
    ("when did they sell the slipway", "1984"), ("when did channel 4 start?", "2 November 1982"),
    ("who founded channel 4", "Jonas Hale"), ("who read the first news programme?", "Mira Olt"),
    ("who bought the channel in 1987", "Castor Media"), ("when was prism 3.1 released?", "April 2001"),
    ("who wrote Prism", "Tomas Reyl"), ("how tall is the mast?", "84"), ("when did Jonas Hale die?", "2012"),
    ("why was the newsroom closed?", "advertising"),
]  # fmt: skip
NOT_TOLD = [
    # an event that is not told of somebody who is
    "when did Ann Reed die?", "when was Walter Finch born?", "when did Ida Brandt marry?",
    "when did Petra Hale retire?", "when was Mira Olt arrested?", "who designed the boathouse of brick?",
    # a thing of another kind than what is there
    "how long is the Ostrey viaduct?", "how many members does the Marlow club have?",
    # another name, number or version in its place
    "when did Channel 5 go on air?", "when was Prism 3.0 released?", "when did the queen open the viaduct?",
    "when did the Marlow Rowing Club burn down?", "who founded Castor Media?",
    "when did the club win the Ostrey Cup?", "when did Tomas Hale die?",
    # the opposite, or not at all
    "why did the club not join the River League?", "when was the old slipway not sold?",
    "when did the club leave the River League?",
    # of something else
    "when did Binance move to Tokyo?", "who wrote the national anthem?",
]  # fmt: skip
MOST_REFUSED, LEAST_REFUSED = 1, 15  # of the twenty of each list


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("knowledge")
    (folder / "club.md").write_text(CLUB, encoding="utf-8")
    (folder / "channel.md").write_text(CHANNEL, encoding="utf-8")
    return build(folder)


def test_what_is_told_is_answered_with_the_passage_that_tells_it(library: Library) -> None:
    results = {question: library.answer(question) for question, _ in TOLD}
    refused = [question for question, result in results.items() if not isinstance(result, Answer)]
    wrong = [
        question
        for question, words in TOLD
        if isinstance(result := results[question], Answer) and words not in result.passage.text
    ]

    assert len(refused) <= MOST_REFUSED, refused
    assert len(wrong) <= 1, wrong


def test_what_is_not_told_is_refused_though_much_of_it_stands_there(library: Library) -> None:
    answered = [question for question in NOT_TOLD if isinstance(library.answer(question), Answer)]

    assert len(NOT_TOLD) - len(answered) >= LEAST_REFUSED, answered
