"""Questions are alike when they have the same content words, in whatever form and order."""

from __future__ import annotations

import pytest

from bot.questions.alike_questions import content_words, grouped_alike

ALIKE = [
    ("when did the ferry sink?", "Hi all! In which year did the ferries sink?"),
    ("who was the keeper", "WHO WAS THE KEEPER???"),
    ("когда открыли клуб", "Спасибо! Когда клуб открыли?"),
    ("渡轮什么时候沉没", "请问，什么时候渡轮沉没？"),
    ("渡輪什麼時候沉沒", "渡轮什么时候沉没"),
    ("wann sank die Fähre?", "Hallo, weiß jemand, wann die Fähre sank?"),
]
DIFFERENT = [
    ("when did the ferry sink?", "when did the ferry sail?"),
    ("who was the keeper in 1951?", "who was the keeper in 1952?"),
]


@pytest.mark.parametrize(("question", "other"), ALIKE)
def test_the_same_words_are_alike(question: str, other: str) -> None:
    assert content_words(question) == content_words(other) != frozenset()


@pytest.mark.parametrize(("question", "other"), DIFFERENT)
def test_other_words_are_not(question: str, other: str) -> None:
    assert content_words(question) != content_words(other)


def test_the_largest_group_stands_first_and_what_asks_nothing_in_none() -> None:
    texts = ["a keeper", "the ferry", "?", "when was it?", "keepers", "ferry!", "ferries"]

    assert grouped_alike(texts, str) == [["the ferry", "ferry!", "ferries"], ["a keeper", "keepers"]]
