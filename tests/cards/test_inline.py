"""What is offered while somebody types in any chat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot import cards
from bot.answers import Answer
from bot.building.build import build
from bot.cards import PHRASEBOOKS
from tests.cards.reading import text_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def answer(knowledge: Path) -> Answer:
    result = build(knowledge).answer("when did the company move to Tokyo?")
    assert isinstance(result, Answer)
    return result


def test_what_is_posted_says_the_question_first(answer: Answer) -> None:
    long = replace(answer, question=replace(answer.question, text="x" * 301))
    (offer,) = cards.answer_offers(long, iter(()))

    assert text_of(offer.card).split("\n")[:3] == [f"{'x' * 299}…", "", "October 2017"]


def test_two_lines_say_date_sentence_and_source(answer: Answer) -> None:
    (offer,) = cards.answer_offers(answer, iter(()))
    (bare,) = cards.answer_offers(replace(answer, dates=(), sentence=None), iter(()))

    assert offer.title == "October 2017"
    assert offer.description == "In October 2017 the company moved to Tokyo. — Binance & its <homes>"
    assert bare.title == "Binance & its <homes>"
    assert bare.description.startswith("In October 2017 the company moved to Tokyo. The team rented")


def test_a_long_sentence_leaves_room_for_its_source(answer: Answer) -> None:
    passage = replace(answer.passage, text="x" * 181)
    long = replace(answer, dates=(), sentence=None, hits=(replace(answer.hits[0], passage=passage),))
    (offer,) = cards.answer_offers(long, iter(()))

    assert offer.description == "x" * 119 + "… — Binance & its <homes>"


@pytest.mark.parametrize("has_typed", [True, False])
@pytest.mark.parametrize("language", PHRASEBOOKS)
def test_invitations_fit_a_button(language: str, has_typed: bool) -> None:
    assert 1 <= len(cards.invitation(PHRASEBOOKS[language], has_typed=has_typed)) <= 64
