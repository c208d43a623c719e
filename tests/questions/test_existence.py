"""Questions since when something is there, answered by its beginning."""

from __future__ import annotations

import pytest

from bot.answers import Answer, answer
from bot.questions import understand
from tests.search.worlds import story

TEXTS = {
    "en": ("The Quenby forum has nine rooms.", "The Quenby forum was founded in 1998 by a nurse."),
    "de": ("Das Forum hat neun Räume.", "Das Forum wurde 1998 gegründet."),
    "es": ("El foro tiene nueve salas.", "El foro fue fundado en 1998."),
    "ru": ("В форуме девять комнат.", "Форум основан в 1998 году."),
    "zh": ("论坛有九个版。", "论坛成立于1998年。"),
}


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "since when is there a quenby forum"),
        ("en", "how long has the quenby forum been around"),
        ("de", "seit wann gibts das forum"),
        ("de", "seit wann gibt es das Forum?"),
        ("es", "desde cuando existe el foro"),
        ("ru", "с каких пор существует форум"),
        ("zh", "论坛啥时候有的"),
    ],
)
def test_since_when_something_is_there_is_told_by_its_beginning(language: str, question: str) -> None:
    result = answer(question, story(TEXTS[language]))

    assert isinstance(result, Answer)
    assert result.date is not None
    assert str(result.date.date) == "1998"


@pytest.mark.parametrize(
    "question",
    ["since when is Ada the chair?", "how old was Ada?", "seit wann ist Ada Vorstand?", "论坛哪年有奖"],
)
def test_other_questions_since_when_ask_for_no_founding(question: str) -> None:
    typed = [word.typed for word in understand(question, story()).query.words]

    assert not {"founded", "gegründet", "成立"} & set(typed)
