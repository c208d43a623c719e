"""The forms of a word in German, Spanish and Russian have one stem, those of other words another."""

from __future__ import annotations

from itertools import combinations

import pytest

from bot.questions import understand
from bot.questions.word_forms.compounds import compounds_of
from bot.questions.word_forms.inflection import FORM_WEIGHT, ROOT_WEIGHT, stem
from bot.search.words.analysis import fold, term
from tests.search.worlds import story

# Words between strokes are of one stem, those of different rows of different ones.
GERMAN = """
gegründet gründete gründen Gründung | umgezogen umzog umziehen | aufgehört aufhörte aufhören
zurückgetreten zurücktrat zurücktreten | verloren verlor verlieren | gewonnen gewann gewinnen
geschlossen schloss schließen Schließung | übernommen übernahm übernimmt | ausgetreten austrat Austritt
eingebrochen einbrach | erschienen erschien erscheinen | geschrieben schrieb schreiben
stattgefunden stattfand | verkauft verkaufte Verkauf | gegangen ging gehen | abgesagt Absage absagen
gestorben starb sterben | Mitglied Mitglieder | Räume Raum Räumen | Stadion
"""
SPANISH = """
murió murieron muerte morir muerto | fundó fundaron fundar fundación | nació nacieron nacer nacimiento
abrió abrieron abierto abrir apertura | cerró cierra cerrar cerraron | empezó empieza empezar empecé
pagaron pagar pagué | construyó construcción construido construir | volvió vuelve volver vuelto
ganó ganaron ganar | hizo hicieron hacer hecho | compró compraron comprar | salió sale salir
dimitió dimisión dimitir | detuvo detenido detención | eligió elegido elección | puso pusieron poner
"""
RUSSIAN = """
основал основала основана основание | появились появляется появление | запустили запущена запуск
открылся открытие открыт открывать | построить построен постройка | купил куплен | ушёл ушла уйти уход
переехал переезд переезжать | умер умерла умирает | украли кража украден | начал начали начало
принял принят приём | вернули вернулся возвращение | победил победа | родился родилась рождение
взломали взлом взломан | Циммерман Циммерманом | организовал организация
"""


@pytest.mark.parametrize(("language", "rows"), [("de", GERMAN), ("es", SPANISH), ("ru", RUSSIAN)])
def test_forms_of_a_word_have_one_stem_and_other_words_others(language: str, rows: str) -> None:
    words = [row.split() for row in rows.replace("\n", "|").split("|") if row.strip()]
    stems = [{stem(fold(word), language) for word in row} for row in words]

    assert [row for row, different in zip(words, stems, strict=True) if len(different) > 1] == []
    assert [pair for pair in combinations(stems, 2) if pair[0] & pair[1]] == []


@pytest.mark.parametrize(
    ("question", "text", "typed", "form", "weight"),
    [
        (
            "wann sind sie umgezogen?",
            "Der Club zog 1921 um. Man umzog den Hof.",
            "umgezogen",
            "umzog",
            FORM_WEIGHT,
        ),
        ("cuándo murió?", "La muerte fue en 1921.", "murió", "muerte", FORM_WEIGHT),
        ("когда запустили сайт?", "Запуск сайта был в 1921 году.", "запустили", "запуск", ROOT_WEIGHT),
        ("wann stieg die Miete?", "Die Mieterhöhung kam 1921.", "Miete", "mieterhohung", 0.35),
    ],
)
def test_a_word_is_looked_for_in_its_other_forms(
    question: str, text: str, typed: str, form: str, weight: float
) -> None:
    words = {word.typed: word for word in understand(question, story((text,))).query.words}

    assert {f.term: f.weight for f in words[typed].forms}[term(form)] == weight


@pytest.mark.parametrize(
    ("word", "compounds"),
    [
        ("miete", ["jahresmiete", "mieterhohung"]),
        ("verein", ["vereinsheim"]),
        ("gelande", ["ubungsgelande"]),
        ("jahr", ["jahresmiete"]),
        ("heim", ["vereinsheim"]),
        ("mieten", ["mieterhohung"]),  # of the jahresmiete only in the singular
        ("rat", []),  # too short
        ("1921", []),
    ],
)
def test_compounds_hold_a_word_in_front_or_behind(word: str, compounds: list[str]) -> None:
    index = story(
        ("Mieter zahlen die Jahresmiete samt Mieterhöhung im Vereinsheim am Übungsgelände. Rathaus.",)
    )

    assert list(compounds_of(word, index)) == compounds
