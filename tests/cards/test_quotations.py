"""Passages that are looked at: alone, between the paragraphs around them, and as a citation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot import cards
from bot.answers import Quotation
from bot.answers.dating import DatedSentence
from bot.building.build import build
from bot.cards import PHRASEBOOKS
from bot.cards.card import units
from bot.cards.quotations import LONGEST_ALERT, citation_card, context_card, quotation_card
from bot.dates import Basis, HistoricalDate
from bot.sources.source import Place
from tests.cards.reading import text_of
from tests.chat.rules import parse_html

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library import Library
    from bot.sources.source import Passage

SHANGHAI, BAN, TOKYO = 2, 3, 4


@pytest.fixture
def library(knowledge: Path) -> Library:
    return build(knowledge)


def test_a_passage_that_is_looked_at_has_the_date_that_led_to_it(library: Library) -> None:
    date = DatedSentence(HistoricalDate.parse("2017-09-04"), Basis.INHERITED, (0, 20), 0.0)
    card = quotation_card(Quotation(library.passages[BAN], None, (date,)), PHRASEBOOKS["ru"])

    lines = text_of(card).split("\n")
    assert lines[0].startswith("4 сентября 2017 года (")
    assert lines[1] == "Shanghai"


def test_the_paragraphs_around_a_passage_are_folded_around_it(library: Library) -> None:
    before, shown, after = (library.passages[number] for number in (SHANGHAI, BAN, TOKYO))
    parsed = parse_html(cards.html(context_card([before], Quotation(shown), [after])))

    assert parsed.marked("blockquote") == [shown.text]
    assert parsed.marked("expandable_blockquote") == [before.text, " ".join(after.text.split())]
    assert parsed.text.split("\n")[0] == "Shanghai"
    assert parsed.text.endswith("— Binance & its <homes>")


def test_long_paragraphs_around_end_and_begin_near_the_passage(library: Library) -> None:
    shown = library.passages[BAN]
    before, after = (replace(shown, text=f"first {'word ' * 200}last") for _ in range(2))
    parsed = parse_html(cards.html(context_card([before], Quotation(shown), [after])))

    above, below = parsed.marked("expandable_blockquote")
    assert (above[:6], above[-9:], below[:11], below[-6:]) == ("… word", "word last", "first word ", " word…")
    assert max(len(above), len(below)) <= 602


def cited(passage: Passage, **changes: object) -> str:
    return cards.citation(replace(passage, **changes))  # type: ignore[arg-type]


def test_a_citation_says_all_that_is_known(library: Library) -> None:
    passage = library.passages[BAN]

    assert cited(passage, place=Place("page 12"), headings=("Part one", "Shanghai")) == (
        "Binance & its <homes>\nA. Historian, The Tokyo Press, May 2024\npage 12\nPart one › Shanghai"
    )
    assert cards.plain(citation_card(passage), width=200) == (
        "Shanghai\n— Binance & its <homes> (https://example.org/history?a=1&b=2), A. Historian, "
        "The Tokyo Press, May 2024"
    )


@pytest.mark.parametrize("letter", ["x", "语", "😀", "x y "])
def test_a_citation_fits_into_an_alert_whatever_is_long(library: Library, letter: str) -> None:
    long = letter * 500
    source = replace(library.passages[BAN].source, title=long, author=long, publisher=long)
    text = cited(library.passages[BAN], source=source, place=Place(long), headings=(long, long))

    assert LONGEST_ALERT / 3 < units(text) <= LONGEST_ALERT
    assert text.endswith("…")
