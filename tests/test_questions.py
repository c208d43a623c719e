"""What questions want, and the dates that they name."""

from __future__ import annotations

import pytest

from bot.dates import HistoricalDate, Precision
from bot.questions import LONGEST, Wanted, understand
from bot.questions.understanding import MOST_PERIODS
from tests.search.worlds import story

INDEX = story()
WANTED = [
    ("When did Binance move?", Wanted.DATE),
    ("In what year did it open?", Wanted.DATE),
    ("币安是什么时候搬到东京的?", Wanted.DATE),
    ("Когда это было?", Wanted.DATE),
    ("В каком году основана Binance?", Wanted.DATE),
    ("who was head of marketing", Wanted.PERSON),
    ("谁是作者?", Wanted.PERSON),
    ("Кто основал Binance?", Wanted.PERSON),
    ("where was he in prison?", Wanted.PLACE),
    ("how much did Binance pay", Wanted.AMOUNT),
    ("how long was he in jail?", Wanted.AMOUNT),
    ("сколько он заплатил?", Wanted.AMOUNT),
    ("what happened in June 2023?", Wanted.EVENT),
    ("Что произошло в 2017?", Wanted.EVENT),
    # what happened, but on no date
    ("what happened to Binance?", Wanted.ANYTHING),
    ("why did they leave?", Wanted.ANYTHING),
    ("whenever", Wanted.ANYTHING),
]
DATES = [
    ("what happened on 23 October 2025?", ["2025-10-23"]),
    ("on September 4, 2017", ["2017-09-04"]),
    ("what happened in October 2017?", ["2017-10"]),
    ("what was done before 2018?", ["../2017"]),
    ("since 2017", ["2017/.."]),
    ("between 2017 and 2019", ["2017/2019"]),
    ("after the 94 storm", ["2017-09-04/.."]),
    ("when did Binance move?", []),
    ("between May and July 2024", ["2024-05/2024-07"]),
    ("from 2013 to 2016", ["2013/2016"]),
    # Chinese and Russian
    ("2018年之前发生了什么", ["../2017"]),
    ("2020年以后", ["2020/.."]),
    ("2017年到2019年", ["2017/2019"]),
    ("до 2018 года", ["../2017"]),
    ("после 2020 года", ["2020/.."]),
    ("с мая по июль 2024", ["2024-05/2024-07"]),
]
TOLD_FROM_TODAY = [  # 25 November 2025
    ("what happened last year?", ["2024"]),
    ("what happened yesterday?", ["2025-11-24"]),
    ("two years ago", ["2023"]),
    ("去年发生了什么", ["2024"]),
    ("что случилось в прошлом году?", ["2024"]),
    ("去年十月发生了什么", ["2024-10"]),
    ("what happened last week?", ["2025-11-17/2025-11-23"]),
    ("上周发生了什么", ["2025-11-17/2025-11-23"]),
    ("что было на прошлой неделе?", ["2025-11-17/2025-11-23"]),
    ("what happened in the last three years?", ["2022-11/2025-11"]),
    ("over the past 18 months", ["2024-05/2025-11"]),
    ("in the past decade", ["2015-11/2025-11"]),
    ("in the last couple of weeks", ["2025-11-11/2025-11-25"]),
    ("过去三年发生了什么", ["2022-11/2025-11"]),
    ("за последние пять лет", ["2020-11/2025-11"]),
    # no stretches up to today
    ("the last three exchanges", []),
    ("in the past", []),
    ("in the last 0 years", []),
    ("in the last 999 decades", []),
]


@pytest.mark.parametrize(("text", "wanted"), WANTED)
def test_a_question_wants_a_kind_of_answer(text: str, wanted: Wanted) -> None:
    assert understand(text, INDEX).wanted is wanted


@pytest.mark.parametrize(("text", "dates"), DATES)
def test_a_question_names_periods(text: str, dates: list[str]) -> None:
    assert [str(date) for date in understand(text, INDEX).query.dates] == dates


@pytest.mark.parametrize(("text", "dates"), TOLD_FROM_TODAY)
def test_a_question_counts_from_today(text: str, dates: list[str]) -> None:
    question = understand(text, INDEX, today=HistoricalDate.parse("2025-11-25"))

    assert [str(date) for date in question.query.dates] == dates


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("and in 2018?", True), ("where?", True), ("by whom?", True), ("and the SEC?", True),
        ("when did he leave?", True), ("那2018年呢?", True), ("а в 2018?", True),
        # with a topic of their own
        ("When did Binance move to Tokyo?", False), ("and when did Binance move its office to Tokyo?", False),
        ("who sued Binance", False),
    ],
)  # fmt: skip
def test_some_questions_need_the_one_before(text: str, goes_on: bool) -> None:
    question = understand(text, INDEX, earlier="When was Zhao Changpeng in Lompoc?")

    assert (question.earlier is not None) == goes_on


def test_a_topic_grows_with_what_goes_on_from_it() -> None:
    first = understand("When did the CFTC sue Binance?", INDEX)
    second = understand("and the SEC?", INDEX, earlier=first.topic)

    assert second.topic == "When did the CFTC sue Binance? and the SEC?"
    assert second.wanted is Wanted.DATE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("When did Binance move to Tokyo?", ["Binance", "move", "Tokyo"]),
        ("what happened?", []),
        ("Tell me about Zhao Changpeng", ["Zhao Changpeng"]),
        ("币安是什么时候搬到东京的?", ["币安", "搬到", "搬", "东京"]),
        ("Binance, Binance and BINANCE", ["Binance"]),
    ],
)
def test_words_of_asking_are_left_out_and_names_stay_whole(text: str, words: list[str]) -> None:
    assert [word.typed for word in understand(text, INDEX).query.words][: len(words)] == words or not words


def test_a_year_is_asked_for_as_a_year() -> None:
    assert understand("In what year was it?", INDEX).query.precision is Precision.YEAR
    assert understand("When was it?", INDEX).query.precision is None


def test_corrections_say_what_was_typed_and_what_was_read() -> None:
    question = understand("When did Bianance leave Shangai?", INDEX)

    assert [(c.typed, c.read) for c in question.corrections] == [
        ("Bianance", "binance"),
        ("Shangai", "shanghai"),
    ]
    assert question.text == "When did Bianance leave Shangai?"


@pytest.mark.parametrize("text", ["When did Kraken open?", "binance", "wann", "2018", "xy"])
def test_words_that_are_far_from_all_others_stay_as_typed(text: str) -> None:
    assert understand(text, INDEX).corrections == ()


def test_of_many_dates_some_are_looked_for() -> None:
    same = understand("2017-09-04 " * 90, INDEX).query.dates
    different = understand(" ".join(map(str, range(1900, 1990))), INDEX).query.dates

    assert [str(date) for date in same] == ["2017-09-04"]
    assert [str(date) for date in different] == [str(1900 + number) for number in range(MOST_PERIODS)]


def test_a_word_written_apart_is_read_together() -> None:
    index = story(("The gunpowder burned.",))
    corrections = understand("who burned gun powder?", index).corrections

    assert [(correction.typed, correction.read) for correction in corrections] == [
        ("gun powder", "gunpowder")
    ]


def test_a_long_story_is_read_in_part() -> None:
    assert len(understand("Binance " * 9_999, INDEX).text) == LONGEST
