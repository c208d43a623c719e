"""Cards for whoever asked: the date, the words and their source, or why there are none."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot import cards
from bot.answers import Answer, Refusal, RefusalReason, SecondPassage
from bot.build import build
from bot.cards.answers import LONGEST_OTHER
from bot.dates import Basis, HistoricalDate
from bot.sources.source import Place
from tests.cards.reading import text_of
from tests.chat.rules import parse_html

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
    unsure = replace(sure, second_passage=SecondPassage(passage, (0, len(passage.text)), None))
    parsed = parse_html(cards.html(cards.answer_card(unsure)))

    assert "I am not sure; it could also be this:" in parsed.text
    assert len(parsed.marked("blockquote")[1]) <= LONGEST_OTHER
    assert passage.source.title in parsed.text


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place("page 12"), ", page 12"),
        (Place("Ann & Bo", "https://t.me/c/77/5"), ', <a href="https://t.me/c/77/5">Ann &amp; Bo</a>'),
        (Place("", "https://t.me/c/77/5"), ""),
        (None, ""),
    ],
)
def test_the_source_says_where_in_it_a_passage_stands(
    library: Library, place: Place | None, shown: str
) -> None:
    sure = answered(library, "when did the company move to Tokyo?")
    hit = replace(sure.hits[0], passage=replace(sure.passage, place=place))
    html = cards.html(cards.answer_card(replace(sure, hits=(hit,))))

    assert f"</a>{shown}, A. Historian" in html.split("\n")[-1]


def test_another_place_of_the_same_source_is_named(library: Library) -> None:
    sure = answered(library, "when did the company move to Tokyo?")
    other = replace(sure.passage, place=Place("page 12"))
    unsure = replace(sure, second_passage=SecondPassage(other, None, None))

    assert "page 12" in text_of(cards.answer_card(unsure)).split("\n")[-1]


def test_of_several_questions_it_says_which_one_is_answered(library: Library) -> None:
    shown = text_of(
        cards.answer_card(answered(library, "Who sank the Zubrane? When did the company move to Tokyo?"))
    )

    assert shown.startswith("One at a time, please. This is for: When did the company move to Tokyo?")


def test_a_second_passage_of_the_same_source_does_not_name_it_again(library: Library) -> None:
    sure = answered(library, "when did the company move to Tokyo?")
    dated = replace(sure.dates[0], date=HistoricalDate.parse("1998-03"))
    passage = replace(sure.passage, text="x" * 400)
    unsure = replace(sure, second_passage=SecondPassage(passage, None, dated))

    assert text_of(cards.answer_card(unsure)).split("\n")[-3:] == [
        "",
        "I am not sure; it could also be this:",
        f"March 1998: {'x' * 299}…",
    ]


def test_no_more_corrections_are_announced_than_one_can_read(library: Library) -> None:
    result = answered(library, "when did the compeny move to Tokyo?")
    many = replace(result, question=replace(result.question, corrections=result.question.corrections * 6))

    assert text_of(cards.answer_card(many)).count("Showing results for") == 5


def test_what_is_posted_inline_says_the_question_first(library: Library) -> None:
    result = answered(library, "when did the company move to Tokyo?")
    long = replace(result, question=replace(result.question, text="x" * 301))
    lines = text_of(cards.inline_card(long)).split("\n")

    assert lines[:3] == [f"{'x' * 299}…", "", "October 2017"]


def test_inline_titles_and_descriptions(library: Library) -> None:
    result = answered(library, "when did the company move to Tokyo?")

    assert cards.inline_title(result) == "October 2017"
    assert cards.inline_description(result) == "In October 2017 the company moved to Tokyo."
    bare = replace(result, dates=(), sentence=None)
    assert cards.inline_title(bare) == "Binance & its <homes>"
    assert cards.inline_description(bare).startswith(
        "In October 2017 the company moved to Tokyo. The team rented"
    )
    passage = replace(result.passage, text="x" * 181)
    long = replace(bare, hits=(replace(result.hits[0], passage=passage),))
    assert cards.inline_description(long) == "x" * 179 + "…"


def test_without_a_sentence_nothing_of_the_quotation_is_bold(library: Library) -> None:
    result = replace(answered(library, "when did the company move to Tokyo?"), sentence=None)
    parsed = parse_html(cards.html(cards.answer_card(result)))

    assert parsed.marked("bold") == ["October 2017"]
    assert parsed.marked("blockquote") == [result.passage.text]


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


def refusal(
    library: Library, reason: RefusalReason = RefusalReason.NOT_FOUND, **fields: tuple[str, ...]
) -> str:
    question = answered(library, "Tokyo").question
    return text_of(cards.answer_card(Refusal(question, reason, **fields)))  # type: ignore[arg-type]


def test_a_refusal_names_the_words_that_stand_nowhere(library: Library) -> None:
    assert "Nowhere in my sources: “<zebra>”, “Wojtyła”." in refusal(library, unknown=("<zebra>", "Wojtyła"))


@pytest.mark.parametrize(("number", "end"), [(5, "“4”."), (6, "“4” and more.")])
def test_a_refusal_names_so_many_words(library: Library, number: int, end: str) -> None:
    text = refusal(library, unknown=tuple(map(str, range(number))))

    assert text.endswith(f"Nowhere in my sources: “0”, “1”, “2”, “3”, {end}")


def test_a_refusal_offers_what_is_near(library: Library) -> None:
    text = refusal(library, topics=("Tokyo & more", "Shanghai", "Oslo", "a fourth"))

    assert text.endswith("Close to it I know about:\n• Tokyo & more\n• Shanghai\n• Oslo")


@pytest.mark.parametrize("reason", RefusalReason)
def test_every_refusal_is_short_and_friendly(library: Library, reason: RefusalReason) -> None:
    text = refusal(library, reason, unknown=("x" * 4096,) * 50, topics=("y" * 4096,) * 3)

    assert 20 < len(text) < 1_000


@pytest.mark.parametrize("is_empty", [True, False])
def test_invitations_fit_a_button(is_empty: bool) -> None:
    assert 1 <= len(cards.inline_invitation(is_empty=is_empty)) <= 64
