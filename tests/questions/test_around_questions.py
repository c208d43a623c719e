"""What is said around a question, and in what letters, changes no answer: a law over real questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answers import Answer, Refusal, answer
from bot.questions.messages.letter_case import in_small_letters
from bot.questions.messages.plain_writing import plainly_written
from tests.questions.test_ways_of_asking import ASKED, CHRONICLES
from tests.search.worlds import story

if TYPE_CHECKING:
    from bot.search.index import Index

# What members say around a question, {}.
AROUND = {
    "en": (
        "{}???", "  {} ...", "🙏 {} 😅", "hey, {}", "btw {}", "bro {}", "ok so {}", "does anyone know {}",
        "{} lol", "asking for a friend: {}", "sorry if this was asked before, {}", "{} in our history?",
        "{}, not sure", "{} idk", "{}? i forgot", "{}, i think it was 2018?", "{} was it 2018?",
        "{} or maybe last year", "{} - probably in 1999 or 2000", "remind me {}",
        "quick question: {}", "1. {}", "Q: {}", "[question] {}", "> {}", "{} hello?", "{} approx",
        "{} ping @ann", "{}, exact date?",
        "{} #askingforafriend", "{} asking because my cousin wants to know",
        "{} need it for my homework", "seriously {}", "wait, {}", "first of all {}", "can't find it, {}",
        "regarding our history: {}",
    ),
    "ru": (
        "подскажите пожалуйста, {}", "кстати, {}", "блин, {}", "а вы помните {}", "{} спс", "{}, не помню",
        "{}, кажется в 2018", "{}, вроде 2018 году?",
    ),
    "de": (
        "sagt mal, {}", "übrigens, {}", "weiß jemand {}", "{} nochmal", "{}, keine ahnung mehr",
        "{}, ich glaube 2018", "{}, war das 2018?",
    ),
    "es": (
        "oigan, {}", "por cierto, {}", "alguien sabe {}", "{} gracias", "{}, no me acuerdo",
        "{}, creo que en 2018", "{}, fue en 2018?",
    ),
    "zh": (
        "请问{}", "我忘了{}", "大佬们，{}", "{}来着", "{}，忘了", "{}，好像是2018年？", "{}，应该是2018年吧",
    ),
}  # fmt: skip
BEGINNINGS = {  # of questions in English: one that is usual, others for it
    "when did": (
        "wen did", "whne did", "hwen did", "whn did", "when'd", "whend", "when tf did", "when the hell did",
        "when on earth did", "roughly when did", "how long ago did", "WHEN DID", "When  Did",
        "when exactly did",
    ),
    "when was": ("wen was", "whens", "when's", "approx when was", "how long ago was"),
    "ada lorne appointed when": ("ADA LORNE APPOINTED WHEN",),
    "blaze at": ("BLAZE AT",),
}  # fmt: skip
QUESTIONS = [(language, question) for language, _, *questions in ASKED for question in questions]


@pytest.fixture(scope="module")
def indices() -> dict[str, Index]:
    return {language: story(texts) for language, texts in CHRONICLES.items()}


@pytest.mark.parametrize(
    ("language", "around"), [(key, form) for key, forms in AROUND.items() for form in forms]
)
def test_what_is_said_around_a_question_changes_no_answer(
    language: str, around: str, indices: dict[str, Index]
) -> None:
    for own, question in QUESTIONS:
        if own == language and _asks_when(question):
            assert _shown(around.format(question), indices[own]) == _shown(question, indices[own]), question


@pytest.mark.parametrize(
    ("usual", "other"), [(key, form) for key, forms in BEGINNINGS.items() for form in forms]
)
def test_words_of_asking_may_be_written_otherwise(usual: str, other: str, indices: dict[str, Index]) -> None:
    questions = [
        question for language, question in QUESTIONS if language == "en" and question.startswith(usual)
    ]

    assert questions
    for question in questions:
        again = question.replace(usual, other)
        assert _shown(again, indices["en"]) == _shown(question, indices["en"]), again


@pytest.mark.parametrize(
    "text", ["WHO FOUNDED BINANCE", "Who Founded The Club", "КОГДА ОТКРЫЛИ КЛУБ", "WANN WAR DER BRAND"]
)
def test_capitals_on_all_words_name_nothing(text: str) -> None:
    assert in_small_letters(text) == text.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Who founded Binance", "Bitcoin Pizza Day", "OKX CEO", "CZ 什么时候离开 OKCoin 的", "Mt Gox", "94",
        "", "wen hat er gewählt", "who led it in 2018?", "what happened in 2018?", "who was it in 2018",
        "was it 2018 or 2019 when they moved", "how many were there in 2018",
    ],
)  # fmt: skip
def test_other_messages_stay_as_they_are(text: str) -> None:
    assert plainly_written(text) == text


@pytest.mark.parametrize(
    "told",
    ["my wife was there too, as she says. {}", "{}? we have a bet running here", "I joined in 2019. {}"],
)
def test_what_is_told_beside_a_question_neither_refuses_it_nor_dates_it(
    told: str, indices: dict[str, Index]
) -> None:
    for question in ("when did they lift the swan cup", "when did ada lorne get the boot"):
        assert _shown(told.format(question), indices["en"]) == _shown(question, indices["en"])


def test_a_numbered_line_holds_several_questions(indices: dict[str, Index]) -> None:
    result = answer("1. when did the boathouse burn 2. when did they lift the swan cup", indices["en"])

    assert isinstance(result, Answer)
    assert result.question.taken == "when did the boathouse burn"
    assert result.question.left == ("when did they lift the swan cup",)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        (
            "en",
            "news from {}|timeline {}|summary of {}|history of {}|events of {}|show me {}|happenings {}|{}",
        ),
        ("en", "what was going on in {}|what happened back in {}|what went down in {}|what was new in {}"),
        ("de", "ereignisse {}|chronik {}|was war {} los"),
        ("es", "eventos de {}|resumen de {}|qué pasó en {}"),
        ("ru", "события {} года|что было в {}|итоги {}"),
        ("zh", "{}年大事记|{}年发生了什么|{}年的新闻"),
    ],
)
def test_what_happened_in_a_year_is_asked_in_many_ways(
    language: str, forms: str, indices: dict[str, Index]
) -> None:
    year = {"zh": 2002}.get(language, 1902)

    for form in forms.split("|"):
        result = answer(form.format(year), indices[language])
        assert isinstance(result, Answer), form
        assert result.date, form
        assert str(result.date.date) == str(year), form


def test_a_question_for_more_than_events_needs_its_words(indices: dict[str, Index]) -> None:
    assert isinstance(answer("news of the lighthouse in 1902", indices["en"]), Refusal)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        (
            "en",
            "info on {}|give me info on {}|details about {}|{} info|search {}|what can you tell me about {}",
        ),
        ("de", "infos zu {}|details über {}"),
        ("es", "información sobre {}|datos de {}"),
        ("ru", "инфа про {}|сведения о {}"),
        ("zh", "{}的资料|介绍一下{}|{}简介"),
    ],
)
def test_a_topic_is_requested_in_many_ways(language: str, forms: str, indices: dict[str, Index]) -> None:
    topic = {"en": "Ada Lorne", "de": "Emil Raabe", "es": "Elena Roca", "ru": "Пётр Сомов", "zh": "林远"}[
        language
    ]

    for form in forms.split("|"):
        passage, _ = _shown(form.format(topic), indices[language])
        assert topic in passage, form


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("wat year was it", "what year was it"),
        ("how mny were there", "how many were there"),
        ("y did they leave", "why did they leave"),
        ("hwo led it", "who led it"),
        ("when did you guys start", "when did they start"),
        ("when\u200b did it start", "when did it start"),
    ],
)
def test_misspelt_words_of_asking_are_read(text: str, plain: str) -> None:
    assert plainly_written(text) == plain


def _asks_when(question: str) -> bool:
    return any(word in question for word in ("when", "wann", "cuando", "когда", "什么时候", "哪年", "何时"))


def _shown(question: str, index: Index) -> tuple[str, str]:
    """What is shown to a question: the passage and the date, or nothing."""
    result = answer(question, index)
    passage, date = getattr(result, "passage", None), getattr(result, "date", None)
    return (passage.text if passage else "", str(date.date) if date else "")
