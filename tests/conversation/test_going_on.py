"""Short questions that are about the passage shown: why, when, how many, is that so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot import cards
from bot.browsing.chronology import Chronology
from bot.building.build import build
from bot.conversation.conversation import Conversation
from bot.conversation.response import Citation, DateAlone
from bot.questions.messages.steps import Step

TODAY = date(2026, 11, 26)
CLUB = """---
title: The rowing club
---
Ada Lind founded the rowing club in May 1987. Its first year filled 12 pages of minutes.

In June 1991 the club sold its old boathouse. The roof had leaked and nobody would pay for a repair.

Bo Falk became treasurer in April 1995. It was on 3 August 1996 that he began to sail.

The town was becoming richer, and in August 2003 the club was becoming famous.

In 2004 the rowing club had a record year with 95 pages of minutes.

In May 1999 two boats collided in a storm. All of them rowed ashore, nobody drowned.

The old boathouse stands near the mill. Nobody knows its age.

The slipway was dug in 1911 by Eli Marsh. Much later Ida Marsh and Tom Reeve, his grandchildren, who had never
seen it under water, paid for the stones that the winter storms of a whole generation had taken out of it, and
for the rails on which the boats of the club are let into the harbour today by whoever holds the key to it.

At Seaton quay Cy Holm kept a ferry from 1920. She was called "Gannet" and carried the mail.

Dora Wick designed the lighthouse in 1931. It stood on the rock of Skerry.

The lighthouse was pulled down in 1968 after a storm.

In 1972 Dora Wick taught at the school of drawing. Another Wick, her brother, sold boats.

In 1974 the regatta drew a crowd.

Wick died in 1980.

Чтобы приучить детей к воде, в 2010 году клуб открыл школу гребли.
"""
KINDS = [  # messages, what the last card holds
    (("when did the club sell the boathouse?", "why?"), "The roof had leaked"),
    (("when did the club sell the boathouse?", "and why did it do that?"), "The roof had leaked"),
    (("who sailed the Zubrane to Oslo?", "and before that?"), "I do not know what that is about"),
    (("когда открыли школу гребли?", "зачем?"), "Чтобы приучить детей"),
    (("when did Ada Lind found the club?", "how many pages of minutes?"), "12 pages"),
    (("when did Ada Lind found the club?", "how many pages of minutes in 2004?"), "95 pages"),
    (("who is Bo Falk?", "when did he become treasurer?"), "April 1995"),
    (("when did the club sell the boathouse?", "when was that?"), "June 1991\n— The rowing club"),
    (("where does the boathouse stand?", "and in 1991?", "когда это было?"), "June 1991\n— The rowing club"),
    (("who founded the rowing club?", "are you sure?"), "— The rowing club"),
    (("who founded the rowing club?", "thanks, are you sure?"), "— The rowing club"),
    # which one, what it is called: the sentence shown where it names it, else one beside it
    (("when did Cy Holm keep a ferry?", "which one?"), 'She was called "Gannet"'),
    (("when did Cy Holm keep a ferry?", "как она называлась?"), 'She was called "Gannet"'),
    (("when did Cy Holm keep a ferry?", "какую?"), 'She was called "Gannet"'),
    (("where did Cy Holm keep a ferry?", "since when?"), "1920\n— The rowing club"),
    # what became of it: a sentence that tells an end
    (("who designed the lighthouse?", "what became of it?"), "pulled down in 1968"),
    (("when did Dora Wick design the lighthouse?", "was ist daraus geworden?"), "1968"),
    (("who designed the lighthouse?", "in which year?", "is she still alive?"), "Wick died in 1980"),
    # of a person what that person did, not what is next in time
    (("when did Dora Wick teach?", "what did she do then?"), "Wick died in 1980"),
    # who and where, of the sentence that is shown; what is refused otherwise, of the passage
    (("when did Dora Wick design the lighthouse?", "who designed it?"), "Dora Wick designed"),
    (("when did Cy Holm keep a ferry?", "did it carry letters or mail?"), "carried the mail"),
    (("when was the slipway dug?", "by whom?"), "│ The slipway was dug in 1911 by Eli Marsh.\n"),
    (("when was the slipway dug?", "who did it?"), "│ The slipway was dug in 1911 by Eli Marsh.\n"),
    # what is told of nothing that was spoken of stands alone, unless it says that it goes on
    (("who is Bo Falk?", "where did they keep the ferry?"), "At Seaton quay"),
    (("who is Bo Falk?", "and where did they keep the ferry?"), "nothing about that"),
    # a refused question that names somebody leaves nobody to come after
    (("who founded the rowing club?", "and Zubrane?", "and after him?"), "I do not know what that is about"),
]


@pytest.fixture(scope="module")
def conversation(tmp_path_factory: pytest.TempPathFactory) -> Conversation:
    folder = tmp_path_factory.mktemp("club")
    (Path(folder) / "club.md").write_text(CLUB, encoding="utf-8")
    library = build(folder)
    chronology = Chronology.of(library)
    return Conversation(library, lambda: chronology)


@pytest.mark.parametrize(("messages", "held"), KINDS, ids=[row[0][-1] for row in KINDS])
def test_a_short_question_is_about_the_passage_shown(
    conversation: Conversation, messages: tuple[str, ...], held: str
) -> None:
    subject, text = None, ""
    for message in messages:
        response = conversation.respond(message, subject, today=TODAY)
        subject, text = response.subject, cards.plain(cards.response_card(response), width=10_000)

    assert held in text


@pytest.mark.parametrize(("message", "kind"), [("when?", DateAlone), ("is that true?", Citation)])
def test_what_is_asked_of_the_card_leaves_it_as_the_subject(
    conversation: Conversation, message: str, kind: type
) -> None:
    before = conversation.respond("when did the club sell the boathouse?", today=TODAY).subject
    response = conversation.respond(message, before, today=TODAY)

    assert isinstance(response.result, kind)
    assert response.subject == before
    assert response.quotation is None


def test_when_asks_anew_where_no_date_is_shown(conversation: Conversation) -> None:
    undated = conversation.respond("what is near the mill?", today=TODAY)
    response = conversation.respond("when?", undated.subject, today=TODAY)

    assert undated.subject
    assert undated.subject.is_undated
    assert not isinstance(response.result, DateAlone)


def test_the_neighbour_in_time_is_never_the_same_card(conversation: Conversation) -> None:
    subject = conversation.respond("who drowned nobody but rowed ashore?", today=TODAY).subject
    assert subject
    first = conversation.now(subject).quotation
    earlier = conversation.step(Step.EARLIER, subject).quotation

    assert first
    assert earlier
    assert first.sentence != (0, 0)
    assert earlier.passage != first.passage
