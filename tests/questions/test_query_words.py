"""The words of a question, in the forms that may answer to them."""

from __future__ import annotations

import pytest

from bot.questions import understand
from bot.questions.query_words import COMMON, LEAST, RARE, is_stop, weight_of
from bot.search.words.commonness import rarity
from tests.search.worlds import story

INDEX = story()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("When did Binance move to Tokyo?", ["Binance", "move", "Tokyo"]),
        ("what happened?", []),
        ("Tell me about Zhao Changpeng", ["Zhao Changpeng"]),
        ("币安是什么时候搬到东京的?", ["币安", "搬到", "搬", "东京"]),
        ("Binance, Binance and BINANCE", ["Binance"]),
        # a name is one word, a compound is one beside its parts, and so is a phrase
        ("Who is vice-president of OKCoin?", ["vice-president", "vice", "president", "OKCoin"]),
        ("When did Zhao get out?", ["Zhao", "get out"]),
        ("Who let go of Tokyo?", ["let go", "go", "Tokyo"]),
        ("Zhao Changpeng get", ["Zhao Changpeng"]),
        # letters, signs and stop words of either language
        ("s a я 的", []),
        ("7 x 7", ["7"]),
        ("Куда и откуда едет Binance?", ["едет", "Binance"]),
    ],
)
def test_words_of_asking_are_left_out_and_names_stay_whole(text: str, words: list[str]) -> None:
    assert [word.typed for word in understand(text, INDEX).query.words] == words


@pytest.mark.parametrize(
    ("text", "typed", "forms"),
    [
        # a name, and a little of it
        ("Zhao Changpeng", "Zhao Changpeng", [("=0", 1.0), ("zhao", 0.5), ("changpeng", 0.5)]),
        # words of the same meaning
        ("when to buy it", "buy", [("buy", 1.0), ("purchas", 0.5), ("acquir", 0.5)]),
        ("买了", "买", [("买", 1.0), ("buy", 0.9), ("purchas", 0.5), ("acquir", 0.5)]),
        ("出狱", "出狱", [("出狱", 1.0), ("releas", 0.9), ("free", 0.5)]),
        ("биржа", "биржа", [("бирж", 1.0), ("exchang", 0.9)]),
        # what people do with a club, and what is found
        ("when did they found it", "found", [("found", 1.0), ("establish", 0.5), ("creat", 0.5)]),
        ("when was the wreck found", "found", [("find", 1.0)]),
        # a phrase
        ("when did he get out?", "get out", [("releas", 0.7), ("free", 0.7), ("leav", 0.7)]),
        # an abbreviation that a text explains, as typed and spelt out
        ("the ATF", "ATF", [("atf", 1.0), ("=5", 0.5)]),
        ("the Agency of Trade Fairs", "Agency of Trade Fairs", [("=5", 1.0)]),
    ],
)
def test_a_word_has_forms_that_answer_to_it(text: str, typed: str, forms: list[tuple[str, float]]) -> None:
    index = story(("The Agency of Trade Fairs (ATF) moved.",)) if "A" in text else INDEX
    word = next(word for word in understand(text, index).query.words if word.typed == typed)

    assert [(form.term, form.weight) for form in word.forms][: len(forms)] == forms


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        # single characters, and pairs that reach into a word that is known or says nothing
        ("飞船", ["飞", "船"]),
        ("飞船的", ["飞", "船", "船的"]),
        ("买飞船", ["买飞", "飞", "船"]),
        ("飞船买", ["飞", "船", "船买"]),
        # compounds and phrases
        ("vice-president", ["vice-president"]),
        ("get out", ["get out"]),
        # the words of a date
        ("Tokyo in October 2017", ["October", "2017"]),
        ("between May and July 2024", ["July", "2024"]),
    ],
)
def test_some_words_are_told_by_others_too(text: str, beside: list[str]) -> None:
    words = understand(text, INDEX).query.words

    assert sorted(word.typed for word in words if word.is_beside) == sorted(beside)


def test_a_common_word_counts_less_than_a_rare_one() -> None:
    middle = rarity("pardon")

    assert weight_of("go") == LEAST or rarity("go") > COMMON
    assert weight_of("pardon") == pytest.approx((middle - COMMON) / (RARE - COMMON))
    assert weight_of("the") == LEAST
    assert weight_of("Lompoc") == weight_of("2017") == weight_of("4bn") == weight_of("船") == 1.0


@pytest.mark.parametrize(
    ("word", "is_so"),
    [("the", True), ("When", True), ("x", True), ("7", False), ("я", True), ("ж", False), ("Tokyo", False)],
)
def test_words_of_grammar_and_of_asking_say_nothing(word: str, is_so: bool) -> None:
    assert is_stop(word) == is_so


@pytest.mark.parametrize(
    ("text", "weight"),
    [("Tokyo 2024", 1.0), ("between May and July 2024", 1.0), ("after 2024", 0.3), ("since July 2024", 0.3)],
)
def test_words_of_a_bound_count_little(text: str, weight: float) -> None:
    words = understand(text, INDEX).query.words

    assert next(word.weight for word in words if word.typed == "2024") == weight


SCRIPTS = [  # texts, question, what the word counts
    (("Nothing of that.",), "飞船", 0.3),
    (("他的飞机。",), "飞船", 1.0),  # written in that script, so that lacking it tells something
    (("飞船",), "飞船", 1.0),
    (("Nothing of that.",), "买", 1.0),  # translated
    (("Nothing of that.",), "Дирижабль", 0.3),
    (("И это.",), "Дирижабль", 1.0),
    (("Nothing of that.",), "Zubrane", 1.0),
    (("И это.",), "Zubrane", 1.0),
]


@pytest.mark.parametrize(("texts", "question", "weight"), SCRIPTS)
def test_words_of_a_script_that_no_text_is_written_in_tell_little(
    texts: tuple[str, ...], question: str, weight: float
) -> None:
    word = next(word for word in understand(question, story(texts)).query.words if word.typed == question)

    assert word.weight == weight
