"""Events of communities, asked for as members type: in other words, by nouns, without marks and accents."""

from __future__ import annotations

import pytest

from bot.answers import Answer, answer
from bot.questions.wanted import Wanted, wanted
from tests.search.worlds import story

CHRONICLES = {
    "en": (
        "The Quenby Rowing Club was founded on 3 May 1891 by six clerks.",
        "In 1902 the boathouse burned to the ground.",
        "Quenby beat Hixom in the final on 2 June 1911 and won the Swan Cup.",
        "The treasurer, Ned Abel, was arrested in March 1922; 900 pounds were missing.",
        "In 1930 the coach Ada Lorne was hired; she had rowed for Hixom.",
        "In 1934 Ada Lorne was dismissed after a bad season.",
        "Ned Abel married the cook Rose Tully in 1926.",
        "On 1 April 1948 the club merged with its neighbour, Hixom.",
        "The Ouze flooded the meadow in November 1952.",
        "In 1961 the club became insolvent and its boats were sold.",
    ),
    "de": (
        "Der Ruderverein Quellheim wurde am 3. Mai 1891 von sechs Schreibern gegründet.",
        "1902 ist das Bootshaus abgebrannt.",
        "Im November 1952 stand die Wiese nach einem Hochwasser unter Wasser.",
        "Der Vorstand Emil Raabe trat 1934 zurück.",
        "1948 schloss sich der Verein mit dem Nachbarn aus Hexheim zusammen.",
        "Im Mai 1991 wurde das hundertjährige Bestehen gefeiert.",
    ),
    "es": (
        "El club de remo Quebrada fue fundado el 3 de mayo de 1891 por seis escribientes.",
        "En 1902 ardió el almacén.",
        "En noviembre de 1952 el río se desbordó.",
        "La presidenta Elena Roca dimitió en 1934.",
        "En 1948 el club se fusionó con el vecino.",
    ),
    "ru": (
        "Гребной клуб «Квант» был основан 3 мая 1891 года шестью писарями.",
        "В 1902 году лодочный сарай сгорел.",
        "В ноябре 1952 года рабочие верфи бастовали неделю.",
        "В 1948 году клуб объединился с соседним.",
        "В 1934 году казначей Пётр Сомов был арестован.",
    ),
    "zh": (
        "青岩赛艇队成立于1991年5月3日。",
        "2002年船库失火。",
        "2005年队长林远辞去职务。",
        "2008年会计何丰因贪污被捕。",
        "2011年船坞停产。",
    ),
}
# Language, date, ways of asking.
ASKED = (
    ("en", "1891-05-03", "when did quenby rowing start up", "quenby rowing club establishment date"),
    ("en", "1902", "when did the boathouse go up in flames", "blaze at the boathouse when"),
    ("en", "1911-06-02", "when did they lift the swan cup", "when did quenby take home the cup"),
    ("en", "1922-03", "when did ned abel get nicked", "when was ned abel taken into custody"),
    ("en", "1930", "when did ada lorne come on board", "ada lorne appointed when"),
    ("en", "1934", "when did ada lorne get the boot", "when did they kick out ada lorne"),
    ("en", "1926", "when did ned abel tie the knot", "when did rose tully get hitched"),
    ("en", "1948-04-01", "fusion with hixom when", "when did the two clubs unite"),
    ("en", "1952-11", "when was the meadow under water", "flooding of the meadow when"),
    ("en", "1961", "when did the club go bankrupt", "when did the club go belly up"),
    ("de", "1891-05-03", "gruendung des rudervereins wann", "wann entstand der ruderverein"),
    ("de", "1902", "brand vom bootshaus wann", "wann ist das bootshaus niedergebrannt"),
    ("de", "1952-11", "ueberschwemmung wann", "wann war die flut"),
    ("de", "1934", "ruecktritt von emil raabe", "wann hat emil raabe hingeschmissen"),
    ("de", "1948", "wann war der zusammenschluss", "fusion mit hexheim"),
    ("de", "1991-05", "wann war das jubilaeum", "jubiläum wann"),
    ("es", "1891-05-03", "año de fundacion del club", "cuando se creo el club"),
    ("es", "1902", "incendio del almacen", "cuando se quemo el almacen"),
    ("es", "1952-11", "la riada cuando fue", "inundacion año"),
    ("es", "1934", "renuncia de elena roca", "cuando dejo el cargo elena roca"),
    ("es", "1948", "fusion con el vecino", "cuando se juntaron con el vecino"),
    ("ru", "1891-05-03", "год основания клуба", "с какого года существует квант"),
    ("ru", "1902", "пожар в сарае", "когда сарай горел"),
    ("ru", "1952-11", "забастовка когда", "когда была стачка"),
    ("ru", "1948", "слияние клубов год", "когда клубы слились"),
    ("ru", "1934", "когда посадили сомова", "арест сомова"),
    ("zh", "1991-05-03", "赛艇队啥时候建队的", "赛艇队成立时间"),
    ("zh", "2002", "船库几几年着火", "船库啥时候烧了"),
    ("zh", "2005", "林远啥时候不干的", "林远辞职时间"),
    ("zh", "2008", "何丰啥时候被抓的", "何丰哪年被逮的"),
    ("zh", "2011", "船坞啥时候关的", "船坞倒闭是哪年"),
)


@pytest.mark.parametrize(
    ("language", "question", "date"),
    [(language, question, date) for language, date, *questions in ASKED for question in questions],
)
def test_an_event_is_found_by_the_words_of_a_chat(language: str, question: str, date: str) -> None:
    result = answer(question, story(CHRONICLES[language]))

    assert isinstance(result, Answer)
    assert result.date is not None
    assert str(result.date.date) == date


@pytest.mark.parametrize(
    "question",
    [
        "year of the fire",
        "the boathouse fire, year?",
        "how long ago was the merger",
        "gründungsjahr des vereins",
        "jahr des aufstiegs",
        "todestag von raabe",
        "año de la riada",
        "fecha del incendio",
        "год основания",
        "пожар год",
        "с каких пор есть сайт",
        "成立时间",
        "几几年的事",
    ],
)
def test_a_date_is_asked_for_without_a_question_word(question: str) -> None:
    assert wanted(question, names_dates=False) is Wanted.DATE


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("how much do we pay a year?", Wanted.AMOUNT),
        ("did we win this year", Wanted.ANYTHING),
        ("100 Jahre Verein", Wanted.ANYTHING),
        ("多长时间", Wanted.ANYTHING),
    ],
)
def test_a_year_that_is_only_named_is_not_asked_for(question: str, kind: Wanted) -> None:
    assert wanted(question, names_dates=False) is kind
