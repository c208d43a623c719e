"""Words that only point at the message that they reply to, and words that ask something themselves."""

from __future__ import annotations

import pytest

from bot.questions.messages.pointing_words import only_points

POINTING = [
    "", "?", "👆", "^^", "pls", "please?", "what about this?", "and this one?", "can you answer this?",
    "any idea?",
    "answer him please", "Do you know this?", "help", "same question",
    "а это?", "что скажешь?", "ответь, пожалуйста", "можешь ответить?", "знаешь?",
    "这个呢？", "你知道吗", "请回答一下", "能回答這個問題嗎", "怎么看",
    "und das?", "was ist damit?", "Kannst du das bitte beantworten?", "weißt du das?",
    "¿y esto?", "¿qué hay de esto?", "¿puedes responder?", "¿Sabes esto?",
]  # fmt: skip
ASKING = [
    "who is this?", "when was this?", "what is this?", "where?", "why?", "Tokyo?", "and in 2018?",
    "the ferry",
    "кто это?", "когда это было?", "这是谁", "什么时候", "wer ist das?", "wann?", "¿quién es?", "币安",
]  # fmt: skip


@pytest.mark.parametrize("text", POINTING)
def test_what_asks_nothing_by_itself_points(text: str) -> None:
    assert only_points(text)


@pytest.mark.parametrize("text", ASKING)
def test_what_asks_something_does_not_only_point(text: str) -> None:
    assert not only_points(text)
