"""What is shown of a passage: whole sentences, the answering one among them."""

from __future__ import annotations

import pytest

from bot.cards.excerpt import excerpt
from bot.sentences import sentences

SENTENCES = [f"Sentence number {number:02} says a few words." for number in range(40)]
TEXT = " ".join(SENTENCES)
WIDTH = len(SENTENCES[0]) + 1


def place(number: int) -> tuple[int, int]:
    return number * WIDTH, number * WIDTH + WIDTH - 1


@pytest.mark.parametrize("number", [0, 1, 5, 20, 38, 39])
def test_the_answering_sentence_is_shown_with_its_neighbours(number: int) -> None:
    shown = excerpt(TEXT, place(number), longest=5 * WIDTH)

    start, end = place(number)
    assert shown.start <= start
    assert end <= shown.end
    assert shown.end - shown.start == 5 * WIDTH - 1
    assert (shown.cut_before, shown.cut_after) == (shown.start > 0, shown.end < len(TEXT))


@pytest.mark.parametrize("number", [3, 4, 5])
def test_as_many_sentences_are_shown_as_fit(number: int) -> None:
    room = number * WIDTH - 1
    assert excerpt(TEXT, place(20), longest=room).end - excerpt(TEXT, place(20), longest=room).start == room

    less = excerpt(TEXT, place(20), longest=room - 1)
    assert less.end - less.start == room - WIDTH


@pytest.mark.parametrize(
    ("number", "first", "last"), [(0, 0, 2), (1, 0, 2), (20, 19, 21), (38, 37, 39), (39, 37, 39)]
)
def test_it_grows_to_both_sides_by_turns(number: int, first: int, last: int) -> None:
    shown = excerpt(TEXT, place(number), longest=3 * WIDTH)

    assert (shown.start, shown.end) == (place(first)[0], place(last)[1])


def test_an_answer_of_two_sentences_is_shown_whole() -> None:
    shown = excerpt(TEXT, (place(20)[0], place(21)[1]), longest=2 * WIDTH)

    assert TEXT[shown.start : shown.end] == " ".join(SENTENCES[20:22])


@pytest.mark.parametrize(("longest", "is_whole"), [(len(TEXT), True), (len(TEXT) - 1, False)])
def test_a_passage_is_cut_when_it_is_too_long(longest: int, is_whole: bool) -> None:
    shown = excerpt(TEXT, place(39), longest=longest)

    assert (shown.cut_before, shown.cut_after) == (not is_whole, False)


def test_a_sentence_that_is_too_long_is_cut_between_words() -> None:
    text = "word " * 100
    shown = excerpt(text, (0, len(text)), longest=52)

    assert text[shown.start : shown.end] == " ".join(["word"] * 10)


def test_it_begins_and_ends_with_sentences() -> None:
    shown = excerpt(TEXT, place(20), longest=300)

    assert TEXT[shown.start : shown.end].startswith("Sentence")
    assert TEXT[shown.start : shown.end].endswith("words.")


def test_a_short_passage_is_shown_whole() -> None:
    shown = excerpt("Short. Very short.", (0, 6))

    assert (shown.start, shown.end, shown.cut_before, shown.cut_after) == (0, 18, False, False)


def test_without_an_answering_sentence_it_begins_at_the_beginning() -> None:
    assert excerpt(TEXT, None, longest=100).start == 0


@pytest.mark.parametrize("text", ["word " * 2000, "a" * 4096, "歴史" * 2048, ". " * 2048])
@pytest.mark.parametrize("sentence", [None, (0, 5), (1000, 4000)])
def test_a_passage_without_a_fit_sentence_is_cut_all_the_same(
    text: str, sentence: tuple[int, int] | None
) -> None:
    shown = excerpt(text, sentence, longest=500)

    assert 0 < shown.end - shown.start <= 500


def test_the_sentences_that_it_was_tested_with_are_sentences() -> None:
    assert [TEXT[start:end] for start, end in sentences(TEXT)] == SENTENCES
