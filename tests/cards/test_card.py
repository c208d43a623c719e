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


CHINESE = [  # a line, its rows of 20 columns
    ("— 海港天文爱好者协会大事记", "— 海港天文爱好者协会\n大事记"),
    ("2. 2003年 – 协会安装了望远镜", "2. 2003年 – 协会安装\n了望远镜"),
    ("天文爱好者协会安装了，望远镜", "天文爱好者协会安装\n了，望远镜"),  # no row begins with a comma
    ("天文爱好者协会安装（望远镜）", "天文爱好者协会安装\n（望远镜）"),  # or ends with a bracket that opens
    ("天文爱好者协会的 Galileo club", "天文爱好者协会的\nGalileo club"),
]


@pytest.mark.parametrize(("text", "rows"), CHINESE)
def test_chinese_is_broken_between_its_letters(text: str, rows: str) -> None:
    assert plain(Card((line(text),)), width=20) == rows


@pytest.mark.parametrize(
    ("text", "longest", "wanted"),
    [
        ("short", 10, "short"),
        ("exactly 10", 10, "exactly 10"),
        ("exactly 11.", 10, "exactly…"),
        ("one two three", 11, "one two…"),
        ("one twothree4", 11, "one twothr…"),  # the space is in the first half: nothing is cut there
        ("five5 twothre", 11, "five5…"),
        ("a" * 20, 10, "a" * 9 + "…"),
        ("", 5, ""),
    ],
)
def test_clipping_keeps_whole_words_where_it_can(text: str, longest: int, wanted: str) -> None:
    assert clipped(text, longest) == wanted


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_card_is_cut_when_its_text_is_longer_than_a_message_may_be(lines: int) -> None:
    last = 4095 - 2 * lines + 1  # units; each line before it has one letter, and each has its end
    whole = Card((*[line("a")] * (lines - 1), line("b" * last)))
    longer = Card((*whole.lines[:-1], line("b" * (last + 1))))

    assert text_of(whole) == "a\n" * (lines - 1) + "b" * last
    assert text_of(longer) == "a\n" * (lines - 1) + "b" * last + "…"
    assert units(text_of(longer)) == 4095


def test_a_card_is_cut_within_spans_and_never_within_a_character() -> None:
    card = Card((line("a" * 4000, Span("😀" * 100, bold=True), Span("c", italic=True)),))

    assert text_of(card) == "a" * 4000 + "😀" * 47 + "…"


def test_a_quotation_in_a_terminal_is_as_wide_as_the_rest_with_its_bar() -> None:
    words = " ".join(["word"] * 20)
    rows = plain(Card((line(words, quoted=True), line(words))), width=24).split("\n")

    assert rows == ["│ word word word word"] * 5 + ["word word word word word"] * 4


def test_a_terminal_that_is_too_narrow_is_treated_as_wider() -> None:
    assert plain(Card((line("a" * 40),)), width=5).split("\n") == ["a" * 20] * 2


def test_a_space_at_the_end_of_a_row_is_left_out_and_marks_stay_with_their_words() -> None:
    card = Card((line("12345678901234567890 ", Span("next", italic=True)),))

    assert plain(card, width=20) == "12345678901234567890\nnext"
    assert plain(card, colour=True, width=20) == "12345678901234567890\n\x1b[3mnext\x1b[0m"


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
