"""A word that no text holds is looked for in words of one root."""

from __future__ import annotations

import pytest

from bot.questions import understand
from bot.questions.word_forms.kindred_words import WEIGHT
from bot.search.words.analysis import term
from tests.search.worlds import story

TEXT = (
    "A Brazilian led it. It has a seal. Die Sparte Autosport zahlt einen Beitrag. The continent is far."
    " Это музей."
)


@pytest.mark.parametrize(
    ("question", "typed", "kindred"),
    [
        ("who is from brazil?", "brazil", ["Brazilian"]),
        ("when did they reseal it?", "reseal", ["seal"]),
        ("wann gingen die Autosportler?", "Autosportler", ["Autosport"]),
        ("wie hoch ist der Sozialbeitrag?", "Sozialbeitrag", ["Beitrag"]),  # by its last part
        ("когда был музейный вечер?", "музейный", ["музей"]),
        # too little in common, too short, or known itself
        ("who made contact?", "contact", []),
        ("how is the hell?", "hell", []),
        ("who is the brazilian?", "brazilian", []),
        ("巴西人是谁", "巴西", []),
    ],
)
def test_an_unknown_word_has_kindred_ones(question: str, typed: str, kindred: list[str]) -> None:
    words = {word.typed: word for word in understand(question, story((TEXT,))).query.words}
    forms = [form.term for form in words[typed].forms if form.weight == WEIGHT] if typed in words else []

    assert set(map(term, kindred)) <= set(forms)
    assert bool(forms) == bool(kindred)
