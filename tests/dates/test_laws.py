"""What holds for every document: spans, shifts of the years, exactness."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dates import HistoricalDate, Precision, find_dates, resolve
from bot.dates.calendar_arithmetic import shifted
from bot.dates.expression import Calendar, Unit
from bot.dates.languages import LANGUAGES
from tests.dates.hostile import PIECES, repeated

EVENTS = {"94": HistoricalDate.parse("2017-09-04")}
WRITTEN = HistoricalDate.parse("2025-10-25")

# how a document begins: with a day, with a month, with a year
BEGINNINGS = {
    "en": ("On 3 March {} it began. ", "In March {} it began. ", "In {} it began. "),
    "de": ("Am 3. März {} begann es. ", "Im März {} begann es. ", "Im Jahr {} begann es. "),
    "es": ("El 3 de marzo de {} empezó. ", "En marzo de {} empezó. ", "En {} empezó. "),
    "ru": ("3 марта {} года началось. ", "В марте {} года началось. ", "В {} году началось. "),
    "zh": ("{}年3月3日开始。", "{}年3月开始。", "{}年开始。"),
}
# what it goes on with, and never names a year: with the number of a day, a month or season, or neither
DAYS = {
    "en": ["On 4 May", "On the 20th,", "on 30 February", "from 4 to 9 May", "May 6 and 7th"],
    "de": ["Am 4. Mai", "vom 4. bis 9. Mai", "am 30. Februar", "am 6. und 7. Mai"],
    "es": ["El 4 de mayo", "el 30 de febrero", "del 4 al 9 de mayo"],
    "ru": ["4 мая", "30 февраля", "6 и 7 мая"],
    "zh": ["5月4日", "2月30日", "5月4日至9日"],
}
MONTHS = {
    "en": ["In June", "In November", "by March", "(in April)", "In the summer", "since July", "next spring"],
    "de": ["Im Juni", "Im November", "bis März", "(im April)", "Im Sommer", "Ende Mai"],
    "es": ["En junio", "En noviembre", "hasta marzo", "(en abril)", "En verano", "a finales de mayo"],
    "ru": ["В июне", "В ноябре", "до марта", "(в апреле)", "Летом", "в конце мая"],
    "zh": ["6月", "11月", "（4月）", "5月底"],
}
BARE = {
    "en": ["Two days later", "The next year", "That day", "the same month", "A decade later",
           "The previous year", "early in the year", "“next week”", "at noon", "the day after the siege",
           "the first day of the siege"],
    "de": ["Zwei Tage später", "Im folgenden Jahr", "An diesem Tag", "im selben Monat", "Ein Jahr zuvor"],
    "es": ["Dos días después", "Al año siguiente", "ese día", "ese mismo mes", "un año antes"],
    "ru": ["Два дня спустя", "В следующем году", "В тот день", "через год", "в том же месяце"],
    "zh": ["两天后", "次年", "当天", "同月", "翌日"],
}  # fmt: skip
JOINT = {"zh": "，他们来了。"}  # between such phrases


def going_on(*kinds: dict[str, list[str]]) -> st.SearchStrategy[tuple[str, str]]:
    """A language and what a document in it goes on with."""
    return st.sampled_from(sorted(BEGINNINGS)).flatmap(
        lambda language: st.lists(
            st.sampled_from([phrase for kind in kinds for phrase in kind[language]]), max_size=8
        ).map(lambda phrases: (language, JOINT.get(language, ". ... ").join(phrases)))
    )


def dates(language: str, beginning: int, year: int, sequel: str) -> list[HistoricalDate]:
    text = BEGINNINGS[language][beginning].format(year) + sequel
    return [mention.date for mention in resolve(text, language=language)]


@given(going_on(DAYS, MONTHS, BARE), st.integers(1, 300))
def test_shifting_a_document_shifts_every_date_with_it(document: tuple[str, str], years: int) -> None:
    language, text = document

    here, there = dates(language, 0, 1601, text), dates(language, 0, 1601 + years, text)

    assert [_moved(str(date), years) for date in here] == [str(date) for date in there]


def _moved(edtf: str, years: int) -> str:
    return re.sub(r"\b\d{4}\b", lambda year: f"{int(year[0]) + years:04d}", edtf)


@given(going_on(MONTHS, BARE))
def test_without_the_number_of_a_day_no_date_is_a_day(document: tuple[str, str]) -> None:
    language, text = document

    assert all(date.precision > Precision.DAY for date in dates(language, 1, 1601, text))


@given(going_on(BARE))
def test_without_a_month_no_date_is_more_exact_than_a_year(document: tuple[str, str]) -> None:
    language, text = document

    assert all(date.precision >= Precision.YEAR for date in dates(language, 2, 1601, text))


ROW = """the end of early late in 1917 April May 4 September , . - – to and ( ) “ ” " two days later next year
    that same since until first last half quarter BC c. about '99 Christmas Monday spring fall 31 2017-09-
    1/2/ had 99999 0 ٣ ２０１７ 94 a.m. 10:57 noon anniversary after 年 一九 月 十 民國 公元前 世紀 та года
    1990-е в следующем XX века Jahrhundert 3. März bis zum siglo XIX de mayo"""
WORDS = st.sampled_from([*ROW.split(), "\n", "\n\n"])


@given(st.lists(WORDS, max_size=60), st.sampled_from(["", " "]), st.sampled_from((None, *LANGUAGES)))
@settings(max_examples=300)
def test_every_span_is_its_surface_and_spans_stand_in_order(
    words: list[str], glue: str, language: str | None
) -> None:
    text = glue.join(words)

    mentions = resolve(text, written=WRITTEN, events=EVENTS, language=language)

    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(mention.text.strip() for mention in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(HistoricalDate.parse(str(mention.date)) == mention.date for mention in mentions)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for mention in find_dates(text):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("piece", PIECES)
def test_of_a_hostile_document_every_date_is_a_piece(piece: str) -> None:
    text = repeated(piece, 4_096)

    assert all(text[mention.start : mention.end] == mention.text for mention in resolve(text, events=EVENTS))


@given(st.integers(1, 9000), st.integers(-3000, 3000))
def test_days_counted_forth_and_back_are_the_same_day(year: int, days: int) -> None:
    base = Calendar(year, 3, 1)
    there = shifted(base, days, Unit.DAY)

    assert there is not None
    assert shifted(there, -days, Unit.DAY) == base
