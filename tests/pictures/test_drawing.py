"""Chats as SVG: what is drawn can be read by a browser, and stays within the picture."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from bot.cards.card import Button, Card, Span, line
from tests.pictures.drawing import DARK, LIGHT, WIDTH, ChatTheme, drawn

NAME = "{http://www.w3.org/2000/svg}"
LONG = "Binance & its <homes> were many, and each of them had a kitchen. " * 8
CARD = Card(
    (
        line(Span("October 2017", bold=True)),
        line(Span(LONG, bold=True), quoted=True),
        line(LONG, quoted=True, folded=True),
        line("— ", Span("Homes", link="https://example.org/?a=1&b=2")),
    ),
    ((Button("◀", ""), Button("1/4", ""), Button("▶", "")), (Button("context", ""),)),
)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("asked", ["why?", "币安什么时候搬到东京?" * 9, LONG, "x" * 300])
def test_all_that_is_drawn_lies_within_the_picture(theme: ChatTheme, asked: str) -> None:
    picture = ET.fromstring(drawn([(asked, CARD)], "A <chat>", theme))

    height = float(picture.attrib["viewBox"].split()[-1])
    for shape in picture.iter(f"{NAME}rect"):
        left, top, width, tall = (float(shape.attrib.get(name, 0)) for name in ("x", "y", "width", "height"))
        assert 0 <= left <= left + width <= WIDTH
        assert 0 <= top <= top + tall <= height
    assert len(picture.findall(f"{NAME}text")) > len(CARD.lines)


def test_of_what_is_folded_three_rows_are_drawn() -> None:
    folded = ET.fromstring(drawn([("?", Card((line(LONG, quoted=True, folded=True),)))], ""))

    assert len(folded.findall(f"{NAME}text")) == 1 + 3
    assert "".join(folded.findall(f"{NAME}text")[-1].itertext()).endswith("⌄")
