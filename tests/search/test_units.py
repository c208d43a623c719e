"""Many texts at a time have the very units that each of them has alone."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dates import find_dates
from bot.search.cutting.passages import PassageReader, ReadPassages
from bot.search.words.analysis import analyse
from bot.sentences import sentences
from bot.sources.source import Passage, Source

SOURCE = Source("A title", "a.md")
PARTS = [
    "Binance", "binance's", "moved", "US", "us", "U.S.", "“Tokyo,”", "(2017)", "$4.3", "4", "3,000", "four",
    "billion", "Million.", "#ZhaoChangpeng", "@m", "e-mail", "4-", "-5", "币安搬到", "东京。", "3亿",
    "3", "亿", "ไทย", "é", "May 2017",
    "Inc.", "Then", "J.", "approx.", "vs.", "He", "x.", "Foo!bar.", "?", '!"', "?!", "...", "”", "[1]", "“So",
    "end.", "\u0301", "'", "…", "%", "—", "\ud800", "١٢", "k", "5bn",
]  # fmt: skip
GAPS = [" ", " ", " ", "  ", "\n", "\u3000", "\x1c", "", "-"]
WORDS = st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(GAPS)), max_size=12)
TEXTS = st.lists(WORDS.map(lambda words: "".join(part + gap for part, gap in words)) | st.text(), max_size=6)


def read(texts: list[str]) -> ReadPassages:
    reader = PassageReader()
    for text in texts:
        reader.add(Passage(SOURCE, text, 1, mentions=tuple(find_dates(text))))
    return reader.passages()


def units(found: ReadPassages, number: int) -> list[str]:
    row = found.units.part(number, number + 1)
    return [found.forms.terms[form] for form in row.forms.tolist()]


def beside(found: ReadPassages, number: int) -> list[tuple[int, str]]:
    row = found.units.beside.part(number, number + 1)
    return [
        (place, found.forms.terms[form])
        for place, form in zip(row.places.tolist(), row.forms.tolist(), strict=True)
    ]


@given(TEXTS)
def test_units_are_those_of_the_analysis(texts: list[str]) -> None:
    found = read(texts)

    for number, text in enumerate(texts):
        alone = analyse(text)
        assert units(found, number) == list(alone.terms)
        assert sorted(beside(found, number)) == sorted(alone.extras)


@given(TEXTS)
def test_sentences_are_those_of_each_text(texts: list[str]) -> None:
    found = read(texts)

    for number, text in enumerate(texts):
        row = found.units.part(number, number + 1)
        spans = sentences(text) or [(0, 0)]
        starts = analyse(text).starts
        assert row.sentences.tolist() == [bisect_left(starts, begin) for begin, _ in spans]
        dates = [date.start for date in find_dates(text)]
        assert row.is_dated.tolist() == [any(begin <= date < end for date in dates) for begin, end in spans]
        spared = [
            start
            for start, term in zip(starts, analyse(text).terms, strict=True)
            if term[0].isdecimal() and not any(date.start <= start < date.end for date in find_dates(text))
        ]
        bounds = [*(begin for begin, _ in spans), len(text)]
        assert row.has_number.tolist() == [
            any(begin <= start < end for start in spared) for begin, end in pairwise(bounds)
        ]


@pytest.mark.parametrize(
    ("texts", "sums"),
    [
        (["It paid $4.3 billion."], ["4300000000"]),
        (["It paid 4.3  billion."], []),  # two spaces apart
        (["It paid 4.3,", "billion"], []),
        (["It paid 4", "billion people"], []),  # two passages
        (["3 亿"], ["300000000"]),
    ],
)
def test_sums_reach_over_one_space_and_not_over_passages(texts: list[str], sums: list[str]) -> None:
    found = read(texts)

    assert [term for number in range(len(texts)) for _, term in beside(found, number)] == sums


def test_what_is_taken_over_is_as_if_read_anew() -> None:
    first = read(["Binance moved to Tokyo.", "A second one.", "Three 4 million."])
    reader = PassageReader(first)
    reader.take_over(1, 2)
    reader.take_over(2, 3)
    reader.add(Passage(SOURCE, "Tokyo again and again.", 1))
    found = reader.passages()

    anew = read(["A second one.", "Three 4 million.", "Tokyo again and again."])
    for number in range(3):
        assert found.catalogue[number] == anew.catalogue[number]
        assert units(found, number) == units(anew, number)
        assert beside(found, number) == beside(anew, number)


def test_several_processes_read_what_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.search.cutting.passages.AT_ONCE", 2)
    texts = [f"Word{i} and Binance moved {i} million to Tokyo{i % 3}." for i in range(15)]
    one, several = PassageReader(), PassageReader(cores=2)
    for reader in (one, several):
        for text in texts:
            reader.add(Passage(SOURCE, text, 1))

    alone, together = one.passages(), several.passages()

    assert tuple(together.catalogue) == tuple(alone.catalogue)
    for number in range(len(texts)):
        assert units(together, number) == units(alone, number)
        assert beside(together, number) == beside(alone, number)
