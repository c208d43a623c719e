"""What questions want, and the dates that they name."""

from __future__ import annotations

import pytest

from bot.dates import HistoricalDate, Precision
from bot.questions import LONGEST, Wanted, understand
from bot.questions.understanding import MOST_PERIODS
from tests.search.worlds import story

INDEX = story()
WANTED = [
    # the first word of asking says what is wanted
    ("who was king when the bridge burned?", Wanted.PERSON),
    ("why was it closed when it snowed?", Wanted.REASON),
    ("when did the man who built it die?", Wanted.DATE),
    ("in what year did those who left come back?", Wanted.DATE),
    ("what for", Wanted.REASON),
    ("When did Binance move?", Wanted.DATE),
    ("In what year did it open?", Wanted.DATE),
    ("币安是什么时候搬到东京的?", Wanted.DATE),
    ("Когда это было?", Wanted.DATE),
    ("В каком году основана Binance?", Wanted.DATE),
    ("who was head of marketing", Wanted.PERSON),
    ("谁是作者?", Wanted.PERSON),
    ("哪位会长写了它?", Wanted.PERSON),
    ("作者是哪一位?", Wanted.PERSON),
    ("Кто основал Binance?", Wanted.PERSON),
    ("where was he in prison?", Wanted.PLACE),
    ("how much did Binance pay", Wanted.AMOUNT),
    ("how long was he in jail?", Wanted.AMOUNT),
    ("сколько он заплатил?", Wanted.AMOUNT),
    ("what happened in June 2023?", Wanted.EVENT),
    ("Что произошло в 2017?", Wanted.EVENT),
    # what happened, but on no date
    ("what happened to Binance?", Wanted.ANYTHING),
    ("why did they leave?", Wanted.REASON),
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
    ("before May 2018", ["../2018-05"]),
    ("before the 1990s", ["../198X"]),
    ("prior to 2018", ["../2017"]),
    ("until the 94 storm", ["../2017-09-04"]),
    ("later than 2018", ["2018/.."]),
    ("after 2018, before 2020", ["2018/..", "../2019"]),
    ("not before then, in 2017", ["2017"]),
    ("in 2017 and 2018", ["2017", "2018"]),
    ("2017-2019", ["2017/2019"]),
    ("from 2017", ["2017"]),
    ("between May 2017 and July 2018", ["2017-05/2018-07"]),
    ("between the 94 storm and May 2018", ["2017-09-04/2018-05"]),
    ("from the 1990s to 2005", ["199X/2005"]),
    ("between 2018 and 2017", ["2017"]),  # no such time; the last one's
    ("between May and July 2024", ["2024-05/2024-07"]),
    ("from 2013 to 2016", ["2013/2016"]),
    # Chinese and Russian
    ("2018年之前发生了什么", ["../2017"]),
    ("2020年以后", ["2020/.."]),
    ("2018年前", ["../2017"]),
    ("2017年的10月", ["2017-10"]),
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
    ("the past year", ["2024-11/2025-11"]),
    ("past day", ["2025-11-24/2025-11-25"]),
    ("the past century", ["1925-11/2025-11"]),
    ("last few weeks", ["2025-11-04/2025-11-25"]),
    ("last several years", ["2022-11/2025-11"]),
    ("last seven weeks", ["2025-10-07/2025-11-25"]),
    ("in the last 12 months", ["2024-11/2025-11"]),
    ("in the last 11 months", ["2024-12/2025-11"]),
    ("in the last 10 months", ["2025-01/2025-11"]),
    ("последние две недели", ["2025-11-11/2025-11-25"]),
    ("за последние несколько месяцев", ["2025-08/2025-11"]),
    ("последние пару лет", ["2023-11/2025-11"]),
    ("последних 10 дней", ["2025-11-15/2025-11-25"]),
    *(
        (f"过去{count}年", [f"{2025 - many}-11/2025-11"])
        for many, count in enumerate("一二三四五六七八九十", 1)
    ),
    ("最近两周", ["2025-11-11/2025-11-25"]),
    ("近几天", ["2025-11-22/2025-11-25"]),
    ("过去2个月", ["2025-09/2025-11"]),
    ("去年的十月", ["2024-10"]),
    ("in the last 2023 years", []),
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


def test_a_year_is_asked_for_as_a_year() -> None:
    assert understand("In what year was it?", INDEX).query.precision is Precision.YEAR
    assert understand("When was it?", INDEX).query.precision is None


def test_of_many_dates_some_are_looked_for() -> None:
    same = understand("2017-09-04 " * 90, INDEX).query.dates
    different = understand(" ".join(map(str, range(1900, 1990))), INDEX).query.dates

    assert [str(date) for date in same] == ["2017-09-04"]
    assert [str(date) for date in different] == [str(1900 + number) for number in range(MOST_PERIODS)]


def test_a_long_story_is_read_in_part() -> None:
    assert len(understand("Binance " * 9_999, INDEX).text) == LONGEST


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("When was he born?", True, False),
        ("When did it open?", True, False),
        ("когда он родился?", True, False),
        ("When did it close?", False, True),
        ("when did he retire?", False, True),
        ("when did she step down?", False, True),
        ("when did she take over", True, False),
        ("when was he elected?", True, False),
        ("他什么时候去世", False, True),
        ("from the first to the last", True, True),
        ("When did Binance move?", False, False),
    ],
)
def test_a_question_asks_for_a_beginning_or_an_end(text: str, start: bool, end: bool) -> None:
    query = understand(text, INDEX).query

    assert (query.wants_start, query.wants_end) == (start, end)


def test_a_question_counts_its_corrections_and_keeps_all_units() -> None:
    query = understand("When did Bianance leave Shangai?", INDEX).query

    assert query.corrected == 2
    assert query.units == ("when", "did", "binanc", "leav", "shanghai")
