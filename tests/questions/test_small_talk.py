"""What speaks of the people in the chat, or of the present."""

from __future__ import annotations

import pytest

from bot.questions.messages.small_talk import of_present, small_talk


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("When did Binance move?", 0),
        ("your Binance", 1),
        ("could you tell us of yourself", 1),
        ("can I get my coins?", 2),
        ("thanks, you and you and you", 2),
        ("congratulations", 1),  # only at the beginning
        ("the congratulations", 0),
        ("hi", 2),  # a greeting, at the beginning
        ("say hi", 1),
        ("你好", 2),
        ("спасибо, Binance", 2),
        ("how they were", 0),
    ],
)
def test_speaking_of_people_here_is_counted_up_to_two(text: str, times: int) -> None:
    assert small_talk(text) == times


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("What is the price today?", True),
        ("what's for lunch?", True),
        ("今天怎么样", True),
        ("что сейчас?", True),
        ("What was the price in 2017?", False),
        ("Who knows?", False),
    ],
)
def test_questions_about_the_present_are_known(text: str, is_so: bool) -> None:
    assert of_present(text) == is_so
