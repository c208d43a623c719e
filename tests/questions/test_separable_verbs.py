"""German verbs in two parts."""

from __future__ import annotations

import pytest

from bot.questions import understand
from bot.questions.word_forms.separable_verbs import participle
from tests.search.worlds import story

INDEX = story()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("warum hörte er auf?", ["aufgehört"]),
        ("wann fing das Training an", ["angefangen", "Training"]),
        ("wer löste ihn ab ?", ["abgelöst"]),
        ("wann trat anna reed zurück?", ["zurückgetreten", "anna", "reed"]),
        ("wann ging die Seite online?", ["onlinegegangen", "Seite"]),
        ("wann ist die Seite online gegangen?", ["Seite", "onlinegegangen"]),
        ("wann ist er gegangen?", ["gegangen"]),
        # verbs that say nothing alone
        ("warum gab anna reed auf?", ["aufgegeben", "anna", "reed"]),
        ("wann kam der Zug an", ["angekommen", "Zug"]),
        ("wann gab es das fest mit", ["fest"]),
        # no verb in two parts
        ("wie lange dauerte das fest?", ["dauerte", "fest"]),
        ("wann brannte die Hütte?", ["brannte", "Hütte"]),
        ("wo kommt die Hütte her, die wir haben?", ["kommt", "Hütte"]),
        ("wann fuhr Anna mit", ["mitgefahren", "Anna"]),
        ("wann mahlte Anna mit", ["mitgemahlt", "Anna"]),  # what no rule knows does no harm
        # of another language
        ("when was the oven put on", ["oven"]),
    ],
)
def test_a_verb_and_the_part_at_the_end_are_its_participle(text: str, words: list[str]) -> None:
    assert [word.typed for word in understand(text, INDEX).query.words if not word.is_beside][
        : len(words)
    ] == words


@pytest.mark.parametrize(
    ("finite", "wanted"),
    [("hörte", "gehört"), ("hört", "gehört"), ("hörten", "gehört"), ("schaltete", "geschaltet"),
     ("meldet", "gemeldet"), ("baute", "gebaut"), ("zog", "gezogen"), ("schloss", "geschlossen"),
     ("hält", "gehalten")],
)  # fmt: skip
def test_participles(finite: str, wanted: str) -> None:
    assert participle(finite) == wanted
