"""Kinds of messages that go on from an answer."""

from __future__ import annotations

import pytest

from bot.questions.follow_up_phrases import (
    asks_for_more,
    asks_for_one_of_several,
    asks_until_when,
    asks_what_became,
    points_to_other_time,
)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("what became of it?", True), ("what ever happened to him?", True), ("is she still alive?", True),
        ("does it still exist?", True), ("how did it end?", True), ("was ist daraus geworden?", True),
        ("gibt es das noch?", True), ("что с ним стало?", True), ("чем всё закончилось?", True),
        ("¿qué fue de él?", True), ("¿sigue abierto?", True), ("后来怎么样了？", True), ("还在吗？", True),
        # another thing is asked
        ("what happened next?", False), ("when did it end?", False),
        ("what happened in 2018?", False), ("what became law in 2018?", False),
        ("who is still there?", False),
    ],
)  # fmt: skip
def test_what_became_of_something_is_known(text: str, asks: bool) -> None:
    assert asks_what_became(text) == asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("and the first one?", True), ("the second?", True), ("what about the last ones?", True),
        ("а второй?", True), ("и последняя?", True), ("und das erste?", True), ("der letzte", True),
        ("¿y el segundo?", True), ("¿y la última?", True), ("那第二个呢？", True), ("最后一次呢", True),
        # of more than that
        ("the first president?", False), ("who was the first?", False), ("а второй президент?", False),
        ("und das erste haus?", False), ("第二个会长是谁？", False), ("first", False),
    ],
)  # fmt: skip
def test_what_only_asks_for_one_of_several_is_known(text: str, asks: bool) -> None:
    assert asks_for_one_of_several(text) == asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("until when?", True), ("bis wann?", True), ("до каких пор?", True), ("¿hasta cuándo?", True),
        ("到什么时候？", True), ("since when?", False), ("when was it open until?", False),
    ],
)  # fmt: skip
def test_until_when_something_went_on_is_known(text: str, asks: bool) -> None:
    assert asks_until_when(text) == asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("what else was there in 1925?", True), ("was war sonst noch 1925?", True), ("что ещё было?", True),
        ("¿qué más hubo en 1925?", True), ("1925年还有什么？", True), ("what was there in 1925?", False),
    ],
)  # fmt: skip
def test_what_asks_for_more_is_known(text: str, asks: bool) -> None:
    assert asks_for_more(text) == asks


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("what was there before?", True), ("and now?", True),
        ("кто был раньше?", True), ("und später?", True),
        ("¿y ahora?", True), ("原来叫什么？", True), ("and in 2018?", False),
        ("what was there then?", False),
    ],
)  # fmt: skip
def test_what_is_of_another_time_is_known(text: str, points: bool) -> None:
    assert points_to_other_time(text) == points
