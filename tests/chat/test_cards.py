"""Cards: what stands on them, on Telegram and in a terminal, whatever the words are."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Answer, Other, Reason, Refusal
from bot.chat import cards
from bot.chat.card import Card, Line, Span, clipped, line
from bot.dates import Basis, HistoricalDate
from bot.library import ReloadReport, build
from bot.sources.problem import Problem
from bot.sources.source import Source
from tests.chat.rules import parse_html, units

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library import Library

ANSI = re.compile(r"\x1b\[[0-9]m")
LONG = "The council met in Paris in May 1950 and talked for hours about bread, wine & <cheese>. " * 60


@pytest.fixture
def library(knowledge: Path) -> Library:
    (knowledge / "long.txt").write_text(
        f"Councils\n\n{LONG}The zoo was founded in April 1951. {LONG}\n", encoding="utf-8"
    )
    return build(knowledge)


def answered(library: Library, question: str) -> Answer:
    result = library.answer(question)
    assert isinstance(result, Answer)
    return result


def text_of(card: Card) -> str:
    return parse_html(cards.html(card)).text


# Answers


def test_the_date_stands_first_and_bold_then_the_quotation_then_the_source(library: Library) -> None:
    html = cards.html(cards.answer_card(answered(library, "when did the company move to Tokyo?")))

    assert html == (
        "<b>October 2017</b>\n"
        "<blockquote><b>In October 2017 the company moved to Tokyo.</b> The team rented "
        "&lt;b&gt;two floors&lt;/b&gt; &amp; a kitchen near the station.</blockquote>\n"
        '— <a href="https://example.org/history?a=1&amp;b=2">Binance &amp; its &lt;homes&gt;</a>, '
        "A. Historian, The Tokyo Press, May 2024"
    )


def test_the_same_card_in_a_terminal(library: Library) -> None:
    card = cards.answer_card(answered(library, "when did the company move to Tokyo?"))

    assert cards.plain(card, width=60) == (
        "October 2017\n"
        "│ In October 2017 the company moved to Tokyo. The team\n"
        "│ rented <b>two floors</b> & a kitchen near the station.\n"
        "— Binance & its <homes>\n"
        "(https://example.org/history?a=1&b=2), A. Historian, The\n"
        "Tokyo Press, May 2024"
    )


def test_colour_changes_nothing_but_the_looks(library: Library) -> None:
    card = cards.answer_card(answered(library, "when did the company move to Tokyo?"))
    coloured = cards.plain(card, colour=True, width=60)

    assert "\x1b[1mOctober 2017\x1b[0m" in coloured
    assert ANSI.sub("", coloured) == cards.plain(card, width=60)


def test_a_date_that_is_not_in_the_words_says_where_it_comes_from(library: Library) -> None:
    result = answered(library, "when did the company move to Tokyo?")
    inherited = replace(result, dates=(replace(result.dates[0], basis=Basis.INHERITED),))

    assert text_of(cards.answer_card(inherited)).startswith("October 2017 (")


def test_an_answer_without_a_date_says_so(library: Library) -> None:
    result = replace(answered(library, "when did the company move to Tokyo?"), dates=())

    assert text_of(cards.answer_card(result)).startswith("No date is given for this.")


def test_a_second_date_is_mentioned(library: Library) -> None:
    result = answered(library, "when did the company move to Tokyo?")
    near = replace(result.dates[0], date=HistoricalDate.parse("1998-03"), score=result.dates[0].score - 0.01)
    two = replace(result, dates=(result.dates[0], near))

    assert "It also speaks of March 1998." in text_of(cards.answer_card(two))


def test_a_second_passage_is_offered_in_short_when_the_first_is_not_sure(library: Library) -> None:
    sure = answered(library, "when did the company move to Tokyo?")
    passage = library.passages[0]
    unsure = replace(sure, other=Other(passage, (0, len(passage.text)), None))
    parsed = parse_html(cards.html(cards.answer_card(unsure)))

    assert "I am not sure; it could also be this:" in parsed.text
    assert len(parsed.marked("blockquote")[1]) <= cards.LONGEST_OTHER
    assert passage.source.title in parsed.text


def test_a_word_read_as_another_is_announced(library: Library) -> None:
    shown = text_of(cards.answer_card(answered(library, "when did the compeny move to Tokyo?")))

    assert shown.startswith("Showing results for company instead of “compeny”.")


@pytest.mark.parametrize("question", ["when was the zoo founded?", "council in Paris"])
def test_a_long_passage_is_cut_at_the_ends_of_sentences(library: Library, question: str) -> None:
    result = answered(library, question)
    parsed = parse_html(cards.html(cards.answer_card(result)))

    quoted, *_ = parsed.marked("blockquote")
    kept = quoted.removeprefix("… ").removesuffix(" …")
    assert len(kept) <= 1_000
    assert kept in " ".join(result.passage.text.split())
    assert kept.startswith("The ")
    assert kept.endswith(".")


def test_the_answering_sentence_of_a_long_passage_is_shown(library: Library) -> None:
    result = answered(library, "when was the zoo founded?")
    start = result.passage.text.index("The zoo")
    result = replace(result, sentence=(start, start + 34))

    assert (
        parse_html(cards.html(cards.answer_card(result))).marked("bold")[-1].startswith("The zoo was founded")
    )


def test_line_ends_and_spaces_within_a_passage_are_single_spaces(library: Library) -> None:
    result = answered(library, "when did the company move to Tokyo?")
    passage = replace(result.passage, text="In October\n2017 \t the\r\ncompany moved.")
    hits = (replace(result.hits[0], passage=passage),)
    shown = replace(result, hits=hits, sentence=(0, len(passage.text)))

    assert parse_html(cards.html(cards.answer_card(shown))).marked("blockquote") == [
        "In October 2017 the company moved."
    ]


LINKS = [
    ("https://example.org/a", True),
    ("http://example.org/a?b=1&c=<", False),
    ("javascript:alert(1)", False),
    ("ftp://example.org", False),
    ('https://example.org/"onclick="x', False),
    ("https://example.org/ x", False),
]


@pytest.mark.parametrize(("url", "is_linked"), LINKS)
def test_only_web_addresses_become_links(url: str, is_linked: bool) -> None:
    parsed = parse_html(cards.html(cards.sources_card([Source(title="A", file="a.md", url=url)])))

    assert bool(parsed.marked("text_link")) is is_linked


def test_sources_of_one_origin_name_it_once() -> None:
    ferries = Source("Ferries", "a.md", author="A. Writer", publisher="Harbour Press")
    sources = [ferries, Source("Storms", "b.md"), replace(ferries, title="Docks", file="c.md")]

    assert text_of(cards.sources_card(sources)) == (
        "What I have read\n• Ferries\n• Docks\n— A. Writer, Harbour Press\n• Storms"
    )


# Refusals


def refusal(library: Library, reason: Reason = Reason.NOT_FOUND, **fields: tuple[str, ...]) -> str:
    question = answered(library, "Tokyo").question
    return text_of(cards.answer_card(Refusal(question, reason, **fields)))  # type: ignore[arg-type]


def test_a_refusal_names_the_words_that_stand_nowhere(library: Library) -> None:
    assert "Nowhere in my sources: “<zebra>”, “Wojtyła”." in refusal(library, unknown=("<zebra>", "Wojtyła"))


def test_a_refusal_offers_what_is_near(library: Library) -> None:
    text = refusal(library, topics=("Tokyo & more", "Shanghai", "Oslo", "a fourth"))

    assert text.endswith("Close to it I know about:\n• Tokyo & more\n• Shanghai\n• Oslo")


@pytest.mark.parametrize("reason", Reason)
def test_every_refusal_is_short_and_friendly(library: Library, reason: Reason) -> None:
    text = refusal(library, reason, unknown=("x" * 4096,) * 50, topics=("y" * 4096,) * 3)

    assert 20 < len(text) < 1_000


# Everything else


def report(**fields: object) -> ReloadReport:
    ordinary = {"published": True, "unchanged": False, "documents": 1, "passages": 1, "dated_share": 0.5}
    return ReloadReport(**ordinary | fields)  # type: ignore[arg-type]


def test_a_report_counts_in_words() -> None:
    assert "1 document, 1 passage, 50% of them dated" in text_of(cards.reload_card(report()))
    assert "2,000 documents" in text_of(cards.reload_card(report(documents=2000)))


def test_the_longest_report_fits() -> None:
    names = tuple(f"{'ü' * 300}{n}.md" for n in range(500))
    problems = tuple(Problem(name, 1, "😀" * 500) for name in names)
    files = dict.fromkeys(("added", "removed", "changed", "broken"), names)
    full = report(problems=problems, notices=problems, **files)

    assert units(text_of(cards.reload_card(full))) <= 4096


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 s"),
        (0.4, "0 s"),
        (59, "59 s"),
        (60, "1 min"),
        (3661, "1 h 1 min"),
        (93784, "1 d 2 h"),
        (86401, "1 d"),
    ],
)
def test_durations_are_said_in_two_units(seconds: float, said: str) -> None:
    assert cards.said_duration(seconds) == said


def test_a_start_card_shows_a_question_that_has_an_answer(knowledge: Path) -> None:
    golden = '- {question: "Wallaby?", refuse: true}\n- {question: "Who <ran> it?", passage: Alice}\n'
    (knowledge / "questions.yaml").write_text(golden, encoding="utf-8")

    assert "For example: Who <ran> it?" in text_of(cards.start_card(build(knowledge)))


@pytest.mark.parametrize("is_empty", [True, False])
def test_invitations_fit_a_button(is_empty: bool) -> None:
    assert 1 <= len(cards.inline_invitation(is_empty=is_empty)) <= 64


# Rendering, whatever is in a card

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
    lambda lines: cards.card(line(Span("Title", bold=True)), *lines),
    st.lists(st.builds(lambda spans, quoted: line(*spans, quoted=quoted), st.lists(SPANS), st.booleans())),
)


@given(CARDS)
def test_every_card_is_html_that_telegram_takes(card: Card) -> None:
    parsed = parse_html(cards.html(card))

    assert units(parsed.text) <= 4096


@given(CARDS, st.integers(1, 200), st.booleans())
def test_no_card_moves_the_terminal_or_widens_it(card: Card, width: int, colour: bool) -> None:
    shown = cards.plain(card, colour=colour, width=width)

    bare = ANSI.sub("", shown)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", bare)
    assert max(len(row) for row in bare.split("\n")) <= 3 * max(width, 22)  # some have no width


def test_wide_letters_take_two_columns() -> None:
    shown = cards.plain(Card((line("歴史" * 20),)), width=30)

    assert [len(row) for row in shown.split("\n")] == [15, 15, 10]


def test_words_are_not_broken_and_spaces_do_not_begin_a_row() -> None:
    card = Card((line("The quick ", Span("brown", bold=True), " fox jumps over the dog"),))

    assert cards.plain(card, width=20) == "The quick brown fox\njumps over the dog"


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
    assert cards.card(cards.GAP, line("a"), cards.GAP, Line(), line("b"), Line()) == Card(
        (line("a"), Line(), line("b"))
    )


def test_a_hostile_text_is_rendered_quickly() -> None:
    hostile = line("<&" * 2048, Span("\u202e\x1b a" * 1024, link="https://x.org/"))
    card = Card((hostile,) * 20)
    began = time.perf_counter()

    cards.html(card)
    cards.plain(card, width=40)
    assert time.perf_counter() - began < 2
