"""Words that no text holds, read as others."""

from __future__ import annotations

import pytest

from bot.questions import understand
from tests.search.worlds import story

INDEX = story()


def test_corrections_say_what_was_typed_and_what_was_read() -> None:
    question = understand("When did Bianance leave Shangai?", INDEX)

    assert [(c.typed, c.read) for c in question.corrections] == [
        ("Bianance", "binance"),
        ("Shangai", "shanghai"),
    ]
    assert question.text == "When did Bianance leave Shangai?"


@pytest.mark.parametrize("text", ["When did Kraken open?", "binance", "wann", "2018", "xy", "Abinance"])
def test_words_that_are_far_from_all_others_stay_as_typed(text: str) -> None:
    assert understand(text, INDEX).corrections == ()


def test_a_word_written_apart_is_read_together() -> None:
    index = story(("The gunpowder burned.",))
    corrections = understand("who burned gun powder?", index).corrections

    assert [(correction.typed, correction.read) for correction in corrections] == [
        ("gun powder", "gunpowder")
    ]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Did Bianance leave Shangai then?", "Did binance leave shanghai then?"),
        ("the gun powder of Tokio", "the gunpowder of Tokio"),
        ("gun powder", "gunpowder"),
        # what the index knows, and what it cannot read
        ("Did Binance leave?", "Did Binance leave?"),
        ("gun of powder, gun, powder", "gun of powder, gun, powder"),
    ],
)
def test_a_question_is_read_with_its_corrections(text: str, read: str) -> None:
    index = story(("The gunpowder burned in Shanghai. Binance left.",))

    assert understand(text, index).query.text == read


@pytest.mark.parametrize("typed", ["teh", "whent", "wich"])
def test_a_misspelt_stop_word_may_be_one(typed: str) -> None:
    index = story(("When the ship sank, which was it?",))

    assert understand(typed, index).query.words == () or not understand(typed, index).corrections


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("when did it strat", "when did it start"),  # no text holds it
        ("when did it burrn", "when did it burned"),  # a text's own word goes first
        ("when did Strat end", "when did Strat end"),  # written as a name
        ("wann wurde er gewodren", "wann wurde er geworden"),  # letters in the wrong order
        ("wann wurde er gewordden", "wann wurde er geworden"),  # one that is typed twice
        ("wann wurde er gewerden", "wann wurde er gewerden"),  # another letter: of English only
        ("когда сзодали клуб", "когда создали клуб"),
        ("когда содали клуб", "когда содали клуб"),
        ("when did they leve", "when did they leve"),  # short
    ],
)
def test_a_word_of_no_language_is_read_as_a_common_one(typed: str, read: str) -> None:
    assert understand(typed, story(("The ship burned.",))).query.text == read
