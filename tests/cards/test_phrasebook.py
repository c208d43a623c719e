"""Every language says everything, with the same parts; and what the program says stands in all of them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter

import pytest

import bot
from bot import cards
from bot.cards import ENGLISH, PHRASEBOOKS, Phrasebook, phrasebook_of
from bot.cards.card import Span
from tests.cards.reading import text_of

BOT = Path(bot.__file__).parent
SAYS = re.compile(r'\bbook\.(?:text|line|lines)\(\s*"(\w+)"')
TAG = re.compile(r"</?\w+>")
OTHERS = [book for book in PHRASEBOOKS.values() if book is not ENGLISH]
FORMS = {"en": 2, "zh": 1, "ru": 3}


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


def parts(text: str) -> set[str]:
    return {part for _, part, _, _ in Formatter().parse(text) if part is not None}


@pytest.mark.parametrize("book", OTHERS, ids=lambda book: book.language)
def test_no_language_lacks_a_text_a_part_or_a_style(book: Phrasebook) -> None:
    assert book.texts.keys() == ENGLISH.texts.keys()
    for key, text in book.texts.items():
        english, *_ = forms(ENGLISH.texts[key])
        for form in forms(text):
            assert parts(form) | {"n"} == parts(english) | {"n"}, key
            assert sorted(TAG.findall(form)) == sorted(TAG.findall(english)), key


@pytest.mark.parametrize("book", PHRASEBOOKS.values(), ids=lambda book: book.language)
def test_texts_that_stand_on_one_card_do_not_say_the_same(book: Phrasebook) -> None:
    assert book.texts["published_try"] not in book.texts["published"]


@pytest.mark.parametrize("book", PHRASEBOOKS.values(), ids=lambda book: book.language)
def test_each_number_has_its_form(book: Phrasebook) -> None:
    many = FORMS[book.language]
    assert {book.form_of(number) for number in range(200)} == set(range(many))
    assert {len(text) for text in book.texts.values() if not isinstance(text, str)} <= {many}


def test_all_that_the_program_says_is_in_the_languages_and_nothing_else() -> None:
    sources = [
        path.read_text(encoding="utf-8") for path in BOT.rglob("*.py") if path.parent.name != "languages"
    ]
    used = {key for source in sources for key in SAYS.findall(source)}
    assert used <= ENGLISH.texts.keys()
    quoted = {key for source in sources for key in re.findall(r'"(\w+)"', source)}
    assert ENGLISH.texts.keys() <= quoted


LANGUAGES = [("ru", "ru"), ("zh-hans", "zh"), ("EN-GB", "en"), ("fr", "en"), (None, "en"), ("", "en")]


@pytest.mark.parametrize(("code", "language"), LANGUAGES)
def test_a_code_leads_to_a_language_that_there_is(code: str | None, language: str) -> None:
    assert phrasebook_of(code).language == language


def book_of(text: str | tuple[str, ...]) -> Phrasebook:
    return Phrasebook("en", "English", {"key": text}, lambda number: number != 1, ",")


def test_parts_are_filled_in_with_the_style_around_them_or_their_own() -> None:
    line = book_of("a <b>{x} b</b> {y} 1 < 2 {n}").line("key", x="<i>x</i>", y=Span("y", code=True), n=12345)

    assert line.spans == (
        Span("a "), Span("<i>x</i>", bold=True), Span(" b", bold=True), Span(" "), Span("y", code=True),
        Span(" 1 "), Span("<"), Span(" 2 "), Span("12,345"),
    )  # fmt: skip


def test_a_text_of_several_lines_keeps_its_distances() -> None:
    first, gap, last = book_of("<b>one</b>\n\n{x}").lines("key", x="a\nb")

    assert (first.spans, gap.spans, last.spans) == ((Span("one", bold=True),), (), (Span("a b"),))


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 votes"), (1, "1 vote"), (2, "2 votes"), (1000, "1,000 votes")]
)
def test_a_number_chooses_its_form(number: int, text: str) -> None:
    assert book_of(("{n} vote", "{n} votes")).text("key", n=number) == text


@pytest.mark.parametrize(
    ("number", "form"), [(1, 0), (2, 1), (4, 1), (5, 2), (11, 2), (12, 2), (21, 0), (22, 1), (111, 2), (0, 2)]
)
def test_russian_numbers_go_with_three_forms(number: int, form: int) -> None:
    assert PHRASEBOOKS["ru"].form_of(number) == form


DAYS = [("en", "3 May 2021"), ("zh", "2021年5月3日"), ("ru", "3 мая 2021 года")]


@pytest.mark.parametrize(("language", "words"), DAYS)
def test_the_day_of_a_moment_is_said_in_words(language: str, words: str) -> None:
    assert PHRASEBOOKS[language].day(datetime(2021, 5, 3, 23, 59, tzinfo=UTC)) == words


@pytest.mark.parametrize("book", PHRASEBOOKS.values(), ids=lambda book: book.language)
def test_news_say_in_words_of_what_day_the_question_is(book: Phrasebook) -> None:
    card = cards.news_card("who?", datetime(2021, 5, 3, tzinfo=UTC), None, book)
    assert dict(DAYS)[book.language] in text_of(card)
