"""Rendering a card, on Telegram and in a terminal, whatever is in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.card import Card, Span, TextLine, clipped, html, line, plain
from bot.cards.formatting import GAP, card
from tests.cards.reading import text_of
from tests.chat.rules import parse_html, units

ANSI = re.compile(r"\x1b\[[0-9]m")
ANY_TEXT = st.text(st.characters(), max_size=60) | st.sampled_from(
    ["<b>", "&amp;", "</blockquote>", "\x1b[31m", "\u202e", "😀" * 2000, "\ud800", "\n\n", " ", "歴史" * 50]
)
SPANS = st.builds(
    Span,
    ANY_TEXT,
    bold=st.booleans(),
    italic=st.booleans(),
    link=st.none() | st.sampled_from(["https://x.org/?a=1&b='2'", "javascript:x"]),
)
CARDS = st.builds(
    lambda lines: card(line(Span("Title", bold=True)), *lines),
    st.lists(st.builds(lambda spans, quoted: line(*spans, quoted=quoted), st.lists(SPANS), st.booleans())),
)


@given(CARDS)
def test_every_card_is_html_that_telegram_takes(card: Card) -> None:
    parsed = parse_html(html(card))

    assert units(parsed.text) <= 4096


@given(CARDS, st.integers(1, 200), st.booleans())
def test_no_card_moves_the_terminal_or_widens_it(card: Card, width: int, colour: bool) -> None:
    shown = plain(card, colour=colour, width=width)

    bare = ANSI.sub("", shown)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", bare)
    assert max(len(row) for row in bare.split("\n")) <= 3 * max(width, 22)  # some have no width


def test_wide_letters_take_two_columns() -> None:
    shown = plain(Card((line("歴史" * 20),)), width=30)

    assert [len(row) for row in shown.split("\n")] == [15, 15, 10]


def test_words_are_not_broken_and_spaces_do_not_begin_a_row() -> None:
    card = Card((line("The quick ", Span("brown", bold=True), " fox jumps over the dog"),))

    assert plain(card, width=20) == "The quick brown fox\njumps over the dog"


@pytest.mark.parametrize(
    ("text", "longest", "wanted"),
    [("short", 10, "short"), ("one two three", 11, "one two…"), ("a" * 20, 10, "a" * 9 + "…"), ("", 5, "")],
)
def test_clipping_keeps_whole_words_where_it_can(text: str, longest: int, wanted: str) -> None:
    assert clipped(text, longest) == wanted


def test_a_card_that_is_too_long_ends_with_an_ellipsis() -> None:
    card = Card((line("first"), line("😀" * 3000, quoted=True), line("last")))
    text = text_of(card)

    assert text.startswith("first\n😀")
    assert text.endswith("😀…")
    assert "last" not in text


def test_gaps_do_not_pile_up() -> None:
    assert card(GAP, line("a"), GAP, TextLine(), line("b"), TextLine()) == Card(
        (line("a"), TextLine(), line("b"))
    )


def test_a_hostile_text_is_rendered_escaped_and_in_part() -> None:
    hostile = line("<&" * 2048, Span("\u202e\x1b a" * 1024, link="https://x.org/"))
    card = Card((hostile,) * 20)

    assert "&lt;&amp;&lt;&amp;" in html(card)
    assert "<&" in plain(card, width=40)
    assert not {"\u202e", "\x1b"} & set(html(card) + plain(card, width=40))
