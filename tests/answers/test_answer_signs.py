"""Which sentence of a passage is shown, by the kind of thing that is asked for."""

from __future__ import annotations

import pytest

from bot.answers import Answer, answer
from bot.answers.answer_signs import new_people, shows_what_is_asked
from bot.questions import understand
from tests.search.worlds import story


@pytest.mark.parametrize(
    ("question", "sentence", "shown"),
    [
        ("how many lines has it?", "It had 1,500 lines then.", 1.0),
        ("how many lines has it?", "It has several thousand short lines.", 1.0),
        ("how many lines has it?", "It had 3 authors.", 0.5),
        ("how many lines has it?", "It had lines.", 0.0),
        ("сколько мостов построили?", "Всего 12 мостов.", 1.0),
        ("how much was it?", "The fee was $20.", 1.0),
        ("how much was it?", "The fee was high.", 0.0),
        ("how much was it?", "The fee was 20 dollars.", 1.0),
        ("how much was it?", "The fee was set in 1990.", 0.5),
        ("how long did it take?", "It took three long weeks.", 0.0),  # no number
        ("how long did it take?", "It took 3 long weeks.", 1.0),
        ("how long did it take?", "It ended in 1990.", 0.5),
        ("who was hired?", "We brought in Ida, Olaf and Jon.", 1.0),
        ("who was hired?", "It was A.J. Crane.", 1.0),
        ("who was hired?", "It was Mr crane.", 1.0),
        ("who was hired?", "Hiring began in May.", 0.0),
        ("who hired Abel Crane?", "Abel Crane was hired.", 0.0),  # nobody else
        ("who won the hockey league?", "The UK Hockey League grew.", 0.0),  # it is the league
        ("who won the hockey league?", "The champions were Lund.", 1.0),
        ("where was it?", "It was held in the old Tannery.", 1.0),
        ("where was it?", "It was held in spring.", 0.0),
        ("where in Norwick was it?", "It was in Norwick.", 0.0),  # no other place
        ("why did it stop?", "It stopped because of the rain.", 1.0),
        ("why did it stop?", "They chose oak to restrict the damage.", 1.0),
        ("почему закрыли?", "Закрыли из-за дождя.", 1.0),
        ("why did it stop?", "It stopped in May.", 0.0),
        ("when did it stop?", "It stopped because of Abel Crane.", 0.0),
    ],
)
def test_signs_of_the_kind_that_is_asked_for(question: str, sentence: str, shown: float) -> None:
    query = understand(question, story(("Nothing at all.",))).query

    assert shows_what_is_asked(query, sentence) == shown


@pytest.mark.parametrize(
    ("question", "text", "sentence"),
    [
        (
            "who joined the club of rowers?",
            "The club grew in May. Ida, Olaf and Jon joined the rowers.",
            "Ida, Olaf and Jon joined the rowers.",
        ),
        (
            "when did the Gull come to Norwick?",
            "1990: The bridge of Norwick was closed. The Gull came.",
            "The Gull came.",  # the date in front is that of the whole entry
        ),
    ],
)
def test_the_sentence_that_shows_it_is_in_bold(question: str, text: str, sentence: str) -> None:
    result = answer(question, story((text,)))

    assert isinstance(result, Answer)
    assert result.sentence is not None
    assert text[slice(*result.sentence)] == sentence


def test_people_are_named_whole_whatever_stands_before_them() -> None:
    assert new_people("The conductor was Mary Oakes, led by Bo Falk.", "who led it?") == [
        "Mary Oakes",
        "Bo Falk",
    ]
