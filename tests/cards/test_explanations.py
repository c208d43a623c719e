"""The card that tells an admin why a question was answered as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot import cards
from bot.building.build import build
from tests.cards.reading import text_of
from tests.chat.rules import parse_html

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library import Library


@pytest.fixture
def library(knowledge: Path) -> Library:
    return build(knowledge)


def why(library: Library, question: str) -> str:
    return text_of(cards.explanation_card(library.explain(library.answer(question))))


def test_it_says_what_was_looked_for_and_what_the_shown_passage_holds(library: Library) -> None:
    text = why(library, "when did the company move to Tokyo?")

    assert "Looked for: a date\nnames: Tokyo\nwords: company, move\n" in text
    assert "in this sentence: company, move, Tokyo" in text
    assert re.search(r"\nAnswered: \d\d% sure that it is right, \d\d% that the documents tell it\.", text)
    assert "What would help" not in text


def test_it_says_what_is_missing_and_what_would_help(library: Library) -> None:
    text = why(library, "when did Hixom sell tractors in 1950?")

    assert "dates: 1950" in text
    assert "lacks: Hixom, " in text
    assert "Refused: no passage holds enough of it together (" in text
    assert "• “Hixom” stands in no document. What do they call it? /alias Hixom = …" in text
    assert text.endswith("• a document that tells it, or /teach as a reply to my answer")


def test_a_question_of_nothing_is_explained_in_a_line(library: Library) -> None:
    assert why(library, "when was it") == (
        "Looked for: a date\n\nRefused: no word of it says what it is about."
    )


@pytest.mark.parametrize("question", ["<b>&" * 300, "ship " * 200, "Zubrane" * 140])
def test_hostile_questions_make_a_card_that_telegram_takes(library: Library, question: str) -> None:
    card = cards.explanation_card(library.explain(library.answer(question)))

    parse_html(cards.html(card))
    assert len(text_of(card)) < 4096
