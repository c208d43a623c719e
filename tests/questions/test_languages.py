"""Questions in German and Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answers import Answer, answer
from bot.questions import Wanted, understand
from bot.questions.languages import language_of
from bot.questions.word_forms.inflection import other_forms
from tests.search.worlds import story

if TYPE_CHECKING:
    from bot.search import Index

GERMAN = (
    "Der Verein gründete sich im Mai 1921 in einer Scheune.",
    "Im Juni 1935 kaufte die Gemeinde neue Räume am Weinberg.",
    "Die Druckerei wurde am 3. März 1950 geschlossen.",
)
SPANISH = (
    "El club se fundó en mayo de 1921 en un galpón.",
    "Los socios volvieron a jugar en junio de 1935.",
    "La imprenta cerró el 3 de marzo de 1950.",
)


def index_of(*texts: str) -> Index:
    return story(texts)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wann wurde der Verein gegründet?", "de"),
        ("wann war das Urteil", "de"),
        ("¿Cuándo se fundó el club?", "es"),
        ("quien gano el torneo", "es"),
        ("was war 1986 los", "de"),
        ("gruendung fuer alle", "de"),
        ("rücktritt von thea rumpf", "de"),  # without a word that tells by itself
        ("cierre de la escuela", "es"),
        ("los angeles marathon", None),
        ("von neumann architecture", None),
        ("when was war declared?", None),
        ("When was Binance founded?", None),
        ("When did Das Kapital come out?", None),
        ("When did CZ die?", None),
        ("cz die", None),
        ("Who led El Salvador?", None),
        ("когда основан клуб?", None),
        ("Binance", None),
        ("", None),
    ],
)
def test_a_question_in_german_or_spanish_is_known(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "wanted", "words"),
    [
        ("Wann wurde der Verein gegründet?", Wanted.DATE, ["Verein", "gegründet"]),
        ("In welchem Jahr war das?", Wanted.DATE, []),
        ("Wer hat die Druckerei geschlossen?", Wanted.PERSON, ["Druckerei", "geschlossen"]),
        ("wo sind die neuen Räume", Wanted.PLACE, ["neuen", "Räume"]),
        ("Wie viele Räume gab es?", Wanted.AMOUNT, ["Räume"]),
        ("Was geschah im Juni 1935?", Wanted.EVENT, ["Juni", "1935"]),
        ("was war im Juni 1935 los", Wanted.EVENT, ["Juni", "1935"]),
        ("wieviele Räume gab es", Wanted.AMOUNT, ["Räume"]),
        ("wofür haben wir die Räume bekommen", Wanted.REASON, ["Räume"]),
        ("ab wann hatten wir endlich Räume", Wanted.DATE, ["Räume"]),
        ("¿Cuándo se fundó el club?", Wanted.DATE, ["fundó", "club"]),
        ("¿en qué año volvieron a jugar?", Wanted.DATE, ["volvieron", "jugar"]),
        ("quién cerró la imprenta", Wanted.PERSON, ["cerró", "imprenta"]),
        ("porqué cerró la imprenta", Wanted.REASON, ["cerró", "imprenta"]),
        ("desde cuándo tenemos imprenta", Wanted.DATE, ["imprenta"]),
        ("с какого года у нас клуб", Wanted.DATE, ["клуб"]),
        ("скольких приняли в клуб", Wanted.AMOUNT, ["приняли", "клуб"]),
        ("¿dónde jugaban?", Wanted.PLACE, ["jugaban"]),
        ("¿Cuántos socios había?", Wanted.AMOUNT, ["socios"]),
        ("¿Qué pasó en junio de 1935?", Wanted.EVENT, ["junio", "1935"]),
    ],
)
def test_its_words_of_grammar_and_of_asking_are_known(text: str, wanted: Wanted, words: list[str]) -> None:
    question = understand(text, index_of(*GERMAN, *SPANISH))

    assert question.wanted is wanted
    assert [word.typed for word in question.query.words] == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("球场几时建的", Wanted.DATE),
        ("球場幾時建的", Wanted.DATE),
        ("咱们啥时候有球场的", Wanted.DATE),
        ("球场哪个月建的", Wanted.DATE),
        ("球场建了多久", Wanted.AMOUNT),
        ("为啥拆球场", Wanted.REASON),
        ("怎么会没有球场", Wanted.REASON),
        ("из-за чего закрыли клуб", Wanted.REASON),
        ("какого числа открыли клуб", Wanted.DATE),
        ("in welchem Jahr gab es Räume", Wanted.DATE),
        ("wodurch brannte es", Wanted.REASON),
        ("a quién echaron", Wanted.PERSON),
    ],
)
def test_what_is_wanted_is_known_in_everyday_words(text: str, kind: Wanted) -> None:
    assert understand(text, index_of(*GERMAN)).wanted is kind


def test_another_form_of_a_word_is_no_typing_error() -> None:
    index = index_of(*GERMAN)

    assert understand("wo sind die neuen Räume", index).corrections == ()
    assert [c.read for c in understand("wo sind die Druckreien", index).corrections] == []
    assert [c.read for c in understand("wo ist die Druckreei", index).corrections] == ["druckerei"]


@pytest.mark.parametrize(
    ("texts", "question", "date"),
    [
        (GERMAN, "Wann wurde der Verein gegründet?", "1921-05"),
        (GERMAN, "wann schloss die Druckerei", "1950-03-03"),
        (GERMAN, "Wann bekam die Gemeinde die Räume?", "1935-06"),
        (SPANISH, "¿Cuándo se fundó el club?", "1921-05"),
        (SPANISH, "cuando volvio a jugar un socio", "1935-06"),
        (SPANISH, "¿Quién cerró la imprenta?", "1950-03-03"),
    ],
)
def test_it_is_answered_in_the_forms_of_its_words(texts: tuple[str, ...], question: str, date: str) -> None:
    result = answer(question, index_of(*texts))

    assert isinstance(result, Answer)
    assert result.date is not None
    assert str(result.date.date) == date


@pytest.mark.parametrize(
    ("word", "language", "forms"),
    [
        ("gegründet", "de", ("grundete",)),
        ("Raum", "de", ("raume",)),
        ("Räume", "de", ()),  # the only form there is
        ("Scheunen", "de", ("scheune",)),
        ("jugaron", "es", ("jugar",)),
        ("volvio", "es", ("volvieron",)),
        ("am", "de", ()),  # too short
        ("1935", "de", ()),
    ],
)
def test_other_forms_of_a_word_are_found_in_the_index(
    word: str, language: str, forms: tuple[str, ...]
) -> None:
    spelling = index_of(*GERMAN, *SPANISH).layout.spelling

    assert other_forms(word, language, spelling) == forms


def test_forms_are_those_of_the_index_asked() -> None:
    first, second = index_of(*GERMAN), index_of("Eine Gründung.")

    assert other_forms("gegründet", "de", first.layout.spelling) == ("grundete",)
    assert other_forms("gegründet", "de", second.layout.spelling) == ("grundung",)
