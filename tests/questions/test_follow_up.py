"""Questions that go on from the one before."""

from __future__ import annotations

import pytest

from bot.questions import Question, Wanted, understand, understood
from bot.questions.follow_up import KEPT
from bot.search.amounts import Amount
from tests.search.worlds import story

INDEX = story()


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("and in 2018?", True), ("where?", True), ("by whom?", True), ("and the SEC?", True),
        ("when did he leave?", True), ("那2018年呢?", True), ("а в 2018?", True),
        ("who won?", True), ("谁赢了？", True), ("where did it open?", True), ("why so long?", True),
        ("what was the result?", True), ("wann endete es?", True), ("was kostete das?", True),
        ("¿cuánto costó?", True), ("¿cuándo terminó?", True), ("¿y el segundo?", True), ("结果呢？", True),
        ("尼克萨博呢？", True), ("¿y Nick Szabo?", True), ("¿qué hay de la SEC?", True),
        # with a topic of their own
        ("what became of Lompoc?", False),
        ("who is Binance?", False), ("where is Tokyo?", False), ("when did it open?", True),
        ("When did Binance move to Tokyo?", False), ("and when did Binance move its office to Tokyo?", False),
        ("who sued Binance", False), ("what happened in 2018?", False), ("что случилось в 2018?", False),
    ],
)  # fmt: skip
def test_some_questions_need_the_one_before(text: str, goes_on: bool) -> None:
    question = understand(text, INDEX, earlier="When was Zhao Changpeng in Lompoc?")

    assert (question.earlier is not None) == goes_on


@pytest.mark.parametrize(
    ("before", "text", "kept"),
    [
        ("who is Hal Finney?", "and Nick Szabo?", "who is ?"),
        ("when was steve finney born?", "and nick szabo?", "when was  born?"),
        ("кто такой Хэл Финни?", "а Ник Сабо?", "кто такой ?"),
        ("¿quién es Hal Finney?", "¿y Nick Szabo?", "¿quién es ?"),
        ("when did it move to Tokyo?", "and to Oslo?", "when did it move to ?"),
        # which name is replaced is not clear, or none is
        ("when did the CFTC sue Binance?", "and the SEC?", "when did the CFTC sue Binance?"),
        ("when did the company move to Tokyo?", "and Binance?", "when did the company move to Tokyo?"),
        ("who is Hal Finney?", "and in 2018?", "who is Hal Finney?"),
        ("who is Hal Finney?", "why?", "who is Hal Finney?"),
        ("who is Hal Finney?", "?", "who is Hal Finney?"),
    ],
)
def test_a_name_takes_the_place_of_the_one_before(before: str, text: str, kept: str) -> None:
    assert understand(text, INDEX, earlier=before).earlier == kept


def test_a_topic_grows_with_what_goes_on_from_it() -> None:
    first = understand("When did the CFTC sue Binance?", INDEX)
    second = understand("and the SEC?", INDEX, earlier=first.topic)

    assert second.topic == "When did the CFTC sue Binance? and the SEC?"
    assert second.wanted is Wanted.DATE


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("When did the CFTC sue Binance?", 0),
        ("and the SEC?", 1),
        # only the first of several goes on from what was spoken of; each other one from the one before it
        ("and why? and when did Zhao get out?", 1),
        ("When did the CFTC sue Binance? and the SEC?", 0),
    ],
)
def test_what_was_spoken_of_is_only_made_for_what_goes_on_from_it(text: str, times: int) -> None:
    made: list[Question] = []

    def before() -> Question:
        made.append(understand("When was Zhao Changpeng in Lompoc?", INDEX))
        return made[-1]

    list(understood(text, INDEX, before=before))

    assert len(made) == times


@pytest.mark.parametrize(
    ("before", "text", "words"),
    [
        # its own words first, and those of the one before that it does not have
        ("When did Binance open in Tokyo?", "and in Shanghai?", ["Shanghai", "Binance", "open", "Tokyo"]),
        (
            "When did Binance open in Tokyo?",
            "and Binance in Shanghai?",
            ["Binance", "Shanghai", "open", "Tokyo"],
        ),
        # another date takes the place of the one before
        (
            "What did Binance open in June 2023?",
            "and in October 2017?",
            ["October", "2017", "Binance", "open"],
        ),
        ("2023年6月币安发生了什么?", "那2017年呢?", ["2017", "年呢", "币安"]),
        # so does another time
        ("What did Binance open in June 2023?", "what was there before?", ["Binance", "open"]),
        ("What did Binance open in June 2023?", "and now?", ["Binance", "open"]),
        (
            "What did Binance open in June 2023?",
            "and the office?",
            ["office", "Binance", "open", "June", "2023"],
        ),
        ("When did Zhao get out?", "and in 2024?", ["2024", "Zhao", "get out"]),
    ],
)
def test_what_goes_on_keeps_the_words_of_the_one_before(before: str, text: str, words: list[str]) -> None:
    query = understand(text, INDEX, earlier=before).query

    assert [word.typed for word in query.words if word.typed not in "年月呢那"] == words


def test_words_of_the_one_before_count_less() -> None:
    alone = understand("When did Binance open in Tokyo?", INDEX).query
    words = understand("and in Shanghai?", INDEX, earlier=alone.text).query.words

    assert words[0].weight == 1
    assert [word.weight for word in words[1:]] == [KEPT * word.weight for word in alone.words]


@pytest.mark.parametrize(
    ("before", "text", "wanted", "amount"),
    [
        ("When did the CFTC sue Binance?", "and the SEC?", Wanted.DATE, None),
        ("When did the CFTC sue Binance?", "and who?", Wanted.PERSON, None),
        ("How much did Binance pay?", "and the SEC?", Wanted.AMOUNT, Amount.MONEY),
        ("How much did Binance pay?", "and when?", Wanted.DATE, None),
        ("When did Binance pay?", "and how much?", Wanted.AMOUNT, Amount.MONEY),
        ("How much did Binance pay?", "and how long?", Wanted.AMOUNT, Amount.SPAN),
        ("What happened in June 2023?", "and in October 2017?", Wanted.EVENT, None),
    ],
)
def test_what_goes_on_asks_for_the_same_kind_unless_it_names_one(
    before: str, text: str, wanted: Wanted, amount: Amount | None
) -> None:
    question = understand(text, INDEX, earlier=before)

    assert (question.wanted, question.query.amount) == (wanted, amount)
    assert question.query.wants_date == (wanted is Wanted.DATE)
    assert question.query.wants_number == (wanted is Wanted.AMOUNT)
    assert question.query.wants_event == (wanted is Wanted.EVENT)


def test_what_goes_on_keeps_dates_and_exactness_unless_it_names_some() -> None:
    before = "In what year, if not in 2018, did Binance open?"
    same, other = (understand(text, INDEX, earlier=before).query for text in ("and OKCoin?", "and in 2019?"))

    assert [str(date) for date in (*same.dates, *other.dates)] == ["2018", "2019"]
    assert same.precision == other.precision == understand(before, INDEX).query.precision
