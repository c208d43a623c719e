"""Cards for whoever asked: the date, the words and their source, or why there are none."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot import cards
from bot.answers import Answer, Refusal, RefusalReason
from bot.building.build import build
from bot.dates import Basis, HistoricalDate
from bot.sentences import sentences
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


def test_the_date_stands_first_then_the_heading_the_quotation_and_the_source(
    library: Library,
) -> None:
    html = cards.html(cards.answer_card(answered(library, "when did the company move to Tokyo?")))

    assert html == (
        "<b>October 2017</b>\n"
        "Tokyo\n"
        "<blockquote><b>In October 2017 the company moved to Tokyo.</b> The team rented "
        "&lt;b&gt;two floors&lt;/b&gt; &amp; a kitchen near the station.</blockquote>\n"
        '— <a href="https://example.org/history?a=1&amp;b=2">Binance &amp; its &lt;homes&gt;</a>'
    )


DATED = [  # a question, the last line of its card
    ("what happened in 1951?", "/on 1951 lists all I have of that time."),
    ("what happened in April 1951?", "/on 1951-04 lists all I have of that time."),
    ("what happened at the zoo in 1951?", "— Two years of a town"),
    ("what happened in 1952?", "— Two years of a town"),  # one passage tells of it
    ("when was the zoo founded?", "— Two years of a town"),
]


@pytest.mark.parametrize(("question", "last"), DATED)
def test_below_an_answer_of_a_date_stands_what_lists_all_of_it(
    tmp_path: Path, question: str, last: str
) -> None:
    (tmp_path / "town.md").write_text(
        "# Two years of a town\n\nThe zoo was founded on 3 April 1951.\n\nOn 9 April 1951 a mill burned.\n\n"
        "In May 1952 a ferry sank.\n",
        encoding="utf-8",
    )

    assert text_of(cards.answer_card(answered(build(tmp_path), question))).split("\n")[-1] == last


def test_the_same_card_in_a_terminal(library: Library) -> None:
    card = cards.answer_card(answered(library, "when did the company move to Tokyo?"))

    assert cards.plain(card, width=60) == (
        "October 2017\n"
        "Tokyo\n"
        "│ In October 2017 the company moved to Tokyo. The team\n"
        "│ rented <b>two floors</b> & a kitchen near the station.\n"
        "— Binance & its <homes>\n"
        "(https://example.org/history?a=1&b=2)"
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


def test_when_another_passage_may_be_meant_it_says_so(library: Library) -> None:
    result = answered(library, "when did the company move to Tokyo?")
    other = replace(result.hits[0], passage=library.passages[0], score=0.9 * result.hits[0].score)
    two = (result.hits[0], other)

    assert text_of(cards.answer_card(replace(result, hits=two, confidence=0.68))).endswith("fit better.")
    assert "fit better" not in text_of(cards.answer_card(replace(result, hits=two, confidence=0.69)))
    assert "fit better" not in text_of(cards.answer_card(replace(result, confidence=0.68)))


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
    result = replace(sure, hits=(hit,))

    assert cards.html(cards.answer_card(result)).endswith(f"</a>{shown}")
    cited = cards.html(cards.answer_card(result, cited=True))
    assert cited.endswith(f"</a>{shown}, A. Historian, The Tokyo Press, May 2024")


def test_of_several_questions_it_says_which_one_is_answered(library: Library) -> None:
    shown = text_of(
        cards.answer_card(answered(library, "Who sank the Zubrane? When did the company move to Tokyo?"))
    )

    assert shown.startswith("One at a time, please. This is for: When did the company move to Tokyo?")


def test_no_more_corrections_are_announced_than_one_can_read(library: Library) -> None:
    result = answered(library, "when did the compeny move to Tokyo?")
    many = replace(result, question=replace(result.question, corrections=result.question.corrections * 6))

    assert text_of(cards.answer_card(many)).count("Showing results for") == 5


def test_without_a_sentence_nothing_of_the_quotation_is_bold(library: Library) -> None:
    result = replace(answered(library, "when did the company move to Tokyo?"), sentence=None)
    parsed = parse_html(cards.html(cards.answer_card(result)))

    assert parsed.marked("bold") == ["October 2017"]
    assert parsed.marked("blockquote") == [result.passage.text]


def test_a_word_read_as_another_is_announced(library: Library) -> None:
    shown = text_of(cards.answer_card(answered(library, "when did the compeny move to Tokyo?")))

    assert shown.startswith("Showing results for company instead of “compeny”.")


def test_of_a_long_passage_the_sentence_stands_out_and_whole_sentences_around_it_are_folded(
    library: Library,
) -> None:
    result = answered(library, "when was the zoo founded?")
    longest = max(library.passages, key=lambda passage: len(passage.text))
    result = replace(
        result, hits=(replace(result.hits[0], passage=longest),), sentence=sentences(longest.text)[3]
    )
    assert result.sentence
    sentence = result.passage.text[slice(*result.sentence)].strip()
    parsed = parse_html(cards.html(cards.answer_card(result)))

    assert parsed.marked("blockquote") == [sentence]
    assert parsed.marked("bold")[-1] == sentence
    (folded,) = parsed.marked("expandable_blockquote")
    assert len(folded) <= 1_010
    for part in folded.removeprefix("… ").removesuffix(" …").split(" […] "):
        assert part in " ".join(result.passage.text.split())
        assert part.endswith(".")


FOLDS = [  # a text, where its sentence begins and ends, what is quoted at sight, what is folded
    ("x" * 280, (0, 280), 1, 0),
    ("x" * 281, (0, 281), 0, 1),  # of a sentence that is long three lines are shown
    (f"{'x' * 279}. {'y' * 9}", (0, 280), 1, 1),
    (f"{'x' * 300}. Short. {'y' * 300}.", (302, 308), 1, 1),
    ("x" * 280, None, 1, 0),
    ("x" * 281, None, 0, 1),
]


@pytest.mark.parametrize(("text", "sentence", "at_sight", "folded"), FOLDS)
def test_what_is_folded(
    library: Library, text: str, sentence: tuple[int, int] | None, at_sight: int, folded: int
) -> None:
    result = answered(library, "when did the company move to Tokyo?")
    hit = replace(result.hits[0], passage=replace(result.passage, text=text))
    parsed = parse_html(cards.html(cards.answer_card(replace(result, hits=(hit,), sentence=sentence))))

    assert len(parsed.marked("blockquote")) == at_sight
    assert len(parsed.marked("expandable_blockquote")) == folded
    if sentence:
        assert text[slice(*sentence)] in parsed.marked("bold")


def test_the_longest_sentence_is_whole_and_its_card_fits(library: Library) -> None:
    result = answered(library, "when did the company move to Tokyo?")
    text = f"{'word ' * 598}end of it."
    names = {"headings": ("h" * 400,), "source": replace(result.passage.source, title="t" * 4_000)}
    hit = replace(result.hits[0], passage=replace(result.passage, text=text, **names))  # type: ignore[arg-type]
    parsed = parse_html(cards.html(cards.answer_card(replace(result, hits=(hit,), sentence=(0, len(text))))))

    assert parsed.marked("bold")[-1] == text
    assert len(parsed.text) < 4_096


@pytest.mark.parametrize(
    ("headings", "shown"),
    [
        ((), []),
        (("Part one", "Tokyo"), ["Tokyo"]),
        (("BINANCE & its <homes>",), []),
        (("x" * 81,), ["x" * 79 + "…"]),
    ],
)
def test_the_heading_that_a_passage_stands_under_is_shown_unless_it_is_the_title(
    library: Library, headings: tuple[str, ...], shown: list[str]
) -> None:
    result = answered(library, "when did the company move to Tokyo?")
    hit = replace(result.hits[0], passage=replace(result.passage, headings=headings))
    lines = text_of(cards.answer_card(replace(result, hits=(hit,)))).split("\n")

    assert lines[1:-2] == shown


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
