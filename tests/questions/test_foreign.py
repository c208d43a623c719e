"""Questions in a language that no document is written in."""

from __future__ import annotations

import pytest

from bot.answers import Answer, answer
from bot.questions import understand
from tests.search.worlds import story

RUSSIAN = (
    "Кафедра мостов основана в 1931 году и до войны была небольшой.",
    "В 1950 году она получила премию за мост через реку.",
)
CHINESE = ("2015年3月他做了手术，在家休息。", "2016年5月天文台的望远镜坏了。")
ENGLISH = ("The observatory was built in 1893.", "In 1920 the telescope was sold.")
SERVICES = ("In 2012 we came to Twitter.", "The board sold all Skype shares in 2015.")


@pytest.mark.parametrize(
    ("question", "texts", "date"),
    [
        ("when was the chair founded?", RUSSIAN, "1931"),
        ("when did they get the prize?", RUSSIAN, "1950"),
        ("when did he have surgery?", CHINESE, "2015-03"),
        ("天文台什么时候建的？", ENGLISH, "1893"),
        ("когда продали телескоп?", ENGLISH, "1920"),
        # services that everybody knows
        ("когда мы ушли из скайпа?", SERVICES, "2015"),
        ("推特是哪年开的？", SERVICES, "2012"),
    ],
)
def test_a_word_finds_what_it_means_in_the_language_of_the_texts(
    question: str, texts: tuple[str, ...], date: str
) -> None:
    result = answer(question, story(texts))

    assert result.hits
    assert str(result.hits[0].passage.mentions[0].date) == date


def test_words_that_some_text_holds_are_not_translated() -> None:
    index = story((*RUSSIAN, "The prize was small."))

    (word,) = understand("the prize", index).query.words

    assert "прем" not in [form.term for form in word.forms]


def test_a_long_word_of_chinese_is_told_by_its_pairs_where_texts_are_chinese() -> None:
    chinese, english = (
        [word.typed for word in understand("天文台什么时候建的？", story(texts)).query.words]
        for texts in (CHINESE, ENGLISH)
    )

    assert "天文台" not in chinese
    assert {"天文", "文台"} <= set(chinese)
    assert "天文台" in english


def test_what_is_asked_in_chinese_is_answered_from_english() -> None:
    assert isinstance(answer("望远镜是哪一年卖掉的？", story(ENGLISH)), Answer)
