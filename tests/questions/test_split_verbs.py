"""Chinese verbs in two parts."""

from __future__ import annotations

import pytest

from bot.questions import understand
from tests.search.worlds import story

INDEX = story(("本月游泳十二次。", "他们结婚了。", "他毕业了。", "有人来了。"))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("游了几次泳？", "游泳"),
        ("他们什么时候结的婚", "结婚"),
        ("他畢了業嗎", "毕业"),  # in traditional characters
        ("结过两次婚", "结婚"),
    ],
)
def test_a_verb_whose_characters_stand_apart_is_a_word_of_the_question(text: str, verb: str) -> None:
    assert verb in [word.typed for word in understand(text, INDEX).query.words]


@pytest.mark.parametrize(
    "text",
    [
        "有几个人",  # characters that say nothing by themselves
        "跑过几次步",  # of a verb that no text holds
        "结果是什么时候的婚",  # other words between
        "when did they swim?",
    ],
)
def test_other_characters_make_no_verb(text: str) -> None:
    verbs = {"游泳", "结婚", "毕业", "有人", "跑步"}
    assert verbs.isdisjoint(word.typed for word in understand(text, INDEX).query.words)


def test_a_verb_that_stands_together_too_is_there_once() -> None:
    words = [word.typed for word in understand("游泳是游了几次泳", INDEX).query.words]

    assert words.count("游泳") == 1
