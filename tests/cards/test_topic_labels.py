"""The labels of topics on buttons."""

from __future__ import annotations

import pytest

from bot.cards import topic_labels
from bot.cards.card import columns
from bot.cards.topic_labels import WIDEST


@pytest.mark.parametrize(
    ("names", "labels"),
    [
        (["The mill", "Short:"], ["The mill", "Short"]),
        (["x" * 32], ["x" * 32]),
        (["x" * 33], ["x" * 31 + "…"]),
        # what others have as well tells nothing
        (
            ["The Oslo town library: the flood of 1910", "The Oslo town library: the fire of 1921"],
            ["the flood of 1910", "the fire of 1921"],
        ),
        (["Trump's pardon of Zhao Changpeng, 2025"], ["Trump's pardon of Zhao Changpeng"]),
        (["The founding of the Yale library (from the annals)"], ["The founding of the Yale library"]),
        (["Minutes of 3 May 2019 – the members decide on a new hut"], ["Minutes of 3 May 2019"]),
        # a part that tells too little by itself
        (["2019: How the Heath Runners Became Like This"], ["2019: How the Heath Runners…"]),
        (["History: how the members built the second hut"], ["how the members built the…"]),
        # behind a word, where one ends near
        (["How the members of the club built their hut"], ["How the members of the club…"]),
        (["Donaudampfschifffahrtsgesellschaftskapitän"], ["Donaudampfschifffahrtsgesellsch…"]),
        # Cyrillic, and Chinese, whose letters are twice as wide
        (["Узнаваемость в Калтехе и дружба с Фрэн"], ["Узнаваемость в Калтехе и дружба…"]),
        (["История кафедры: основание и первые годы", "История кафедры: переезд"],
         ["основание и первые годы", "История кафедры: переезд"]),
        (["中国科学技术大学学生协会成立二十周年纪念活动"], ["中国科学技术大学学生协会成立二…"]),
        (["协会活动（二〇一九年秋季学期）", "协会活动"], ["协会活动（二〇一九年秋季学期）", "协会活动"]),
        # two that would be the same
        (["The hut by the lake in the north: I", "The hut by the lake in the north: II"],
         ["The hut by the lake in the…", "…ut by the lake in the north: II"]),
        ([], []),
        (["  : "], ["  : "]),
    ],
)  # fmt: skip
def test_a_label_is_what_is_special_of_a_name(names: list[str], labels: list[str]) -> None:
    assert topic_labels(names) == labels


@pytest.mark.parametrize(
    "name", ["A long name " * 9, "汉字" * 40, "é" * 80, "Имя и отчество " * 8, "😀" * 40]
)
def test_no_label_is_wider_than_a_button(name: str) -> None:
    (label,) = topic_labels([name])

    assert columns(label) <= WIDEST
